"""The line on stderr that says how a long run gets on."""

from __future__ import annotations

import pytest

from mttui.cli.progress import Progress
from tests.stepped_clock import START, SteppedClock
from tests.terminal.emulator import Emulator


class Told:
    """A progress on a clock that stands still, and what a terminal shows of it."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self._terminal = Emulator(60, 6)
        self.clock = SteppedClock(START)
        self.progress = Progress(self.clock, is_shown=True)

    def screen(self) -> list[str]:
        self._terminal.feed(self._capsys.readouterr().err.replace("\n", "\r\n").encode())
        return [row.rstrip() for row in self._terminal.screen.display if row.strip()]


async def test_rows_rate_and_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    told = Told(capsys)
    told.progress.begin(1_000)
    await told.clock.advance(10)
    told.progress.tell(3_000, 10_000)
    assert told.screen() == ["3,000 of 10,000 rows  200/s  35s left"]
    told.progress.clear()
    assert told.screen() == []


async def test_words_stand_above_the_line_and_the_line_is_as_of_now(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = Told(capsys)
    await told.clock.advance(1)
    told.progress.tell(100, 200)
    told.progress.tell(150, 200)
    assert told.screen() == ["100 of 200 rows  100/s  1s left"]
    told.progress.say("429 RATE_LIMITED: waiting 60 s before the next try.")
    assert told.screen() == [
        "mttui: 429 RATE_LIMITED: waiting 60 s before the next try.",
        "150 of 200 rows  150/s  0s left",
    ]


async def test_without_a_terminal_there_are_only_words(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(SteppedClock(START), is_shown=False)
    progress.tell(100, 200)
    progress.say("stopped")
    progress.clear()
    assert capsys.readouterr().err == "mttui: stopped\n"
