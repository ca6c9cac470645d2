"""Threads that are shown as answered, while the replies to them are on their way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mttui.api.models.threads import Thread

from .overlay import Overlay
from .reply import Reply
from .splits import SNOOZED, status_of
from .triage import Triage

_ANSWERED: Mapping[str, Any] = {
    "waiting_since": None, "last_direction": "outbound", "direction": "both",
}  # fmt: skip


@dataclass(eq=False)
class Shown:
    """What one reply changes of how its thread is shown."""

    thread_id: str
    changes: Mapping[str, Any]
    uncount: Callable[[], None]


@dataclass(eq=False)
class _Thread:
    """A thread with replies on their way."""

    before: Thread
    """As the platform has it, without them."""
    shown: list[Shown] = field(default_factory=list)

    @property
    def changes(self) -> dict[str, Any]:
        """What they change together: of two that set a status, the later one counts."""
        kept = {name: getattr(self.before, name) for name in (*_ANSWERED, "status")}
        for each in self.shown:
            kept |= each.changes
        return kept


class Answered:
    """Takes threads to be answered: they leave their splits, and their clocks stop.

    Args:
        overlay: where the lists find them.
        triage: counts the threads of a status.
    """

    def __init__(self, overlay: Overlay, triage: Triage) -> None:
        self._overlay, self._triage = overlay, triage
        self._threads: dict[str, _Thread] = {}

    def show(self, reply: Reply) -> Shown:
        """Show the thread of a reply as answered, until that is confirmed or taken back."""
        now = self._now(reply.thread)
        known = self._threads.setdefault(now.id, _Thread(now))
        status = SNOOZED if reply.draft.snooze else reply.draft.status
        changes = {**_ANSWERED, "status": status} if status else _ANSWERED
        uncount = self._triage.expect(status_of(now), status or status_of(now))
        shown = Shown(now.id, changes, uncount)
        known.shown.append(shown)
        self._overlay.hold(now.id)
        self._overlay.put(now.model_copy(update=changes))
        return shown

    def before(self, shown: Shown) -> Thread:
        """Return a thread as the platform has it, without the replies to it that are on their way."""
        return self._threads[shown.thread_id].before

    def stands(self, shown: Shown) -> bool:
        """Whether a thread has the status that its replies gave it: nobody has set another one since."""
        known = self._threads[shown.thread_id]
        return status_of(self._now(known.before)) == status_of(known.before.model_copy(update=known.changes))

    def confirm(self, shown: Shown, at: float) -> None:
        """The reply is out: what lists show that are asked from now on is so.

        Args:
            shown: what the reply changed.
            at: when, by the clock's ``monotonic``.
        """
        known = self._threads[shown.thread_id]
        known.shown.remove(shown)
        known.before = known.before.model_copy(update=dict(shown.changes))
        self._end(shown, at)

    def take_back(self, shown: Shown, at: float) -> None:
        """The reply is not out: show the thread as it was, but for what else was done to it since.

        Args:
            shown: what the reply changed.
            at: when, by the clock's ``monotonic``.
        """
        known = self._threads[shown.thread_id]
        now, with_it = self._now(known.before), known.changes
        known.shown.remove(shown)
        undone = {name: value for name, value in known.changes.items() if getattr(now, name) == with_it[name]}
        self._overlay.put(now.model_copy(update=undone))
        self._end(shown, at)

    def _end(self, shown: Shown, at: float) -> None:
        if not self._threads[shown.thread_id].shown:
            del self._threads[shown.thread_id]
        shown.uncount()
        self._overlay.release(shown.thread_id, at)

    def _now(self, thread: Thread) -> Thread:
        version = self._overlay.version(thread.id)
        return thread if version is None else version.thread
