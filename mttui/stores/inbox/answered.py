"""A thread that is shown as answered, while the reply to it is on its way."""

from __future__ import annotations

from .overlay import Overlay
from .reply import Reply
from .splits import SNOOZED, status_of
from .triage import Triage


class Answered:
    """Takes a thread to be answered from now on: it leaves its split, and its clock stops.

    Args:
        reply: what answers it.
        overlay: where the lists find it.
        triage: counts the threads of a status.
    """

    def __init__(self, reply: Reply, overlay: Overlay, triage: Triage) -> None:
        known = overlay.version(reply.thread.id)
        self.before = reply.thread if known is None else known.thread
        """The thread as it was."""
        self._overlay = overlay
        self._answered: dict[str, object] = {
            "waiting_since": None, "last_direction": "outbound", "direction": "both",
        }  # fmt: skip
        status = SNOOZED if reply.draft.snooze else reply.draft.status
        if status:
            self._answered["status"] = status
        self._end_of_move = triage.expect(status_of(self.before), status or status_of(self.before))
        overlay.hold(self.before.id)
        overlay.put(self.before.model_copy(update=self._answered))

    @property
    def stands(self) -> bool:
        """Whether the thread still has the status that the reply gave it: nobody has set another since."""
        known = self._overlay.version(self.before.id)
        return known is None or known.thread.status == self._answered.get("status", self.before.status)

    def confirm(self, at: float) -> None:
        """The reply is out: what lists show that are asked from now on is so.

        Args:
            at: when, by the clock's ``monotonic``.
        """
        self._end_of_move()
        self._overlay.release(self.before.id, at)

    def take_back(self, at: float) -> None:
        """The reply is not out: show the thread as it was, but for what else was done to it since.

        Args:
            at: when, by the clock's ``monotonic``.
        """
        known = self._overlay.version(self.before.id)
        now = self.before if known is None else known.thread
        changes = {
            name: getattr(self.before, name)
            for name, value in self._answered.items()
            if getattr(now, name) == value
        }
        self._overlay.put(now.model_copy(update=changes))
        self.confirm(at)
