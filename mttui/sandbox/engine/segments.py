"""Which contacts a segment's rules take: all rules must hold.

Over the first contacts a rule is about the name and domain, the place in the cycle, the number, or the
time of sign-up; the first two are looked up in tables, so that a million are counted in a moment.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle, islice
from typing import Any

from ..clock import iso
from .contacts import Contacts
from .people import CYCLE, People

Rule = Mapping[str, Any]
Rules = Sequence[Rule]
Test = Callable[[object, object], bool]
"""Takes a value and what it is held against."""

_BY_NAME = frozenset({"name", "firstname", "lastname", "gender", "city"})
_ONE_BY_ONE = frozenset({"email", "createdAt", "_id", "id"})


def _text(value: object) -> str:
    return str(value).casefold() if value is not None else ""


def _same(value: object, wanted: object) -> bool:
    if isinstance(value, list):
        return any(_same(each, wanted) for each in value)
    return value is wanted if isinstance(value, bool) else _text(value) == _text(wanted)


def _has(value: object, wanted: object) -> bool:
    if isinstance(value, list):
        return any(_same(each, wanted) for each in value)
    return _text(wanted) in _text(value)


def _between(value: object, wanted: object) -> bool:
    if not isinstance(wanted, list) or len(wanted) != 2:  # noqa: PLR2004 (two ends)
        return False
    return _text(wanted[0]) <= _text(value) <= _text(wanted[1])


def _number(compare: Callable[[float, float], bool]) -> Callable[[object, object], bool]:
    def test(value: object, wanted: object) -> bool:
        try:
            return compare(float(str(value)), float(str(wanted)))
        except ValueError:
            return compare(_text(value) > _text(wanted), 0) if value else False

    return test


OPERATORS: Mapping[str, Callable[[object, object], bool]] = {
    "equals": _same,
    "not_equals": lambda value, wanted: not _same(value, wanted),
    "contains": _has,
    "not_contains": lambda value, wanted: not _has(value, wanted),
    "between": _between,
    "is_empty": lambda value, _: value in (None, "", [], {}),
    "is_not_empty": lambda value, _: value not in (None, "", [], {}),
    "greater_than": _number(operator.gt),
    "less_than": _number(operator.lt),
}
"""By name, in small letters; spaces and underscores are the same (docs and SDK write both)."""


def operator_named(name: object) -> Callable[[object, object], bool] | None:
    """Return the test of an operator, or ``None``."""
    return OPERATORS.get(str(name).strip().lower().replace(" ", "_").replace("-", "_"))


def value_of(body: Mapping[str, Any], field: str) -> object:
    """Return a field of a contact: ``city``, ``customField.source``."""
    value: Any = body
    for step in field.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def takes(rules: Rules, body: Mapping[str, Any]) -> bool:
    """Say whether all rules hold for a contact."""
    for rule in rules:
        test = operator_named(rule.get("operator"))
        if test is None or not test(value_of(body, str(rule.get("field"))), rule.get("value")):
            return False
    return True


def count(contacts: Contacts, rules: Rules) -> int:
    """Count the contacts that a segment takes."""
    first = _count_first(contacts, rules)
    gone = sum(takes(rules, contacts.people.body(index)) for index in contacts.gone)
    return first - gone + sum(takes(rules, body) for body in contacts.changed())


def _count_first(contacts: Contacts, rules: Rules) -> int:
    people = contacts.people
    names = [rule for rule in rules if rule.get("field") in _BY_NAME]
    slow = [rule for rule in rules if rule.get("field") in _ONE_BY_ONE]
    rest = [rule for rule in rules if rule not in names and rule not in slow]
    by_name = bytes(takes(names, _named(contacts, place)) for place in range(people.combinations))
    by_place = bytes(takes(rest, people.place_in_cycle(place)) for place in range(CYCLE))
    fits = map(operator.and_, cycle(by_name), cycle(by_place))
    if not slow:
        return sum(islice(fits, people.count))
    one_by_one = _tests(people, slow)
    return sum(
        1
        for index, fit in enumerate(islice(fits, people.count))
        if fit and all(test(value_at(index), wanted) for value_at, test, wanted in one_by_one)
    )


def _named(contacts: Contacts, place: int) -> dict[str, Any]:
    people = contacts.people
    name, domain, _ = people.split(place)
    first, last = people.names[name]
    return {
        "name": people.full_names[name], "firstname": first.title(), "lastname": last.title(),
        "gender": people.gender(name), "city": people.city(name, domain),
    }  # fmt: skip


def _tests(people: People, rules: Rules) -> list[tuple[Callable[[int], str], Test, object]]:
    """Return for each rule what it looks at of a contact, the test, and what that is held against."""
    values: Mapping[str, Callable[[int], str]] = {
        "email": people.email,
        "_id": people.id_of,
        "id": people.id_of,
        "createdAt": lambda index: iso(people.created_at(index)),
    }
    return [
        (values[str(rule["field"])], operator_named(rule.get("operator")) or _never, rule.get("value"))
        for rule in rules
    ]


def _never(_value: object, _wanted: object) -> bool:
    return False
