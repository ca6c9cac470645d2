"""The account's stores without a platform behind them: tests put the data in."""

from __future__ import annotations

import random

import httpx

from mttui.api.budget import RequestBudget
from mttui.api.client import Mailtarget
from mttui.api.models.velocity import VelocityEvent, VelocityRule, VelocityStatus
from mttui.api.pages import Page
from mttui.api.trace import Trace
from mttui.api.transport import Transport, TransportSettings
from mttui.stores.flow import Flow
from mttui.stores.platform import PlatformStores
from tests.stepped_clock import START, SteppedClock

EVENT = VelocityEvent.read(
    {
        "_id": "evt_9",
        "ruleId": "rule_001",
        "ruleName": "Bounce rate spike",
        "triggeredAt": START.isoformat(),
        "action": "pause",
        "metricValue": 7.2,
        "threshold": 5.0,
        "status": "active",
    }
)
RULE = VelocityRule.read(
    {
        "_id": "rule_001",
        "name": "Bounce rate spike",
        "metric": "bounce_rate",
        "threshold": 5.0,
        "active": True,
    }
)


class _Key:
    def reveal(self) -> str:
        return "test-key"


def offline_client(clock: SteppedClock) -> Mailtarget:
    """A client whose every request fails: nothing in these tests may ask the platform."""

    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError(f"no platform in this test: {request.url}")

    transport = Transport(
        TransportSettings(),
        key=_Key(),
        clock=clock,
        rng=random.Random(1),
        budget=RequestBudget(60, clock=clock),
        trace=Trace(),
        http_transport=httpx.MockTransport(refuse),
    )
    return Mailtarget(transport)


def offline_stores(clock: SteppedClock) -> PlatformStores:
    """Stores with nothing in them."""

    def fault(trouble: BaseException) -> None:
        raise trouble

    return PlatformStores(offline_client(clock), clock=clock, rng=random.Random(1), on_fault=fault)


def fill(stores: PlatformStores, flow: Flow, *, sending: str = "paused") -> None:
    """Put in a rule, a sending status and the last five minutes."""
    at = stores.clock.monotonic()
    stores.rules.replace(Page((RULE,)), at)
    stores.status.replace(VelocityStatus.read({"activeEvents": 1, "sendingStatus": sending}), at)
    stores.flow.replace(flow, at)
