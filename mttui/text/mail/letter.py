"""What a mail is once it has been read: parts of rows, links, and what is to be said about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from mttui.text.line import Line, Role, plain

_OWN_WORDS = 200_000
"""How many characters of the sender's words a reply is made of at most."""
_NUMBER = re.compile(r"\[\d+\]").fullmatch


class Kind(StrEnum):
    """Whose words a part holds."""

    BODY = "body"
    """What the sender wrote."""
    QUOTE = "quote"
    """What somebody wrote before, carried along."""
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Row:
    """One logical line before it is wrapped. Its text is as it came, not yet `printable`."""

    spans: Line
    first: str = ""
    """What its first drawn line begins with: a bullet, `> `, indentation."""
    hang: str = ""
    """What the lines begin with on which it goes on."""
    wraps: bool = True
    """When False, it is cut at the width with `…` instead of being wrapped."""

    @property
    def words(self) -> str:
        """The row as text, with its prefix and without the numbers of links."""
        kept: list[str] = [self.first]
        before = Role.NORMAL
        for span in self.spans:
            if span.role is before is Role.LINK and _NUMBER(span.text):
                # What comes next, even a link, is not the link that this number belongs to.
                before = Role.NORMAL
                continue
            kept.append(span.text)
            before = span.role
        return "".join(kept)


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong together. What is not BODY is drawn as one line while it is folded."""

    kind: Kind
    rows: Sequence[Row]
    """May be made row by row as they are looked at: long texts are."""

    @property
    def says_something(self) -> bool:
        """Whether there is anything but blank rows."""
        return any(plain(row.spans).strip() for row in self.rows)


@dataclass(frozen=True, slots=True)
class MailLink:
    """A link of the mail, as it is numbered in the text."""

    number: int
    text: str
    """What it is shown as."""
    target: str
    """Where it leads."""
    warning: str = ""
    """Why not to trust it, empty when nothing is known against it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to be read."""

    parts: tuple[Part, ...]
    links: tuple[MailLink, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader should know about the text: what was left out, repaired or lost."""

    @property
    def own_words(self) -> str:
        """The text of the BODY parts, what a reply quotes: at most 200,000 characters of it."""
        return "\n".join(self._own_lines()).strip("\n")[:_OWN_WORDS]

    def _own_lines(self) -> Iterator[str]:
        room = _OWN_WORDS
        for part in self.parts:
            if part.kind is not Kind.BODY:
                continue
            for row in islice(part.rows, room):
                words = row.words.rstrip()
                yield words
                room -= len(words) + 1
                if room <= 0:
                    return
