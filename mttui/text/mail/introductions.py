"""Telling whether a line introduces what is quoted below it: `On … Budi wrote:`.

Nothing is known of a language but its words for "wrote". What tells an introduction from prose is that a
date, a time and an address come together with them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .quote_words import BEGINS, PRONOUNS, WROTE, WROTE_JOINED, WROTE_WITHIN

COLONS = (":", "：")
DASHES = "-_=*–—"
DECORATION = DASHES + "> \t"
INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u2068\u2069\ufeff"
SPACES = " \t\r\xa0" + INVISIBLE

_MOST_NAMES = 6
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)")
_ADDRESS = re.compile(r"[^\s<>()\[\]\"',;:=]@[a-z0-9]")
_OPENS = re.compile(r"(?:\S{1,20}\s){0,3}\S?\d")
"""An introduction that begins with a date has a figure among its first words."""
_BEGINS = re.compile(
    rf"(?:(?:{'|'.join(map(re.escape, BEGINS))})\s?(?:\S{{1,20}}\s){{0,2}}|\S{{2,14}}\s)?\W?\d"
)
"""The same more narrowly, for a wrapped one: words above it must not be taken for its beginning."""
_BETWEEN_WORDS = re.compile(r"[\s,]+")
_NAME_AND_ADDRESS = re.compile(r"[^<>@:]{1,60}<[^<>\s]+@[^<>\s]+>")
_DATE_NAME_ADDRESS = re.compile(r"(?:\S{1,20}\s)?\S?\d[^<>@=\[\]{};]{0,80}<[^<>\s]+@[^<>\s]+>")
_GMAIL = re.compile(r"\d{4}[-/]\d\d?[-/]\d\d? \d\d?:\d\d gmt[+-]\d\d:\d\d \S.{0,60}")
"""As Gmail wrote it once, with or without a colon: `2016-03-03 17:21 GMT+01:00 Budi`."""
_HALVES = frozenset(("am", "pm", "a.m.", "p.m.", "wib", "wita", "wit", "utc", "gmt", "uhr"))
_LAST_WORDS = tuple({each.split()[-1] for each in (*WROTE, *WROTE_JOINED)})
_WITHOUT_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))


def simple_form(text: str) -> str:
    """Bring text to one form for comparing: case, composed characters, spaces; no invisible marks."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(folded.translate(_WITHOUT_INVISIBLE).split())


def has_date(text: str) -> bool:
    """Whether a date with its year is in the text."""
    return _DATE.search(text) is not None


def has_time(text: str) -> bool:
    """Whether a time of day is in the text."""
    return _TIME.search(text) is not None


def has_address(text: str) -> bool:
    """Whether an address of mail is in the text."""
    return _ADDRESS.search(text) is not None


def may_end(form: str) -> bool:
    """Whether the last line of an introduction may look like this, in its simple form."""
    return form.rstrip(DASHES + ":： ").endswith(_LAST_WORDS)


@dataclass(frozen=True, slots=True)
class Said:
    """What may be an introduction, on one line."""

    words: str
    form: str
    """The same in its simple form."""
    marked: bool
    """Whether it ends in a colon, or in dashes."""

    @classmethod
    def of(cls, joined: str) -> Said:
        """Take it from its lines, joined with spaces; not empty."""
        bare = joined.lstrip(DECORATION + INVISIBLE).rstrip(DASHES + SPACES)
        words = " ".join(bare.rstrip(":： ").split())
        return cls(words, simple_form(words), bare.endswith(COLONS) or joined[-1] in DASHES)

    @property
    def names_first(self) -> bool:
        """Whether it begins with a name and an address."""
        return _NAME_AND_ADDRESS.match(self.form) is not None

    @property
    def begins(self) -> bool:
        """Whether it begins as introductions do that are long enough to be wrapped."""
        return self.names_first or _BEGINS.match(self.form) is not None

    def is_introduction(self, *, alone: bool, apart: bool) -> bool | None:
        """Say whether it is one.

        Args:
            alone: no text stands right above it.
            apart: nor right below it.

        Returns:
            True when it is one, False when only a `>` below makes it one, None when it is none.
        """
        date, address = has_date(self.form), has_address(self.form)
        signs = date + address + has_time(self.form)
        if _ends_in_wrote(self.form):
            return self._by_its_end(signs, address=address, alone=alone)
        if self.marked and not WROTE_WITHIN.isdisjoint(_BETWEEN_WORDS.split(self.form)):
            return (address or alone) if date and signs > 1 else False if signs else None
        if date and _DATE_NAME_ADDRESS.fullmatch(self.form):
            return self.marked and apart
        return True if _GMAIL.fullmatch(self.form) else None

    def _by_its_end(self, signs: int, *, address: bool, alone: bool) -> bool | None:
        if signs > 1 and (self.marked or address) and _OPENS.match(self.form):
            return address or (alone and _ends_in_name(self.words))
        if address and self.names_first:
            return True
        return False if self.marked and (signs or _is_name(self.words)) else None


def _ends_in_wrote(form: str) -> bool:
    if form.endswith(WROTE_JOINED):
        return True
    if not form.endswith(WROTE):
        return False
    return any(form.endswith(each) and not form[: -len(each)][-1:].isalnum() for each in WROTE)


def _ends_in_name(words: str) -> bool:
    """Whether after the last figure comes a name, and no words: nothing in small letters."""
    names = []
    for word in reversed(words.split()[:-1]):
        if any(char.isdigit() for char in word):
            break
        names.append(word)
    return len(names) <= _MOST_NAMES and not any(
        word.islower() and word.strip(",.") not in _HALVES for word in names
    )


def _is_name(words: str) -> bool:
    """Whether all but the last word may be a name."""
    names = words.split()[:-1]
    return 0 < len(names) <= _MOST_NAMES and not any(
        word.islower() or word.casefold() in PRONOUNS for word in names
    )
