from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from mttui.local.copies import Copies
from mttui.local.database import Database
from mttui.local.draft import Draft, new_draft
from mttui.local.draft_writer import DraftWriter
from mttui.local.drafts import Drafts
from mttui.local.errors import DatabaseError

from .contest import contend
from .copies_of_mttui import START, Living

NEVER = 3600.0
LONG = "Terima kasih sudah menulis. " * 4000


class Told:
    """What the writer told."""

    def __init__(self) -> None:
        self.troubles: list[DatabaseError] = []
        self.forks: list[tuple[str, Draft]] = []
        self.in_trouble = threading.Event()
        self.recovered = threading.Event()

    def trouble(self, err: DatabaseError) -> None:
        self.troubles.append(err)
        self.in_trouble.set()

    def fork(self, old: str, new: Draft) -> None:
        self.forks.append((old, new))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def living() -> Living:
    return Living("a", "b")


@pytest.fixture
def drafts(database: Database, living: Living) -> Drafts:
    return Drafts(database, "a", living)


def writer(drafts: Drafts, told: Told, *, interval: float = NEVER, retry: float = 0.01) -> DraftWriter:
    return DraftWriter(
        drafts, on_trouble=told.trouble, on_recovered=told.recovered.set, on_forked=told.fork,
        interval=interval, retry=retry,
    )  # fmt: skip


def body(drafts: Drafts, draft: str) -> str | None:
    kept = drafts.get(draft)
    return None if kept is None else kept.body


def test_keystrokes_are_gathered_into_one_write(drafts: Drafts, told: Told) -> None:
    saved: list[str] = []

    class Counting(Drafts):
        def save(self, draft: Draft) -> Draft:
            saved.append(draft.body)
            return super().save(draft)

    waiting = writer(Counting(drafts._database, "a", Living("a")), told)
    first = new_draft("live", "t1")
    for end in range(1, 9):
        waiting.save(replace(first, body="Halo Bu!"[:end], cursor=(0, end)))
    assert [draft.body for draft in waiting.unwritten] == ["Halo Bu!"]
    assert waiting.flush()
    assert waiting.unwritten == ()
    assert waiting.flush()
    assert saved == ["Halo Bu!"]
    assert body(drafts, first.id) == "Halo Bu!"


def test_it_writes_by_itself(drafts: Drafts, told: Told) -> None:
    written = threading.Event()

    class Telling(Drafts):
        def save(self, draft: Draft) -> Draft:
            kept = super().save(draft)
            written.set()
            return kept

    first = new_draft("live", "t1", body="Halo")
    with writer(Telling(drafts._database, "a", Living("a")), told, interval=0.01) as waiting:
        waiting.save(first)
        assert written.wait(30)
        assert body(drafts, first.id) == "Halo"


def test_closing_writes_what_is_left(drafts: Drafts, told: Told) -> None:
    first = new_draft("live", "t1", body="Halo")
    waiting = writer(drafts, told).start()
    waiting.save(first)
    assert waiting.close()
    assert body(drafts, first.id) == "Halo"


def test_typing_does_not_wait_for_the_disk(drafts: Drafts, told: Told) -> None:
    """What is typed while a write hangs is written after it."""
    stuck, release = threading.Event(), threading.Event()

    class Slow(Drafts):
        def save(self, draft: Draft) -> Draft:
            stuck.set()
            assert release.wait(30)
            return super().save(draft)

    first = new_draft("live", "t1", body="Ha")
    with writer(Slow(drafts._database, "a", Living("a")), told, interval=0.01) as waiting:
        waiting.save(first)
        assert stuck.wait(30)
        waiting.save(replace(first, body="Halo"))  # would hang here
        assert [draft.body for draft in waiting.unwritten] == ["Halo"]
        release.set()
    assert body(drafts, first.id) == "Halo"


def test_endings_follow_the_text(drafts: Drafts, told: Told) -> None:
    waiting = writer(drafts, told)
    kept, gone, back, on = (new_draft("live", "t1", body=text) for text in ("kept", "gone", "back", "on"))
    for draft in (kept, gone, back, on):
        waiting.save(replace(draft, body=f"{draft.body}!"))
    waiting.release(kept.id)
    waiting.discard(gone.id)
    waiting.discard(back.id)
    waiting.restore(back.id)
    waiting.release(on.id)
    waiting.save(replace(on, body="on and on"))
    assert sorted(draft.body for draft in waiting.unwritten) == ["back!", "kept!", "on and on"]
    assert waiting.flush()
    found = {thread.draft.body: thread.draft.owner for thread in drafts.for_thread("live", "t1")}
    assert found == {"kept!": "", "back!": "a", "on and on": "a"}
    waiting.restore(gone.id)
    assert waiting.flush()
    assert body(drafts, gone.id) == "gone!"
    assert len(drafts.for_thread("live", "t1")) == 4


def test_a_draft_is_taken_with_all_that_was_typed(drafts: Drafts, told: Told) -> None:
    waiting = writer(drafts, told)
    first = new_draft("live", "t1", body="Halo")
    waiting.save(first)
    waiting.release(first.id)
    taken = waiting.take(first.id)
    assert taken is not None
    assert (taken.body, taken.owner) == ("Halo", "a")
    waiting.save(replace(first, body="Halo Bu"))
    waiting.flush()
    assert [found.draft.body for found in drafts.for_thread("live", "t1")] == ["Halo Bu"]


def test_a_fork_is_told_once(drafts: Drafts, told: Told, living: Living) -> None:
    other = Drafts(drafts._database, "b", living)
    waiting = writer(drafts, told)
    first = new_draft("live", "t1", body="Halo")
    waiting.save(first)
    waiting.flush()
    living.tokens.remove("a")
    assert other.take(first.id)
    for text in ("Halo Bu", "Halo Bu Sari"):
        waiting.save(replace(first, body=text))
        waiting.flush()
    ((old, new),) = told.forks
    assert (old, new.owner, body(drafts, new.id)) == (first.id, "a", "Halo Bu Sari")
    assert body(drafts, first.id) == "Halo"


def test_a_signal_in_the_middle_of_a_write_does_not_hang(database: Database, told: Told) -> None:
    """SIGHUP comes while this very thread writes; its handler flushes."""
    hung_up: list[bool] = []

    def interrupted() -> datetime:
        if not hung_up:
            os.kill(os.getpid(), signal.SIGHUP)
        return START

    def hang_up(_signal: int, _frame: object) -> None:
        hung_up.append(True)
        hung_up.append(waiting.flush())

    waiting = writer(Drafts(database, "a", Living("a"), now=interrupted), told)
    first = new_draft("live", "t1", body="Halo")
    before = signal.signal(signal.SIGHUP, hang_up)
    try:
        waiting.save(first)
        assert waiting.flush()
    finally:
        signal.signal(signal.SIGHUP, before)
    assert hung_up == [True, False]
    assert told.troubles == []
    assert body(Drafts(database, "a", Living("a")), first.id) == "Halo"
    assert waiting.unwritten == ()


def limit(database: Database, pages: int) -> int:
    """Let the file of this thread's connection grow to so many pages and no further."""
    return int(database.query(f"PRAGMA max_page_count = {pages}")[0][0])


def test_a_full_disk_keeps_the_newest_text(database: Database, drafts: Drafts, told: Told) -> None:
    waiting = writer(drafts, told)
    first = new_draft("live", "t1", body="Halo")
    waiting.save(first)
    assert waiting.flush()
    room = limit(database, 1)  # as small as it is by now
    for text in (LONG, LONG + "Salam"):
        waiting.save(replace(first, body=text))
        assert not waiting.flush()
    assert "full" in str(waiting.error)
    assert len(told.troubles) == 1
    assert "disk full" in told.troubles[0].advice
    assert [draft.body for draft in waiting.unwritten] == [LONG + "Salam"]
    assert body(drafts, first.id) == "Halo"
    waiting.release(first.id)
    taken = waiting.take(first.id)
    assert taken is not None
    assert taken.body == LONG + "Salam"
    limit(database, room + 1000)
    assert not told.recovered.is_set()
    assert waiting.flush()
    assert told.recovered.is_set()
    assert waiting.error is None
    assert body(drafts, first.id) == LONG + "Salam"
    assert drafts.for_thread("live", "t1")[0].draft.owner == "a"


@contextmanager
def small_disk(at: Path, size: str) -> Iterator[Path]:
    """A file system of its own, where this user may make one."""
    at.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(at)]
    if os.geteuid() or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("a small file system is mounted for this: only root can")
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


def fill(disk: Path) -> Path:
    """Fill what room there is."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            return filler
    raise AssertionError("the disk cannot be filled")


def test_a_really_full_disk_is_written_to_as_soon_as_there_is_room(tmp_path: Path, told: Told) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk, Database(disk / "mttui.db") as database:
        drafts = Drafts(database, "a", Living("a"))
        first = new_draft("live", "t1", body=LONG)
        filler = fill(disk)
        with writer(drafts, told, interval=0.01) as waiting:
            waiting.save(first)
            assert told.in_trouble.wait(30)
            assert [draft.body for draft in waiting.unwritten] == [LONG]
            assert body(drafts, first.id) is None
            filler.unlink()
            assert told.recovered.wait(30)
            assert body(drafts, first.id) == LONG
        assert len(told.troubles) == 1


TYPIST = """
import itertools, sys, threading, time; from dataclasses import replace; from pathlib import Path
from mttui.local.copies import Copies
from mttui.local.database import Database
from mttui.local.draft import new_draft
from mttui.local.draft_writer import DraftWriter
from mttui.local.drafts import Drafts
state = Path(sys.argv[1])
copies, database, saved = Copies(state.parent / "copies"), Database(state), threading.Event()
class Telling(Drafts):
    def save(self, draft):
        kept = super().save(draft)
        saved.set()
        return kept
drafts = Telling(database, copies.own, copies.is_alive)
writer = DraftWriter(drafts, on_trouble=lambda err: sys.exit(str(err))).start()
draft = new_draft("live", "t1")
for word in ("Halo ", "Bu ", "Sari, ", "dana ", "sudah ", "dikemb"):
    for letter in word:
        body = draft.body + letter
        draft = replace(draft, body=body, cursor=(0, len(body)))
        saved.clear()
        writer.save(draft)
    typed = time.monotonic()
    while writer.unwritten: saved.wait(0.01)
    print(draft.body, time.monotonic() - typed, sep="|", flush=True)
for letter in itertools.cycle("alikan "):
    draft = replace(draft, body=draft.body + letter, cursor=(0, len(draft.body) + 1))
    writer.save(draft)
    if len(draft.body) % 50 == 0: print("typing", flush=True)
    if len(draft.body) > 5_000_000: break
"""


def test_a_kill_in_the_middle_of_a_word_loses_nothing_that_was_typed(tmp_path: Path) -> None:
    state = tmp_path / "mttui.db"
    with subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(state)], stdout=subprocess.PIPE, text=True
    ) as typist:
        assert typist.stdout is not None
        safe = [typist.stdout.readline().strip().split("|") for _ in range(6)]
        for _ in range(3):
            assert typist.stdout.readline() == "typing\n"
        typist.send_signal(signal.SIGKILL)
    assert typist.returncode == -signal.SIGKILL
    assert statistics.median(float(seconds) for _, seconds in safe) < 0.5
    with Copies(tmp_path / "copies") as copies, Database(state) as database:
        (draft,) = Drafts(database, copies.own, copies.is_alive).offered("live")
    typed = safe[-1][0]
    assert typed == "Halo Bu Sari, dana sudah dikemb"
    assert draft.body.startswith(typed)
    assert (draft.thread, draft.cursor) == ("t1", (0, len(draft.body)))


def test_of_two_copies_one_takes_each_draft(tmp_path: Path) -> None:
    state = tmp_path / "mttui.db"
    with Database(state) as database:
        left = [new_draft("live", "t1", body=f"{n}") for n in range(100)]
        for draft in left:
            Drafts(database, "dead", Living()).save(draft)
    setup = "from mttui.local.drafts import Drafts; drafts = Drafts(database, copies.own, copies.is_alive)"
    one, other = contend(state, setup, "drafts.take(row)", [draft.id for draft in left])
    assert not one & other
    assert one | other == {draft.id for draft in left}
