"""The words of the command line, as data: what there is, what completes, what is nearest."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from .choices import Choice
from .places import PLACES


@dataclass(frozen=True, slots=True)
class Command:
    """A word of the command line."""

    name: str
    help: str
    takes: str = ""
    """What follows it, as ``ADDRESS``; empty when nothing does."""


COMMANDS: tuple[Command, ...] = (
    *(Command(place.id, f"Open {place.title}.") for place in PLACES),
    Command("incident", "Open the active incident."),
    Command("who", "Ask every list about an address.", "ADDRESS"),
    Command("help", "List the keys that work here."),
    Command("refresh", "Refresh what is shown now."),
    Command("freeze", "Freeze the live panels, or let them go on."),
    Command("requests", "Show or hide the request log."),
    Command("read-only", "Refuse every change from now on; a restart takes it back.", "on"),
    Command("quit", "Leave mttui."),
)
"""All commands but resources, whose names open their lists, and operations, whose ids open their help."""

_MOST_COMPLETIONS = 8


def completions(
    text: str, operation_ids: Iterable[str], resources: Mapping[str, str] = MappingProxyType({})
) -> list[Choice]:
    """Return what the text may become, the likeliest first.

    Args:
        text: what was typed.
        operation_ids: ids of operations, which open their help.
        resources: titles of what opens at once, by the name to type.
    """
    word = text.lstrip().casefold()
    if " " in word:
        return []
    commands = [
        Choice(each.name, f"{each.name} {each.takes}".rstrip(), each.help)
        for each in COMMANDS
        if word in each.name
    ]
    operations = [Choice(id_, id_, "operation") for id_ in operation_ids if word and word in id_]
    lists = [
        Choice(name, f"{name} WORDS", f"{title}; words filter it", "")
        for name, title in resources.items()
        if word and word in name
    ]
    found = sorted(commands + lists + operations, key=lambda choice: not choice.id.startswith(word))
    return found[:_MOST_COMPLETIONS]


def nearest_word(text: str, known: Sequence[str]) -> str | None:
    """Return the known word nearest to a mistyped one, or ``None``."""
    word = text.casefold()
    inside = [each for each in known if word in each] if word else []
    close = inside or difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return min(close, key=len) if close else None
