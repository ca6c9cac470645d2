"""What happens once when an incident begins or ends: the bell, the terminal's title, a toast."""

from __future__ import annotations

from collections.abc import Callable

from mttui.api.models.velocity import VelocityEvent
from mttui.stores.watch import Sending
from mttui.text import Role
from mttui.views.alarm import ended_words, title_of

from .host import Host
from .saying import say
from .session import Session

_SAVE_TITLE = "\x1b[22;2t"
_RESTORE_TITLE = "\x1b[23;2t"


class Alarm:
    """Raises the alarm.

    Args:
        host: the app.
        session: the account that is watched.
        write: writes to the terminal; does nothing where there is none.
    """

    def __init__(self, host: Host, session: Session, write: Callable[[str], None]) -> None:
        self._host = host
        self._session = session
        self._write = write
        self._title = ""

    def start(self) -> None:
        """Begin to listen; before the stores start, so that nothing is missed."""
        self._session.stores.watch.subscribe(self._changed)
        self._session.stores.status.subscribe(self._retitle)

    def stop(self) -> None:
        """Give the terminal its title back."""
        if self._title:
            self._title = ""
            # Terminals without a stack of titles keep the plain one.
            self._write(f"\x1b]0;mttui\x07{_RESTORE_TITLE}")

    def _changed(self, began: tuple[VelocityEvent, ...], ended: tuple[VelocityEvent, ...]) -> None:
        if began:
            self._host.bell()
        self._retitle()
        sending = self._sending()
        for event in ended:
            say(self._host, ended_words(event, sending), Role.GOOD)
        self._host.look()

    def _retitle(self) -> None:
        if not self._session.stores.watch.is_open:
            self.stop()
            return
        title = title_of(self._sending(), incident=True)
        if title != self._title:
            save = "" if self._title else _SAVE_TITLE
            self._title = title
            self._write(f"{save}\x1b]0;{title}\x07")

    def _sending(self) -> Sending:
        return Sending.of(self._session.stores.status.snapshot.value)
