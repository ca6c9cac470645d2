"""What spoils an answer: a fault set by hand, the scenario's weather, or the error rate."""

from __future__ import annotations

from dataclasses import dataclass

from ..chance import Chance
from ..scenarios import Weather
from .faults import Fault
from .reply import Refusal, Reply

_HTML = b"""<!doctype html>
<html><head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>
"""
_HTML_SHARE = 0.3
"""Part of a storm's server errors that come as an HTML page."""
_RETRY_AFTER = 2
"""Seconds that a storm asks callers to wait."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happens to one answer."""

    status: int | None = None
    retry_after: int | None = None
    html: bool = False
    malformed: bool = False
    cut: bool = False

    @classmethod
    def draw(cls, fault: Fault, weather: Weather, error_rate: float, chance: Chance) -> Trouble:
        """Decide; a fault set by hand comes before the weather, that before the error rate."""
        draw, other = chance.random(), chance.random()
        if fault.status is not None:
            return cls(fault.status, fault.retry_after, html=fault.html)
        if fault.html or fault.malformed_json or fault.cut:
            return cls(html=fault.html, malformed=fault.malformed_json, cut=fault.cut)
        if draw < weather.server_error:
            html = other < _HTML_SHARE
            return cls(502 if html else 503, html=html)
        draw -= weather.server_error
        if draw < weather.rate_limited:
            return cls(429, _RETRY_AFTER)
        if draw < weather.rate_limited + weather.cut:
            return cls(cut=True)
        if other < error_rate:
            return cls(500 if draw < 0 or chance.happens(0.5) else 503)
        return cls()

    def strike(self) -> None:
        """Refuse the request when it is to fail before anything is done.

        Raises:
            Refusal: with the status that was drawn.
        """
        if self.status is not None:
            wait = {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}
            raise Refusal(
                self.status, _CODES.get(self.status, "SANDBOX_FAULT"), "as the sandbox was told", wait
            )


_CODES = {429: "RATE_LIMITED", 500: "INTERNAL_ERROR", 502: "BAD_GATEWAY", 503: "SERVICE_UNAVAILABLE"}


def spoil(reply: Reply, trouble: Trouble) -> Reply:
    """Return the answer as it is sent."""
    if trouble.html:
        reply.raw, reply.content_type = _HTML, "text/html"
    elif trouble.malformed:
        reply.raw = reply.body()[:-1] + b",}"
    return reply
