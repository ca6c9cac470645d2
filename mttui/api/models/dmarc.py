"""Models of dmarc."""

from __future__ import annotations

from typing import Any

from .base import Day, Model, Moment


class DmarcDomain(Model):
    """Dmarc domain."""

    domain: str | None = None
    dmarc_status: str | None = None
    last_checked: Moment = None
    policy: str | None = None
    spf_aligned: bool | None = None
    dkim_aligned: bool | None = None


class DmarcRecord(Model):
    """Dmarc domains record."""

    domain: str | None = None
    dmarc_record: str | None = None
    spf_record: str | None = None
    dkim_selector: str | None = None


class DmarcSetupStep(Model):
    """Dmarc domains setup info step."""

    record: str | None = None
    host: str | None = None
    value: str | None = None


class DmarcSetup(Model):
    """Dmarc domains setup info."""

    domain: str | None = None
    steps: tuple[DmarcSetupStep, ...] = ()
    current_status: str | None = None


class DmarcMonitoredDomain(Model):
    """Dmarc monitored domain."""

    domain: str | None = None
    monitoring_since: Day = None
    status: str | None = None


class DmarcBlocklist(Model):
    """Dmarc domains blocklist."""

    domain: str | None = None
    listed: bool | None = None
    blocklists: tuple[Any, ...] = ()
    last_checked: Moment = None


class DmarcBlocklistEvent(Model):
    """Dmarc domains blocklist event."""

    blocklist: str | None = None
    listed_at: Moment = None
    delisted_at: Moment = None
    reason: str | None = None


class DmarcSpamTrap(Model):
    """Dmarc spam trap."""

    email: str | None = None
    hit_count: int | None = None
    last_hit: Moment = None
    source: str | None = None


class DmarcHealthFactors(Model):
    """Dmarc health score info factors."""

    dmarc: int | None = None
    spf: int | None = None
    dkim: int | None = None
    blocklist: int | None = None
    spam_traps: int | None = None
    bounce_rate: int | None = None


class DmarcHealth(Model):
    """Dmarc health score info."""

    score: int | None = None
    grade: str | None = None
    factors: DmarcHealthFactors | None = None
