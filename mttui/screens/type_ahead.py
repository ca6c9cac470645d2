"""Keys one after the other, so that whoever knows what comes can type ahead of the screen.

Textual gives each key to what has the focus when it arrives. A key that opens a dialog is worked on later
than that: what was typed right behind it, or came in the same packet over a slow line, would go to the
screen below, where `d` is no letter. Here a key waits until the one before it is done: all that it set off
on its way up is worked on, and a screen that it opened has its focus.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from textual import events
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen

from mttui.widgets.output import LeanOutput

ReturnType = TypeVar("ReturnType")
Typed = events.Key | events.Paste

_DRAWN = 0.03
"""Seconds after which what a key did is drawn."""
_MOST_ROUNDS = 8
"""How often what a key set off is waited for: a message may bring another one."""


class TypeAhead(LeanOutput[ReturnType], Generic[ReturnType]):
    """An app that works on one key at a time."""

    pressed_at: float = 0.0
    """When the key that is worked on was pressed, in seconds of :func:`time.monotonic`."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[Typed] = deque()
        self._is_waiting = False
        """Whether what was set off by a key is being waited for."""
        self._holds = 0
        self._opened: Screen[object] | None = None
        """The screen that took the last key."""
        self._last: Typed | None = None
        """The key that is worked on, as far as is known."""
        self._target: DOMNode | None = None
        """What it was given to."""

    @contextmanager
    def typing_held(self) -> Iterator[None]:
        """Let what is typed wait for something that is about to open, or to be left.

        Escape does not wait: what was typed before it is forgotten, and the screen gets it at once.
        """
        self._holds += 1
        try:
            yield
        finally:
            self._holds -= 1
            if not self._holds and self._typed and not self._is_waiting:
                self._is_waiting = True
                self.call_later(self._work)

    @contextmanager
    def typing_free(self) -> Iterator[None]:
        """Take keys again, within :meth:`typing_held`, for a question; what was typed knew nothing of it."""
        self._typed.clear()
        self._holds -= 1
        try:
            yield
        finally:
            self._holds += 1

    def forget_typed(self) -> None:
        """Forget what waits: it was meant for something that does not come."""
        self._typed.clear()

    async def on_event(self, event: events.Event) -> None:
        """Let keys wait for those before them; one with priority does not."""
        if not isinstance(event, Typed) or event.is_forwarded:
            await super().on_event(event)
            if event is self._last:
                self._done_soon(event)
        elif self._is_free():
            await self._give(event)
        elif isinstance(event, events.Key) and await self._check_bindings(event.key, priority=True):
            pass
        elif self._holds and isinstance(event, events.Key) and event.key == "escape":
            self._typed.clear()
            await self._give(event)
        else:
            self._typed.append(event)
            if not self._is_waiting and not self._holds:
                self._wait()

    def _is_free(self) -> bool:
        """Whether the key before is done with all that it set off, as it is when people type."""
        if self._last is not None or self._is_waiting or self._holds or self._typed:
            return False
        here = self.focused or self.screen
        return self.screen is self._opened and not any(map(_is_busy, here.ancestors_with_self))

    async def _give(self, event: Typed) -> None:
        """Give a key to what has the focus."""
        if isinstance(event, events.Key):
            self.pressed_at = event.time
        self._last, self._target = event, self.focused or self.screen
        await super().on_event(event)
        if not event.is_forwarded:
            self._done_soon(event)

    def _done_soon(self, event: Typed) -> None:
        """Take a key for done after a turn of the loop: a worker that it began may hold what is typed."""

        def done() -> None:
            if event is self._last:
                self._last = None

        asyncio.get_running_loop().call_soon(done)

    def _wait(self) -> None:
        """Wait for what was set off by the last key, and for a new screen to be there with its focus."""
        self._is_waiting = True
        if self.screen is not self._opened:
            self._opened = self.screen
            self._pass_on(self.screen, _MOST_ROUNDS)
        else:
            self._pass_on(self._target or self.screen, 1)

    async def _work(self) -> None:
        """Give the next key, unless there is none or something is to come first."""
        self._is_waiting = False
        if self._holds or not self._typed:
            return
        if self.screen is self._opened:
            await self._give(self._typed.popleft())
        if self._typed:
            self._wait()

    def _pass_on(self, node: DOMNode, rounds: int) -> None:
        """Wait for a node, then for what it is in, up to the app: the way that a key takes."""
        above = node.parent
        if above is None or node is self:
            self.call_later(self._arrived, rounds)
        elif not node.call_later(self._pass_on, above, rounds):
            self._pass_on(above, rounds)

    async def _arrived(self, rounds: int) -> None:
        await asyncio.sleep(0)  # for the first step of a worker, which may hold what is typed
        start = self.focused or self.screen
        if any(map(_is_busy, start.ancestors_with_self)) and rounds < _MOST_ROUNDS:
            self._pass_on(start, rounds + 1)
        else:
            await self._work()


def _is_busy(node: MessagePump) -> bool:
    return bool(node.message_queue_size or node._next_callbacks)  # noqa: SLF001 (has no public name)
