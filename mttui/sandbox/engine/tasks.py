"""Work that takes a while: imports, exports, validations, erasures. Pending first, then completed.

A task is a document of its own kind. When its time has come, the function registered for that kind with
:func:`finishes` does the work within the world's tick and fills in what came of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..clock import iso
from .documents import Document

if TYPE_CHECKING:
    from .world import World

Finish = Callable[["World", Document], None]

FINISHES: dict[str, Finish] = {}
"""What completes a task, by the kind of its document."""

PENDING, COMPLETED, FAILED = "pending", "completed", "failed"


class TaskFailed(Exception):
    """The work could not be done; its text becomes the task's ``error``."""


def finishes(kind: str) -> Callable[[Finish], Finish]:
    """Register what completes tasks of a kind; it may change ``document.body``, which is then kept.

    Raises:
        TypeError: the kind has one already.
    """

    def register(finish: Finish) -> Finish:
        if kind in FINISHES:
            raise TypeError(f"{kind} is completed already")
        FINISHES[kind] = finish
        return finish

    return register


class Tasks:
    """The tasks of a world that are under way."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._due: dict[tuple[str, str], int] = {}

    def start(self, kind: str, task_id: str, body: dict[str, Any], *, seconds: int = 5) -> Document:
        """Begin a task that will be completed in so many simulated seconds; returns its document.

        ``body`` gets ``status`` and ``createdAt`` where it has none of its own.
        """
        body.setdefault("status", PENDING)
        body.setdefault("createdAt", iso(self._world.now))
        due = self._world.now + seconds
        document = Document(kind, task_id, body, stage=PENDING, label=f"due:{due}")
        self._world.documents.put(document)
        self._due[kind, task_id] = due
        return document

    def tick(self, now: int) -> None:
        """Complete what is due."""
        if not self._due:
            return
        for (kind, task_id), due in sorted(self._due.items(), key=lambda each: each[1]):
            if due > now:
                return
            del self._due[kind, task_id]
            document = self._world.documents.get(kind, task_id)
            if document is not None:
                self._complete(document)

    def cancel(self, kind: str, task_id: str) -> None:
        """Do not complete a task after all."""
        self._due.pop((kind, task_id), None)

    def _complete(self, document: Document) -> None:
        document.stage = document.body["status"] = COMPLETED
        document.body["completedAt"] = iso(self._world.now)
        try:
            FINISHES[document.kind](self._world, document)
        except TaskFailed as failure:
            document.stage = document.body["status"] = FAILED
            document.body["error"] = str(failure)
        self._world.documents.put(document)

    def restore(self) -> None:
        """Take up what an earlier run left under way."""
        for kind in FINISHES:
            for document in self._world.documents.at_stage(kind, PENDING):
                self._due[kind, document.id] = int(document.label.removeprefix("due:"))
