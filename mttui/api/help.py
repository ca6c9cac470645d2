"""What an operation's docstring says, taken apart: for help pages, forms and the command line."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .operation import Effect, Operation

EFFECT_WORDS: Mapping[Effect, str] = MappingProxyType(
    {
        Effect.READ: "Nothing changes.",
        Effect.CHANGE: "Something on the platform changes.",
        Effect.SEND: "Mail goes out, or sending resumes. mttui asks first.",
        Effect.DESTROY: "Something is deleted, cancelled or purged. mttui asks first.",
    }
)
"""What each effect means, in a sentence or two."""

_SECTIONS = ("Args:", "Raises:", "Returns:")
_INDENT = 4


@dataclass(frozen=True)
class OperationHelp:
    """The help of one operation."""

    summary: str
    """One line of what it does."""
    text: str
    """What follows the summary, in paragraphs divided by an empty line; often empty."""
    arguments: Mapping[str, str]
    """What each argument is, with its unit and allowed values, by Python name."""
    errors: tuple[tuple[str, str], ...]
    """Class of the error in :mod:`mttui.api.errors`, and when it comes."""
    changes: str
    """What running it does to the world, and which resources are out of date afterwards."""


@functools.cache
def help_of(operation: Operation) -> OperationHelp:
    """Take the docstring of an operation apart."""
    sections = _sections(operation.doc)
    summary, _, rest = sections[""].partition("\n")
    return OperationHelp(
        summary=summary.strip(),
        text="\n\n".join(" ".join(part.split()) for part in rest.split("\n\n") if part.strip()),
        arguments=MappingProxyType(dict(_entries(sections["Args:"]))),
        errors=tuple(_entries(sections["Raises:"])),
        changes=_changes(operation),
    )


def _sections(doc: str) -> dict[str, str]:
    """Cut a docstring in Google's style at its headings; what is before the first stands under ``""``."""
    found: dict[str, list[str]] = {"": [], **{heading: [] for heading in _SECTIONS}}
    current = ""
    for row in doc.splitlines():
        if row in _SECTIONS:
            current = row
        else:
            found[current].append(row)
    return {heading: "\n".join(rows) for heading, rows in found.items()}


def _entries(block: str) -> list[tuple[str, str]]:
    """Read ``name: words`` entries; a row that is indented deeper goes on with the one before."""
    found: list[tuple[str, str]] = []
    for row in block.splitlines():
        is_new = row[:_INDENT].isspace() and row[_INDENT : _INDENT + 1].strip() != ""
        name, colon, words = row.strip().partition(":")
        if is_new and colon and name.isidentifier():
            found.append((name, words.strip()))
        elif row.strip() and found:
            last, said = found[-1]
            found[-1] = (last, f"{said} {row.strip()}".strip())
    return found


def _changes(operation: Operation) -> str:
    words = EFFECT_WORDS[operation.effect]
    return f"{words} Refreshes: {', '.join(operation.refreshes)}." if operation.refreshes else words
