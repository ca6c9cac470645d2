"""What the header says now, gathered from the session."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from mttui.stores.watch import Sending
from mttui.views.header import HeaderFacts

from .session import Session

_REQUESTS_WORTH_SAYING = 2
"""Requests by which the figure must differ before it is written anew: each change is bytes."""


class HeaderSource:
    """Gathers the facts of the header.

    Args:
        session: the account.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._requests = 0

    def count_requests(self) -> None:
        """Take a new look at the requests of the last minute; call it every few seconds."""
        used = self._session.client.transport.budget.used
        if abs(used - self._requests) >= _REQUESTS_WORTH_SAYING or not used:
            self._requests = used

    def facts(self, *, asleep: bool = False) -> HeaderFacts:
        """Return what the header says now."""
        session = self._session
        stores, profile = session.stores, session.profile
        status, queues = stores.status.snapshot, stores.queues.snapshot.value
        now = session.client.transport.platform_now()
        return HeaderFacts(
            profile=profile.name,
            production=profile.production,
            read_only=profile.read_only,
            world="DEMO" if session.demo else "SANDBOX" if profile.sandbox else "",
            sending=Sending.of(status.value),
            stale=status.is_stale(session.clock.monotonic()),
            pending=queues.pending if queues else None,
            incidents=len(stores.watch.active),
            requests=self._requests,
            budget=session.client.transport.budget.per_minute,
            halted=self._halted(asleep=asleep),
            utc=now.astimezone(UTC).strftime("%H:%M"),
            local=_local(now, session.ui.zone),
        )

    def _halted(self, *, asleep: bool) -> str:
        since = self._session.frozen_since
        if since is not None:
            return f"FROZEN {since.strftime('%H:%M')}"
        return "ASLEEP" if asleep else ""


def _local(now: datetime, zone: tzinfo) -> str:
    local = now.astimezone(zone)
    if local.utcoffset() == UTC.utcoffset(None) and local.tzname() == "UTC":
        return ""
    return local.strftime("%H:%M %Z")
