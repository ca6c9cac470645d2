"""Nothing happens, for as long as one likes."""

from __future__ import annotations

from .base import Scenario

CALM = Scenario(
    name="calm",
    summary="A day like any other: no rule ever fires.",
    before="Nothing is wrong. 1 to 9 open the screens, ? lists the keys.",
    hint="Nothing is wrong. 1 to 9 open the screens, ? lists the keys.",
    phases=((0, "calm"),),
)
