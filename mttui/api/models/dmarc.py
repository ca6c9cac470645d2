"""Models of dmarc."""

from __future__ import annotations

from typing import Any

from .base import Day, Model, Moment


class DmarcDomain(Model):
    """How far a domain is protected against forgery."""

    domain: str | None = None
    dmarc_status: str | None = None
    last_checked: Moment = None
    policy: str | None = None
    spf_aligned: bool | None = None
    dkim_aligned: bool | None = None


class DmarcRecord(Model):
    """What the DNS says of a domain."""

    domain: str | None = None
    dmarc_record: str | None = None
    spf_record: str | None = None
    dkim_selector: str | None = None


class DmarcSetupStep(Model):
    """One DNS record that is to be set."""

    record: str | None = None
    host: str | None = None
    value: str | None = None


class DmarcSetup(Model):
    """What is to be done before DMARC protects a domain."""

    domain: str | None = None
    steps: tuple[DmarcSetupStep, ...] = ()
    current_status: str | None = None


class DmarcMonitoredDomain(Model):
    """A domain that is watched."""

    domain: str | None = None
    monitoring_since: Day = None
    status: str | None = None


class DmarcBlocklist(Model):
    """Which blocklists a domain is on."""

    domain: str | None = None
    listed: bool | None = None
    blocklists: tuple[Any, ...] = ()
    last_checked: Moment = None


class DmarcBlocklistEvent(Model):
    """One time that a domain was on a blocklist."""

    blocklist: str | None = None
    listed_at: Moment = None
    delisted_at: Moment = None
    reason: str | None = None


class DmarcSpamTrap(Model):
    """An address that catches senders who did not ask."""

    email: str | None = None
    hit_count: int | None = None
    last_hit: Moment = None
    source: str | None = None


class DmarcHealthFactors(Model):
    """What the health score follows from, each from 0 to 100."""

    dmarc: int | None = None
    spf: int | None = None
    dkim: int | None = None
    blocklist: int | None = None
    spam_traps: int | None = None
    bounce_rate: int | None = None


class DmarcHealth(Model):
    """How healthy sending is."""

    score: int | None = None
    grade: str | None = None
    factors: DmarcHealthFactors | None = None
