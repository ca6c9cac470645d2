"""Quotas: how much may be sent and asked, and how much is used up.

The reference gives no fields; these are the public OpenAPI's (wire types ``Quota``, ``QuotaHistoryItem``).
"""

from __future__ import annotations

from .base import Model, Moment


class Quota(Model):
    """Limits in messages, and the API's rate limit in requests."""

    plan: str | None = None
    daily_limit: int | None = None
    """Zero does not mean blocked on FREE and PAY_AS_YOU_GROW (platform-facts, section 6)."""
    daily_used: int | None = None
    daily_remaining: int | None = None
    monthly_limit: int | None = None
    monthly_used: int | None = None
    monthly_remaining: int | None = None
    rate_limit: int | None = None
    """Requests a window; the window's length is not documented."""
    rate_limit_remaining: int | None = None
    rate_limit_reset: Moment = None


class QuotaUsage(Model):
    """What was used in one period."""

    date: Moment = None
    """Start of the period."""
    sent: int | None = None
    """Messages."""
    limit: int | None = None
    """Messages."""
    percentage: float | None = None
