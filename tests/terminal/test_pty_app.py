from __future__ import annotations

import sys

import pytest

from tests.terminal.emulator import Emulator
from tests.terminal.pty_app import TerminalApp


def run(source: str, **options: object) -> TerminalApp:
    return TerminalApp([sys.executable, "-c", source], **options)  # type: ignore[arg-type]  # passed on


def test_it_shows_counts_and_types() -> None:
    with run("print('ready'); print('got', input()); print(input())") as term:
        term.wait_for("^ready$")
        mark = term.mark()
        term.press("h", "i", "enter")
        term.wait_for("got hi")
        term.settle()
        assert term.bytes_since(mark) == len("hi\r\ngot hi\r\n")
        term.send("end\r")
        assert term.exit_status() == 0
        assert term.not_restored() == []


def test_what_does_not_come_fails_with_the_screen() -> None:
    seen = pytest.raises(AssertionError, match=r"(?s)'ready' was not seen.*other")
    with run("print('other'); input()", timeout=0.5) as term, seen:
        term.wait_for("ready")


def test_a_program_that_ended_is_not_waited_for() -> None:
    with run("print('bye')") as term, pytest.raises(AssertionError, match="ended"):
        term.wait_for("ready")


def test_what_is_left_changed_is_named() -> None:
    left = r"import tty; tty.setraw(0); print('\x1b[?1049h\x1b[?25l\x1b[?1003h\x1b[>1u\x1b[1m', end='')"
    with run(left) as term:
        assert term.exit_status() == 0
        assert term.not_restored() == [
            "mode 25 is off",
            "mode 1003 is on",
            "mode 1049 is on",
            "kitty keyboard flags are still pushed",
            "text attributes are b'\\x1b[1m'",
            "the line discipline is changed",
        ]


def test_sequences_may_come_in_pieces() -> None:
    whole = "a\x1b[2;3Hb\x1b]0;title\x07\x1b[?2026$p\x1b[1mc\x1b[mé".encode()
    for cut in range(len(whole)):
        emulator = Emulator(20, 3)
        answer = emulator.feed(whole[:cut]) + emulator.feed(whole[cut:])
        assert answer == b"\x1b[?2026;2$y"
        assert [row.rstrip() for row in emulator.screen.display] == ["a", "  bcé", ""]
        assert emulator.titles == ["title"]
        assert emulator.unknown == []
