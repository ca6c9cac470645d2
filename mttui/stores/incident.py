"""One velocity event: what is known of it, and what has been observed."""

from __future__ import annotations

from datetime import datetime

from mttui.api.models.velocity import VelocityEvent, VelocityRule

from .evidence import Evidence
from .flow import rate_of
from .platform import PlatformStores
from .timeline import Timeline
from .watch import Sending

SPAM_RATE = "spam_rate"
"""Spam bounces (class 50 to 54) of what was sent: it follows from sampled bounces only."""


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
