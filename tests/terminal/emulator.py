"""A terminal for tests: draws what a program writes, answers its questions, knows its modes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyte
from wcwidth import wcwidth

SEQUENCE = re.compile(
    rb"\x1b\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]"  # CSI
    rb"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC, DCS, SOS, PM, APC
    rb"|\x1b[\x20-\x2f]*[\x30-\x4f\x51-\x57\x59\x5a\x5c\x60-\x7e]"  # plain escapes
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[\x20-\x3f]*|[\]PX^_][^\x07]*|[\x20-\x2f]*)?\Z")
_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])\Z")
_MODE_QUERY = re.compile(rb"\x1b\[\?(\d+)\$p\Z")
_KITTY = re.compile(rb"\x1b\[([<>])\d*u\Z")
_DRAWN = re.compile(rb"\x1b(?:\[[\d;]*[@A-Za-ln-z`m]|[78DEHM])\Z")

SYNCHRONIZED_OUTPUT = 2026
_WIDE = 2
_AT_START = {7: True, 25: True}
"""Modes that a terminal starts with: automatic wrap and a visible cursor."""


class Emulator:
    """What a terminal shows and how it is set, after the bytes it was fed."""

    def __init__(self, columns: int, lines: int, *, synchronized: bool = True) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self._pending = b""
        self._synchronized = synchronized
        self.modes: dict[int, bool] = dict(_AT_START)
        self.kitty_flags = 0
        self.bells = 0
        self.titles: list[str] = []
        self.unknown: list[bytes] = []
        self.last_attributes = b"\x1b[m"

    def rows(self) -> list[str]:
        """Return what the lines show; a wide character is one character here, and so is half of one."""
        return ["".join(self._cells(y)) for y in range(self.screen.lines)]

    def _cells(self, y: int) -> Iterator[str]:
        line, is_wide = self.screen.buffer[y], False
        for x in range(self.screen.columns):
            text = line[x].data
            if not is_wide:
                # Half of a wide character is blank on a terminal; pyte keeps it as nothing.
                yield text or " "
            is_wide = not is_wide and bool(text) and wcwidth(text[0]) == _WIDE

    def feed(self, data: bytes) -> bytes:
        """Draw the bytes; return what the terminal answers."""
        data, self._pending = self._pending + data, b""
        if (cut := _UNFINISHED.search(data)) and len(data) - cut.start() < 4096:
            data, self._pending = data[: cut.start()], data[cut.start() :]
        return b"".join(self._parts(data))

    def _parts(self, data: bytes) -> Iterator[bytes]:
        at = 0
        for match in SEQUENCE.finditer(data):
            self._text(data[at : match.start()])
            yield self._sequence(match.group())
            at = match.end()
        self._text(data[at:])

    def _text(self, text: bytes) -> None:
        self.bells += text.count(b"\x07")
        self._stream.feed(text)

    def _sequence(self, sequence: bytes) -> bytes:
        if mode := _MODE.match(sequence):
            for number in mode[1].split(b";"):
                self.modes[int(number)] = mode[2] == b"h"
            if b"1049" in mode[1]:
                self.screen.reset()
        elif kitty := _KITTY.match(sequence):
            self.kitty_flags += 1 if kitty[1] == b">" else -1
        elif query := _MODE_QUERY.match(sequence):
            return self._mode_state(int(query[1]))
        elif sequence == b"\x1b[c":
            return b"\x1b[?62;22c"
        elif sequence == b"\x1b[6n":
            return b"\x1b[%d;%dR" % (self.screen.cursor.y + 1, self.screen.cursor.x + 1)
        elif sequence.startswith((b"\x1b]0;", b"\x1b]2;")):
            self.titles.append(sequence[4:].rstrip(b"\x07\x1b\\").decode())
        elif _DRAWN.match(sequence):
            if sequence.endswith(b"m"):
                self.last_attributes = sequence
            self._stream.feed(sequence)
        else:
            self.unknown.append(sequence)
        return b""

    def _mode_state(self, number: int) -> bytes:
        if number == SYNCHRONIZED_OUTPUT and self._synchronized:
            return b"\x1b[?%d;%d$y" % (number, 1 if self.modes.get(number) else 2)
        return b"\x1b[?%d;0$y" % number

    def not_restored(self) -> list[str]:
        """Say what is not as it was before the program ran; empty when all is."""
        left = [
            f"mode {number} is {'on' if is_on else 'off'}"
            for number, is_on in sorted(self.modes.items())
            if is_on != _AT_START.get(number, False)
        ]
        if self.kitty_flags > 0:
            left.append("kitty keyboard flags are still pushed")
        if self.last_attributes not in (b"\x1b[m", b"\x1b[0m"):
            left.append(f"text attributes are {self.last_attributes!r}")
        return left
