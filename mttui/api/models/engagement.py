"""Models of engagement."""

from __future__ import annotations

from .base import Id, Model


class EngagementScoreMetrics(Model):
    """What a score follows from."""

    open_rate: float | None = None
    click_rate: float | None = None
    bounce_rate: float | None = None
    complaint_rate: float | None = None


class EngagementScore(Model):
    """How much the readers of a campaign took part."""

    score: int | None = None
    metrics: EngagementScoreMetrics | None = None


class EngagementSubaccountScore(Model):
    """How much the readers of a sub-account's mail took part."""

    subaccount_id: Id | None = None
    name: str | None = None
    score: int | None = None
    open_rate: float | None = None
    click_rate: float | None = None
