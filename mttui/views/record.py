"""One record, to be read: its sections, every field, and what else belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from mttui.api.catalogue import operations
from mttui.text import Line, Role, Span, line, wrap

from .columns import Column
from .describe import View
from .fields import fields_in, is_set, value_at
from .paths import path_arguments
from .resource import Field, Record, Relation
from .values import Now, detail_lines, short_text

_UNDER_WAY = frozenset({"pending", "queued", "running", "processing", "in progress", "started"})
RELATION_COLUMNS = (
    Column("title", "Go to", 18, weight=1, priority=2),
    Column("what", "What it is", 20, weight=2, priority=1),
)


def is_under_way(record: Record) -> bool:
    """Whether the platform is still at work on a record, by its status."""
    status = value_at(record, "status")
    return isinstance(status, str) and status.casefold().replace("_", " ") in _UNDER_WAY


def relation_cells(
    relation: Relation, view: View, record: Record, given: Mapping[str, Any]
) -> Sequence[Span | str]:
    """Return the cells of what belongs to a record; what it does not name is faint."""
    operation = operations()[relation.operation]
    known = view.arguments(operation, record, given, relation.arguments)
    missing = [name for name in path_arguments(operation) if name not in known]
    if missing:
        return Span(relation.title, Role.MUTED), Span(f"this {view.one} names no {missing[0]}", Role.MUTED)
    described = [str(known[name]) for name in relation.arguments if name in known]
    what = operation.summary if not described else f"{', '.join(described)}   {operation.summary}"
    return relation.title, Span(what, Role.MUTED)


def record_lines(view: View, record: Record, now: Now, width: int, *, reveal: bool = False) -> list[Line]:
    """Write a record: the sections that are described, then every other field.

    Args:
        view: what it looks like.
        record: what is written.
        now: the time.
        width: cells.
        reveal: whether secrets are shown, as when they were just made.
    """
    if not isinstance(record, BaseModel | Mapping):
        return [line(short_text(each)) for each in (record if isinstance(record, list | tuple) else [record])]
    lines: list[Line] = []
    for title, fields in _sections(view, record):
        if not _set(record, fields):
            continue
        lines += (
            [(), line(Span(title, Role.TITLE))]
            if title and lines
            else [line(Span(title, Role.TITLE))] * bool(title)
        )
        lines += detail_lines(record, _set(record, fields), now, width, reveal=reveal)
    unset = [
        field.title for _, fields in _sections(view, record) for field in fields if not is_set(record, field)
    ]
    if unset:
        words = wrap(f"Not set: {', '.join(unset)}", width, lines=6)
        lines += [(), *(line(Span(part, Role.MUTED)) for part in words)]
    unreadable = getattr(record, "unreadable", ())
    if unreadable:
        lines += [(), line(Span(f"! could not be read, see the JSON: {', '.join(unreadable)}", Role.WARN))]
    return lines or [line(Span("The platform sent nothing about it.", Role.MUTED))]


def _sections(view: View, record: Record) -> list[tuple[str, Sequence[Field]]]:
    said: list[tuple[str, Sequence[Field]]] = [(each.title, each.fields) for each in view.sections]
    named = {field.path.partition(".")[0] for _, fields in said for field in fields if "." not in field.path}
    rest = [field for field in fields_in(record) if field.path not in named]
    # A nested object of which only some is named is shown whole, so that nothing of it is out of sight.
    if not said:
        return [("", rest)]
    return [*said, ("Other", rest)] if rest else said


def _set(record: Record, fields: Sequence[Field]) -> list[Field]:
    return [field for field in fields if is_set(record, field)]
