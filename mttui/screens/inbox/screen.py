"""The inbox, whole: what is seen, what is done, and what is taken along."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import timedelta

from mttui.api.models.base import Model
from mttui.api.models.threads import Thread
from mttui.local.errors import DatabaseError
from mttui.local.paths import exports_dir
from mttui.local.private import write_privately
from mttui.local.response_log import Response
from mttui.screens.choose import Choose
from mttui.screens.garbage import keep_for_good
from mttui.screens.lines import LinesScreen
from mttui.screens.saying import say
from mttui.text import Role, line
from mttui.views.choices import Choice
from mttui.views.inbox import name_of
from mttui.views.reading import attachment_facts
from mttui.views.response_times import response_rows, response_words

from .answering import Answering
from .watch import watch_inbox

_OPENED_AFTER = 2.0
"""Seconds after which all that the inbox needs is there."""
_EXPORTED = timedelta(days=30)
_SHOWN_FOR = 12.0


class InboxScreen(Answering):
    """Threads from the keyboard."""

    def on_mount(self) -> None:
        """Tell from now on what becomes of replies and snoozes."""
        watch_inbox(self.host)
        self.set_timer(_OPENED_AFTER, keep_for_good)

    def action_actions(self) -> None:
        """List what can be done with the thread."""
        self.choose_action(
            [
                "inbox.reply", "inbox.done", "inbox.pending", "inbox.snooze", "inbox.open", "inbox.labels",
                "inbox.classify", "inbox.answer", "undo", "open", "inbox.fold", "inbox.headers",
                "inbox.drafts", "copy", "copy.raw", "raw", "inbox.export",
            ]
        )  # fmt: skip

    # Taking along

    def action_copy(self) -> None:
        """Copy the id of the thread."""
        thread = self.selected
        self.copy(thread.id if thread else None)

    def action_copy_raw(self) -> None:
        """Choose what to copy: the JSON, the address, a link, the address of an attachment."""
        thread = self.selected
        if thread is None:
            return
        found = self._copyable(thread)

        def chosen(name: str | None) -> None:
            if name is not None:
                self.copy(found[int(name)][1])

        choices = [Choice(str(at), title, shown) for at, (title, shown) in enumerate(found)]
        choices[0] = Choice("0", found[0][0], "")
        self.app.push_screen(Choose("Copy", choices), chosen)

    def _copyable(self, thread: Thread) -> list[tuple[str, str]]:
        conversation = self.conversation
        mails = conversation.mails if conversation else ()
        found = [("The JSON of the thread", _json(thread))]
        if thread.contact_email:
            found.append(("The person's address", thread.contact_email))
        for mail in reversed(mails):
            found += [(f"Link [{link.number}] {link.text}", link.target) for link in mail.letter.links]
            for attachment in mail.message.attachments:
                name, _, _, address = attachment_facts(attachment)
                if address:
                    found.append((f"Attachment {name}", address))
        # One line each: whoever pastes an address into a shell must not run what follows it.
        return [found[0], *((title, " ".join(text.split())) for title, text in found[1:])]

    def action_raw(self) -> None:
        """Show the JSON of the thread and its messages."""
        thread, conversation = self.selected, self.conversation
        if thread is None:
            return
        records = [thread, *(mail.message for mail in conversation.mails)] if conversation else [thread]
        rows = [line(row) for record in records for row in _json(record).split("\n")]
        self.app.push_screen(LinesScreen(name_of(thread), lambda _: rows))

    # Response times

    def action_inbox_export(self) -> None:
        """Write the response times of the last thirty days to a file."""
        self.work_alone(self._export)

    async def _export(self) -> None:
        inbox = self.inbox
        since = inbox.now() - _EXPORTED
        try:
            rows: Sequence[Response] = await inbox.disk(inbox.files.responses.rows, inbox.profile, since)
            agreement = await inbox.disk(inbox.files.opinions.agreement, inbox.profile)
        except DatabaseError as error:
            self.tell(f"{error} {error.advice}", Role.BAD)
            return
        if not rows:
            self.tell("No answer was sent from this box in the last 30 days.", Role.WARN)
            return
        path = exports_dir() / f"response-times-{inbox.now():%Y%m%d-%H%M%S}.csv"
        written = io.StringIO()
        csv.writer(written).writerows(response_rows(rows))
        try:
            await inbox.disk(write_privately, path, written.getvalue())
        except OSError as trouble:
            self.tell(f"{path} cannot be written: {trouble.strerror}", Role.BAD)
            return
        say(self.host, f"{response_words(rows, agreement)}\n{path}", Role.GOOD, seconds=_SHOWN_FOR)


def _json(record: Model) -> str:
    from mttui.views.values import plain_json  # noqa: PLC0415 (when first wanted)

    return plain_json(record)
