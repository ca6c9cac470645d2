"""What may stand in a field that names another record: found by names, read from that record's list."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mttui.api.catalogue import operations
from mttui.api.client import Mailtarget
from mttui.api.errors import ApiError
from mttui.api.kin import is_list, path_parameters
from mttui.api.operation import Operation, Place
from mttui.api.pages import Page

from .present import name_of, value_at

_A_PAGE = 100
_MOST_SOURCES = 3
_IDS = ("_ids", "_id")
_KEYS = frozenset({"email", "name", "hostname", "id"})
"""Fields of an object within, as ``sender.email``, that name a record of the object's kind."""


@dataclass(frozen=True, slots=True)
class Source:
    """A list whose records may be named."""

    operation: Operation
    value: str
    """What of a record is taken, by Python name."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value that may be typed, and what it stands for."""

    value: str
    name: str
    kind: str = ""
    """The resource that it is from."""


@functools.cache
def sources_of(operation: Operation, path: str) -> tuple[Source, ...]:
    """Return the lists whose records a field may name; none for a field that names no record.

    Args:
        operation: whose argument it is.
        path: the argument; within an object with dots.
    """
    outer, _, name = path.rpartition(".")
    for each in path_parameters(operation):
        if each.name == path:
            own = _list_before(operation, each.wire)
            return (Source(own, name),) if own else ()
    if outer and name in _KEYS:
        return _called(operation, outer.rpartition(".")[2], name)
    for ending in _IDS:
        if name.endswith(ending):
            return _called(operation, name.removesuffix(ending), "id")
    if name in {"ids", "id"}:
        return tuple(Source(each, "id") for each in _lists().values() if each.resource == operation.resource)
    return _called(operation, name[:-1], "id") if name in _lists() else ()


@functools.cache
def _lists() -> Mapping[str, Operation]:
    """Return the lists that need nothing to be read, by resource."""
    found = {}
    for each in operations().values():
        if is_list(each) and each.id.endswith(".list") and "{" not in each.path:
            found[each.resource] = each
    return found


def _list_before(operation: Operation, wire: str) -> Operation | None:
    """Return the list at the path before a variable."""
    path = operation.path.partition(f"/{{{wire}}}")[0]
    return next((each for each in operations().values() if each.path == path and is_list(each)), None)


def _called(operation: Operation, stem: str, value: str) -> tuple[Source, ...]:
    """Return the lists of a kind of thing: exactly of that name, else those that end with it."""
    exact = [each for name, each in _lists().items() if name == f"{stem}s"]
    last = stem.rpartition("_")[2]
    ending = [each for name, each in _lists().items() if name.endswith((f"_{stem}s", f".{stem}s"))]
    looser = [each for name, each in _lists().items() if name.endswith(f"{last}s")]
    family = operation.id.partition(".")[0]
    found = exact or sorted(ending or looser, key=lambda each: each.id.partition(".")[0] != family)
    return tuple(Source(each, value) for each in found[:_MOST_SOURCES])


@dataclass(eq=False)
class Completion:
    """Reads what may be typed, once for each list and search.

    Args:
        client: asks the platform.
    """

    client: Mailtarget
    _known: dict[tuple[Any, ...], tuple[Suggestion, ...]] = field(default_factory=dict)
    _complete: set[str] = field(default_factory=set)
    """Lists of which everything is known."""

    def known(self, sources: Iterable[Source], typed: str = "") -> list[Suggestion]:
        """Return what is known so far and fits what was typed, the likeliest first."""
        word = typed.strip().casefold()
        found = {
            each.value: each
            for source in sources
            for key, suggestions in self._known.items()
            if key[:2] == (source.operation.id, source.value)
            for each in suggestions
        }
        fitting = [each for each in found.values() if _fit(each, word) is not None]
        return sorted(fitting, key=lambda each: _fit(each, word) or 0)

    async def load(self, sources: Iterable[Source], given: Mapping[str, Any], typed: str = "") -> None:
        """Read the lists; a long one is searched for what was typed.

        Args:
            sources: the lists.
            given: arguments of the form, for a list within a record.
            typed: what was typed.
        """
        for source in sources:
            await self._load(source, given, typed.strip())

    async def _load(self, source: Source, given: Mapping[str, Any], typed: str) -> None:
        lister = source.operation
        takes = {each.name for each in lister.parameters}
        arguments = {
            each.name: given.get(each.name) for each in lister.parameters if each.place is Place.PATH
        }
        if not all(arguments.values()):
            return
        if typed and "search" in takes and lister.id not in self._complete:
            arguments["search"] = typed
        key = (lister.id, source.value, *sorted(arguments.items()))
        if key in self._known:
            return
        if "per_page" in takes:
            arguments["per_page"] = _A_PAGE
        try:
            page = await self.client.call(lister, arguments)
        except ApiError:
            return  # nothing is offered then; what is typed is checked by the platform
        if not isinstance(page, Page):
            return
        self._known[key] = tuple(_suggestions(source, page.rows))
        if "search" not in arguments and (page.total is None or page.total <= len(page.rows)):
            self._complete.add(lister.id)


def _fit(suggestion: Suggestion, word: str) -> int | None:
    """Rate how a suggestion fits a word, 0 the best; ``None`` when it does not."""
    value, name = suggestion.value.casefold(), suggestion.name.casefold()
    fits = (value.startswith(word), name.startswith(word), word in name, word in value)
    return next((rank for rank, does in enumerate(fits) if does), None)


def _suggestions(source: Source, rows: Iterable[Any]) -> Iterable[Suggestion]:
    for row in rows:
        value = row if isinstance(row, str | int) else value_at(row, source.value)
        if value is None and source.value.endswith("_id"):
            value = value_at(row, "id")
        if isinstance(value, str | int) and value != "":
            name = "" if isinstance(row, str | int) else name_of(row)
            yield Suggestion(str(value), "" if name == str(value) else name, source.operation.resource)
