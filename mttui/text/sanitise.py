"""Make any string safe and honest to print on a terminal.

A string from the network may hold escape sequences, direction overrides, invisible
characters and characters whose width no two terminals agree on. `printable` shows what
is dangerous or invisible as text, so that the reader sees it is there, and turns what is
merely ambiguous into a form with one width everywhere:

- controls become their Unicode picture (`␛`) and line ends `↵`, a tab becomes a space;
- C1 controls, format characters, private use, unassigned characters, lone surrogates and
  blank letters become their code (`‹U+202E›`), a run of one character a count (`‹U+200B×40›`);
- tag characters, which can carry a hidden message, become that message (`‹tag:gbeng›`);
- emoji joined by ZWJ are shown as their parts, and skin tones and presentation selectors
  after a symbol are dropped: terminals draw the joined forms two to eight cells wide;
- a pair of regional indicators becomes its letters (`‹ID›`), not a flag of unknown width;
- at most three combining marks stay on a character, and a mark without one gets `◌`;
- a character on whose width Python's and Rich's tables differ is shown as its code.

Spacing marks of Indic scripts stay as they are: terminals differ on their width, and their
codes could be read by nobody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from enum import Enum
from functools import lru_cache
from itertools import groupby

from rich.cells import get_character_cell_size

LIMIT = 2_000
"""How many characters of a string are looked at when the caller gives no limit."""

ELLIPSIS = "…"
_MARKS_KEPT = 3
_CACHED_LENGTH = 512
_RUN_SHOWN_SINGLY = 3

# Latin, Greek, Cyrillic, punctuation, arrows, box drawing and blocks: one cell each and nothing to hide.
_PLAIN = re.compile(
    r"[ -~\u00a1-\u00ac\u00ae-\u02af\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ff"
    r"\u0400-\u0481\u048a-\u04ff\u2010-\u2027\u2039\u203a\u2190-\u2194\u21b5\u2500-\u25cc]*"
).fullmatch


class _Kind(Enum):
    PLAIN = "shown as it is"
    SPACE = "shown as a space"
    CONTROL = "shown as its picture"
    CODE = "shown as its code"
    MARK = "combines with what is before it"
    JOINER = "ZWJ"
    SELECTOR = "variation selectors 15 and 16"
    SKIN = "skin tone"
    REGIONAL = "regional indicator"
    TAG = "tag character"


_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0")
"""Letters, marks and a symbol that draw nothing."""

_LINE_ENDS = re.compile("\r\n|\n")
_SPECIAL = {
    "\u200d": _Kind.JOINER,
    "\ufe0e": _Kind.SELECTOR,
    "\ufe0f": _Kind.SELECTOR,
    "\t": _Kind.SPACE,
}
_RANGES = (
    (0x1F3FB, 0x1F3FF, _Kind.SKIN),
    (0x1F1E6, 0x1F1FF, _Kind.REGIONAL),
    (0xE0020, 0xE007F, _Kind.TAG),
    (0x180B, 0x180F, _Kind.CODE),
    (0xFE00, 0xFE0D, _Kind.CODE),
    (0xE0100, 0xE01EF, _Kind.CODE),
    (0x00, 0x1F, _Kind.CONTROL),
    (0x7F, 0x7F, _Kind.CONTROL),
)


@lru_cache(maxsize=8192)
def _kind(char: str) -> _Kind:
    if (special := _SPECIAL.get(char)) is not None:
        return special
    code = ord(char)
    for first, last, kind in _RANGES:
        if first <= code <= last:
            return kind
    category = unicodedata.category(char)
    if category[0] == "C" or category in ("Zl", "Zp") or char in _BLANKS:
        return _Kind.CODE
    if category == "Zs":
        return _Kind.SPACE
    if category[0] == "M":
        return _Kind.MARK
    wide = unicodedata.east_asian_width(char) in "WF"
    return _Kind.PLAIN if get_character_cell_size(char) == 1 + wide else _Kind.CODE


def _counted(char: str, times: int) -> str:
    code = f"U+{ord(char):04X}"
    return f"‹{code}›" * times if times <= _RUN_SHOWN_SINGLY else f"‹{code}×{times}›"


def _codes(run: str) -> str:
    return "".join(_counted(char, len(list(same))) for char, same in groupby(run))


def _controls(run: str) -> str:
    return "".join(
        _picture(char) * times if times <= _RUN_SHOWN_SINGLY else f"‹{_picture(char)}×{times}›"
        for char, times in ((char, len(list(same))) for char, same in groupby(run))
    )


def _picture(char: str) -> str:
    return "␡" if char == "\x7f" else chr(0x2400 + ord(char))


def _marks(run: str, before: str) -> str:
    left_out = len(run) - _MARKS_KEPT
    shown = run[:_MARKS_KEPT] + (f"‹+{left_out}›" if left_out > 0 else "")
    return shown if before and before[-1] != " " else "◌" + shown


def _joiners(run: str, before: str) -> str:
    return "" if len(run) == 1 and _is_symbol(before[-1:]) else _codes(run)


def _selectors(run: str, before: str) -> str:
    last = before[-1:]
    return "" if len(run) == 1 and (_is_symbol(last) or last in "0123456789#*") else _codes(run)


def _skins(run: str, before: str) -> str:
    return "" if len(run) == 1 and _is_symbol(before[-1:]) else _codes(run)


def _regions(run: str, _before: str) -> str:
    letters = "".join(chr(ord(char) - 0x1F1E6 + ord("A")) for char in run)
    return "".join(f"‹{letters[at : at + 2]}›" for at in range(0, len(letters), 2))


def _tags(run: str, _before: str) -> str:
    return f"‹tag:{''.join(chr(ord(char) - 0xE0000) for char in run).replace(chr(0x7F), '')}›"


def _is_symbol(char: str) -> bool:
    return bool(char) and unicodedata.category(char) in ("So", "Sk", "Po")


_FORMS: dict[_Kind, Callable[[str, str], str]] = {
    _Kind.PLAIN: lambda run, _before: run,
    _Kind.SPACE: lambda run, _before: " " * (len(run) + run.count("\u3000")),
    _Kind.CONTROL: lambda run, _before: _controls(run),
    _Kind.CODE: lambda run, _before: _codes(run),
    _Kind.MARK: _marks,
    _Kind.JOINER: _joiners,
    _Kind.SELECTOR: _selectors,
    _Kind.SKIN: _skins,
    _Kind.REGIONAL: _regions,
    _Kind.TAG: _tags,
}


def _forms(text: str) -> Iterator[str]:
    before = ""
    for kind, group in groupby(text, _kind):
        shown = _FORMS[kind]("".join(group), before)
        yield shown
        before = shown or before


def _make_visible(text: str) -> str:
    # A pair of surrogates is one character that some decoder took apart.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    text = _LINE_ENDS.sub("↵", text)
    shown = "".join(_forms(unicodedata.normalize("NFC", text)))
    return unicodedata.normalize("NFC", shown)


_make_visible_cached = lru_cache(maxsize=4096)(_make_visible)


def printable(text: str, *, limit: int = LIMIT) -> str:
    """Make of `text` one line that is safe to print and shows everything that is in it.

    Only the first `limit` characters are looked at; what is longer ends in `…`. The result
    of `printable` is left as it is by a second pass.
    """
    is_cut = len(text) > limit
    shown = text[:limit] if is_cut else text
    if not (shown.isascii() and shown.isprintable()) and not _PLAIN(shown):
        shown = (_make_visible_cached if len(shown) <= _CACHED_LENGTH else _make_visible)(shown)
    return shown + ELLIPSIS if is_cut else shown
