"""The incidents of this session: each with its timeline, its evidence and what has been observed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from mttui.api.models.velocity import VelocityEvent, VelocityRule

from .evidence import Evidence
from .flow import Flow
from .levers import Levers
from .platform import PlatformStores
from .response import Intervention, Responder
from .timeline import Outcome, Timeline, TimelineKeeper
from .watch import Sending

_RATES: dict[str, Callable[[Flow], float | None]] = {
    "bounce_rate": lambda flow: flow.bounce_rate,
    "complaint_rate": lambda flow: flow.complaint_rate,
}
"""How the rate of a rule's metric follows from the window's figures."""


SPAM_RATE = "spam_rate"
"""Spam bounces (class 50 to 54) of what was sent: it follows from sampled bounces only."""


def rate_of(metric: str | None, flow: Flow | None) -> float | None:
    """Return the current rate of a metric in percent; ``None`` where the API does not give it.

    The reference names only ``bounce_rate``; a rule without a metric is taken for one of it.
    """
    if flow is None:
        return None
    measure = _RATES.get((metric or "bounce_rate").casefold())
    return measure(flow) if measure else None


class Incident:
    """One velocity event, what is known of it and what is done about it."""

    def __init__(self, event: VelocityEvent, platform: PlatformStores, timeline: Timeline) -> None:
        self.event = event
        self.timeline = timeline
        self.evidence = Evidence(platform, event.id, event.triggered_at)
        self.is_over = False
        self._platform = platform
        self._was_above: bool | None = None
        self._was_sending: Sending | None = None
        self.evidence.samples.subscribe(self._samples_came)

    @property
    def rule(self) -> VelocityRule | None:
        """The rule that fired, as it is now."""
        rules = self._platform.rules.snapshot.value or ()
        return next((rule for rule in rules if rule.id == self.event.rule_id), None)

    @property
    def threshold(self) -> float | None:
        """The rule's threshold in percent: as it is now, or as it was when it fired."""
        rule = self.rule
        return rule.threshold if rule and rule.threshold is not None else self.event.threshold

    @property
    def rate(self) -> float | None:
        """The rate that the rule watches, in percent, over the last five minutes."""
        if self.metric == SPAM_RATE:
            return self.evidence.spam_rate
        return rate_of(self.metric, self._platform.flow.snapshot.value)

    @property
    def metric(self) -> str:
        """What the rule watches; a rule that says nothing is taken to watch bounces."""
        rule = self.rule
        return ((rule.metric if rule else None) or "bounce_rate").casefold()

    @property
    def series(self) -> str:
        """Name of the series of the rate's trend line."""
        return f"flow.{self.metric}"

    @property
    def sending(self) -> Sending:
        """The state of sending."""
        return Sending.of(self._platform.status.snapshot.value)

    def began(self) -> None:
        """Write down that the rule fired."""
        event = self.event
        at = event.triggered_at or self._now()
        figures = ""
        if event.metric_value is not None and event.threshold is not None:
            figures = f": {event.metric_value:.1f} % > {event.threshold:.1f} %"
        action = f", action {event.action}" if event.action else ""
        self.timeline.seen(at, f"Rule “{event.rule_name or event.rule_id}” fired{figures}{action}")

    def ended(self) -> None:
        """Write down that the platform shows it no longer as active."""
        self.is_over = True
        self.timeline.seen(self._now(), "The event is no longer active")

    def observe(self) -> None:
        """Write down what has changed since the last look: sending, and the rate crossing the line."""
        sending = self.sending
        if sending is not self._was_sending and sending is not Sending.UNKNOWN:
            if self._was_sending is not None or sending is not Sending.ACTIVE:
                self.timeline.seen(self._now(), f"Sending is {sending.value.upper()}")
            self._was_sending = sending
        rate, threshold = self.rate, self.threshold
        if rate is None or threshold is None:
            return
        above = rate > threshold
        if self._was_above is not None and above is not self._was_above:
            way = "rose above" if above else "fell to or under"
            self.timeline.seen(
                self._now(), f"The rate {way} the line: {rate:.1f} % against {threshold:.1f} %"
            )
        self._was_above = above

    def _samples_came(self) -> None:
        if self.metric == SPAM_RATE:
            self._platform.trends.record(self.series, self.rate)

    def _now(self) -> datetime:
        return self._platform.client.transport.platform_now()


class Incidents:
    """Finds incidents, keeps their timelines, and pulls the levers.

    Args:
        platform: the account's stores.
        who: the person at the keyboard, as ``user@host``.
        keeper: keeps timelines over a restart; ``None`` for memory only.
    """

    def __init__(self, platform: PlatformStores, *, who: str, keeper: TimelineKeeper | None = None) -> None:
        self.levers = Levers(platform.client)
        self.responder = Responder(platform.client, platform.clock)
        self._platform = platform
        self._who = who
        self._keeper = keeper
        self._incidents: dict[str, Incident] = {}
        self._release_flow: Callable[[], None] | None = None

    def start(self) -> None:
        """Begin to follow incidents; before the watch starts, so that none is missed."""
        self._platform.watch.subscribe(self._changed)
        self._platform.flow.subscribe(self._observe)
        self._platform.status.subscribe(self._observe)

    def of(self, event: VelocityEvent) -> Incident:
        """Return the incident of an event, active or not."""
        incident = self._incidents.get(event.id)
        if incident is None:
            timeline = Timeline(event.id, who=self._who, keeper=self._keeper)
            incident = Incident(event, self._platform, timeline)
            incident.began()
            self._incidents[event.id] = incident
        return incident

    @property
    def current(self) -> Incident | None:
        """The active incident, the newest of several."""
        active = self._platform.watch.active
        return self.of(active[0]) if active else None

    def carry_out(self, incident: Incident, intervention: Intervention) -> None:
        """Pull a lever; the incident's timeline tells what comes of it."""
        task = self.responder.start(intervention, incident.timeline)
        task.add_done_callback(self._refresh_after)

    def _refresh_after(self, task: asyncio.Task[Outcome]) -> None:
        if not task.cancelled() and task.exception() is None and task.result() is not Outcome.FAILED:
            self._platform.poller.refresh_wanted()

    def _changed(self, began: tuple[VelocityEvent, ...], ended: tuple[VelocityEvent, ...]) -> None:
        for event in began:
            self.of(event)
        for event in ended:
            self.of(event).ended()
        if self._platform.watch.is_open and self._release_flow is None:
            self._release_flow = self._platform.poller.want(self._platform.flow)
        elif not self._platform.watch.is_open and self._release_flow is not None:
            self._release_flow()
            self._release_flow = None

    def _observe(self) -> None:
        for incident in self._incidents.values():
            if not incident.is_over:
                incident.observe()
