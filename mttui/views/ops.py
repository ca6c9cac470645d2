"""The Ops screen as data: its panels, what each shows, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mttui.stores.platform import PlatformStores
from mttui.stores.store import Store
from mttui.text import Line

from .arrangement import Part, Slot, across, down
from .ops_mail import flow, queues, sending
from .ops_standing import api_calls, egress, limits, reputation

Body = Callable[[PlatformStores, int, int], list[Line]]
"""Takes the stores, width and height; returns the lines of a panel."""


@dataclass(frozen=True)
class OpsPanel:
    """One live panel."""

    id: str
    title: str
    stores: Callable[[PlatformStores], tuple[Store[Any], ...]]
    """What it shows; the first is the one whose age stands in the title."""
    body: Body
    opens: str
    """The place that Enter opens."""


PANELS: tuple[OpsPanel, ...] = (
    OpsPanel("sending", "Sending", lambda s: (s.status, s.rules, s.flow), sending, "incidents"),
    OpsPanel("flow", "Flow, last 5 min", lambda s: (s.flow, s.rules), flow, "campaigns"),
    OpsPanel("queues", "Queues", lambda s: (s.queues,), queues, "campaigns"),
    OpsPanel(
        "reputation", "Reputation", lambda s: (s.reputation, s.domains, s.ips), reputation, "deliverability"
    ),
    OpsPanel("limits", "Quotas and alerts", lambda s: (s.quotas, s.alerts), limits, "platform"),
    OpsPanel("egress", "Webhook egress", lambda s: (s.egress,), egress, "platform"),
    OpsPanel("api", "API calls", lambda s: (s.api_log,), api_calls, "compliance"),
)
"""The panels in the order that Tab visits them."""

_WIDE, _VERY_WIDE = 110, 170


def arrange(width: int, height: int) -> Part:  # noqa: ARG001  # every arrangement takes both
    """Return where the panels stand: two columns at 80, three from 110 on."""
    if width >= _VERY_WIDE:
        return across(
            down(Slot("sending", least=6, most=8), Slot("flow", least=8), weight=2),
            down(Slot("queues", least=8), Slot("reputation", least=12)),
            down(Slot("limits", least=6, most=10), Slot("egress", least=5, most=12), Slot("api", least=5)),
        )
    if width >= _WIDE:
        return across(
            down(Slot("sending", least=6, most=8), Slot("flow", least=8)),
            down(Slot("queues", least=6), Slot("reputation", least=10)),
            down(Slot("limits", least=6, most=9), Slot("egress", least=4, most=9), Slot("api", least=4)),
        )
    return across(
        down(
            Slot("sending", least=5, most=7), Slot("flow", least=5, weight=3), Slot("limits", least=4, most=6)
        ),
        down(
            Slot("queues", least=6, weight=2, most=9),
            Slot("reputation", least=5, most=8),
            Slot("egress", least=3, most=5),
            Slot("api", least=3),
        ),
    )
