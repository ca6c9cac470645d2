"""What a place opens: for each section of the reference its lists, its single reads, and its loose verbs.

Everything is derived from the catalogue. An operation that belongs to a record or a list is found there;
what belongs to none has a form of its own.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mttui.api.catalogue import operations
from mttui.api.operation import Operation
from mttui.text import Role, Span

from .columns import Column
from .describe import reached_from, view_of
from .paths import is_list, needed
from .places import PLACES, Place
from .resources import described
from .wording import deed_words, resource_title, sentence, singular, words


class Opens(StrEnum):
    """How one gets at something."""

    LIST = "list"
    RECORD = "record"
    """One thing that there is once: a status, a setting."""
    FORM = "form"
    """It needs to be told something first."""
    WITHIN = "within"
    """It belongs to the records of another list, which is opened."""


@dataclass(frozen=True)
class Entry:
    """One line of a place."""

    section: str
    title: str
    what: str
    """What it is, in a sentence."""
    opens: Opens
    operation: Operation
    """What is read or run; of ``WITHIN`` the list whose records have it."""

    @property
    def key(self) -> str:
        """What tells it from the others of its place."""
        return f"{self.section}/{self.operation.id}"


PLACE_COLUMNS = (
    Column("title", "Name", 24, weight=1, priority=4),
    Column("opens", "Opens", 9, priority=2),
    Column("what", "What it is", 24, weight=3, priority=3),
    Column("section", "Section of the reference", 24, priority=1),
)
_OPENS_WORDS = {
    Opens.LIST: Span("list"),
    Opens.RECORD: Span("record"),
    Opens.FORM: Span("form…"),
    Opens.WITHIN: Span("within", Role.MUTED),
}


def entry_cells(entry: Entry) -> Sequence[Span | str]:
    """Return the cells of a line."""
    is_main = entry.opens in (Opens.LIST, Opens.RECORD)
    title = Span(entry.title, Role.STRONG if is_main else Role.NORMAL)
    return title, _OPENS_WORDS[entry.opens], Span(entry.what, Role.MUTED), Span(entry.section, Role.MUTED)


def matching_entries(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """Return the entries that have every typed word in their section, title, sentence or operation.

    Those whose title has all of it as it was typed come first.
    """
    wanted, phrase = typed.casefold().split(), " ".join(typed.casefold().split())
    found = [
        entry
        for entry in entries
        if all(
            word in f"{entry.section} {entry.title} {entry.what} {entry.operation.id}".casefold()
            for word in wanted
        )
    ]
    return sorted(found, key=lambda entry: phrase not in entry.title.casefold())


@functools.cache
def entries_by_name() -> Mapping[str, Entry]:
    """Return what opens at once by the name of its resource: ``velocity.rules``, ``contacts``."""
    found: dict[str, Entry] = {}
    for section in dict.fromkeys(each.section for each in operations().values()):
        for entry in resources_of(section):
            if entry.opens in (Opens.LIST, Opens.RECORD):
                found.setdefault(entry.operation.resource, entry)
    return found


def place_of(section: str) -> Place | None:
    """Return the place that a section is listed in; of several the last, which is not of live panels."""
    return next((place for place in reversed(PLACES) if section in place.sections), None)


def entries_of(place: Place) -> list[Entry]:
    """Return the lines of a place, section by section."""
    return [entry for section in place.sections for entry in resources_of(section)]


@functools.cache
def resources_of(section: str) -> tuple[Entry, ...]:
    """Return what a section of the reference opens: lists, single reads, forms, and where the rest is."""
    own = [each for each in operations().values() if each.section == section]
    found = [
        Entry(section, _title(each), each.summary, Opens.LIST if is_list(each) else Opens.RECORD, each)
        for each in own
        if _opens_at_once(each)
    ]
    found.sort(key=lambda entry: entry.opens is not Opens.LIST)
    asked = _asked_first(tuple(each for each in own if each.id not in _hosts()))
    found += [Entry(section, _form_title(each), each.summary, Opens.FORM, each) for each in asked]
    return tuple(found) or _within(section, own)


def _within(section: str, own: Sequence[Operation]) -> tuple[Entry, ...]:
    """Return one line for each list whose records have what the section is about."""
    by_host: dict[str, list[Operation]] = {}
    for each in own:
        by_host.setdefault(_hosts()[each.id], []).append(each)
    lines = []
    for host_id, hosted in by_host.items():
        host = operations()[host_id]
        view = view_of(host)
        beside = {each.operation for each in view.beside} | ({view.create.id} if view.create else set())
        parts = [
            f"{where} {', '.join(dict.fromkeys(_short_title(each, host) for each in those))}"
            for where, those in (
                ("a record:", [each for each in hosted if each.id not in beside]),
                ("a in the list:", [each for each in hosted if each.id in beside]),
            )
            if those
        ]
        what = f"{view.title}, {'; '.join(parts)}."
        lines.append(Entry(section, _section_title(section), what, Opens.WITHIN, host))
    return tuple(lines)


def _opens_at_once(operation: Operation) -> bool:
    return operation.method == "GET" and not needed(operation)


@functools.cache
def _hosts() -> dict[str, str]:
    """Return for each operation that a list or a single read leads to the id of that."""
    hosts: dict[str, str] = {}
    for each in operations().values():
        if _opens_at_once(each):
            hosts.setdefault(each.id, each.id)
    for host in tuple(hosts):
        for reached in reached_from(operations()[host]):
            hosts.setdefault(reached, host)
    return hosts


def _asked_first(loose: tuple[Operation, ...]) -> list[Operation]:
    """Leave out what the answer of another one leads to, as the versions of a template to one version."""
    reads = sorted((each for each in loose if each.method == "GET"), key=lambda each: not is_list(each))
    covered: set[str] = set()
    for each in reads:
        if each.id not in covered:
            covered |= set(reached_from(each)) - {each.id}
    return [each for each in loose if each.id not in covered]


def reachable(section: str) -> frozenset[str]:
    """Return the ids of all operations that the lines of a section lead to."""
    found: set[str] = set()
    for entry in resources_of(section):
        found.add(entry.operation.id)
        if entry.operation.method == "GET":
            found |= set(reached_from(entry.operation))
    return frozenset(found)


def _title(operation: Operation) -> str:
    return view_of(operation).title


def _form_title(operation: Operation) -> str:
    if operation.method != "GET":
        return deed_words(operation)
    if described(operation.resource) is None:
        return resource_title(operation.resource)
    title, (outer, *inner) = view_of(operation).title, operation.resource.split(".")
    return f"{title} of a {words(singular(outer))}" if inner and is_list(operation) else title


def _section_title(section: str) -> str:
    """Return a section's title as one of a line: ``A/B testing``, ``Campaign actions``."""
    return sentence(" ".join(part if "/" in part else part.casefold() for part in section.split()))


def _short_title(operation: Operation, host: Operation) -> str:
    """Return what it is within a record of its host: ``analytics``, ``send``, ``update labels``."""
    resource, _, verb = operation.id.rpartition(".")
    about = words(resource.rpartition(".")[2])
    if operation.method == "GET":
        return about
    return words(verb) if resource == host.resource else f"{words(verb)} {about}"
