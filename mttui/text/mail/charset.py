"""Text that was decoded wrongly on its way: repaired where there is one way to read it, else said.

Every repair asks for proof. What could also have been meant as it stands stays as it is.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from mttui.text.figures import plural


class Repaired(NamedTuple):
    """A text, and what was done to it or could not be."""

    text: str
    notes: tuple[str, ...]


def repair(text: str) -> Repaired:
    """Undo what a wrong decoder did to `text`, and say so in the notes.

    Knows quoted-printable and ISO-2022-JP that nobody decoded, UTF-8 that was read as
    windows-1252 (up to three times over), windows-1252 that was read as ISO 8859-1, bytes kept as
    surrogates, and UTF-16 read byte by byte. A leading byte order mark goes without a word.
    """
    notes: list[str] = []
    for menders, may_need_it in _MENDERS:
        if not may_need_it(text):
            continue
        for mend in menders:
            mended = mend(text)
            if mended is not None:
                text, note = mended
                notes += [note] if note else []
    lost = 0 if text.isascii() else text.count("\ufffd")
    if lost:
        notes.append(f"{plural(lost, 'character')} lost to a wrong charset before it came here (\ufffd)")
    return Repaired(text, tuple(notes))


_Mended = tuple[str, str] | None
"""The text and the note, or None when there was nothing to mend."""
_Mender = Callable[[str], _Mended]


def _without_mark(text: str) -> _Mended:
    for mark in ("\ufeff", "ï»¿"):
        if text.startswith(mark):
            return text[len(mark) :], ""
    return None


def _utf16(text: str) -> _Mended:
    if "\0" not in text[:4]:
        return None
    for at in (0, 1):
        others = text[1 - at :: 2]
        if len(others) > 1 and others.count("\0") == len(others) and "\0" not in text[at::2]:
            return text[at::2], "charset repaired: UTF-16 had been read byte by byte"
    return None


# Quoted-printable: "=" is always followed by two hex digits or by the end of the line.

_NOT_QUOTED = re.compile(r"=(?![0-9A-F]{2}|[ \t]*\n|\Z)")
_SOFT_BREAK = re.compile(r"^[^\n]{60,80}=[ \t]*\n", re.MULTILINE)
_TWO_BYTES = re.compile(r"=[C-F][0-9A-F]=[89AB][0-9A-F]")
_PROOFS_WANTED = 2


def _quoted_printable(text: str) -> _Mended:
    # The first `="` of an HTML mail answers the first question, so that one is asked first.
    if "=" not in text or _NOT_QUOTED.search(text) or not text.isascii():
        return None
    proofs = text.count("=3D") + text.count("=20\n")
    if proofs < _PROOFS_WANTED and not _SOFT_BREAK.search(text) and not _TWO_BYTES.search(text):
        return None
    raw = binascii.a2b_qp(text.encode())
    try:
        return raw.decode(), "quoted-printable was left in the text: decoded"
    except UnicodeDecodeError:
        decoded = raw.decode("cp1252", "replace")
        return decoded, "quoted-printable was left in the text: decoded, read as windows-1252"


_JAPANESE = re.compile(r"\x1b\$[B@]")


def _iso2022(text: str) -> _Mended:
    if "\x1b$" not in text or not text.isascii() or not _JAPANESE.search(text):
        return None
    try:
        decoded = text.encode().decode("iso2022_jp")
    except UnicodeDecodeError:
        return None
    return None if "\x1b" in decoded else (decoded, "charset repaired: read as ISO-2022-JP")


# UTF-8 read as windows-1252: a byte of 0x80 and more became the character of that code page, or
# for the five bytes it leaves out the C1 control of the same number.

_UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
_CODE_PAGE = {
    byte: chr(byte) if byte in _UNDEFINED else bytes([byte]).decode("cp1252") for byte in range(0x80, 0x100)
}
_TO_BYTES = str.maketrans({char: chr(byte) for byte, char in _CODE_PAGE.items()})
_GOES_ON = "[" + re.escape("".join(_CODE_PAGE[byte] for byte in range(0x80, 0xC0))) + "\x80-\x9f]"
_BEGINS = "Â-ô"
# One class in front lets the search skip from one such character to the next.
_SEQUENCE = re.compile(
    f"[{_BEGINS}](?:(?<=[Â-ß]){_GOES_ON}|(?<=[à-ï]){_GOES_ON}{{2}}|(?<=[ð-ô]){_GOES_ON}{{3}})"
)
_RUN = re.compile(f"(?:{_SEQUENCE.pattern})+")
_LOOKED_AT = 1_000
"""How many sequences are looked at for a proof."""
_ACCENTED = re.compile("[À-Öà-öØ-ßø-ÿ]")
_WEAK_WANTED = 3
_TIMES = ("", ", twice", ", three times")


def _mojibake(text: str) -> _Mended:
    times = 0
    while times < len(_TIMES):
        better = _unmangled(text)
        if better is None:
            break
        text = better
        times += 1
    if not times:
        return None
    return text, f"charset repaired: UTF-8 had been read as windows-1252{_TIMES[times - 1]}"


def _unmangled(text: str) -> str | None:
    """Read the mangled sequences as UTF-8, when nothing in the text speaks against it.

    `«CITÉ»` has a sequence too. So two characters only count as proof when they begin with one of
    the two letters that mangled western text is full of, or when there are several; and an
    accented letter that stands outside of the sequences shows that the text was decoded rightly.
    """
    if not _SEQUENCE.search(text):
        return None
    found = [match[0] for match in islice(_SEQUENCE.finditer(text), _LOOKED_AT)]
    is_strong = any(len(each) > 2 or each[0] in "ÂÃ" for each in found)  # noqa: PLR2004 (two characters)
    if not is_strong and len(found) < _WEAK_WANTED:
        return None
    if _ACCENTED.search(_RUN.sub("", text)):
        return None
    better = _RUN.sub(_as_utf8, text)
    return None if better == text else better


def _as_utf8(match: re.Match[str]) -> str:
    raw = match[0].translate(_TO_BYTES).encode("latin-1")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        # Some sequence in it is none of UTF-8.
        return match[0]


# Windows-1252 read as ISO 8859-1 leaves C1 controls where quotes, dashes and the euro sign were.
# 0x9B, 0x90 and 0x9D begin control sequences; those are not explained away.

_C1 = re.compile("[\x80-\x9f]")
_TYPED_C1 = re.compile("[\x80\x82-\x8c\x8e\x91-\x97\x99\x9a]|(?<=[A-Za-z])[\x9c\x9e\x9f]")
_C0 = re.compile("[\x00-\x08\x0e-\x1f]")


def _windows(text: str) -> _Mended:
    if not _C1.search(text) or _C0.search(text) or _C1.search(_TYPED_C1.sub("", text)):
        return None
    return _TYPED_C1.sub(lambda match: _CODE_PAGE[ord(match[0])], text), _READ_AS_WINDOWS


_READ_AS_WINDOWS = "charset repaired: read as windows-1252"
_NO_LETTERS = frozenset(map(chr, (0xDC81, 0xDC8D, 0xDC8F, 0xDC90, *range(0xDC98, 0xDCA0))))
_KEPT_BYTES = re.compile("[\udc80-\udcff]+")


def _kept_bytes(text: str) -> _Mended:
    if not _KEPT_BYTES.search(text):
        return None
    try:
        raw = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return None
    try:
        return raw.decode(), "charset repaired: read as UTF-8"
    except UnicodeDecodeError:
        pass
    # One such byte at a time, among ASCII, is western; more in a row could be any charset.
    if any(len(run) > 1 or run in _NO_LETTERS for run in _KEPT_BYTES.findall(text)):
        return None
    return _KEPT_BYTES.sub(lambda match: _CODE_PAGE[ord(match[0]) - 0xDC00], text), _READ_AS_WINDOWS


_ALWAYS: tuple[_Mender, ...] = (_without_mark, _utf16, _iso2022, _quoted_printable)
_BEYOND_ASCII: tuple[_Mender, ...] = (_kept_bytes, _mojibake, _windows)
_SUSPECT = re.compile(f"[\x80-\x9f{_BEGINS}\udc80-\udcff]")
_MENDERS: tuple[tuple[tuple[_Mender, ...], Callable[[str], object]], ...] = (
    (_ALWAYS, bool),
    (_BEYOND_ASCII, lambda text: not text.isascii() and _SUSPECT.search(text)),
)
