"""The scenarios by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .base import Scenario, Weather
from .bounce_spike import BOUNCE_SPIKE
from .brownout import BROWNOUT
from .calm import CALM
from .inbox_flood import INBOX_FLOOD
from .leaked_key import LEAKED_KEY

SCENARIOS: Mapping[str, Scenario] = MappingProxyType(
    {scenario.name: scenario for scenario in (CALM, BOUNCE_SPIKE, LEAKED_KEY, INBOX_FLOOD, BROWNOUT)}
)

__all__ = ["SCENARIOS", "Scenario", "Weather"]
