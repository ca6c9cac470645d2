"""Finding the lines with which mail programs introduce what they quote.

There are three kinds: a line of introduction (`On … Budi wrote:`, often wrapped), a line between dashes
(`-----Original Message-----`), and the head of a message (`From: … Sent: … To: … Subject: …`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .introductions import (
    COLONS,
    DASHES,
    DECORATION,
    SPACES,
    Said,
    has_address,
    has_date,
    has_time,
    may_end,
    simple_form,
)
from .quote_words import FIELDS, FORWARDED, ORIGINAL, Field

_LONGEST_LINE = 500
"""Characters; no introduction is longer, all its lines together."""
_EFFORT = 10_000
"""What looking closely at lines may cost in one mail; past that, nothing more is an introduction."""
_COST = 10
"""What it costs to read a line, and those above it, as `On … wrote:`; any other look costs 1."""
_WRAPPED = 4
"""Lines that an introduction takes at most."""
_HEAD = 14
"""Lines that the head of a message takes at most."""
_HEAD_WRAPPED = 2
"""Lines without a label that may follow one another in it."""
_LONGEST_LABEL = 30
_RULE = 3
"""Characters that make a rule."""
_FIGURES = "0123456789"
_TAILS = DASHES + ":：>"
_WROTE_BARE = ("wrote", "wrote\r", "написав", "എഴുതി")
"""What is seen without a colon after it."""
_FIGURE_OR_AT = re.compile(r"[\d@]")
_RAW = re.compile(
    r"(?:message-id|mime-version|content-|received|return-path|x-|dkim-|user-agent)[\w-]*:", re.IGNORECASE
)
"""Headers that no mail program shows: these are pasted, or come with a bounce, and are what it is about."""


@dataclass(frozen=True, slots=True)
class Header:
    """Lines that introduce a quoted message."""

    start: int
    end: int
    """The line after the last."""
    sure: bool
    """All that follows is quoted even if no `>` says so."""
    message: bool = False
    """It begins a message as such, passed on or answered, and not a quotation."""


class HeaderFinder:
    """Finds introductions in the lines of one mail."""

    def __init__(self, lines: Sequence[str], heads: Sequence[str]) -> None:
        """Take the lines, and the first character of each: `>` for quoted ones, empty for blank ones."""
        self._lines = lines
        self._heads = heads
        self._effort = _EFFORT

    def __iter__(self) -> Iterator[Header]:
        """Go through the lines that nothing marks as quoted; heads that change meanwhile count."""
        for at, head in enumerate(self._heads):
            if not head or head == ">":
                continue
            line = self._lines[at]
            tail = line[-1]
            if tail in SPACES:
                tail = line.rstrip(SPACES)[-1:]
            label = line[:_LONGEST_LABEL]
            if (
                tail in _TAILS
                or head in _FIGURES
                or ":" in label
                or "：" in label
                or line.endswith(_WROTE_BARE)
            ):
                found = self._at(at, tail)
                if found is not None:
                    yield found
                if self._effort <= 0:
                    return

    def _at(self, at: int, tail: str) -> Header | None:
        line = self._lines[at]
        if len(line) > _LONGEST_LINE or not line.strip(DECORATION + "\r"):
            return None
        self._effort -= 1
        form = simple_form(line)
        return self._separator(at, form) or self._message_head(at) or self._introduction(at, tail, form)

    def _separator(self, at: int, form: str) -> Header | None:
        """Match `-----Original Message-----` and `Begin forwarded message:`."""
        words = form.strip(DECORATION + ":：")
        dashed = form[:1] in DASHES and form[1:2] in DASHES
        if (words in FORWARDED and (dashed or form.endswith(COLONS))) or (words in ORIGINAL and dashed):
            return Header(self._rule_above(at), at + 1, sure=True, message=True)
        return None

    def _rule_above(self, at: int) -> int:
        """Find where a rule above a line begins; the line itself where there is none."""
        above = self._before(at)
        return above if above >= 0 and self._is_rule(above) else at

    def _before(self, at: int) -> int:
        """Find the nearest line above that is not blank, past one blank line at most; else -1."""
        for above in (at - 1, at - 2):
            if above >= 0 and self._heads[above]:
                return above
        return -1

    def _is_rule(self, at: int) -> bool:
        line = self._lines[at][:_LONGEST_LINE].strip()
        return len(line) >= _RULE and not line.strip(DASHES + " ")

    def _message_head(self, at: int) -> Header | None:
        """Match the head of a message: who it is from, with when, to whom or about what."""
        field, value = _label(self._lines[at])
        if field not in (Field.FROM, Field.DATE) or not self._stands_apart(at):
            return None
        values: dict[Field, str] = {}
        end, wrapped = at + 1, 0
        for row in range(at, min(at + _HEAD, len(self._lines))):
            line = self._lines[row]
            if not self._heads[row] or len(line) > _LONGEST_LINE or wrapped > _HEAD_WRAPPED:
                break
            if _RAW.match(line):
                return None
            labelled, value = _label(line)
            if labelled is None:
                wrapped += 1
                values[field] += " " + line.strip()
            else:
                wrapped, end, field = 0, row + 1, labelled
                values.setdefault(field, value)
        if not _is_message_head(values) or self._is_announced(at):
            return None
        return Header(self._rule_above(at), end, sure=True, message=True)

    def _stands_apart(self, at: int) -> bool:
        """Whether nothing but a rule stands right above; a line among the raw headers of a mail does not."""
        return at == 0 or not self._heads[at - 1] or self._is_rule(at - 1)

    def _is_announced(self, at: int) -> bool:
        """Whether the line above ends in a colon (`This came back:`): then they belong to the text."""
        above = self._before(self._rule_above(at))
        return above >= 0 and self._lines[above].rstrip().endswith(COLONS)

    def _introduction(self, at: int, tail: str, form: str) -> Header | None:
        """Match `On … wrote:`, over as few lines as make sense, those with date and address first."""
        if not may_end(form) and (
            _FIGURE_OR_AT.search(form) is None or (tail not in _TAILS and not form[0].isdigit())
        ):
            return None
        self._effort -= _COST
        found, joined = None, ""
        for start in range(at, max(at - _WRAPPED, -1), -1):
            line = self._lines[start]
            if self._heads[start] in ("", ">") or len(line) + len(joined) > _LONGEST_LINE:
                break
            joined = f"{line.strip()} {joined}".strip()
            said = Said.of(joined)
            if start < at and not said.begins:
                continue
            # Once there is one with a date, only a name with its address may still come before it.
            if found is None or not has_date(found[1]) or said.names_first:
                header = self._header(said, start, at)
                better = found is None or (has_date(joined) and has_time(joined))
                found = (header, joined) if header is not None and better else found
            if found and has_date(found[1]) and has_address(found[1]):
                break
        return found and found[0]

    def _header(self, said: Said, start: int, at: int) -> Header | None:
        alone = start == 0 or not self._heads[start - 1]
        apart = alone and (at + 1 == len(self._lines) or not self._heads[at + 1])
        sure = said.is_introduction(alone=alone, apart=apart)
        return None if sure is None else Header(start, at + 1, sure)


def begins_forward(line: str) -> bool:
    """Whether a line says that a forwarded message begins, whatever marks stand around it."""
    return len(line) <= _LONGEST_LINE and simple_form(line).strip(DECORATION + ":：") in FORWARDED


def _label(line: str) -> tuple[Field | None, str]:
    """Take apart `Label: value`, also with the label in bold, as `*Label:*`."""
    at = line.find(":", 0, _LONGEST_LABEL)
    if at < 0:
        at = line.find("：", 0, _LONGEST_LABEL)
    if at < 0:
        return None, ""
    return FIELDS.get(simple_form(line[:at]).strip("* _")), line[at + 1 :].strip("* _\t\r")


def _is_message_head(values: dict[Field, str]) -> bool:
    """Whether these are the fields of a message, and not of a form or a memo."""
    text = simple_form(" ".join(values.values()))
    when = values.get(Field.DATE, "")
    if Field.FROM in values and Field.SUBJECT in values:
        others = Field.DATE in values or Field.TO in values
        return others and (has_address(text) or has_time(text))
    if Field.FROM in values:
        return any(char.isdigit() for char in when) and has_address(text)
    return has_date(when) and has_time(when) and has_address(simple_form(values.get(Field.TO, "")))
