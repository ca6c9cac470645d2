"""Writing a reply: every keystroke is kept, what is answered stands below, and sending reads it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from typing import Any, ClassVar

from textual.app import ComposeResult

from mttui.api.errors import ApiError
from mttui.api.models.threads import Thread
from mttui.api.operation import Effect
from mttui.local.answers import fill, unfilled
from mttui.local.draft import Draft, Seen
from mttui.local.errors import DatabaseError
from mttui.screens.base import WorkScreen
from mttui.screens.choose import Choose
from mttui.screens.dialogs import Ask, Confirm, Question
from mttui.screens.editor import NoEditor, edit_in_editor, say_no_editor
from mttui.screens.saying import say, say_error
from mttui.stores.inbox.conversations import Conversation, Mail
from mttui.stores.inbox.inbox import Inbox
from mttui.stores.inbox.reply import Reply
from mttui.text import Line, Role, Span, line
from mttui.views.keys import Scope
from mttui.views.reading import Document, ReadingFacts, heading_line
from mttui.views.replying import (
    address_lines,
    answer_choices,
    came_in_lines,
    came_in_title,
    quote_of,
    then_choices,
    values_for,
)
from mttui.widgets.canvas import Canvas
from mttui.widgets.editor import Editor
from mttui.widgets.reading import Reading

from .answers import no_answers_words

_DIALOG = 70


class Left(Enum):
    """What became of a reply when it was left."""

    SENT = auto()
    """It is on its way."""
    KEPT = auto()
    """It is a draft."""
    DISCARDED = auto()
    """It was thrown away, and can be had back."""
    EMPTY = auto()
    """There was nothing of it."""


class ComposerScreen(WorkScreen):
    """A reply to one thread. It ends with what became of it.

    Args:
        thread: what is answered.
        conversation: what was written so far.
        draft: what has been typed of it; its own from now on.
        done: called with what became of it.
    """

    SCOPE = Scope.COMPOSER
    TICKS: ClassVar[bool] = True

    def __init__(
        self, thread: Thread, conversation: Conversation, draft: Draft, done: Callable[[Left], None]
    ) -> None:
        super().__init__()
        self.thread, self.conversation, self.draft = thread, conversation, draft
        self._done = done
        self._status: Line = ()
        self._sending = False
        self._begun_with = draft

    @property
    def inbox(self) -> Inbox:
        """Threads, and what is done with them."""
        return self.session.inbox

    @property
    def editor(self) -> Editor:
        """What is typed."""
        return self.query_one(Editor)

    # What it looks like

    def compose_body(self) -> ComposeResult:
        """To whom, the text, a line of words, and what is answered."""
        yield Canvas(id="reply-to")
        yield Editor(self.draft.body, self.draft.cursor, id="reply-text")
        yield Canvas(id="reply-says")
        yield Reading(id="reply-reading")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Reading).when_resized(self._lay_out)
        self.editor.focus()

    def redraw(self) -> None:
        """Show to whom it goes, and what is said about it."""
        unwritten = self.inbox.files.writer.error
        kept = "the draft is kept" if self.draft.body else ""
        if unwritten is not None:
            kept = f"! not on the disk: {unwritten}"
        width = self.size.width
        self.query_one("#reply-to", Canvas).show(address_lines(self.thread, self.draft, width, now=kept))
        self.query_one("#reply-says", Canvas).show((self._status,))

    def _lay_out(self) -> None:
        pane, now = self.query_one(Reading), self.inbox.now()
        width = pane.content_size.width
        if width:
            facts = ReadingFacts(now, self.session.ui.zone)
            below = Document(self.conversation, facts, width)
            clock = self.inbox.clock_of(self.thread)
            heading = [heading_line(self.thread, clock, now, width, focused=pane.has_focus)]
            pane.tell(heading, below, top=below.start_of_last())

    def _tell(self, words: str, role: Role = Role.NORMAL) -> None:
        self._status = line(" ", Span(words, role))
        self.poke()

    # Every keystroke is kept

    def on_editor_edited(self) -> None:
        """Hand over what was typed to be written down."""
        text, cursor = self.editor.text, self.editor.cursor_location
        if (text, cursor) != (self.draft.body, self.draft.cursor):
            self._keep(body=text, cursor=cursor)

    def _keep(self, **changes: Any) -> None:
        self.draft = replace(self.draft, **changes)
        self.inbox.files.writer.save(self.draft)
        self.poke()

    # What belongs to it

    def action_reply_status(self) -> None:
        """Choose what becomes of the thread."""

        def chosen(status: str | None) -> None:
            if status is not None:
                self._keep(status="" if status == "leave" else status, snooze=None)

        self.app.push_screen(Choose("Once it is sent", then_choices(self.draft)), chosen)

    def action_reply_copies(self) -> None:
        """Say who gets a copy."""
        question = Question(
            "Who gets a copy?",
            ("Addresses with commas between them; after `bcc` those that the others do not see.",),
            checks=lambda text: _wrong_address(text.replace("bcc", ",")),
        )
        now = ", ".join(self.draft.cc) + (f" bcc {', '.join(self.draft.bcc)}" if self.draft.bcc else "")

        def typed(text: str | None) -> None:
            if text is not None:
                cc, _, bcc = text.partition("bcc")
                self._keep(cc=_addresses(cc), bcc=_addresses(bcc))

        self.app.push_screen(Ask(question, now), typed)

    def action_reply_labels(self) -> None:
        """Say which labels the thread gets with the reply."""
        question = Question("Labels to put on the thread with the reply", ("With commas between them.",))

        def typed(text: str | None) -> None:
            if text is not None:
                self._keep(
                    labels=tuple(dict.fromkeys(each.strip() for each in text.split(",") if each.strip()))
                )

        self.app.push_screen(Ask(question, ", ".join(self.draft.labels)), typed)

    def action_reply_answer(self) -> None:
        """Put a saved answer in."""
        answers = self.inbox.answers
        if not answers:
            say(self.host, no_answers_words(), Role.WARN)
            return
        from .answers import AnswerDialog  # noqa: PLC0415 (with the first saved answer)

        self.app.push_screen(AnswerDialog("Put in", answer_choices(answers)), self._put_answer)

    def _put_answer(self, name: str | None) -> None:
        if name is None:
            return
        answer = self.inbox.answers[name]
        filled = fill(answer.text, values_for(self.thread, self.inbox.who.partition("@")[0]))
        self.editor.put_in(filled.text)
        self._keep(
            body=self.editor.text,
            answer=name,
            labels=tuple(dict.fromkeys([*self.draft.labels, *answer.labels])),
            status=answer.status or self.draft.status,
            snooze=answer.snooze or self.draft.snooze,
        )
        if filled.missing:
            self._tell(f"To be filled in: {', '.join(filled.missing)}", Role.WARN)

    def action_reply_quote(self) -> None:
        """Put in what is answered, as a quote."""
        quote = quote_of(self.conversation, self.session.ui.zone)
        if quote:
            before = "" if not self.editor.text or self.editor.text.endswith("\n") else "\n"
            self.editor.put_in(f"{before}{quote}\n")

    def action_reply_editor(self) -> None:
        """Write it in the person's own editor."""
        try:
            text = edit_in_editor(self.host, self.editor.text, line=self.draft.cursor[0] + 1, suffix=".txt")
        except NoEditor as trouble:
            say_no_editor(self.host, trouble)
            return
        self.editor.take_over(text.rstrip("\n"))
        self.on_editor_edited()

    def action_reply_keys(self) -> None:
        """List the keys that work here; choosing one presses it."""
        self.action_help()

    # Leaving

    def action_reply_leave(self) -> None:
        """Leave it as a draft."""
        if self._sending:
            self._tell("It is being handed over: one moment.", Role.WARN)
            return
        # Held no longer: whoever opens the thread next may go on with it.
        self.inbox.files.writer.release(self.draft.id)
        self._end(Left.EMPTY if self.draft.is_empty else Left.KEPT)

    def action_reply_discard(self) -> None:
        """Throw the draft away."""
        if self.draft.is_empty:
            self._end(Left.EMPTY)
            return
        self.inbox.discard(self.draft, self.thread)
        self._end(Left.DISCARDED)

    def _end(self, left: Left) -> None:
        if self in self.app.screen_stack:
            while self.app.screen is not self:
                self.app.pop_screen()
            self.app.pop_screen()
        self._done(left)

    # Sending

    def action_reply_send(self) -> None:
        """Check it, read the thread again, and hand it over."""
        if not self._sending:
            self._sending = True
            self.work(self._send)

    async def _send(self) -> None:
        try:
            if await self._may_go():
                await self._hand_over()
        finally:
            self._sending = False

    async def _may_go(self) -> bool:
        text = self.editor.text
        if not text.strip():
            self._tell("There is nothing to send yet.", Role.WARN)
            return False
        if left := unfilled(text):
            self._tell(f"Not sent: {', '.join(left)} must be filled in.", Role.BAD)
            return False
        self._tell("Reading the thread again …", Role.MUTED)
        try:
            # Who has sent it means the inbox with the next key, not the text.
            with self.host.typing_held():
                conversation = await self.inbox.conversations.fetch(self.thread)
        except ApiError as error:
            self.host.forget_typed()
            say_error(self.host, error, doing="Reading the thread again")
            self._tell("Not sent. The draft is kept.", Role.BAD)
            return False
        came_in = conversation.since(self.draft.seen.messages)
        if came_in and not await self._goes_all_the_same(conversation, came_in):
            return False
        self._tell("")
        window = self.inbox.replies.window
        return bool(window) or await self._is_sure()

    async def _goes_all_the_same(self, conversation: Conversation, came_in: tuple[Mail, ...]) -> bool:
        self.host.forget_typed()
        width = min(_DIALOG, self.size.width - 6)
        says = [
            *came_in_lines(came_in, width),
            line(),
            line(Span("You wrote: ", Role.MUTED), self.editor.text[:200]),
        ]
        question = Question(
            came_in_title(self.thread, came_in),
            says,
            yes="Send it as it is",
            no="Back to the reply",
            cautious=True,
        )
        goes = await self.app.push_screen_wait(Confirm(question))
        self.conversation = conversation
        self._keep(seen=Seen(len(conversation.mails), conversation.last_id))
        self._lay_out()
        self._tell("" if goes else "What came in stands below.")
        return goes

    async def _is_sure(self) -> bool:
        """Ask, where a reply cannot be called back."""
        self.host.forget_typed()
        to = self.thread.contact_email or self.thread.id
        copies = (
            f" and {len(self.draft.cc) + len(self.draft.bcc)} more" if self.draft.cc or self.draft.bcc else ""
        )
        question = Question(
            f"Send the reply to {to}{copies}", ("It goes out at once.",), effect=Effect.SEND, yes="Send it"
        )
        return await self.app.push_screen_wait(Confirm(question))

    async def _hand_over(self) -> None:
        split = self.inbox.clock_split(self.thread)
        reply = Reply(self.thread, self.draft, self.inbox.clock_of(self.thread), split.name)
        try:
            with self.host.typing_held():
                await self.inbox.replies.put(reply)
        except DatabaseError as error:
            self.host.forget_typed()
            self._tell(f"Not sent: {error} {error.advice}", Role.BAD)
            return
        self._end(Left.SENT)


def _addresses(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.strip() for each in text.split(",") if each.strip()))


def _wrong_address(text: str) -> str | None:
    wrong = [each for each in _addresses(text) if "@" not in each.strip("@") or " " in each]
    return f"{wrong[0]} is not an address." if wrong else None
