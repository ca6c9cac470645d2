"""The question whether to leave."""

from __future__ import annotations

from .dialogs import Confirm, Question


class Leaving(Confirm):
    """Asks whether to leave; `ctrl+c` while it is open leaves at once."""

    def __init__(self) -> None:
        super().__init__(Question("Leave mttui?", yes="Leave", no="Stay"))
