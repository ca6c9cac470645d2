"""Filling in saved answers, and finding what is still to be filled in before a reply may go out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

_VARIABLE = re.compile(r"\{\{([^{}\n]+)\}\}")
_TITLES = frozenset(
    ("bapak", "pak", "bpk", "ibu", "bu", "sdr", "sdri", "mr", "mrs", "ms", "dr", "drs", "ir", "h", "hj")
)
"""What stands before a name in Indonesian and English, without its dot."""


class Filled(NamedTuple):
    """An answer with its variables filled in."""

    text: str
    missing: tuple[str, ...]
    """Variables that stand in the text as they were, each once."""


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """Fill in the variables of a text, once: what is filled in is not looked into again.

    Args:
        text: with `{{name}}` or `{{ name }}`.
        values: by name; an empty one counts as unknown. Control characters and line breaks in them,
            which others may have written, become spaces.

    Returns:
        The text; a variable without a value stays in it as `{{name}}`.
    """
    missing: dict[str, None] = {}

    def value(match: re.Match[str]) -> str:
        name = match[1].strip()
        found = _one_line(values.get(name, ""))
        if not found and name:
            missing[name] = None
        return found or (f"{{{{{name}}}}}" if name else match[0])

    return Filled(_VARIABLE.sub(value, text), tuple(missing))


def unfilled(text: str) -> tuple[str, ...]:
    """The variables that are left in a reply, each once.

    Quoted lines (`>`) do not count: people who design mails write to us about theirs.
    """
    own = "\n".join(line for line in text.split("\n") if not line.lstrip().startswith(">"))
    names = (match[1].strip() for match in _VARIABLE.finditer(own))
    return tuple(dict.fromkeys(name for name in names if name))


def variables(*, name: str = "", email: str = "", subject: str = "", me: str = "") -> dict[str, str]:
    """The variables that saved answers can use.

    Args:
        name: of the person who wrote, as the mail has it; empty where it is not known.
        email: their address.
        subject: of the thread.
        me: who answers.
    """
    known = "" if name.strip().casefold() == email.strip().casefold() else _one_line(name)
    return {"name": known, "first_name": _first_name(known), "email": email, "subject": subject, "me": me}


def _first_name(name: str) -> str:
    """`Budi` of `Bapak Budi Santoso` and of `Santoso, Budi`; empty for an address."""
    last, comma, first = name.partition(",")
    words = (first if comma and first.strip() else last).split()
    own = [word for word in words if word.rstrip(".").casefold() not in _TITLES]
    return own[0] if own and "@" not in own[0] else ""


def _one_line(text: str) -> str:
    """Text without line breaks and control characters, with single spaces."""
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())
