"""What the inbox tells a person, wherever they are: replies that came back, snoozes that woke, refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import Worker

from mttui.api.models.threads import Thread
from mttui.local.errors import DatabaseError
from mttui.screens.saying import say
from mttui.stores.deeds import Deed
from mttui.stores.inbox.inbox import InboxEvents
from mttui.stores.inbox.reply import Report, Turnout
from mttui.text import Role, plural
from mttui.views.inbox import name_of, who_briefly
from mttui.views.keyboard import find_key

if TYPE_CHECKING:
    from mttui.screens.host import Host

_LONG = 15.0
_ROLES = {
    Turnout.FOUND: Role.WARN,
    Turnout.SENT: Role.GOOD,
    Turnout.HELD: Role.WARN,
    Turnout.CALLED_BACK: Role.GOOD,
    Turnout.REFUSED: Role.BAD,
    Turnout.WAITING: Role.WARN,
    Turnout.DOUBTFUL: Role.WARN,
    Turnout.KEPT: Role.BAD,
}
_WORDS = {
    Turnout.FOUND: "A reply from before mttui ended goes out in a moment: u in the inbox calls it back.",
    Turnout.SENT: "Reply sent to {who}.",
    Turnout.HELD: "The reply to {who} was not sent: they wrote meanwhile. It is a draft again.",
    Turnout.CALLED_BACK: "The reply to {who} is called back: it is a draft again.",
    Turnout.REFUSED: "The reply to {who} was refused and is a draft again.",
    Turnout.WAITING: "The reply to {who} waits: it is tried again.",
    Turnout.DOUBTFUL: "No answer to the reply to {who}: the thread is read before it is tried again.",
    Turnout.KEPT: "The reply to {who} was not sent: the state file cannot be written.",
}


def watch_inbox(host: Host) -> None:
    """Begin to wake snoozes and to look after replies, and tell what comes of it."""
    session = host.session
    if session.make_inbox is None or session.inbox.events is not None:
        return
    watch = _InboxWatch(host)
    session.inbox.events = InboxEvents(watch.refused, watch.replied, watch.woke, watch.trouble)
    session.inbox.start()
    _: Worker[None] = host.run_worker(watch.offer_drafts, group="drafts", exit_on_error=False)


class _InboxWatch:
    def __init__(self, host: Host) -> None:
        self._host = host
        self._trouble = ""

    async def offer_drafts(self) -> None:
        """Say that something was typed and not sent, when mttui ended or was ended."""
        inbox = self._host.session.inbox
        try:
            drafts = await inbox.disk(inbox.files.drafts.offered, inbox.profile)
        except DatabaseError as error:
            self.trouble(error)
            return
        if drafts:
            keyboard = self._host.session.keyboard
            keys = " ".join(keyboard.shown(find_key(each)) for each in ("go.inbox", "inbox.drafts"))
            words = plural(len(drafts), "draft is", "drafts are")
            say(self._host, f"{words} kept from before: {keys} goes on with it.", Role.WARN, seconds=_LONG)

    def refused(self, _thread: Thread, words: str, deed: Deed) -> None:
        """Say that a thread was put back, and why."""
        error = deed.error
        why = f"{error.message} ({error.short})\n{error.advice}" if error else deed.detail
        say(self._host, f"{words}: put back.\n{why}", Role.BAD, seconds=_LONG)

    def replied(self, report: Report) -> None:
        """Say what became of a reply."""
        inbox = self._host.session.inbox
        version = inbox.overlay.version(report.outgoing.thread)
        name = who_briefly(version.thread) if version else f"thread {report.outgoing.thread}"
        words = _WORDS[report.turnout].format(who=name)
        self._tell_screens(report)
        if report.turnout is Turnout.HELD:
            self._host.bell()
        from .board import InboxBoard  # noqa: PLC0415 (the screen itself, only when there is something to say)

        role, screen = _ROLES[report.turnout], self._host.screen
        if role is Role.GOOD and isinstance(screen, InboxBoard):
            # What goes well is said in its own line: a toast would cover what is read.
            screen.tell(words, role)
            return
        say(self._host, words + (f"\n{report.words}" if report.words else ""), role)

    def woke(self, thread: Thread, why: str) -> None:
        """Say that a thread is back."""
        say(self._host, f"Back in the inbox, {why}: {name_of(thread)}")

    def trouble(self, error: DatabaseError) -> None:
        """Say once that the state file cannot be used."""
        if str(error) != self._trouble:
            self._trouble = str(error)
            say(self._host, f"{error}\n{error.advice}", Role.BAD, seconds=_LONG)

    def _tell_screens(self, report: Report) -> None:
        from .answering import Answering  # noqa: PLC0415 (only where the inbox was opened)

        for screen in self._host.screen_stack:
            if isinstance(screen, Answering):
                screen.reply_came_back(report)
