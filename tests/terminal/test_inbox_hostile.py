"""Hostile mail on a real terminal: whatever is opened of it, no byte of it controls the terminal."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.corpus import needs_corpus
from tests.terminal.hostile_mail import SAMPLES, Thread, from_corpus, own, strange, write_inbox
from tests.terminal.inbox_app import InboxApp, Platform, served

_QUIET = 0.04
"""Seconds without output after which a screen is drawn."""
_STATES = "●◐☾○✎↗?"
_COPIED = re.compile(rb"\x1b\]52;c;([^\x07]*)\x07")
OPENED = 8
"""Of so many threads one is opened with all that there is of it."""
ROW = "  State "
"""How the line above the list begins."""


class Reader(InboxApp):
    """Opens what there is of hostile threads, and looks at every byte on the way."""

    def __init__(self, home: Path, platform: Platform, size: tuple[int, int]) -> None:
        super().__init__(home, platform, size=size)
        self._mark = 0
        self.seen: list[str] = []
        """What the screen showed, one look after the other."""

    def look(self, *keys: str, at: str = "") -> None:
        """Press keys, wait until the screen shows something and is drawn, and check what came."""
        self.press(*keys)
        if at:
            self.wait_for(at)
        self.settle(_QUIET)
        assert strange(self.output_since(self._mark)) == []
        self._mark = self.mark()
        self.seen.append(self.screen_text())
        assert "A bug in mttui" not in self.screen_text()

    def visit(self, keys: str, at: str, *further: str) -> None:
        """Open what keys open, press further keys there, and come back."""
        self.look(*keys, at=at)
        if further:
            self.look(*further)
        self.press("escape")
        self.gone(at)

    def check_list(self) -> None:
        """The rows of the list stand in their columns, and the frame of the screen in its place."""
        rows = self.emulator.screen.buffer
        lines = self.screen_text().split("\n")
        assert lines[0].startswith(" environment")
        assert "r Reply" in lines[-1]
        first = next(at for at, line in enumerate(lines) if line.startswith(ROW)) + 1
        past = next(at for at, line in enumerate(lines) if line.startswith(("─ ", "━ ")))
        clock = _column_of(lines[first - 1], "Answer in")
        for y in range(first, past):
            cells = [rows[y][x].data for x in range(self.emulator.screen.columns)]
            assert cells[2] in _STATES, ascii(lines[y])
            assert cells[clock].strip(), ascii(lines[y])
            assert not cells[clock + 1].strip(), ascii(lines[y])
            age = "".join(cells[-5:]).strip()
            assert re.fullmatch(r"now|\d+[smhd]", age), ascii(lines[y])
            assert cells[-2].strip(), ascii(lines[y])


def _column_of(heading: str, title: str) -> int:
    """The last cell of a column's title, which its values end below."""
    return heading.index(title) + len(title) - 1


def read_all(home: Path, threads: Sequence[Thread], size: tuple[int, int], *, again: bool) -> str:
    """Read all threads unfolded with their headers, and again without; open some with all there is."""
    inbox, last = write_inbox(home / "inbox.jsonl", threads), len(threads)
    with (
        served(home, "--inbox", str(inbox), "--time-scale", "0") as platform,
        Reader(home, platform, size) as app,
    ):
        label_all(platform, threads)
        app.open()
        app.look("z", "h")
        for number in range(1, last + 1):
            app.look(*("j" if number > 1 else ""), at=rf" {number}/{last}$")
            app.check_list()
            if number % OPENED == 0:
                open_everything(app)
        app.look("z", "h")
        for number in range(last - 1, 0, -1) if again else ():
            app.look("k", at=rf" {number}/{last}$")
        app.visit("xjxt1" if again else "xkxt1", "Send 2 replies")
        assert set(app.emulator.titles) <= {"mttui"}
        assert app.emulator.bells == 0
    return "\n".join(app.seen)


def open_everything(app: Reader) -> None:
    """Open all that there is of the thread under the cursor, and leave it as it was."""
    app.visit("J", '"subject"', "G")
    app.visit("l", "Labels of")
    app.visit("Y", "The JSON of the thread")
    app.visit("s", "until they write")
    app.look("r", "ctrl+q", at="the draft is kept")
    app.look("ctrl+x", at=f"^{ROW}")
    app.look("d", at="✓ Closed")
    app.look("u", at="✓ Taken back")


def label_all(platform: Platform, threads: Sequence[Thread]) -> None:
    """Put on the labels, as somebody else has done."""
    for row, thread in zip(platform.threads(), threads, strict=True):
        platform.patch(f"/v1/threads/{row['_id']}/labels", {"labels": [thread.label]})


def test_our_own_samples_do_nothing_and_are_seen(tmp_path: Path) -> None:
    seen = read_all(tmp_path, own(), (80, 24), again=True)
    for shown in (
        "Invoice ␛[2J␛[H",
        "␛]0;pwned␇Meeting",
        "‹U+202E›fdp.exe",
        "␛]52;c;cm0g",
        "[@click=app.bell]",
    ):
        assert shown in seen


@needs_corpus
def test_the_corpus_does_nothing(tmp_path: Path) -> None:
    read_all(tmp_path, from_corpus(), (110, 30), again=False)


def test_what_is_copied_goes_to_the_clipboard_as_base64(tmp_path: Path) -> None:
    inbox = write_inbox(tmp_path / "inbox.jsonl", [Thread(name=SAMPLES["every control"])])
    with (
        served(tmp_path, "--inbox", str(inbox), "--time-scale", "0") as platform,
        Reader(tmp_path, platform, (80, 24)) as app,
    ):
        app.open()
        (row,) = platform.threads()
        app.look("y", at=f"Copied {row['_id']}")
        app.look("Y", at="The JSON of the thread")
        app.look("enter", at="Copied {")
        identity, record = (base64.b64decode(each) for each in _COPIED.findall(app.output_since(0)))
        assert identity.decode() == row["_id"]
        assert json.loads(record)["contactName"] == row["contactName"]


@pytest.mark.parametrize(
    "mail",
    ["\x1b[5mx", "\x1b[31mx", "\x1b[2J", "\x9b2J", "\x07", "a\x00", "\u202ex", "\x1b]2;other\x07", "\r\n"],
)
def test_what_a_mail_would_write_is_told_from_what_the_workstation_writes(mail: str) -> None:
    written = "\x1b[?2026h\x1b[4;7H\x1b[1;38;5;74mname\x1b[m\x1b]2;mttui\x07\x1b[12G│é日本\x1b[?2026l"
    assert strange(written.encode()) == []
    assert strange((written + mail).encode()) != []
