"""The incidents of this session: found as they begin, kept with their timelines.

What one incident needs is imported when there is one: a calm start must not wait for it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from mttui.api.models.velocity import VelocityEvent

from .platform import PlatformStores

if TYPE_CHECKING:
    import asyncio

    from .incident import Incident
    from .levers import Levers
    from .response import Intervention, Responder
    from .timeline import Outcome, TimelineKeeper


class Incidents:
    """Finds incidents, keeps their timelines, and pulls the levers.

    Args:
        platform: the account's stores.
        who: the person at the keyboard, as ``user@host``.
        keeper: keeps timelines over a restart; ``None`` for memory only.
    """

    def __init__(self, platform: PlatformStores, *, who: str, keeper: TimelineKeeper | None = None) -> None:
        self._platform = platform
        self._who = who
        self._keeper = keeper
        self._incidents: dict[str, Incident] = {}
        self._release_flow: Callable[[], None] | None = None

    @functools.cached_property
    def levers(self) -> Levers:
        """What can be done about an incident."""
        from .levers import Levers  # noqa: PLC0415 (as above)

        return Levers(self._platform.client)

    @functools.cached_property
    def responder(self) -> Responder:
        """Carries out what is done about an incident."""
        from .response import Responder  # noqa: PLC0415 (as above)

        return Responder(self._platform.client, self._platform.clock)

    def start(self) -> None:
        """Begin to follow incidents; before the watch starts, so that none is missed."""
        self._platform.watch.subscribe(self._changed)
        self._platform.flow.subscribe(self._observe)
        self._platform.status.subscribe(self._observe)

    def of(self, event: VelocityEvent) -> Incident:
        """Return the incident of an event, active or not."""
        from .incident import Incident  # noqa: PLC0415 (as above)
        from .timeline import Timeline  # noqa: PLC0415

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

    def carry_out(self, incident: Incident, intervention: Intervention) -> asyncio.Task[Outcome]:
        """Pull a lever; the incident's timeline tells what comes of it, and the task how it ended."""
        task = self.responder.start(intervention, incident.timeline)
        changed = (*intervention.operation.refreshes, "audit_logs")
        # Refused, too: somebody else may have done it meanwhile.
        task.add_done_callback(lambda _: self._platform.poller.put_out_of_date(changed))
        return task

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
