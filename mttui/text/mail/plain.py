"""Plain text mail: its lines as they came, made into rows when they are looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import overload

from mttui.text.line import Line, Role, Span
from mttui.text.mail.letter import MailLink, Row
from mttui.text.mail.links import Links, cleaned
from mttui.text.mail.rows import LINE_LIMIT, pieces_of

_LINKS = 500
"""How many links of a text are listed."""

_MARKS = re.compile(r"\s*(?:>\s?)*").match
_QUOTED = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+").match
_BULLET = re.compile(r"(?:[-*+•–]|\d{1,3}[.)])\s+(?=\S)").match
_URL = re.compile(r"""https?://[^\s<>"'‹›«»“”\x00-\x1f\x7f-\x9f]{1,2000}""", re.IGNORECASE)
_AFTER = ".,;:!?*_"
_PAIRS = {")": "(", "]": "[", "}": "{"}


class TextRows(Sequence[Row]):
    """The lines of a plain text as rows, each made when it is asked for."""

    __slots__ = ("_lines",)

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = _within_limit(lines)

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> TextRows: ...
    def __getitem__(self, at: int | slice) -> Row | TextRows:
        return TextRows(self._lines[at]) if isinstance(at, slice) else row(self._lines[at])


def row(line: str) -> Row:
    """Make a row of a line of text: quote marks, indentation and bullets hang over where it wraps."""
    text = line.rstrip()
    if "\t" in text:
        text = text.expandtabs(8)
    if not text:
        return _BLANK
    lead = ""
    if text[0] in " >":
        found = _QUOTED(text)
        lead = found[0] if found else text[: len(text) - len(text.lstrip(" "))]
        text = text[len(lead) :]
    bullet = _BULLET(text)
    hang = lead + " " * (bullet.end() if bullet else 0)
    return Row(_spans(text), lead, hang)


_BLANK = Row(())


def _spans(text: str) -> Line:
    if "://" not in text:
        return (Span(text),) if text else ()
    spans: list[Span] = []
    done = 0
    for start, end in _urls(text):
        if start > done:
            spans.append(Span(text[done:start]))
        spans.append(Span(text[start:end], Role.LINK))
        done = end
    if done < len(text):
        spans.append(Span(text[done:]))
    return tuple(spans)


def _urls(text: str) -> list[tuple[int, int]]:
    return [(found.start(), found.start() + len(_trimmed(found[0]))) for found in _URL.finditer(text)]


def _trimmed(url: str) -> str:
    """Leave out what belongs to the sentence around an address: its full stop, its bracket."""
    end = len(url)
    spare: dict[str, int] = {}
    while end:
        last = url[end - 1]
        if last in _PAIRS:
            # A bracket belongs to the address when it is opened in it.
            spare.setdefault(last, url.count(last) - url.count(_PAIRS[last]))
            spare[last] -= 1
            if spare[last] < 0:
                break
        elif last not in _AFTER:
            break
        end -= 1
    return url[:end]


def links_of(text: str) -> tuple[MailLink, ...]:
    """List the addresses that stand in a text, in their order, each once; the first 500."""
    found = Links()
    for match in islice(_URL.finditer(text), 10 * _LINKS):
        url = _trimmed(match[0])
        found.add(cleaned(url), url)
        if len(found) >= _LINKS:
            break
    return found.all()


def _within_limit(lines: Sequence[str]) -> Sequence[str]:
    if not lines or max(map(len, lines)) <= LINE_LIMIT:
        return lines
    return [piece for line in lines for piece in pieces_of(line)]
