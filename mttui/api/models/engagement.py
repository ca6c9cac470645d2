"""Models of engagement."""

from __future__ import annotations

from .base import Id, Model


class EngagementScoreMetrics(Model):
    """Engagement score metrics."""

    open_rate: float | None = None
    click_rate: float | None = None
    bounce_rate: float | None = None
    complaint_rate: float | None = None


class EngagementScore(Model):
    """Engagement score."""

    score: int | None = None
    metrics: EngagementScoreMetrics | None = None


class EngagementSubaccountScore(Model):
    """Engagement subaccount score."""

    subaccount_id: Id | None = None
    name: str | None = None
    score: int | None = None
    open_rate: float | None = None
    click_rate: float | None = None
