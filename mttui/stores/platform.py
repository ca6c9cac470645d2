"""The stores of the whole account, shared by all screens: wired once, polled only where shown.

Intervals are in seconds, calm and during an incident. Together they stay within 60 requests a minute
on a calm platform and 180 in an incident (design: bars).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from mttui.api.budget import Priority
from mttui.api.client import Mailtarget
from mttui.api.clock import Clock

from .flow import WINDOW, Flow
from .poller import Poller
from .store import Store
from .trends import SampleKeeper, Trends
from .watch import IncidentWatch

_API_LOG_ROWS = 100


class PlatformStores:
    """What is known of the account now.

    Args:
        client: asks the platform.
        clock: time and waiting.
        rng: source of the polls' jitter.
        keeper: keeps samples over a restart; ``None`` for memory only.
        on_fault: told of exceptions that are bugs of mttui.
        incident_budget: requests a minute while an incident is open; as on calm days when left out.
    """

    def __init__(
        self,
        client: Mailtarget,
        *,
        clock: Clock,
        rng: random.Random,
        keeper: SampleKeeper | None = None,
        on_fault: Callable[[BaseException], None],
        incident_budget: int | None = None,
    ) -> None:
        self.client = client
        self.clock = clock
        self.poller = Poller(clock=clock, rng=rng, on_fault=on_fault)
        self.trends = Trends(clock=clock, keeper=keeper)
        polls, watch = client.for_polls(), client.for_polls(Priority.WATCH)
        self.status = Store(
            "velocity.status",
            watch.velocity.status.get,
            interval=6,
            incident_interval=3,
            topics=("velocity",),
        )
        self.events = Store(
            "velocity.events",
            lambda: watch.velocity.events.list(per_page=50),
            interval=60,
            incident_interval=6,
            topics=("velocity.events",),
        )
        self.rules = Store(
            "velocity.rules",
            polls.velocity.rules.list,
            interval=60,
            incident_interval=30,
            topics=("velocity.rules",),
        )
        self.queues = Store(
            "sending_queues",
            polls.sending_queues.get,
            interval=6,
            incident_interval=5,
            topics=("sending_queues",),
        )
        self.flow: Store[Flow] = Store(
            "stats", self._fetch_flow, interval=10, incident_interval=5, topics=("stats",)
        )
        self.reputation = Store(
            "reputation.score", polls.reputation.score.get, interval=60, incident_interval=30
        )
        self.domains = Store(
            "reputation.domains", polls.reputation.domains.list, interval=60, incident_interval=30
        )
        self.ips = Store("reputation.ips", polls.reputation.ips.list, interval=60, incident_interval=30)
        self.quotas = Store("quotas", polls.quotas.get, interval=60, topics=("quotas",))
        self.alerts = Store("alerts", polls.alerts.list, interval=60, topics=("alerts",))
        self.egress = Store("webhooks.egress_stats", polls.webhooks.egress_stats.get, interval=20)
        self.api_log = Store(
            "api_logs", lambda: polls.api_logs.list(per_page=_API_LOG_ROWS), interval=20, incident_interval=15
        )
        self._calm_budget = client.transport.budget.per_minute
        self._incident_budget = incident_budget or self._calm_budget
        self._at_work = 0
        self.watch = IncidentWatch(self.status, self.events, self.poller)
        self._polls = polls
        self._stop_listening = client.on_changed(
            lambda operation, _: self.poller.put_out_of_date(operation.refreshes)
        )

    def start(self) -> None:
        """Begin to watch for incidents and to sample what the trend lines show."""
        self._sample(
            self.queues, "queue.pending", lambda queues: queues.regular.pending if queues.regular else None
        )
        self._sample(self.flow, "flow.bounce_rate", lambda flow: flow.bounce_rate)
        self._sample(self.flow, "flow.complaint_rate", lambda flow: flow.complaint_rate)
        self._sample(self.flow, "flow.sent", lambda flow: flow.sent)
        self._sample(self.reputation, "reputation.score", lambda reputation: reputation.score)
        self._sample(self.egress, "egress.pending", lambda egress: egress.total_pending)
        self.watch.subscribe(lambda began, ended: self._set_budget())  # noqa: ARG005  # looks itself
        self.watch.start()

    def work(self) -> Callable[[], None]:
        """Allow the requests of an incident while a person works through something; returns what ends that.

        Triage is one request a thread read and one a thread dealt with: the budget of a calm screen would
        keep the person waiting, not the polls.
        """
        self._at_work += 1
        self._set_budget()
        is_over = False

        def end() -> None:
            nonlocal is_over
            if not is_over:
                is_over = True
                self._at_work -= 1
                self._set_budget()

        return end

    def _set_budget(self) -> None:
        is_busy = self.watch.is_open or self._at_work > 0
        self.client.transport.budget.per_minute = self._incident_budget if is_busy else self._calm_budget

    async def close(self) -> None:
        """End all polling."""
        self._stop_listening()
        await self.poller.close()

    async def _fetch_flow(self) -> Flow:
        now = self.client.transport.platform_now()
        return Flow.of(await self._polls.stats.get(date_from=now - WINDOW, date_to=now))

    def _sample(self, store: Store[Any], series: str, value: Callable[[Any], float | None]) -> None:
        last: float | None = None

        def came() -> None:
            nonlocal last
            snapshot = store.snapshot
            if snapshot.value is not None and snapshot.at != last:
                last = snapshot.at
                self.trends.record(series, value(snapshot.value))

        store.subscribe(came)
        came()
