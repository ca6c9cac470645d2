"""The API is unwell for eight minutes: slow, 5xx, 429, cut connections. Sending itself is fine."""

from __future__ import annotations

from .base import CALM_START, FAIR, Scenario, Weather

_LASTS = 480
_STORM = Weather(slow_ms=(150, 1200), server_error=0.18, rate_limited=0.08, cut=0.04, egress=0.02)


def _weather(elapsed: int) -> Weather:
    return _STORM if CALM_START <= elapsed < CALM_START + _LASTS else FAIR


BROWNOUT = Scenario(
    name="brownout",
    summary="The API answers slowly, with errors, or half; sending goes on.",
    hint="Nothing to stop here: panels keep their last figures and say STALE, then come back by "
    "themselves. The request log shows what the platform answered.",
    phases=((0, "calm"), (CALM_START, "brownout"), (CALM_START + _LASTS, "recovered")),
    weather=_weather,
)
