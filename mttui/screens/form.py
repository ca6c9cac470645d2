"""The form of any operation: typed, checked at its fields, shown as a request, and sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.app import ComposeResult

from mttui.api.errors import ApiError
from mttui.api.operation import Operation
from mttui.stores.completion import Completion, sources_of
from mttui.text import Line, Role, Span, line, plural
from mttui.views.choices import Choice
from mttui.views.form_rows import about_lines
from mttui.views.form_values import Here, Parsed, parse_form, place_of_error, texts_of
from mttui.views.form_words import moment_note, suggestion_note, title_lines
from mttui.views.forms import FieldKind, FormField, fields_of_operation
from mttui.views.keys import Scope
from mttui.views.wording import deed_words
from mttui.widgets.canvas import Canvas
from mttui.widgets.form import Form

from .base import WorkScreen
from .choose import Choose
from .dialogs import Confirm, Question
from .editing import edit_arguments
from .running import refusal_of, run_operation
from .saying import say

_ABOUT_HEIGHT = 4


class FormScreen(WorkScreen):
    """A form for an operation. It ends with the operation's answer, or with ``None`` when it was left.

    Args:
        operation: what is run.
        arguments: what is known already, by Python name; can be changed.
        title: what it is called; the operation in words where nothing is said.
        collects: end with the checked arguments instead, and leave running it to who asked.
    """

    SCOPE = Scope.FORM

    def __init__(
        self,
        operation: Operation,
        arguments: Mapping[str, Any] | None = None,
        *,
        title: str = "",
        collects: bool = False,
    ) -> None:
        super().__init__()
        self.operation = operation
        self.collects = collects
        self.title_words = title or deed_words(operation)
        self.fields = fields_of_operation(operation)
        self.begun_with = texts_of(operation, dict(arguments or {}))
        self.status: Line = ()
        self.sending = False
        self._completion: Completion | None = None

    # What it looks like

    def compose_body(self) -> ComposeResult:
        """What it is, the fields, and words about the one in hand."""
        yield Canvas(id="form-title")
        yield Form(self.fields, self.begun_with, fixed=self.fixed(), id="form")
        yield Canvas(id="form-about")

    def fixed(self) -> frozenset[str]:
        """Return the paths of the fields that cannot be changed."""
        return frozenset()

    @property
    def form(self) -> Form:
        """The fields."""
        return self.query_one(Form)

    def on_mount(self) -> None:
        """Type at once."""
        self.form.focus()
        refusal = refusal_of(self.operation, self.session)
        if refusal is not None:
            self.status = line(Span(f"! {refusal}", Role.WARN))
        self._complete()

    def redraw(self) -> None:
        """Show what it is, and what the field in hand is."""
        width = max(1, self.size.width - 2)
        self.query_one("#form-title", Canvas).show(
            title_lines(self.operation, self.title_words, self.status, width)
        )
        field = self.form.in_hand
        nothing: list[Line] = [line(Span("It takes no arguments.", Role.MUTED))]
        shown = (
            about_lines(field, width, notes=self._notes(field, width), height=_ABOUT_HEIGHT)
            if field
            else nothing
        )
        self.query_one("#form-about", Canvas).show(shown)

    def _notes(self, field: FormField, width: int) -> list[Line]:
        text = self.form.texts[field.path]
        if field.kind is FieldKind.MOMENT and text.strip():
            return [moment_note(field, text, self._here())]
        sources = sources_of(self.operation, field.path)
        if not sources or self._completion is None:
            return []
        known = self._completion.known(sources, _last_of(field, text))
        return [suggestion_note(known, _last_of(field, text), self.session.keyboard, width)]

    def _here(self) -> Here:
        return Here(self.session.client.transport.platform_now(), self.session.ui.zone)

    def on_form_moved(self) -> None:
        """Say what the field is that is in hand now."""
        self._complete()
        self.poke()

    def on_form_changed(self) -> None:
        """Say what was typed means now."""
        self._complete()
        self.poke()

    # Ids from live data

    def _complete(self) -> None:
        field = self.form.in_hand
        if field is None or not sources_of(self.operation, field.path):
            return
        self.run_worker(self._load(field), group="completion", exclusive=True)

    async def _load(self, field: FormField) -> None:
        """Read what may be typed; a later key ends this, and nothing but reads is asked here."""
        if self._completion is None:
            self._completion = Completion(self.session.client)
        given = {each.path: self.form.texts[each.path] for each in self.fields if each.in_path}
        typed = _last_of(field, self.form.texts[field.path])
        await self._completion.load(sources_of(self.operation, field.path), given, typed)
        self.poke()

    def action_form_pick(self) -> None:
        """Choose from what there is: the words of an enumeration, or records by name."""
        field = self.form.in_hand
        if field is None or field.path in self.fixed():
            return
        sources = sources_of(self.operation, field.path)
        choices = [Choice(each, each) for each in field.choices]
        if not choices and self._completion is not None:
            known = self._completion.known(sources)
            choices = [
                Choice(each.value, each.name or each.value, f"{each.value}  {each.kind}") for each in known
            ]
        if not choices:
            say(self.host, f"{field.label}: nothing to choose from is known; type it.", Role.WARN)
            return
        self.app.push_screen(Choose(field.label, choices), lambda chosen: self._put_chosen(field, chosen))

    def _put_chosen(self, field: FormField, chosen: str | None) -> None:
        if chosen is None:
            return
        if field.kind is not FieldKind.LIST:
            self.form.put(field.path, chosen)
            return
        begun = [each.strip() for each in self.form.texts[field.path].split(",")]
        kept = [each for each in begun if each and each != chosen]
        self.form.put(field.path, ", ".join([*kept, chosen]))

    # The editor

    def action_form_editor(self) -> None:
        """Edit all of it as JSON."""
        texts = edit_arguments(self, self.operation, self.form.texts, self.fixed())
        if texts is not None:
            self.form.put_all(texts)

    # Leaving

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that would be lost."""
        return self.form.texts != self.begun_with

    def action_form_leave(self) -> None:
        """Leave the form; ask when something would be lost."""
        if not self.is_changed:
            self.dismiss(None)
            return
        question = Question(
            "Leave the form?", ("What was typed here is lost.",), yes="Leave", no="Stay and go on typing"
        )
        self.app.push_screen(Confirm(question), self._leave)

    def _leave(self, leave: bool | None) -> None:  # noqa: FBT001 (the dialog's result)
        if leave:
            self.dismiss(None)

    # Sending

    def on_form_submitted(self) -> None:
        """Enter in the last field."""
        self.action_form_send()

    def action_form_send(self) -> None:
        """Check what was typed, and send it."""
        if self.sending:
            say(self.host, "It has been sent: wait for the answer.", Role.WARN)
            return
        refusal = refusal_of(self.operation, self.session)
        if refusal is not None:
            say(self.host, refusal, Role.WARN)
            return
        parsed = self.parsed()
        if self.complain(parsed):
            return
        self.run_worker(self._send_once(parsed.arguments), group="send")

    def parsed(self) -> Parsed:
        """Return what the form says."""
        return parse_form(self.operation, self.form.texts, self._here())

    def complain(self, parsed: Parsed) -> bool:
        """Show what is wrong with the form, each at its field; says whether anything is."""
        known = {path: words for path, words in parsed.errors.items() if path in self.begun_with}
        self.form.tell(known)
        other = [words for path, words in parsed.errors.items() if path not in known]
        count = plural(len(parsed.errors), "field")
        self.status = (
            line(Span(f"! {count} to correct. {' '.join(other)}", Role.BAD)) if parsed.errors else ()
        )
        self.poke()
        return bool(parsed.errors)

    async def _send_once(self, arguments: Mapping[str, Any]) -> None:
        self.sending = True
        self.status = line(Span("Working on it …", Role.MUTED))
        self.poke()
        try:
            await self.send(arguments)
        finally:
            self.sending = False
            if self.status and self.status[0].role is Role.MUTED:
                self.status = ()
            self.poke()

    async def send(self, arguments: Mapping[str, Any]) -> None:
        """Run it; the form ends when it was done."""
        if self.collects:
            self.end(arguments)
            return
        answer = await run_operation(self, self.operation, arguments, told=self.told)
        if answer is not None:
            self.end(answer)

    def end(self, answer: Any) -> None:
        """End with an answer, if the form is still there: it may have been left meanwhile."""
        if self.is_mounted and self in self.app.screen_stack:
            self.dismiss(answer)

    def told(self, error: ApiError) -> bool:
        """Show an error at the field that it is about; says whether there is one."""
        place = place_of_error(self.operation, error)
        if place is None or not self.is_mounted or place[0] in self.fixed():
            return False
        self.form.tell({place[0]: place[1]})
        self.status = line(Span(f"! {error.short}: {error.advice}", Role.BAD))
        self.poke()
        return True

    def action_form_request(self) -> None:
        """Show the request as it would be sent."""
        from .dry_run import DryRun  # noqa: PLC0415 (imported when first opened)

        parsed = self.parsed()
        if not self.complain(parsed):
            self.app.push_screen(
                DryRun(self.operation, self.request_arguments(parsed.arguments), self.session)
            )

    def request_arguments(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what would be sent of what the form says."""
        return arguments


def _last_of(field: FormField, text: str) -> str:
    """Return what is being typed: of a list, its last value."""
    return text.rpartition(",")[2].strip() if field.kind is FieldKind.LIST else text.strip()
