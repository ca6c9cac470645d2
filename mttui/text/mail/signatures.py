"""Finding where the signature of a mail begins.

Only what cannot be anything else is one: what follows `-- `, lines of the kind `Sent from my iPhone`,
a closing with a name and how to reach its bearer, and the footer of a mailing list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .introductions import simple_form
from .signature_words import (
    BETWEEN,
    CLOSINGS,
    DEVICES,
    EXCUSES,
    OWN,
    REACHED_BY,
    SENT_FROM,
    SENT_WHOLE,
    SMALL,
)

_LONGEST_LINE = 200
_LOOKED_AT = 60
"""Lines from the end."""
_AFTER_DELIMITER = 40
"""Lines with words after `-- `, which is made for this."""
_AFTER_DASHES = 12
"""The same after `--`, which may also be a rule."""
_AFTER_CLOSING = 7
_AFTER_RULE = 14
_LONGEST_DETAIL = 70
_LONGEST_NAME = 40
_NAMES = 3
_TITLE_WORDS = 6
_DEVICE_WORDS = 8
_SIGNS = 2

_LINK = re.compile(
    r"\[([^\[\]]{1,40})\]\([^()\s]{1,300}\)|[<(]?https?://[^\s<>()]{1,300}[)>]?|<[^<>\s]{1,300}>"
)
_ADDRESS = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]+\.\w+|(?:https?://|www\.)\S+")
_NUMBER = re.compile(r"\+?\(?\d(?:[\s()./-]{0,3}\d){5,}")
_RULE = re.compile(r"_{2,}|[-=*]{3,}|—{2,}")
_WHOLE = re.compile("|".join(f"(?:{each})" for each in SENT_WHOLE))


def signature_start(lines: Sequence[str], start: int, end: int) -> int:
    """Find the line at which the signature begins that ends a stretch of text; `end` when there is none."""
    begins = end
    last = _last_words(lines, start, end)
    first = max(start, last - _LOOKED_AT)
    while last >= first:
        found = min(finder(lines, first, last + 1) for finder in (_delimited, _sent_from, _closing, _footer))
        if found > last:
            break
        begins = found
        last = _last_words(lines, first, begins)
    return begins


def _last_words(lines: Sequence[str], start: int, end: int) -> int:
    at = end - 1
    while at >= start and not lines[at].strip():
        at -= 1
    return at


def _delimited(lines: Sequence[str], start: int, end: int) -> int:
    """Find `-- `: the first with no more below it than a signature has; or a single `--`."""
    found, words, dashes = end, 0, []
    for at in range(end - 1, start - 1, -1):
        line = lines[at].rstrip("\r")
        if line == "-- " and words <= _AFTER_DELIMITER:
            found = at
        elif line.rstrip() == "--":
            dashes.append((at, words))
        words += not line.isspace() and line != ""
    if found == end and len(dashes) == 1 and dashes[0][1] <= _AFTER_DASHES:
        return dashes[0][0]
    return found


def _sent_from(lines: Sequence[str], start: int, end: int) -> int:
    """Find where the last lines of the kind `Sent from my iPhone` begin."""
    begins = end
    for at in range(end - 1, start - 1, -1):
        if is_sent_from(lines[at]):
            begins = at
        elif lines[at].strip():
            break
    return begins


def is_sent_from(line: str) -> bool:
    """Whether a line says nothing but what the mail was written with."""
    if len(line) > _LONGEST_LINE:
        return False
    said = _LINK.sub(r" \1 ", line).strip("<>()[]*_-–—.! \t\r")
    folded = simple_form(said)
    if _WHOLE.fullmatch(folded):
        return True
    if not folded.startswith(SENT_FROM):
        return False
    begun = max((each for each in SENT_FROM if folded.startswith(each + " ")), key=len, default="")
    if not begun:
        return False
    words = said.split()[len(begun.split()) :]
    return _is_device([word.strip(",.;:!()") for word in _without_excuse(words)])


def _without_excuse(words: list[str]) -> list[str]:
    for at, word in enumerate(words[1:], start=1):
        if words[at - 1][-1] in ",." and " ".join([word, *words[at + 1 : at + 2]]).casefold().startswith(
            EXCUSES
        ):
            return words[:at]
    return words


def _is_device(words: list[str]) -> bool:
    if not 0 < len(words) <= _DEVICE_WORDS:
        return False
    folded = [word.casefold() for word in words]
    known = [word in DEVICES for word in folded]
    named = [not word.islower() or any(char.isdigit() for char in word) for word in words]
    if not all(a or b or word in BETWEEN for word, a, b in zip(folded, known, named, strict=True)):
        return False
    return any(known) or (folded[0] in OWN and any(named[1:]))


def _closing(lines: Sequence[str], start: int, end: int) -> int:
    """Find a closing such as `Regards,` with nothing below it but a name and what belongs to it."""
    below: list[str] = []
    for at in range(end - 1, start - 1, -1):
        line = lines[at].strip()
        if len(line) > _LONGEST_DETAIL or len(below) > _AFTER_CLOSING:
            break
        if below and simple_form(line).rstrip(",.! ") in CLOSINGS:
            led = line.endswith(",") or bool(lines[at + 1].strip())
            signed = _is_person(below[-1]) and all(_is_detail(each) for each in below[:-1])
            return at if led and signed else end
        if line:
            below.append(line)
    return end


def _is_person(line: str) -> bool:
    names = line.split()
    return (
        len(names) <= _NAMES
        and len(line) <= _LONGEST_NAME
        and not any(name.islower() for name in names)
        and all(char.isalpha() or char in " .,'’-" for char in line)
    )


def _is_detail(line: str) -> bool:
    """Whether a line is a title, a company or a way to reach somebody, and no sentence."""
    rest = _NUMBER.sub(" ", _ADDRESS.sub(" ", line))
    if rest.rstrip().endswith(("?", ":")) or (rest[-1:] in (".", "!") and rest[-2:-1].isalpha()):
        return rest != line and not rest.strip("?:. ")
    words = [word.strip(".,:;()<>[]*").casefold() for word in rest.split()]
    small = [word for word, written in zip(words, rest.split(), strict=True) if written.islower()]
    return len(words) <= _TITLE_WORDS and all(word in SMALL or word in REACHED_BY for word in small)


def _footer(lines: Sequence[str], start: int, end: int) -> int:
    """Find a rule with the footer of a mailing list below it, or with numbers and addresses."""
    below: list[str] = []
    for at in range(end - 1, start - 1, -1):
        line = lines[at].strip()
        if len(line) > _LONGEST_LINE or len(below) > _AFTER_RULE:
            break
        if _RULE.fullmatch(line):
            apart = at == start or not lines[at - 1].strip()
            return at if apart and _is_footer(below) else end
        if line:
            below.append(line)
    return end


def _is_footer(lines: Sequence[str]) -> bool:
    addresses = sum(_ADDRESS.search(line) is not None for line in lines)
    numbers = sum(_NUMBER.search(line) is not None for line in lines)
    if any(line.endswith((".", "?", "!", ":")) for line in lines):
        return False
    if any("mailing list" in line.casefold() for line in lines):
        return addresses >= _SIGNS
    short = all(len(line) <= _LONGEST_DETAIL and len(line.split()) <= _TITLE_WORDS for line in lines)
    return short and addresses > 0 and numbers > 0 and addresses + numbers >= _SIGNS + 1
