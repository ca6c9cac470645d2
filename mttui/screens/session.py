"""What a run of the workstation works with, made once and shared by all screens."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from mttui.local.history import CallsInMemory, History
from mttui.local.settings import UiSettings
from mttui.views.keyboard import Keyboard

from .faults import FaultLog

if TYPE_CHECKING:
    from mttui.api.client import Mailtarget
    from mttui.api.clock import Clock
    from mttui.local.profile import Profile
    from mttui.stores.bulk import BulkRun
    from mttui.stores.deeds import DeedKeeper, Deeds
    from mttui.stores.inbox.inbox import Inbox
    from mttui.stores.incidents import Incidents
    from mttui.stores.off_loop import OffLoop
    from mttui.stores.platform import PlatformStores


@dataclass(frozen=True, slots=True)
class DemoInfo:
    """What the demo says about itself."""

    scenario: str
    before: str
    """One line while nothing has happened yet."""
    hint: str
    """One line while an incident is open: what to look for, and which keys to try."""
    after: str = ""
    """One line once it is over; without it ``before`` stands there again."""

    def line(self, *, is_open: bool, has_been_open: bool) -> str:
        """Return the line for now."""
        if is_open:
            return self.hint
        return (self.after if has_been_open else "") or self.before


@dataclass(eq=False)
class Session:
    """One account, connected."""

    profile: Profile
    client: Mailtarget
    stores: PlatformStores
    incidents: Incidents
    clock: Clock
    faults: FaultLog
    keyboard: Keyboard = field(default_factory=Keyboard)
    ui: UiSettings = field(default_factory=UiSettings)
    demo: DemoInfo | None = None
    history: list[str] = field(default_factory=list)
    """What was typed into the command line, the oldest first."""
    calls: History = field(default_factory=CallsInMemory)
    """The calls that people made by hand."""
    runs: set[BulkRun] = field(default_factory=set)
    """Runs over many records that go on after their screen was left."""
    closers: tuple[Callable[[], None], ...] = ()
    """Close what is kept on this box; they may block."""
    frozen_since: datetime | None = None
    """When the live panels were frozen, by the platform's clock; ``None`` while they live."""

    deed_keeper: DeedKeeper | None = None
    """Keeps what is done over a restart; ``None`` for memory only."""
    make_inbox: Callable[[Session], Inbox] | None = None
    """Makes the inbox when it is first needed."""

    _closing: bool = False

    @functools.cached_property
    def deeds(self) -> Deeds:
        """What is done from this session, and what takes the last of it back."""
        from mttui.stores.deeds import Deeds  # noqa: PLC0415 (not for a calm start)

        return Deeds(self.client, self.deed_keeper)

    @functools.cached_property
    def inbox(self) -> Inbox:
        """Threads, what is done with them, and what this box keeps about them.

        Raises:
            DatabaseError: the state file cannot be used.
        """
        assert self.make_inbox is not None  # noqa: S101 (every session that is opened has one)
        return self.make_inbox(self)

    @functools.cached_property
    def disk(self) -> OffLoop:
        """Calls what waits for the disk."""
        from mttui.stores.off_loop import OffLoop  # noqa: PLC0415 (not for a calm start)

        return OffLoop("mttui-disk")

    @property
    def is_busy(self) -> bool:
        """Whether something waits for the disk, or for a mail to be read."""
        waits = "disk" in self.__dict__ and self.disk.pending > 0
        return waits or (self.has_inbox and self.inbox.is_busy)

    @property
    def has_inbox(self) -> bool:
        """Whether the inbox was needed so far."""
        return "inbox" in self.__dict__

    def freeze(self, *, frozen: bool) -> None:
        """Halt polling but for the watch on incidents, or go on with it."""
        self.stores.poller.freeze(frozen)
        self.frozen_since = self.client.transport.platform_now() if frozen else None

    def start(self) -> None:
        """Begin to watch the account."""
        self.incidents.start()
        self.stores.start()

    async def close(self, *, send: bool = False) -> None:
        """End all polls, let changes under way come to their end, and close the connections.

        Args:
            send: end the time in which replies can be called back, and send them now; without it they are
                kept, and offered at the next start.
        """
        if not self._closing:
            self._closing = True
            for run in self.runs:
                run.stop()
            if self.has_inbox:
                await self.inbox.close(send=send)
            await self.stores.close()
        await self.client.aclose()

    def dispose(self) -> None:
        """Write what is waiting and close the state file, after the event loop has ended."""
        if self.has_inbox:
            self.inbox.dispose()
        if "disk" in self.__dict__:
            self.disk.close()
        for close in self.closers:
            close()
