"""Replies from the inbox: written, taken from what is saved, called back, and left as drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.worker import Worker, get_current_worker

from mttui.api.errors import ApiError
from mttui.api.models.threads import Thread
from mttui.api.operation import Effect
from mttui.local.answers import fill
from mttui.local.draft import Draft, Seen, new_draft
from mttui.local.errors import DatabaseError
from mttui.local.inbox_settings import AnswerSettings
from mttui.screens.choose import Choose
from mttui.screens.dialogs import Confirm, Question
from mttui.screens.saying import say, say_error
from mttui.stores.inbox.conversations import Conversation
from mttui.stores.inbox.reply import Reply, Report, Turnout
from mttui.text import Role, plural, truncate
from mttui.views.choices import Choice
from mttui.views.inbox import name_of
from mttui.views.keyboard import find_key
from mttui.views.replying import answer_choices, answers_words, then_words, values_for

from .triaging import Triaging

if TYPE_CHECKING:
    from .composer import Left


class Answering(Triaging):
    """Writes to people."""

    _opening: Worker[None] | None = None
    """Opens a reply, or has opened it."""

    def action_back(self) -> None:
        """Leave the reply that is about to open; otherwise go back."""
        if self._opening is not None and not self._opening.is_finished:
            self._opening.cancel()
            self.tell("")
        else:
            super().action_back()

    # One reply

    def action_inbox_reply(self) -> None:
        """Write a reply to the selected thread."""
        if (thread := self.selected) is not None:
            self.work_alone(self.open_reply, thread)

    async def open_reply(
        self, thread: Thread, *, draft: Draft | None = None, answer: AnswerSettings | None = None
    ) -> None:
        """Open the composer on a thread; to be awaited in a worker, as it may ask.

        Args:
            thread: what is answered.
            draft: what is gone on with; one that is there is found.
            answer: what it begins with, where there is no draft.
        """
        # What is typed right behind the key belongs into the reply, not to the keys of the list.
        self._opening = get_current_worker()
        with self.host.typing_held():
            conversation = await self.current_conversation(thread)
            draft = draft if conversation is None else await self._draft_for(thread, draft)
            if conversation is None or draft is None:
                self.host.forget_typed()
                return
            if not draft.body:
                draft = replace(draft, seen=Seen(len(conversation.mails), conversation.last_id))
                if answer is not None:
                    draft = self.begun_with(draft, thread, answer)
            from .composer import ComposerScreen  # noqa: PLC0415 (with the first reply)

            screen = ComposerScreen(thread, conversation, draft, lambda left: self._came_back(thread, left))
            self.claim(thread, on=True)
            await self.app.push_screen(screen)

    async def _draft_for(self, thread: Thread, draft: Draft | None) -> Draft | None:
        """Return the draft to go on with, or a new one; ``None`` when there is to be none."""
        try:
            return draft or await self._find_draft(thread)
        except DatabaseError as error:
            self.tell(f"Drafts cannot be read: {error} {error.advice}", Role.BAD)
            return None

    async def current_conversation(self, thread: Thread) -> Conversation | None:
        """Return what was written in a thread, asking for it where it is not here; says why when it fails."""
        found = self.inbox.conversations.get(thread.id)
        if found is not None and found.is_of(thread):
            return found
        self.tell(f"Reading the thread … {self.session.keyboard.shown(find_key('back'))} leaves it.")
        try:
            found = await self.inbox.conversations.fetch(thread)
        except ApiError as error:
            say_error(self.host, error, doing="Reading the thread")
            self.tell("")
            return None
        self.tell("")
        return found

    async def _find_draft(self, thread: Thread) -> Draft | None:
        """Return the draft to go on with, or a new one; ``None`` when that is left to another copy."""
        inbox = self.inbox
        listed = await inbox.disk(inbox.files.drafts.for_thread, inbox.profile, thread.id)
        for each in listed:
            if not each.elsewhere:
                taken = await inbox.disk(inbox.files.writer.take, each.draft.id)
                if taken is not None:
                    return taken
        elsewhere = [each.draft for each in listed if each.elsewhere]
        if elsewhere:
            name = inbox.files.copies.who(elsewhere[0].owner)
            question = Question(
                f"{name or 'Another copy of mttui'} is answering this thread",
                ("What is typed there is not lost, whatever you do; two answers may go out.",),
                yes="Write one all the same", no="Leave it", cautious=True,
            )  # fmt: skip
            with self.host.typing_free():
                if not await self.app.push_screen_wait(Confirm(question)):
                    return None
        return new_draft(inbox.profile, thread.id)

    def begun_with(self, draft: Draft, thread: Thread, answer: AnswerSettings) -> Draft:
        """Return a draft with a saved answer in it."""
        text = fill(answer.text, values_for(thread, self.inbox.who.partition("@")[0])).text
        rows = text.split("\n")
        return replace(
            draft, body=text, cursor=(len(rows) - 1, len(rows[-1])), labels=answer.labels,
            status=answer.status or "", snooze=answer.snooze,
        )  # fmt: skip

    def _came_back(self, thread: Thread, left: Left) -> None:
        from .composer import Left  # noqa: PLC0415 (it is there by now)

        self.claim(thread, on=False)
        self.look_for_drafts()
        if left is Left.SENT:
            self.threads.unmark()
            self.draw_list()
            leaves = self.threads.index_of(thread.id) is None
            self._advance(self.inbox.settings.advance.reply, leaves=leaves)
            self.tell("")
        elif left is Left.DISCARDED:
            self.tell("The draft is thrown away.", takes_back=True)
        else:
            is_kept = left is Left.KEPT and self.inbox.files.writer.error is None
            self.tell("Kept as a draft." if is_kept else "")
        self.set_focus(self.pane if self._reads else self.grid)
        self.poke()

    def claim(self, thread: Thread, *, on: bool) -> None:
        """Put the label on a thread, or take it off, that tells others who answers it; where one is set."""
        label = self.inbox.settings.claim_label
        if label and not self.session.profile.read_only:
            self.inbox.triage.change(
                [thread],
                "Claimed" if on else "Let go of",
                labels=lambda each: [*(x for x in each.labels if x != label), *([label] if on else [])],
                undoable=False,
            )

    # Saved answers

    def action_inbox_answer(self) -> None:
        """Reply with a saved answer, to one thread or to all that are marked."""
        answers = self.inbox.answers
        from .answers import AnswerDialog, no_answers_words  # noqa: PLC0415 (when first wanted)

        if not answers:
            say(self.app, no_answers_words(), Role.WARN, seconds=12)
            return
        threads = self.targets()
        title = f"Answer {plural(len(threads), 'thread')} with"
        dialog = AnswerDialog(title, answer_choices(answers))
        self.app.push_screen(dialog, lambda name: self._answer_soon(threads, name))

    def _answer_soon(self, threads: list[Thread], name: str | None) -> None:
        if name is None:
            return
        answer = self.inbox.answers[name]
        if len(threads) == 1:
            self.work_alone(self.open_reply, threads[0], answer=answer)
        else:
            self.work_alone(self._answer_all, threads, answer)

    async def _answer_all(self, threads: Sequence[Thread], answer: AnswerSettings) -> None:
        """Answer several threads with the same words, after saying to whom."""
        me = self.inbox.who.partition("@")[0]
        wrong = [each for each in threads if fill(answer.text, values_for(each, me)).missing]
        ready = [each for each in threads if each not in wrong]
        if not ready:
            missing = fill(answer.text, values_for(wrong[0], me)).missing
            self.tell(f"Nothing is sent: {', '.join(missing)} is not known of any of them.", Role.BAD)
            return
        says = answers_words(ready, answer, me, left_out=len(wrong))
        if then := then_words(self.begun_with(new_draft(self.inbox.profile, ready[0].id), ready[0], answer)):
            says.append(f"{then[0].upper()}{then[1:]}.")
        question = Question(
            f"Send {plural(len(ready), 'reply', 'replies')}?", tuple(says), effect=Effect.SEND,
            yes=f"Send {len(ready)}", no="Leave it",
        )  # fmt: skip
        if await self.app.push_screen_wait(Confirm(question)):
            await self._send_all(ready, answer)

    async def _send_all(self, threads: Sequence[Thread], answer: AnswerSettings) -> None:
        replies = []
        for at, thread in enumerate(threads, 1):
            self.tell(f"Reading {at} of {len(threads)} …")
            conversation = await self.current_conversation(thread)
            if conversation is None:
                self.tell(f"Nothing was sent: {name_of(thread)} could not be read.", Role.BAD)
                return
            seen = Seen(len(conversation.mails), conversation.last_id)
            draft = self.begun_with(new_draft(self.inbox.profile, thread.id, seen=seen), thread, answer)
            split = self.inbox.clock_split(thread)
            replies.append(Reply(thread, draft, self.inbox.clock_of(thread), split.name))
        try:
            await self.inbox.replies.put(*replies)
        except DatabaseError as error:
            self.tell(f"Not sent: {error} {error.advice}", Role.BAD)
            return
        self.threads.unmark()
        self.tell("")
        self.draw_list()
        self.draw_thread()

    # Drafts, and what can be called back

    def action_inbox_drafts(self) -> None:
        """List drafts, and replies that can still be called back."""
        self.work_alone(self._list_drafts)

    async def _list_drafts(self) -> None:
        inbox = self.inbox
        try:
            drafts = await inbox.disk(inbox.files.drafts.within_reach, inbox.profile)
        except DatabaseError as error:
            self.tell(f"Drafts cannot be read: {error} {error.advice}", Role.BAD)
            return
        waiting = inbox.replies.waiting
        choices = [
            Choice(
                f"back:{each.id}",
                f"Call back: {_begin(each.body)}",
                f"goes out in {inbox.replies.seconds_left(each):.0f} s",
            )
            for each in waiting
        ]
        choices += [
            Choice(f"draft:{each.id}", f"Go on: {_begin(each.body)}", f"thread {each.thread}")
            for each in drafts
        ]
        if not choices:
            self.tell("No drafts, and nothing on its way.")
            return
        chosen = await self.app.push_screen_wait(Choose("Drafts and replies on their way", choices))
        if chosen is None:
            return
        kind, _, name = chosen.partition(":")
        if kind == "back":
            try:
                called = await inbox.replies.call_back(name)
            except DatabaseError as error:
                self.tell(f"Not called back: {error} {error.advice}", Role.BAD)
                return
            if called is None:
                self.tell("It has gone out already.", Role.WARN)
            return
        await self._go_on(next(each for each in drafts if each.id == name))

    async def _go_on(self, draft: Draft) -> None:
        thread = await self._thread_of(draft.thread)
        taken = await self.inbox.disk(self.inbox.files.writer.take, draft.id)
        if taken is None:
            self.tell("Another copy of mttui has taken it.", Role.WARN)
        elif thread is not None:
            await self.open_reply(thread, draft=taken)

    async def _thread_of(self, thread_id: str) -> Thread | None:
        at = self.threads.index_of(thread_id)
        row = None if at is None else self.threads.row(at)
        if row is not None:
            return row
        try:
            return await self.session.client.threads.get(thread_id)
        except ApiError as error:
            say_error(self.host, error, doing="Reading the thread")
            return None

    def reply_came_back(self, report: Report) -> None:
        """Open a reply again that was called back; say so where one was held or refused."""
        self.look_for_drafts()
        if report.turnout is Turnout.CALLED_BACK and self.app.screen is self:
            self.work_alone(self._reopen, report)

    async def _reopen(self, report: Report) -> None:
        inbox = self.inbox
        row = await inbox.disk(inbox.files.outbox.get, report.outgoing.id)
        draft = None if row is None else await inbox.disk(inbox.files.drafts.get, row.draft)
        if draft is not None:
            await self._go_on(draft)


def _begin(body: str) -> str:
    return truncate(" ".join(body.split()), 50) or "(empty)"
