"""What lists and records share: opening what belongs to a record, and doing something with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from textual import events

from mttui.api.catalogue import find
from mttui.api.operation import Operation
from mttui.stores.bulk import BulkRun
from mttui.text import Role, line, plural
from mttui.views.actions import Doable, doable_beside, doable_with, read_only_reason
from mttui.views.choices import Choice, key_choices
from mttui.views.copying import as_curl
from mttui.views.describe import View
from mttui.views.footer import FooterItem
from mttui.views.paths import arguments_of, needed, path_arguments
from mttui.views.resource import Relation
from mttui.views.values import Now, plain_json

from .base import WorkScreen
from .lines import LinesScreen
from .opened import open_read, show_answered
from .saying import say

_OWN_KEYS_PLACE = 4
"""Place in the footer of the keys that are a resource's own."""

Marked = Sequence[Any]
"""The records that several things are done with at once; none means the one in hand."""


class ResourceScreen(WorkScreen):
    """A screen about records of one resource.

    Args:
        view: what they look like.
        given: the arguments that they were asked for with.
        trail: where one came from, for people, the first first.
    """

    def __init__(self, view: View, given: Mapping[str, Any], trail: Sequence[str]) -> None:
        super().__init__()
        self.view, self.given, self.trail = view, dict(given), tuple(trail)

    # What a screen says about itself

    def record(self) -> Any:
        """Return the record in hand; ``None`` where there is none."""
        raise NotImplementedError

    def marked(self) -> Marked:
        """Return the marked records."""
        return ()

    def here(self) -> tuple[str, ...]:
        """Return the trail to what is opened from here."""
        return self.trail

    @property
    def now(self) -> Now:
        """What the time is."""
        return Now(self.session.client.transport.platform_now(), self.session.ui.zone)

    # Opening

    def open_for(self, operation: Operation, arguments: Mapping[str, Any], trail: Sequence[str]) -> None:
        """Open a list or a record; a form comes first where something is needed that is not known."""
        given = {name: value for name, value in arguments.items() if name in arguments_of(operation)}
        open_read(self.app, operation, given, trail)

    def open_relation(self, relation: Relation) -> None:
        """Open what belongs to the record in hand."""
        operation = find(relation.operation)
        if operation is None:
            return
        record = self.record()
        known = self.view.arguments(operation, record, self.given, relation.arguments)
        missing = [name for name in path_arguments(operation) if name not in known]
        if missing:
            say(self.app, f"{relation.title}: this {self.view.one} names no {missing[0]}.", Role.WARN)
            return
        arguments = {**known, **(relation.fixed or {})}
        self.open_for(operation, arguments, (*self.here(), self.view.name_of(record)))

    # Doing

    def doables(self) -> list[Doable]:
        """Return what can be done here beside what keys do, each with the reason against it."""
        read_only = self.session.profile.read_only
        record = self.record()
        with_record: list[Doable] = []
        if record is not None or self.marked():
            with_record = doable_with(self.view, record, self.given, self.marked(), read_only=read_only)
        return [*with_record, *doable_beside(self.view, self.given, read_only=read_only)]

    def action_actions(self) -> None:
        """List every action for what is selected, with what is against it."""
        listed = [
            (id_, self.reason_against(id_))
            for id_ in ("open", "new", "edit", "delete", "copy", "copy.raw", "raw")
            if self.handler_of(id_) is not None and not self._is_missing(id_)
        ]
        doables = {f"do {number}": each for number, each in enumerate(self.doables())}
        relations = {f"go {number}": each for number, each in enumerate(self.view.relations)}
        choices = [Choice(id_, each.title, each.hint, each.key, each.reason) for id_, each in doables.items()]
        choices += key_choices(listed, self.session.keyboard)
        if self.record() is not None:
            choices += [Choice(id_, f"Go to {each.title}", each.operation) for id_, each in relations.items()]

        choices.sort(key=lambda choice: choice.reason is not None)

        async def chosen(id_: str | None) -> None:
            if id_ in doables:
                self.do(doables[id_])
            elif id_ in relations:
                self.open_relation(relations[id_])
            elif id_ is not None:
                await self.action_press(id_)

        from .choose import Choose  # noqa: PLC0415 (imported when first opened)

        self.app.push_screen(Choose(self._actions_title(), choices), chosen)

    def _is_missing(self, key_id: str) -> bool:
        """Say whether the platform has no such operation at all."""
        known = {"new": self.view.create, "edit": self.view.update, "delete": self.view.delete}
        return key_id in known and known[key_id] is None

    def _actions_title(self) -> str:
        marked = self.marked()
        if marked:
            return f"With {plural(len(marked), self.view.one, self.view.many)} marked"
        record = self.record()
        return self.view.title if record is None else f"{self.view.one}: {self.view.name_of(record)}"

    def do(self, doable: Doable) -> None:
        """Do something with the record in hand, with those that are marked, or with the list."""
        if doable.reason is not None:
            say(self.app, doable.reason, Role.WARN)
        elif doable.targets:
            self._do_with_all(doable)
        elif doable.operation.method == "GET":
            self.open_for(doable.operation, doable.arguments, self.here())
        else:
            self._do_with_one(doable.operation, doable.arguments, doable.subject)

    def _do_with_one(self, operation: Operation, arguments: Mapping[str, Any], subject: str) -> None:
        if any(name not in arguments for name in arguments_of(operation)):
            from .form import FormScreen  # noqa: PLC0415 (imported when first opened)

            form = FormScreen(operation, arguments)
            self.app.push_screen(form, partial(self.done, operation))
        else:
            from .running import start_operation  # noqa: PLC0415 (imported when first needed)

            start_operation(self, operation, arguments, subject=subject, then=partial(self.done, operation))

    def _do_with_all(self, doable: Doable) -> None:
        missing = [name for name in needed(doable.operation) if name not in doable.targets[0][1]]
        if not missing:
            self._open_run(doable, {})
            return
        from .form import FormScreen  # noqa: PLC0415 (imported when first opened)

        first = doable.targets[0][1]
        form = FormScreen(doable.operation, first, title=doable.plan, collects=True)

        def filled(given: Mapping[str, Any] | None) -> None:
            if given is not None:
                self._open_run(doable, {name: value for name, value in given.items() if name not in first})

        self.app.push_screen(form, filled)

    def _open_run(self, doable: Doable, common: Mapping[str, Any]) -> None:
        from .bulk import BulkScreen  # noqa: PLC0415 (imported when first opened)

        targets = [(name, {**common, **arguments}) for name, arguments in doable.targets]
        if doable.skipped:
            say(self.app, f"Left out, as it cannot be done with them now: {doable.skipped}.", Role.WARN)
        self.app.push_screen(BulkScreen(doable.operation, targets, doable.plan, then=self.run_over))

    def run_over(self, run: BulkRun) -> None:
        """Hear that a run over several records has come to its end."""

    def done(self, operation: Operation, answer: Any) -> None:
        """Show what an operation answered where it says more than that it was done."""
        show_answered(self.app, operation, answer, self.here(), given=self.given)

    # What keys do

    def reason_against(self, key_id: str) -> str | None:
        """Say why a key cannot work now: nothing is selected, or the platform has no such operation."""
        view, record = self.view, self.record()
        wanted = {"new": view.create, "edit": view.update, "delete": view.delete}
        if key_id in wanted:
            operation = wanted[key_id]
            if operation is None:
                verb = {"new": "makes one", "edit": "changes it", "delete": "deletes it"}[key_id]
                return f"{view.title}: the platform has no operation that {verb}."
            if reason := read_only_reason(operation, self.session.profile.read_only):
                return reason
        needs_record = key_id in {"edit", "delete", "copy", "copy.raw", "raw"}
        if needs_record and record is None and not (key_id == "delete" and self.marked()):
            return "Nothing is selected."
        return super().reason_against(key_id)

    def action_new(self) -> None:
        """Make a new one."""
        operation = self.view.create
        if operation is not None:
            self._do_with_one(operation, self.view.arguments(operation, None, self.given), "")

    def action_edit(self) -> None:
        """Edit the record in hand."""
        from .edit import EditScreen  # noqa: PLC0415 (imported when first opened)

        record, operation = self.record(), self.view.update
        if record is None or operation is None:
            return
        if not self._has_key(operation):
            return
        self.app.push_screen(EditScreen(self.view, record, self.given))

    def action_delete(self) -> None:
        """Delete the record in hand, or those that are marked, after asking."""
        operation = self.view.delete
        if operation is None:
            return
        found = doable_with(
            self.view, self.record(), self.given, self.marked(), read_only=False, only=operation.id
        )
        for doable in found:
            self.do(doable)

    def _has_key(self, operation: Operation) -> bool:
        known = self.view.arguments(operation, self.record(), self.given)
        missing = [name for name in path_arguments(operation) if name not in known]
        if missing:
            say(self.app, f"The platform sent no {missing[0]} for this {self.view.one}.", Role.WARN)
        return not missing

    def action_copy(self) -> None:
        """Copy the id of the record in hand."""
        record = self.record()
        self.copy(self.view.identity(record) or self.view.name_of(record))

    def action_copy_raw(self) -> None:
        """Choose what to copy: the JSON, or the request for it as curl."""
        record, read = self.record(), self.view.source
        choices = [Choice("json", "The JSON of it"), Choice("curl", "The request as curl")]

        def chosen(what: str | None) -> None:
            if what == "json":
                self.copy(plain_json(record))
            elif what == "curl" and read is not None:
                operation = self.view.read or read
                arguments = {**self.given, **self.view.arguments(operation, record, self.given)}
                known = {name: value for name, value in arguments.items() if name in arguments_of(operation)}
                profile = self.session.profile
                self.copy(as_curl(operation, known, base_url=profile.base_url, secrets=[profile.key]))

        from .choose import Choose  # noqa: PLC0415 (imported when first opened)

        self.app.push_screen(Choose("Copy", choices), chosen)

    def action_raw(self) -> None:
        """Show the JSON of the record in hand."""
        record = self.record()
        rows = [line(row) for row in plain_json(record).split("\n")]
        self.app.push_screen(LinesScreen(self.view.name_of(record), lambda _: rows))

    async def on_key(self, event: events.Key) -> None:
        """Do what has a key of its own on this resource's screens."""
        pressed = event.character or event.key
        if any(each.key == pressed for each in self.view.actions):
            for doable in self.doables():
                if doable.key == pressed:
                    event.stop()
                    self.do(doable)
                    return

    def _footer_items(self) -> Iterable[FooterItem]:
        yield from super()._footer_items()
        for action in self.view.actions:
            if action.key:
                yield FooterItem(action.key, action.title, _OWN_KEYS_PLACE)
