"""The evidence of one incident: questions asked side by side while the incident room is shown."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from mttui.api.client import Mailtarget
from mttui.api.errors import Forbidden, NotFound
from mttui.api.models.api_logs import ApiLog
from mttui.api.models.audit_logs import AuditLog
from mttui.api.models.campaigns import Campaign
from mttui.api.models.smtp_credentials import SmtpCredential
from mttui.api.pages import MAX_PER_PAGE, Page

from .flow import WINDOW, Flow
from .newcomers import Newcomers, newcomers
from .platform import PlatformStores
from .store import Store
from .suspects import Facts, Samples, Source, SourceKind, Suspect, rank

SPAM_CLASSES = range(50, 55)
"""Bounce classes that count as spam bounces (platform-facts, section 5)."""
_OVER = frozenset({"draft", "sent", "reported", "cancelled", "canceled", "completed", "done"})
"""States in which nothing more goes out."""


@dataclass(frozen=True)
class Senders:
    """Everything that may be sending now."""

    campaigns: tuple[Campaign, ...] = ()
    batches: tuple[Any, ...] = ()
    single_sends: tuple[Any, ...] = ()
    credentials: tuple[SmtpCredential, ...] = ()

    def known(self) -> Mapping[Source, Facts]:
        """Return what is known of each of them that has not ended."""
        found: dict[Source, Facts] = {}
        for campaign in self.campaigns:
            waiting = None
            if campaign.member_count is not None and campaign.sent_count is not None:
                waiting = max(0, campaign.member_count - campaign.sent_count)
            found[Source(SourceKind.CAMPAIGN, campaign.id)] = Facts(
                name=campaign.subject or campaign.id,
                state=campaign.stage or "",
                waiting=waiting,
                since=campaign.last_update,
                stoppable=_may_send(campaign.stage),
            )
        for kind, rows in (
            (SourceKind.BATCH, self.batches),
            (SourceKind.SINGLE_SEND, self.single_sends),
        ):
            for row in rows:
                found[Source(kind, row.id)] = Facts(
                    name=row.name or row.id,
                    state=row.status or "",
                    since=row.created_at,
                    stoppable=_may_send(row.status),
                )
        for credential in self.credentials:
            found[Source(SourceKind.SMTP_CREDENTIAL, credential.id)] = Facts(
                name=_credential_name(credential), state="valid", since=credential.created_at
            )
        return found


def _is_about_to_send(suspect: Suspect) -> bool:
    """A credential that nobody uses sends nothing by itself; all others may begin any moment."""
    return suspect.facts.stoppable and suspect.source.kind is not SourceKind.SMTP_CREDENTIAL


def _credential_name(credential: SmtpCredential) -> str:
    """Credentials share a user name (platform-facts, section 1): the id tells them apart."""
    return f"{credential.name or credential.username} #{credential.id}"


def _may_send(state: str | None) -> bool:
    return bool(state) and (state or "").casefold() not in _OVER


@dataclass(frozen=True)
class Breakdowns:
    """The window's bounces by reason and class."""

    reasons: tuple[Any, ...] = ()
    classes: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Logs:
    """Who changed what, and which key or address is new."""

    audit: tuple[AuditLog, ...] = ()
    api: tuple[ApiLog, ...] = ()
    newcomers: Newcomers = field(default_factory=Newcomers)


class Evidence:
    """Stores of one incident; wanted by the incident room while it is shown.

    Args:
        platform: the account's stores, for the client and the figures shared with other screens.
        event_id: the velocity event.
        began: when it fired, by the platform's clock; ``None`` where it is not known.
    """

    def __init__(self, platform: PlatformStores, event_id: str, began: datetime | None) -> None:
        self.platform = platform
        self.event_id = event_id
        self.began = began
        self._older: tuple[ApiLog, ...] = ()
        self._polls: Mailtarget = platform.client.for_polls()
        self.samples: Store[Samples] = Store(
            "incident.samples", self._fetch_samples, interval=10, incident_interval=6, topics=("events",)
        )
        self.senders: Store[Senders] = Store(
            "incident.senders",
            self._fetch_senders,
            interval=20,
            incident_interval=15,
            topics=("campaigns", "batches", "single_sends", "smtp_credentials"),
        )
        self.breakdowns: Store[Breakdowns] = Store(
            "incident.breakdowns", self._fetch_breakdowns, interval=20, incident_interval=15
        )
        self.logs: Store[Logs] = Store(
            "incident.logs", self._fetch_logs, interval=30, incident_interval=20, topics=("audit_logs",)
        )

    @property
    def spam_rate(self) -> float | None:
        """Spam bounces in percent of what was sent, by the sampled bounces; ``None`` before there are any."""
        samples, flow = self.samples.snapshot.value, self.platform.flow.snapshot.value
        if samples is None or flow is None or flow.bounce_rate is None:
            return None
        if not samples.bounced:
            return 0.0
        spam = sum(event.bounce_class in SPAM_CLASSES for event in samples.bounced)
        return flow.bounce_rate * spam / len(samples.bounced)

    @property
    def stores(self) -> tuple[Store[Any], ...]:
        """Every store of the incident, and those of the account that the room shows, too."""
        shared = self.platform
        return (
            self.samples,
            self.senders,
            self.breakdowns,
            self.logs,
            shared.flow,
            shared.queues,
            shared.rules,
            shared.reputation,
            shared.ips,
            shared.domains,
        )

    def suspects(self) -> tuple[Suspect, ...]:
        """Rank the suspects by what is known now."""
        flow = self.platform.flow.snapshot.value or Flow()
        samples = replace(self.samples.snapshot.value or Samples(), flow=flow)
        senders = self.senders.snapshot.value or Senders()
        return tuple(
            suspect
            for suspect in rank(samples, senders.known())
            if suspect.bounces or suspect.traffic_share or _is_about_to_send(suspect)
        )

    def _asker(self, store: Store[Any]) -> Mailtarget:
        """Whoever opens the room waits for its first figures, so these go ahead of polls."""
        return self.platform.client if store.snapshot.value is None else self._polls

    def _window(self) -> tuple[datetime, datetime]:
        now = self._polls.transport.platform_now()
        return now - WINDOW, now

    async def _fetch_samples(self) -> Samples:
        since, until = self._window()
        events = self._asker(self.samples).events
        bounced, delivered = await asyncio.gather(
            events.list(event="bounced", date_from=since, date_to=until, per_page=MAX_PER_PAGE),
            events.list(event="delivered", date_from=since, date_to=until, per_page=MAX_PER_PAGE),
        )
        return Samples(bounced.rows, delivered.rows)

    async def _fetch_senders(self) -> Senders:
        client = self._asker(self.senders)
        campaigns, batches, single_sends, credentials = await asyncio.gather(
            client.campaigns.list(per_page=MAX_PER_PAGE),
            _or_nothing(client.batches.list()),
            _or_nothing(client.single_sends.list(per_page=MAX_PER_PAGE)),
            _or_nothing(client.smtp_credentials.list()),
        )
        return Senders(campaigns.rows, tuple(batches), tuple(single_sends), tuple(credentials))

    async def _fetch_breakdowns(self) -> Breakdowns:
        since, until = self._window()
        metrics = self._asker(self.breakdowns).metrics
        reasons, classes = await asyncio.gather(
            metrics.bounce_reasons.list(date_from=since, date_to=until),
            metrics.bounce_classifications.list(date_from=since, date_to=until),
        )
        return Breakdowns(reasons.rows, classes.rows)

    async def _fetch_logs(self) -> Logs:
        client = self._asker(self.logs)
        audit, recent = await asyncio.gather(
            client.audit_logs.list(per_page=MAX_PER_PAGE), client.api_logs.list(per_page=MAX_PER_PAGE)
        )
        older = await self._older_calls(client, recent)
        own = {f"{entry.method} {entry.path}" for entry in client.transport.trace if entry.method != "GET"}
        return Logs(audit.rows, recent.rows, newcomers(audit, recent, older, self.began, own_changes=own))

    async def _older_calls(self, client: Mailtarget, recent: Page[ApiLog]) -> Iterable[ApiLog]:
        """The log's last page: what was usual before, to tell a new address or key by. Asked for once."""
        if recent.is_last or recent.total is None:
            return ()
        if not self._older:
            last_page = -(-recent.total // MAX_PER_PAGE)
            self._older = (await client.api_logs.list(page=last_page, per_page=MAX_PER_PAGE)).rows
        return self._older


async def _or_nothing(question: Any) -> Any:
    """Return the answer, or nothing where the family is not deployed or not for this key."""
    try:
        return await question
    except (NotFound, Forbidden):
        return ()
