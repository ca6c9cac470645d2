"""What is typed to filter a list: words to look for, and ``name=value`` for what the list itself takes."""

from __future__ import annotations

from typing import Any

from mttui.api.operation import Operation, Place, camel_case
from mttui.api.typed import value_from_text
from mttui.stores.collection import Collection
from mttui.text import count

_OF_PAGES = frozenset({"page", "per_page", "sort"})


def filter_names(operation: Operation) -> tuple[str, ...]:
    """Return the names that a list takes as ``name=value``."""
    return tuple(
        each.name for each in operation.parameters if each.place is Place.QUERY and each.name not in _OF_PAGES
    )


def read_filter(operation: Operation, typed: str) -> tuple[dict[str, Any], str]:
    """Part what was typed into arguments of the list and words to look for.

    A word with ``=`` that is no argument of the list is a word to look for.

    Raises:
        InvalidArguments: a value does not fit its argument; it is named, with what would fit.
    """
    known = {each.name: each for each in operation.parameters if each.name in filter_names(operation)}
    by_wire = {camel_case(name): name for name in known}
    arguments: dict[str, Any] = {}
    words: list[str] = []
    for word in typed.split():
        name, is_given, value = word.partition("=")
        parameter = known.get(by_wire.get(name, name))
        if is_given and value and parameter is not None:
            arguments[parameter.name] = value_from_text(parameter, value)
        else:
            words.append(word)
    return arguments, " ".join(words)


def filter_hint(collection: Collection) -> str:
    """Say, while one types, what a filter of this list does and what it takes."""
    names = [name for name in filter_names(collection.operation) if name not in collection.arguments]
    names = [name for name in names if name != collection.search_argument]
    takes = f"   also {' '.join(f'{name}=' for name in names)}" if names else ""
    if collection.search_argument:
        what = "the email address" if collection.search_argument == "email" else "all of it"
        return f"enter searches {what} on the server{takes}"
    if collection.all_loaded:
        return f"looks at all {count(len(collection))} rows; !word leaves out{takes}"
    return f"looks at the {count(collection.loaded)} rows that are loaded; !word leaves out{takes}"


def filter_words(collection: Collection) -> str:
    """Say what is filtered, how many that leaves, and who looked; ``""`` where nothing is filtered."""
    if collection.search:
        found = "searching …" if collection.total is None else f"{count(collection.total)} found"
        return f"“{collection.search}”: {found} by the server"
    if collection.filter is None:
        return ""
    shown, loaded = count(len(collection)), count(collection.loaded)
    words = f"“{collection.filter.words}”: {shown} of {loaded} loaded match"
    if collection.all_loaded:
        return words.replace(" loaded match", " match")
    return f"{words}; this list has no server search"
