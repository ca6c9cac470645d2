"""The question whether to leave."""

from __future__ import annotations

from .dialogs import Confirm, Question
from .host import Host


class Leaving(Confirm):
    """Asks whether to leave; `ctrl+c` while it is open leaves at once.

    `ctrl+c` overtakes keys that were pressed before it: those are meant for what was there before, and
    do not answer this question.

    Args:
        says: what leaving would end.
        asked_at: when the key was pressed that asks, in seconds of ``monotonic``.
    """

    def __init__(self, says: tuple[str, ...], asked_at: float) -> None:
        super().__init__(Question("Leave mttui?", says, yes="Leave", no="Stay"))
        self._asked_at = asked_at

    async def action_press(self, key_id: str) -> None:
        """Do what a key does that was pressed after the question was there."""
        app = self.app
        if not isinstance(app, Host) or app.pressed_at >= self._asked_at:
            await super().action_press(key_id)
