"""What a scenario is: what is prepared, what happens when, and the weather on the API."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.world import World

CALM_START = 60
"""Simulated seconds for which every scenario is calm."""


@dataclass(frozen=True, slots=True)
class Weather:
    """How well the API itself is; shares are from 0 to 1."""

    slow_ms: tuple[int, int] = (0, 0)
    """Real milliseconds added to an answer, from and to."""
    server_error: float = 0.0
    rate_limited: float = 0.0
    cut: float = 0.0
    """Share of answers that end in mid-body."""
    egress: float = 1.0
    """Part of the webhook egress capacity that is left."""


FAIR = Weather()


def _nothing(world: World) -> None:
    """Prepare nothing."""


def _no_act(world: World, elapsed: int) -> None:
    """Let things take their course."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A story that the sandbox plays. What it sets going follows the platform's own rules."""

    name: str
    summary: str
    before: str
    """One line for the bottom of the demo while nothing has happened yet; at most 72 cells, as the others."""
    hint: str
    """One line for a person who plays it, once it has happened: what to look for, which keys to try."""
    phases: tuple[tuple[int, str], ...]
    """Seconds since the start, and what is called so from then on."""
    prepare: Callable[[World], None] = _nothing
    """Runs once, at the start, after the warm-up traffic."""
    act: Callable[[World, int], None] = _no_act
    """Runs every simulated second with the seconds since the start."""
    weather: Callable[[int], Weather] = lambda _elapsed: FAIR
    after: str = ""
    """One line for when it has been dealt with; without it ``before`` stands there again."""

    def phase(self, elapsed: int) -> str:
        """Return what the time since the start is called."""
        return [name for since, name in self.phases if since <= max(0, elapsed)][-1]
