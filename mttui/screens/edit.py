"""Changing a record: a form over what it says now, the difference before it is sent, and what others did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mttui.api.errors import ApiError, NotFound
from mttui.api.kin import arguments_for, read_of
from mttui.stores.draft import Draft, wanted_names
from mttui.stores.present import present_values
from mttui.text import Line, Role, Span, line, plural
from mttui.views.describe import View
from mttui.views.diff import Conflict, change_lines, changes_between, conflict_lines, conflicts_between
from mttui.views.form_values import Parsed, parse_form, texts_of

from .dialogs import Question, dialog_for
from .form import FormScreen
from .running import run_operation
from .saying import say

_WIDTH = 70
"""Cells of a line of the difference: what a dialog has at 80 columns."""


class EditScreen(FormScreen):
    """The form of a record's update. It ends with the answer, or with ``None`` when it was left.

    The record is read when the form opens and once more before it is sent. Only what was changed is sent,
    beside what the operation needs.

    Args:
        view: what the record is; it has an update.
        record: the record as it is known, as a row of its list.
        given: the arguments that its list or its read was called with.
    """

    def __init__(self, view: View, record: Any, given: Mapping[str, Any]) -> None:
        assert view.update is not None  # noqa: S101 (who asks has looked)
        self.view = view
        self.ids = view.arguments(view.update, record, given)
        super().__init__(view.update, self.ids, title=f"Change {view.one} {view.name_of(record)}".strip())
        self.begun_with = self._texts(record)
        self.draft = Draft(dict(self.begun_with))
        self.before: Any = record
        self.reader = read_of(view.update)

    def fixed(self) -> frozenset[str]:
        """Return the fields that say which record it is."""
        return frozenset(each.path for each in self.fields if each.in_path)

    def _texts(self, record: Any) -> dict[str, str]:
        """Return what the form says of a record; secrets are never filled in."""
        texts = texts_of(self.operation, {**present_values(self.operation, record), **self.ids})
        secret = {each.path for each in self.fields if each.is_secret}
        return {path: "" if path in secret else text for path, text in texts.items()}

    # Reading

    def on_mount(self) -> None:
        """Read the record as it is now: a row of a list may be old, or say less."""
        self.form.compare_with(self.begun_with)
        if self.reader is not None:
            self.run_worker(self._read_first(), group="read")

    async def _read_first(self) -> None:
        try:
            record = await self._read()
        except ApiError as error:
            words = f"! {error.short}: it could not be read; what is here is from the list. {error.advice}"
            self.status = line(Span(words, Role.WARN))
        else:
            self._stand_on(record)
        self.poke()

    async def _read(self) -> Any:
        """Return the record as it is now.

        Raises:
            ApiError: it could not be read.
        """
        if self.reader is None:
            return self.before
        ids = arguments_for(self.reader, self.operation, self.ids)
        return await self.session.client.call(self.reader, ids or {})

    def _stand_on(self, record: Any) -> None:
        if not self.is_mounted:
            return
        mine = self.form.texts
        texts = self.draft.take_up(self._texts(record), mine)
        self.before, self.begun_with = record, dict(self.draft.base)
        for path, text in texts.items():
            if text != mine[path]:
                self.form.put(path, text)
        self.form.compare_with(self.draft.base)

    # Sending

    def parsed(self) -> Parsed:
        """Return what is to be sent: what was changed, and what the operation needs."""
        mine = self.form.texts
        parsed = parse_form(self.operation, mine, self._here(), cleared=self.draft.cleared(mine))
        needed = [each.name for each in self.operation.parameters if each.required]
        wanted = wanted_names([*needed, *self.ids], self.draft.changed(mine))
        parsed.arguments = {name: value for name, value in parsed.arguments.items() if name in wanted}
        return parsed

    def action_form_send(self) -> None:
        """Check what was typed, show the difference, and send it."""
        if not self.sending and not self.draft.changed(self.form.texts):
            say(self.host, "Nothing was changed.", Role.WARN)
            return
        super().action_form_send()

    async def send(self, arguments: Mapping[str, Any]) -> None:
        """Read it once more, show what would change, and send it when that is wanted."""
        del arguments  # what is sent is told anew once the record was read
        mine = self.form.texts
        was = dict(self.draft.base)
        try:
            record = await self._read()
        except ApiError as error:
            self.status = line(Span(f"! {_unread(self.view.one, error)}", Role.BAD))
            return
        theirs = self._texts(record)
        conflicts = conflicts_between(self.fields, was, theirs, mine)
        self._stand_on(record)
        if not self.draft.changed(self.form.texts):
            say(self.host, f"The {self.view.one} says so already: somebody else did it.", Role.WARN)
            return
        parsed = self.parsed()
        if self.complain(parsed) or not await self._is_wanted(conflicts):
            return
        answer = await run_operation(
            self, self.operation, parsed.arguments,
            subject=f"“{self.view.name_of(record)}”", confirmed=True, before=record, told=self.told,
        )  # fmt: skip
        if answer is not None:
            self.end(answer)

    async def _is_wanted(self, conflicts: list[Conflict]) -> bool:
        """Show the difference and ask; says whether it is to be sent."""
        clash = any(each.clashes for each in conflicts)
        question = Question(
            self.title_words,
            self._difference(conflicts),
            effect=self.operation.effect,
            yes="Send mine all the same" if clash else "Send it",
            no="Go on editing",
            cautious=clash,
        )
        wanted: bool = await self.app.push_screen_wait(dialog_for(question))
        return wanted

    def _difference(self, conflicts: list[Conflict]) -> list[str | Line]:
        says: list[str | Line] = []
        if conflicts:
            count = plural(len(conflicts), "field")
            words = f"! Somebody else changed {count} since you began."
            says += [line(Span(words, Role.WARN)), *conflict_lines(conflicts, _WIDTH), ()]
        changes = changes_between(self.fields, self.draft.base, self.form.texts)
        says += [line(Span(plural(len(changes), "change"), Role.TITLE)), *change_lines(changes, _WIDTH)]
        return says


def _unread(one: str, error: ApiError) -> str:
    if isinstance(error, NotFound):
        return f"This {one} is gone: somebody deleted it. Nothing was sent."
    return f"{error.short}: it could not be read again, so nothing was sent. {error.advice}"
