"""The whole view of a resource: what is described of it, and what follows from catalogue and model.

A resource that nobody described has a view all the same: columns from its model's scalar fields, relations
and actions from the paths below its items. See :mod:`mttui.views.resource` for what may be described.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from mttui.api.catalogue import find, operations
from mttui.api.operation import Operation

from .fields import (
    NAMES,
    columns_among,
    columns_for,
    completed,
    fields_in,
    fields_of,
    is_model,
    is_set,
    name_among,
    name_field,
    row_model,
    value_at,
)
from .paths import at_shape, below, depth, is_list, is_read, item_below, needed, path_arguments, shape
from .resource import Action, Field, Kind, Record, Relation, ResourceView, Section
from .resources import described
from .said import SAID
from .wording import resource_title, sentence, singular, words

Given = Mapping[str, Any]
"""Arguments by Python name."""
_UPDATES = ("PUT", "PATCH")
_PLAIN_VERBS = ("create", "update", "delete", "list", "get")


@dataclass(frozen=True)
class View:
    """A resource as the generic screens draw it, with nothing left out."""

    resource: str
    section: str
    title: str
    """The plural for people."""
    one: str
    """The singular within a sentence."""
    name: str
    """Path of what names a record; ``""`` where a record is a plain value or has no name."""
    key: str
    """Path of what the operations of one record take."""
    model: Any
    """The type of a record."""
    columns: tuple[Field, ...]
    is_described: bool
    """Whether somebody said which columns matter."""
    sections: tuple[Section, ...]
    relations: tuple[Relation, ...]
    actions: tuple[Action, ...]
    """What can be done with a record, beside edit and delete."""
    beside: tuple[Action, ...]
    """What can be done with the list as a whole, beside making a new one."""
    list: Operation | None
    read: Operation | None
    create: Operation | None
    update: Operation | None
    delete: Operation | None
    """Whatever ends one record: delete, cancel, archive by DELETE."""
    item: str
    """Shape of the path of one record; ``""`` where there is none."""
    empty: str
    runs: bool = False
    """Whether the platform works on it in the background."""

    @property
    def many(self) -> str:
        """The plural within a sentence."""
        return words(self.resource.rpartition(".")[2])

    def columns_of(self, records: Iterable[Record]) -> tuple[Field, ...]:
        """Return the columns for some rows: those that are described, else what is set in any of them."""
        if self.is_described:
            return self.columns
        fields = {
            field.path: field for record in records for field in fields_in(record) if is_set(record, field)
        }
        name = self.name if self.name in fields else name_among(fields.values())
        return (
            columns_among(fields.values(), name) or self.columns or (Field("", "Value", Kind.TEXT, grow=1),)
        )

    @property
    def opens(self) -> bool:
        """Whether there is more to a record than what its row shows."""
        return self.read is not None or is_model(self.model)

    @property
    def source(self) -> Operation | None:
        """What fetches it: the list, or the read where there is none."""
        return self.list or self.read

    def identity(self, record: Record) -> str:
        """Return what tells a record from the others of its list; ``""`` where nothing does."""
        for path in dict.fromkeys(("id", self.key)):
            value = value_at(record, path)
            if isinstance(value, str | int | float) and value != "":
                return str(value)
        return ""

    def name_of(self, record: Record) -> str:
        """Return what people call a record; its key where it has no name."""
        for path in dict.fromkeys((self.name, *NAMES, self.key)):
            value = value_at(record, path)
            if isinstance(value, str | int | float) and value != "":
                return str(value)
        said = name_among(field for field in fields_in(record) if is_set(record, field))
        return str(value_at(record, said)) if said else self.one

    def arguments(
        self,
        operation: Operation,
        record: Record | None,
        given: Mapping[str, Any],
        described: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        """Return what is known of an operation's arguments; what is not known is left out.

        Args:
            operation: the operation to be called.
            record: the record that it is about; ``None`` for the list as a whole.
            given: the arguments that the list or the read itself was called with.
            described: argument name to path in the record, where the view says so.
        """
        values: dict[str, Any] = {}
        for name, path in (described or {}).items():
            _put(values, name, value_at(record, path))
        known = [given.get(name) for name in path_arguments(self.source)] if self.source else []
        own = max(depth(self.item) - 1, 0) if self.item else len(known)
        within = self._is_within(operation)
        for at, name in enumerate(path_arguments(operation)):
            if name in values:
                continue
            if within and at < own:
                _put(values, name, known[at] if at < len(known) else None)
            elif within and self.item and at == own:
                _put(values, name, self._key_for(name, record, known, at))
        return values

    def _is_within(self, operation: Operation) -> bool:
        base = self.item or (shape(self.source.path) if self.source else "")
        path = shape(operation.path)
        source = shape(self.source.path) if self.source else base
        return path in (base, source) or path.startswith((f"{base}/", f"{source}/"))

    def _key_for(self, name: str, record: Record | None, known: Sequence[Any], at: int) -> Any:
        if record is None:
            return None
        if self.list is None and at < len(known) and known[at] is not None:
            return known[at]
        named = value_at(record, name) if name != "id" else None
        return value_at(record, self.key) if named is None else named


def _put(values: dict[str, Any], name: str, value: Any) -> None:
    if value is not None and value != "":
        # Some families send numbers for ids; what is asked for by them takes text.
        values[name] = str(value) if isinstance(value, int) and not isinstance(value, bool) else value


@functools.cache
def describe(resource: str) -> View | None:
    """Return the view of a resource; ``None`` where it has neither a list nor a read."""
    own = [each for each in operations().values() if each.resource == resource]
    lists = [each for each in own if is_list(each)]
    reads = [each for each in own if is_read(each)]
    of_all = sorted(lists, key=lambda each: (not each.id.endswith(".list"), len(needed(each))))
    of_one = sorted(reads, key=lambda each: not each.id.endswith(".get"))
    if of_all:
        return _build(resource, of_all[0], None)
    return _build(resource, None, of_one[0]) if of_one else None


@functools.cache
def view_of(operation: Operation) -> View:
    """Return the view of what a list or a read answers."""
    usual = describe(operation.resource)
    if usual is not None and operation in (usual.list, usual.read):
        return usual
    reads_rows = is_list(operation)
    bare = _build(operation.resource, operation if reads_rows else None, None if reads_rows else operation)
    if usual is not None and reads_rows and usual.list is not None and usual.model == bare.model:
        title = sentence(_verb_words(operation, ""))
        return replace(usual, list=operation, title=title if title != "List" else usual.title)
    return bare


def view_of_made(operation: Operation, answer: Record, given: Mapping[str, Any]) -> tuple[View, Given] | None:
    """Return the view of what an operation made, and what it is read with; ``None`` where nothing reads it.

    Args:
        operation: what made it.
        answer: what was answered.
        given: the arguments of the list that it is made in.
    """
    said = described(operation.resource)
    other = find(said.stands_in) if said is not None else None
    view = view_of(other) if other is not None else describe(operation.resource)
    if view is None or view.read is None or view.read.method != "GET":
        return None
    known = view.arguments(view.read, answer, given)
    return (view, known) if all(name in known for name in needed(view.read)) else None


def _build(resource: str, rows: Operation | None, read: Operation | None) -> View:
    source = rows or read
    assert source is not None  # noqa: S101 (one of the two is given)
    at = shape(source.path)
    item = item_below(at) if rows is not None else (at if path_arguments(source) else "")
    exact = at_shape(item) if item else (at_shape(at) if rows is None else ())
    said = described(resource) or ResourceView(resource)
    if rows is not None:
        read = next((each for each in exact if is_read(each)), None)
    model = row_model(source)
    name = said.name or name_field(model)
    taken = {each.operation for each in said.relations} | {each.operation for each in said.actions}
    key = said.key or _key_field(model, item, name)
    create = next((each for each in at_shape(at) if each.method == "POST" and rows is not None), None)
    if rows is None and not item:
        create = next((each for each in exact if each.method == "POST"), None)
    view = View(
        resource=resource,
        section=source.section,
        title=said.title or resource_title(resource, nested=bool(path_arguments(source))),
        one=said.one or singular(words(resource.rpartition(".")[2])),
        name=name,
        key=key,
        model=model,
        columns=tuple(completed(each, model) for each in said.columns) or columns_for(model, name),
        is_described=bool(said.columns),
        sections=tuple(
            Section(each.title, tuple(completed(field, model) for field in each.fields))
            for each in said.sections
        ),
        relations=(),
        actions=(),
        beside=(),
        list=rows,
        read=read,
        create=create,
        update=next((each for each in exact if each.method in _UPDATES), None),
        delete=next((each for each in exact if each.method == "DELETE"), None),
        item=item,
        empty=said.empty or "There are none.",
        runs=said.runs,
    )
    own = {each.id for each in (view.list, view.read, view.create, view.update, view.delete) if each}
    related, acts = _below(view, taken | own)
    return replace(
        view,
        relations=tuple(each for each in said.relations if find(each.operation)) + related,
        actions=tuple(_titled(each, at) for each in said.actions if find(each.operation)) + acts,
        beside=_beside(view, taken | own),
    )


def _key_field(model: Any, item: str, name: str) -> str:
    """Guess what the operations of one record take: what its path calls it, its id, else its name."""
    if not is_model(model):
        return ""
    known = {field.path for field in fields_of(model)}
    called = (
        [path_arguments(each)[depth(item) - 1] for each in (*at_shape(item), *below(item))] if item else []
    )
    wanted = [each for each in called if each != "id" and each in known]
    if "id" in called and "id" in known:
        return "id"
    shorter = [end for each in called for end in (each.rpartition("_")[2],) if end in known]
    likely = [*wanted, *shorter, *(each for each in ("id", *NAMES) if each in known), name, *called]
    return next((each for each in likely if each), "")


def _below(view: View, taken: set[str]) -> tuple[tuple[Relation, ...], tuple[Action, ...]]:
    """Derive relations and actions from the paths at and below one record."""
    base = view.item or (shape(view.read.path) if view.read else "")
    if not base:
        return (), ()
    related: list[Relation] = []
    acts: list[Action] = []
    for each in (*at_shape(base), *below(base)):
        if each.id in taken or depth(shape(each.path)) != depth(base):
            continue
        if each.method == "GET":
            related.append(Relation(_relation_title(each, base), each.id, {}))
        else:
            acts.append(_titled(Action(each.id), base))
    return tuple(related), tuple(acts)


def _beside(view: View, taken: set[str]) -> tuple[Action, ...]:
    """Derive what is done with the list as a whole: at its path or below, but not with one record."""
    if view.list is None:
        return ()
    at = shape(view.list.path)
    found = [
        each
        for each in (*at_shape(at), *below(at), *_same_resource(view.resource))
        if each.id not in taken
        and not (
            view.item and (shape(each.path) == view.item or shape(each.path).startswith(f"{view.item}/"))
        )
        and not _has_place_of_its_own(each, view.resource)
    ]
    return tuple(_titled(Action(each.id, SAID.get(each.id, "")), at) for each in dict.fromkeys(found))


def _same_resource(resource: str) -> list[Operation]:
    return [each for each in operations().values() if each.resource == resource]


def _has_place_of_its_own(operation: Operation, resource: str) -> bool:
    """Say whether another list or a read without arguments is where people look for it."""
    if operation.method == "GET" and not needed(operation) and operation.resource != resource:
        return True
    if operation.resource == resource:
        return False
    same = _same_resource(operation.resource)
    return any(each.method == "GET" and (is_list(each) or not needed(each)) for each in same)


def _relation_title(operation: Operation, base: str) -> str:
    tail = shape(operation.path)[len(base) :].replace("{}", "").strip("/")
    if tail:
        return sentence(words(tail))
    said = words(operation.id.rpartition(".")[2])
    if said == "get":
        return resource_title(operation.resource, nested=True)
    return sentence(said.removeprefix("list "))


def _titled(action: Action, base: str) -> Action:
    if action.title:
        return action
    operation = operations()[action.operation]
    tail = shape(operation.path)[len(base) :] if shape(operation.path).startswith(base) else ""
    return replace(action, title=sentence(_verb_words(operation, tail)))


def _verb_words(operation: Operation, tail: str) -> str:
    """Return a verb for people: ``start warmup``, ``update labels``, ``bulk delete``."""
    resource, _, verb = operation.id.rpartition(".")
    nested = resource.partition(".")[2]
    about = nested.rpartition(".")[2] if nested else ""
    said = words(verb)
    last = [part for part in tail.split("/") if part and part != "{}"]
    of = words(about) if about and (verb in _PLAIN_VERBS or words(about) in map(words, last)) else ""
    return f"{said} {of}".strip() if of != said else said


@functools.cache
def reached_from(operation: Operation) -> Mapping[str, str]:
    """Return what can be reached from a list or a read, by id, with how: ``list``, ``action`` and so on.

    Relations that are derived from paths are followed, described ones to other resources are not: those
    have places of their own.
    """
    found: dict[str, str] = {operation.id: "list" if is_list(operation) else "read"}
    waiting = [view_of(operation)]
    while waiting:
        view = waiting.pop()
        for related in view.relations:
            other = find(related.operation)
            if other is not None and related.operation not in found and _is_derived(view, other):
                waiting.append(view_of(other))
                found[related.operation] = "relation"
        for how, ids in _ways(view).items():
            for each in ids:
                found.setdefault(each, how)
    return MappingProxyType(found)


def _is_derived(view: View, operation: Operation) -> bool:
    base = view.item or (shape(view.read.path) if view.read else "")
    return bool(base) and (shape(operation.path) == base or shape(operation.path).startswith(f"{base}/"))


def _ways(view: View) -> Mapping[str, Iterable[str]]:
    return {
        "read": [view.read.id] if view.read else [],
        "create": [view.create.id] if view.create else [],
        "edit": [view.update.id] if view.update else [],
        "delete": [view.delete.id] if view.delete else [],
        "action": [each.operation for each in (*view.actions, *view.beside)],
    }
