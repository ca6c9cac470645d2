"""The Textual app: wires profile, client, stores and screens together, and nothing else."""

from __future__ import annotations

import asyncio
import os
import random
import sys
import threading
import time
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.timer import Timer

from mttui.local.paths import styles_dir
from mttui.local.settings import Config
from mttui.screens import place_screen
from mttui.screens.alarm import Alarm
from mttui.screens.garbage import keep_for_good
from mttui.screens.host import Host
from mttui.screens.saying import say
from mttui.screens.session import DemoInfo, Session
from mttui.screens.signals import on_signals
from mttui.text import Role, plural
from mttui.views.places import PLACES

if TYPE_CHECKING:
    import httpx

    from mttui.local.profile import Profile

__all__ = ["DemoInfo", "Workstation", "run_workstation"]

LEAVE_WITHIN = 10.0
"""Seconds that a change under way has to come to its end when the program is left."""
_DEADLINE = LEAVE_WITHIN + 5.0
"""Seconds after which the process ends whatever it waits for: a terminal that is gone, for one."""
_STARTED_AFTER = 2.0
"""Seconds after which the start is over."""
ASLEEP_AFTER = 30 * 60.0
"""Seconds without focus after which screens no longer poll. The watch on incidents goes on."""


class Workstation(Host, inherit_bindings=False):
    """The workstation.

    Args:
        session: the account.
    """

    TITLE = "mttui"
    ENABLE_COMMAND_PALETTE = False
    # All at once: a style sheet that comes with a screen has every other parsed again.
    CSS_PATH: ClassVar[list[str | PurePath]] = [*sorted(styles_dir().glob("*.tcss"))]
    MODES: ClassVar[dict[str, Any]] = {place.id: partial(place_screen, place.id) for place in PLACES}
    DEFAULT_MODE = PLACES[0].id
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "Leave", id="leave", show=False, priority=True)
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._alarm = Alarm(self, session, self._write)
        self._bug: str | None = None
        self._nap: Timer | None = None
        self._leaving: asyncio.Task[None] | None = None
        self.set_keymap(session.keyboard.keymap())
        if session.ui.theme:
            self.theme = session.ui.theme

    def on_mount(self) -> None:
        """Begin to watch the account."""
        on_signals(self, lambda number: self.leave(128 + number))
        self.session.faults.on_fault = lambda words: say(self, words, Role.BAD)
        self._alarm.start()
        self.session.start()
        self.set_timer(_STARTED_AFTER, self._started)

    def _started(self) -> None:
        """Do what a start need not wait for."""
        from mttui.screens.inbox.watch import watch_inbox  # noqa: PLC0415 (after the first screen)

        watch_inbox(self)
        keep_for_good()

    def watch_app_focus(self, focus: bool) -> None:  # noqa: FBT001 (Textual's signature)
        """Stop polling for screens that nobody has looked at for long."""
        if self._nap is not None:
            self._nap.stop()
            self._nap = None
        if not focus:
            self._nap = self.set_timer(ASLEEP_AFTER, self._fall_asleep)
        elif self.asleep:
            self.asleep = False
            self.look()

    def _fall_asleep(self) -> None:
        self.asleep = True
        self.look()

    def look(self) -> None:
        """Have the screens that are to be seen poll and draw, and the others not."""
        from mttui.screens.base import WorkScreen  # noqa: PLC0415 (imported with the first screen)

        for screen in self.screen_stack:
            if isinstance(screen, WorkScreen):
                screen.look()

    def ask_to_leave(self, *, overtakes: bool = False) -> None:
        """Ask whether to leave; asked twice, leave."""
        from mttui.screens.leaving import Leaving  # noqa: PLC0415 (only when it is asked)

        if isinstance(self.screen, Leaving):
            self.leave()
        else:
            going_on = sum(not run.is_over for run in self.session.runs)
            says = [f"{plural(going_on, 'bulk run')} would stop; what is left of it is not sent."]
            says = says if going_on else []
            if self.session.has_inbox and (waiting := self.session.inbox.replies.under_way):
                says.append(f"{plural(waiting, 'reply', 'replies')} would go out now, not to be called back.")
            asked_at = time.monotonic() if overtakes else self.pressed_at
            self.push_screen(Leaving(tuple(says), asked_at), lambda leave: self.leave() if leave else None)

    def action_interrupt(self) -> None:
        """`ctrl+c`: ask to leave; a second one leaves at once."""
        if self._leaving is None:
            self.ask_to_leave(overtakes=True)
        else:
            self._give_up_waiting()

    def leave(self, code: int = 0) -> None:
        """End the program in good order: changes under way come to their end, within bounds."""
        if self._leaving is None:
            deadline = threading.Timer(_DEADLINE, os._exit, (code or 1,))
            deadline.daemon = True
            if not self.is_headless:
                deadline.start()
            self._leaving = asyncio.create_task(self._leave(code))

    async def _leave(self, code: int) -> None:
        self._alarm.stop()
        if self.session.client.under_way:
            say(self, "Waiting for a change under way; ctrl+c leaves at once.", Role.WARN)
        try:
            async with asyncio.timeout(LEAVE_WITHIN):
                # A hang-up or a signal is nobody's wish to send: what waits is kept for the next start.
                await self.session.close(send=code == 0)
        except TimeoutError:
            code = code or 1
        self.exit(code)

    def _give_up_waiting(self) -> None:
        if self._leaving is not None:
            self._leaving.cancel()
        self.exit(130)

    def _write(self, data: str) -> None:
        if self._driver is not None and not self.is_headless:
            self._driver.write(data)

    def _fatal_error(self) -> None:
        """End after a bug. Textual would print the values of all variables."""
        if self._bug is None:
            self._bug = self.session.faults.write(self._exception or RuntimeError("unknown"))
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Say in plain words, in the terminal as it was, that a bug ended the program."""
        if self._bug is not None and sys.__stderr__ is not None:
            sys.__stderr__.write(f"{self._bug}\n")
            self._bug = None


def run_workstation(
    profile: Profile | None,
    *,
    config: Config | None = None,
    http_transport: httpx.AsyncBaseTransport | None = None,
    demo: DemoInfo | None = None,
    state: Path | None = None,
) -> int:
    """Run the workstation in this terminal until it is left.

    Args:
        profile: the account; ``None`` where nothing is configured.
        config: keys and looks.
        http_transport: httpx transport in place of the network.
        demo: what the demo says about itself.
        state: the state file; ``None`` keeps journal and samples in memory only.

    Returns:
        The exit status; :data:`mttui.screens.first_run.TRY_DEMO` asks for the demo.

    Raises:
        ConfigError: the config remaps a key that is not declared, or two onto one.
        DatabaseError: the state file cannot be used.
    """
    if profile is None:
        from mttui.screens.first_run import FirstRun  # noqa: PLC0415 (only then)

        return _status(FirstRun())
    from mttui.screens.opening import open_session  # noqa: PLC0415 (httpx and models only for an account)

    session = open_session(
        profile,
        config=config or Config(),
        rng=random.Random(),  # noqa: S311 (jitter and idempotency keys, no secrets)
        http_transport=http_transport,
        demo=demo,
        state=state,
    )
    try:
        return _status(Workstation(session))
    finally:
        session.dispose()


def _status(app: App[int]) -> int:
    result = app.run()
    return (app.return_code or 0) if result is None else result
