"""Lapak Pay takes the money twice, and customers complain: dozens of letters a minute, then fewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..engine.letters import FLOOD, lots
from .base import CALM_START, Scenario

if TYPE_CHECKING:
    from ..engine.world import World

_LOTS = lots(FLOOD)
_RISE = (18, 36, 48, 48, 48, 48, 48, 48)
"""Letters in each minute of the outage."""
_LASTS = 20
"""Minutes in which they become fewer."""
_EBB = 0.75
"""Part of a minute's letters that still comes in the next."""
LETTERS_A_MINUTE = (*_RISE, *(_RISE[-1] * _EBB**minute for minute in range(1, _LASTS + 1)))
"""From the end of the calm minute on."""


def _act(world: World, elapsed: int) -> None:
    minute = (elapsed - CALM_START) // 60
    if 0 <= minute < len(LETTERS_A_MINUTE):
        world.customers.wave(LETTERS_A_MINUTE[minute] / 60, _LOTS)


INBOX_FLOOD = Scenario(
    name="inbox-flood",
    summary="Customers are charged twice and complain: hundreds of letters about the same thing.",
    before="In a minute a flood of complaints: 3 opens the inbox, x marks, d, t.",
    hint="A flood of complaints: 3 opens the inbox, x marks, t answers, d closes.",
    phases=((0, "calm"), (CALM_START, "flood"), (CALM_START + 60 * len(LETTERS_A_MINUTE), "over")),
    act=_act,
    after="It is over. In the inbox (3): x marks, l labels, t answers, d closes.",
)
