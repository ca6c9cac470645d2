"""Mails of ten megabytes and a hundred thousand lines: they open, scroll and let the other keys through."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.hostile_mail import Thread, write_inbox
from tests.terminal.inbox_app import InboxApp, Platform, served

MEGABYTES_10 = 10_000_000
ACTS_WITHIN = 1.0
"""Seconds from a key to what it brings, the first lines of such a mail for one."""
BUSY = 2.0
"""Seconds more for a machine that does other things meanwhile, and for the answer to come."""
TEXT, HTML = "Megabytes of text", "Megabytes of HTML"
LINES, WORD = "Hundred thousand lines", "One long word"
WORDS = "lorem ipsum dolor sit amet " * 4
BEFORE = 4
"""Small threads before each huge one: more than are fetched ahead."""


def huge() -> dict[str, Thread]:
    """Threads by their subject, with which they begin; text ends with it, too."""
    lines = "".join(f"line {number}\n" for number in range(100_000))
    html = _fill(f"<p>{WORDS}<b>bold</b></p>\n")
    return {
        TEXT: _text(TEXT, _fill(f"{WORDS}\n")),
        HTML: Thread(htmls=[f"<h1>Begin {HTML}</h1>{html}"]),
        LINES: _text(LINES, lines),
        WORD: _text(WORD, f"{'x' * MEGABYTES_10}\n"),
    }


def _text(subject: str, body: str) -> Thread:
    return Thread(texts=[f"Begin {subject}\n{body}End {subject}\n"])


def _fill(part: str) -> str:
    return part * (MEGABYTES_10 // len(part))


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    """A platform with huge threads among small ones."""
    folder = tmp_path_factory.mktemp("huge")
    threads = []
    for subject, thread in huge().items():
        threads += [Thread(subject="small", texts=["nothing"])] * BEFORE
        threads.append(Thread(subject, texts=thread.texts, htmls=thread.htmls))
    inbox = write_inbox(folder / "inbox.jsonl", [*threads, Thread(subject="small", texts=["nothing"])])
    with served(folder, "--inbox", str(inbox), "--time-scale", "0") as running:
        yield running


class Stopwatch(InboxApp):
    """Times what keys bring."""

    def timed(self, *keys: str, then: str) -> float:
        """Press keys; return the seconds until the screen shows what they bring."""
        began = time.monotonic()
        self.press(*keys)
        self.wait_for(then)
        return time.monotonic() - began


@pytest.mark.parametrize("subject", [TEXT, HTML, LINES, WORD])
def test_a_huge_mail_opens_at_once_and_scrolls(subject: str, tmp_path: Path, platform: Platform) -> None:
    rows = [each["subject"] for each in platform.threads()]
    begin = f"^ Begin {subject}"
    end = " lorem ipsum" if subject == HTML else f"^ End {subject}"  # of HTML, 2 MB are read
    with Stopwatch(tmp_path, platform) as app:
        app.open()
        took = {
            "open": app.timed(*"j" * rows.index(subject), then=begin),
            "k": app.timed("k", then="^ nothing"),
            "j": app.timed("j", then=begin),
            "enter": app.timed("enter", then=f"^━ {subject}"),
            "G": app.timed("G", then=rf"\A(?!(.*\n)*.*Begin)(.*\n)*{end}"),
            "g": app.timed("g", then=begin),
            ">": app.timed(">", then=r"\A(?!(.*\n)*.*Begin)"),
            "J": app.timed("J", then='^ +"subject"'),
            "escape": app.timed("escape", then=f"^━ {subject}"),
            "r": app.timed("r", then="^ To "),
            "quote": app.timed("ctrl+q", then="the draft is kept"),
            "ctrl+x": app.timed("ctrl+x", then=f"^━ {subject}"),
            "d": app.timed("d", then="✓ Closed"),
        }
        slow = {key: round(seconds, 2) for key, seconds in took.items() if seconds > ACTS_WITHIN + BUSY}
        assert not slow
