"""Reputation: sinks slowly while too much comes back, recovers more slowly still.

The reference names what it covers but no fields. Those the sandbox answers with are its own: ``score``
(0 to 100), ``grade``, ``factors`` of ``name``, ``score``, ``status``; for domains ``domain``, ``spf``,
``dkim``, ``dmarc``, ``blocklisted``, ``ispScores``; for IPs ``ip``, ``pool``, ``warmupDay``.
"""

from __future__ import annotations

from ..company import POOLS, SENDING_DOMAINS
from .window import Window

LINE = 5.0
"""Percent bounced above which a reputation sinks."""
_FALL = 0.02
"""Points lost at each check for every percent above the line…"""
_STEEPEST = 0.25
"""… but no more than this."""
_CLIMB = 0.02
"""Points won back at each check."""
_ENOUGH = 20
"""Messages in the window below which nothing can be said."""

ACCOUNT = ("all", "")
_BASES = {ACCOUNT: 94.0}
_BASES.update({("domain", domain): 96.0 - place for place, domain in enumerate(SENDING_DOMAINS)})
_BASES.update(
    {("ip", ip): 95.0 - place for place, ip in enumerate(ip for p in POOLS.values() for ip in p.ips)}
)


class Reputation:
    """Scores of the account, its sending domains and its IPs."""

    def __init__(self, window: Window, scores: dict[str, float] | None = None) -> None:
        self._window = window
        self._scores = dict(_BASES)
        for name, score in (scores or {}).items():
            dimension, _, key = name.partition("/")
            self._scores[dimension, key] = score

    def check(self) -> None:
        """Move every score by what the last five minutes say."""
        for (dimension, key), score in self._scores.items():
            sent = self._window.count("sent", dimension, key)
            if sent < _ENOUGH:
                continue
            over = 100 * self._window.count("bounced", dimension, key) / sent - LINE
            if over > 0:
                score = max(0.0, score - min(_STEEPEST, _FALL * over))  # noqa: PLW2901  # the new one
            else:
                score = min(_BASES[dimension, key], score + _CLIMB)  # noqa: PLW2901  # the new one
            self._scores[dimension, key] = score

    def score(self, dimension: str = "all", key: str = "") -> float:
        """Return a score with one decimal; the account's own without arguments."""
        return round(self._scores[dimension, key], 1)

    def keys(self, dimension: str) -> list[str]:
        """Return the domains or IPs that have a score."""
        return [key for dim, key in self._scores if dim == dimension]

    def dump(self) -> dict[str, float]:
        """Return the scores for keeping."""
        return {f"{dimension}/{key}": score for (dimension, key), score in self._scores.items()}
