"""The API is unwell for eight minutes: slow, 5xx, 429, cut connections. Sending itself is fine."""

from __future__ import annotations

from .base import CALM_START, FAIR, Scenario, Weather

_LASTS = 480
_STORM = Weather(slow_ms=(150, 1200), server_error=0.18, rate_limited=0.08, cut=0.04, egress=0.005)


def _weather(elapsed: int) -> Weather:
    return _STORM if CALM_START <= elapsed < CALM_START + _LASTS else FAIR


BROWNOUT = Scenario(
    name="brownout",
    summary="The API answers slowly, with errors, or half; sending goes on.",
    before="Minutes 1 to 9 the API is unwell: figures turn STALE, L shows why.",
    hint="Figures go STALE and come back by themselves; L shows every answer.",
    phases=((0, "calm"), (CALM_START, "brownout"), (CALM_START + _LASTS, "recovered")),
    weather=_weather,
)
