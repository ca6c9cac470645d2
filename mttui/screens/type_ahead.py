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
        self._is_working = False
        self._holds = 0
        self._opened: Screen[object] | None = None
        self._last: DOMNode | None = None
        """What got the last key, while it is not known to be done."""
        self._looks: asyncio.TimerHandle | None = None

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
            if not self._holds and self._typed and not self._is_working:
                self._is_working = True
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
        elif isinstance(event, events.Key) and await self._check_bindings(event.key, priority=True):
            pass
        elif self._holds and isinstance(event, events.Key) and event.key == "escape":
            self._typed.clear()
            self.pressed_at = event.time
            await super().on_event(event)
        else:
            self._typed.append(event)
            if not self._is_working:
                self._is_working = True
                await self._begin()

    async def _begin(self) -> None:
        """Give a key at once where the one before it is done, else once it is."""
        last, self._last = self._last, None
        if self._looks is not None:
            self._looks.cancel()
        if last is None:
            await self._work()
        else:
            self._pass_on(last, 1)

    async def _work(self) -> None:
        """Give the next key to what has the focus, unless there is none or something is to come first."""
        if self._holds or not self._typed:
            self._is_working, self._last = False, None
        elif self.screen is not self._opened:
            # The first key here: once the screen has mounted all that is in it, the focus is set.
            self._opened = self.screen
            self._pass_on(self.screen, _MOST_ROUNDS)
        else:
            event = self._typed.popleft()
            if isinstance(event, events.Key):
                self.pressed_at = event.time
            target = self.focused or self.screen
            await super().on_event(event)
            if self._typed:
                self._pass_on(target, 1)
            else:
                # Nobody waits yet: what the key did is drawn before it is asked whether all of it is done.
                self._is_working, self._last = False, target
                self._looks = asyncio.get_running_loop().call_later(_DRAWN, self._look)

    def _look(self) -> None:
        """See whether all that the last key set off is done, so that the next one need not wait."""
        if not self._is_working and self._last is not None:
            self._is_working = True
            self._pass_on(self._last, 1)

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
