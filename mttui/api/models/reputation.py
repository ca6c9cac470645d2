"""Sender reputation: of the account, of its domains and of its IPs.

The reference describes these answers in words and gives no field names. Those declared here are the
sandbox's own; what the real platform sends under other names is kept in ``unknown``.
"""

from __future__ import annotations

from .base import Id, Model, Moment


class ReputationFactor(Model):
    """One of the things that a score is made of, as the bounce rate."""

    name: str = ""
    score: float | None = None
    """0 to 100."""
    value: float | str | None = None
    """What was measured, as 2.1 (percent) or ``clean``."""
    impact: float | str | None = None
    """What it does to the score."""
    status: str | None = None


class ReputationScore(Model):
    """The reputation of the account as a whole."""

    score: float | None = None
    """0 to 100, the higher the better."""
    grade: str | None = None
    factors: tuple[ReputationFactor, ...] = ()
    """The reference names domain authentication, bounces, complaints, blocklists and engagement."""
    updated_at: Moment = None


class SourceReputation(Model):
    """What is known of anything that mail is sent from, a domain or an IP."""

    score: float | None = None
    """0 to 100."""
    blocklisted: bool | None = None
    blocklists: tuple[str, ...] = ()
    """Names of the lists it stands on."""
    isp_scores: dict[str, float] | None = None
    """Score by mailbox provider, 0 to 100."""
    sent: int | None = None
    """Messages of the last five minutes."""
    bounced: int | None = None
    bounce_rate: float | None = None
    """Percent of what was sent."""
    updated_at: Moment = None


class DomainReputation(SourceReputation):
    """The reputation of a sending domain."""

    domain: str = ""
    spf: str | None = None
    dkim: str | None = None
    dmarc: str | None = None


class IpReputation(SourceReputation):
    """The reputation of a sending IP."""

    ip: str = ""
    warmup_day: int | None = None
    """Day of its warm-up; ``None`` when it is over."""
    pool: Id | None = None


class IspRecommendation(Model):
    """What the platform advises for one mailbox provider."""

    isp: str = ""
    domain: str | None = None
    daily_limit: int | None = None
    """Messages a day."""
    current_volume: int | None = None
    """Messages today."""
    action: str | None = None
