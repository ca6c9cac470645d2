"""What is typed outlives every end of the program, and what is sent goes out once."""

from __future__ import annotations

import re
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.terminal.inbox_app import InboxApp, Platform, served

SAFE_WITHIN = 0.5
"""Seconds after which a keystroke is on the disk."""
BUSY = 1.0
"""Seconds more for a machine that does other things meanwhile."""
UNFLUSHED = 120
"""Python's status where the terminal that is gone takes no last word."""
LONG = 120
"""Seconds that no test waits for."""


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    """A platform on which no mail comes in by itself."""
    with served(tmp_path_factory.mktemp("calm"), "--time-scale", "0") as platform:
        yield platform


def drafts(home: Path) -> list[str]:
    """The texts that are on the desk, as the state file has them."""
    state = home / "state" / "mttui" / "mttui.db"
    with closing(sqlite3.connect(f"file:{state}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT body FROM drafts WHERE discarded_at IS NULL ORDER BY body")
        return [body for (body,) in rows]


def compose(app: InboxApp, text: str) -> None:
    """Open the composer on the selected thread and type."""
    app.press("r", *text)
    app.wait_for(f"^ To .*\n(.*\n)+ +{re.escape(text)}")


def on_disk(app: InboxApp, home: Path, *texts: str) -> None:
    """Wait until these texts are on the disk; one that is late is no good."""
    began = time.monotonic()
    app.wait_until(lambda: drafts(home) == sorted(texts), f"{texts} on the disk")
    assert time.monotonic() - began < SAFE_WITHIN + BUSY


def test_kill_in_the_middle_of_a_word(tmp_path: Path, calm: Platform) -> None:
    with InboxApp(tmp_path, calm) as app:
        app.open()
        compose(app, "Your parcel is on its wa")
        app.press("left", "left", "left", "left", "left")
        app.press("X")
        on_disk(app, tmp_path, "Your parcel is on iXts wa")
        app.signal(signal.SIGKILL)
        assert app.exit_status() == -signal.SIGKILL
    with InboxApp(tmp_path, calm) as app:
        app.open()
        app.wait_for("^▸ ✎ draft")
        app.press("r", "backspace", "Y")
        app.wait_for("Your parcel is on iYts wa")
        on_disk(app, tmp_path, "Your parcel is on iYts wa")


def test_a_signal_takes_nothing_of_what_was_typed(tmp_path: Path, calm: Platform) -> None:
    with InboxApp(tmp_path, calm) as app:
        app.open()
        compose(app, "Typed and hung up at onc")
        app.signal(signal.SIGHUP)
        assert app.exit_status() == 128 + signal.SIGHUP
        assert app.not_restored() == []
    assert drafts(tmp_path) == ["Typed and hung up at onc"]


def test_a_line_that_is_cut_takes_nothing_of_what_was_typed(tmp_path: Path, calm: Platform) -> None:
    with InboxApp(tmp_path, calm) as app:
        app.open()
        compose(app, "The tunnel ends he")
        app.hang_up()
        assert app.exit_status() in {128 + signal.SIGHUP, UNFLUSHED}
    with InboxApp(tmp_path, calm) as app:
        app.open()
        app.wait_for("^▸ ✎ draft")
        app.press("r", "r", "e")
        app.wait_for("The tunnel ends here")


def test_two_copies_keep_both_texts(tmp_path: Path, calm: Platform) -> None:
    with InboxApp(tmp_path, calm) as one, InboxApp(tmp_path, calm) as two:
        one.open()
        compose(one, "The first says A")
        on_disk(one, tmp_path, "The first says A")
        two.open()
        two.wait_for("^▸ ✎ other")
        two.press("r")
        two.wait_for(r"pid \d+.* is answering this thread(.*\n)+.*Leave it")
        two.press("enter")
        two.gone("is answering")
        two.strike("r", then="is answering this thread")
        two.press("y")
        two.wait_for("^ To ")
        two.press(*"The second says B")
        two.wait_for("The second says B")
        on_disk(two, tmp_path, "The first says A", "The second says B")
        one.press("!")
        on_disk(one, tmp_path, "The first says A!", "The second says B")
        two.signal(signal.SIGKILL)
        one.signal(signal.SIGKILL)
        two.exit_status()
        one.exit_status()
    with InboxApp(tmp_path, calm) as app:
        app.open()
        app.wait_for("^▸ ✎ draft")
        app.strike("v", then="Go on: The first says A!(.*\n)+.*Go on: The second says B|B(.*\n)+.*A!")


@pytest.mark.parametrize("leave", ["q", "ctrl+c"])
def test_leaving_says_that_a_reply_goes_out_and_sends_it_once(
    leave: str, tmp_path: Path, calm: Platform
) -> None:
    text = f"Before I go by {leave}."
    (thread, *_) = calm.threads()
    with InboxApp(tmp_path, calm, undo=LONG) as app:
        app.open()
        compose(app, text)
        app.strike("ctrl+s", then=r"goes out in 1\d\d s")
        app.strike(leave, then=r"1 reply would go out now, not to be called\s")
        assert calm.sent(thread["_id"]).count(text) == 0
        app.press("y")
        assert app.exit_status() == 0
        assert app.not_restored() == []
    assert calm.sent(thread["_id"]).count(text) == 1
    assert drafts(tmp_path) == []


def test_a_reply_that_sigterm_stops_is_offered_at_the_next_start(tmp_path: Path, calm: Platform) -> None:
    (thread, *_) = calm.threads()
    with InboxApp(tmp_path, calm, undo=LONG) as app:
        app.open()
        compose(app, "Stopped by a signal.")
        app.strike("ctrl+s", then=r"goes out in 1\d\d s")
        app.signal(signal.SIGTERM)
        assert app.exit_status() == 128 + signal.SIGTERM
    with InboxApp(tmp_path, calm, undo=LONG) as app:
        app.open()
        app.wait_for(rf"The reply to {thread['contactName']} goes out in 1\d\d s +u calls it back")
        app.strike("u", then="^ To .*\n(.*\n)+ +Stopped by a signal")
        app.press("escape")
        app.wait_for("^▸ ✎ draft")
    assert calm.sent(thread["_id"]).count("Stopped by a signal.") == 0


def test_a_reply_that_a_kill_stops_goes_out_once_after_the_next_start(tmp_path: Path, calm: Platform) -> None:
    (thread, *_) = calm.threads()
    with InboxApp(tmp_path, calm, undo=3) as app:
        app.open()
        compose(app, "Killed in its window.")
        app.strike("ctrl+s", then="goes out in")
        app.signal(signal.SIGKILL)
        app.exit_status()
    with InboxApp(tmp_path, calm, undo=1) as app:
        app.open()
        app.wait_for("Reply sent to")
        assert calm.sent(thread["_id"]).count("Killed in its window.") == 1
