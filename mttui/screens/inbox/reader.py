"""What stands in the reading pane: drawn anew only when something of it is another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from mttui.api.errors import ApiError
from mttui.api.models.inbound import InboundVerdict
from mttui.api.models.threads import Thread
from mttui.screens.session import Session
from mttui.stores.inbox.conversations import Conversation
from mttui.text import Line, Role, Span, line
from mttui.views.inbox_words import verdict_line
from mttui.views.keyboard import find_key
from mttui.views.reading import Document, ReadingFacts, heading_line
from mttui.widgets.reading import Reading


@dataclass(frozen=True, slots=True, eq=False)
class InHand:
    """What is read, and how."""

    thread: Thread | None
    conversation: Conversation | None
    verdict: InboundVerdict | None
    error: ApiError | None
    unfolded: bool
    headers: bool

    def is_same(self, other: InHand | None) -> bool:
        """Whether nothing of it is another."""
        return (
            other is not None
            and self.thread is other.thread
            and self.conversation is other.conversation
            and self.verdict is other.verdict
            and self.error is other.error
            and (self.unfolded, self.headers) == (other.unfolded, other.headers)
        )

    def reads_same(self, other: InHand | None) -> bool:
        """Whether the same conversation is read in the same way, so that one stays where one is."""
        if other is None or self.conversation is None or other.conversation is None:
            return False
        mine, theirs = (self.unfolded, self.headers), (other.unfolded, other.headers)
        return mine == theirs and self.conversation.says_same(other.conversation)


class Reader:
    """Draws a conversation into the pane.

    Args:
        pane: where.
        session: the account, with its inbox.
    """

    def __init__(self, pane: Reading, session: Session) -> None:
        self._pane, self._session = pane, session
        self._shown: InHand | None = None
        self._looks: tuple[int, int, bool, datetime | None] = (0, 0, False, None)
        self._document: Document | None = None
        self._next: tuple[Conversation, tuple[bool, bool, datetime, int], Document] | None = None

    def forget(self) -> None:
        """Have everything drawn anew."""
        self._looks = (0, 0, False, None)

    def show(self, hand: InHand) -> None:
        """Show what is in hand; nothing is done where that is there already."""
        pane, now = self._pane, self._session.inbox.now()
        width, height = pane.content_size
        looks = (width, height, pane.has_focus, now.replace(second=0, microsecond=0))
        if not width or (looks == self._looks and hand.is_same(self._shown)):
            return
        before, old_looks = self._shown, self._looks
        self._shown, self._looks = replace(hand), looks
        if hand.thread is None or hand.conversation is None:
            self._document = None
            pane.tell([*self._heading(hand, now, width), *self._not_there(hand)], None, top=0)
            return
        is_same = hand.reads_same(before) and self._document is not None
        is_dated = (old_looks[0], old_looks[3]) != (width, looks[3])
        if not is_same or is_dated or self._document is None:
            self._document = self._lay_out(hand.conversation, hand, now, width)
        stays = is_same and old_looks[0] in (0, width)
        top = pane.top if stays else self._document.start_of_last()
        pane.tell(self._heading(hand, now, width), self._document, top=top)

    def prepare(self, conversation: Conversation) -> None:
        """Lay out what comes next, while nobody waits for it."""
        hand, (width, height, _, minute) = self._shown, self._looks
        if hand is None or minute is None or self._is_laid_out(conversation, hand, minute, width):
            return
        document = self._lay_out(conversation, hand, self._session.inbox.now(), width)
        document.rows(document.start_of_last(), height)
        self._next = (conversation, (hand.unfolded, hand.headers, minute, width), document)

    def _is_laid_out(self, conversation: Conversation, hand: InHand, minute: datetime, width: int) -> bool:
        ready = self._next
        looks = (hand.unfolded, hand.headers, minute, width)
        return ready is not None and ready[0].says_same(conversation) and ready[1] == looks

    def _lay_out(self, conversation: Conversation, hand: InHand, now: datetime, width: int) -> Document:
        minute = now.replace(second=0, microsecond=0)
        if self._next is not None and self._is_laid_out(conversation, hand, minute, width):
            return self._next[2]
        facts = ReadingFacts(now, self._session.ui.zone, hand.unfolded, hand.headers)
        return Document(conversation, facts, width)

    def _heading(self, hand: InHand, now: datetime, width: int) -> list[Line]:
        thread, session = hand.thread, self._session
        if thread is None:
            return [line(Span(" No thread.", Role.MUTED))]
        clock = session.inbox.clock_of(thread)
        return [
            heading_line(thread, clock, now, width, focused=self._pane.has_focus),
            *verdict_line(hand.verdict, thread, session.keyboard, width),
        ]

    def _not_there(self, hand: InHand) -> list[Line]:
        if hand.thread is None:
            return []
        error = hand.error
        if error is None:
            return [line(Span(" Reading …", Role.MUTED))]
        again = self._session.keyboard.shown(find_key("refresh"))
        return [
            line(Span(f" {error.short}: {error.message}", Role.BAD)),
            line(Span(f" {error.advice} {again} asks again.", Role.MUTED)),
        ]
