from __future__ import annotations

import fcntl
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mttui.local.database import Database
from mttui.local.errors import DatabaseError
from mttui.local.schema import MIGRATIONS


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def add_note(database: Database, text: str) -> None:
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO journal (at, who, profile, outcome, text, parameters)"
            " VALUES ('t', 'w', 'p', 'note', ?, '{}')",
            (text,),
        )


def notes(database: Database) -> list[str]:
    return [row["text"] for row in database.query("SELECT text FROM journal ORDER BY id")]


def test_file_and_its_companions_are_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with Database(tmp_path / "deep" / "state" / "mttui.db") as database:
            add_note(database, "x")
            files = sorted(database.path.parent.iterdir())
            assert [file.name for file in files] == ["mttui.db", "mttui.db-shm", "mttui.db-wal"]
            assert {mode_of(file) for file in files} == {0o600}
            assert mode_of(database.path.parent) == 0o700
    finally:
        os.umask(before)


def test_a_file_that_others_could_read_is_tightened(tmp_path: Path) -> None:
    path = tmp_path / "mttui.db"
    path.touch(mode=0o644)
    Database(path).close()
    assert mode_of(path) == 0o600


def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    def half() -> None:
        with database.transaction() as connection:
            connection.execute("INSERT INTO samples VALUES ('p', 's', 1, 1)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert database.query("SELECT * FROM samples") == []
    add_note(database, "goes on")
    assert notes(database) == ["goes on"]


def test_what_was_committed_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "mttui.db"
    code = (
        "import os, sys; from pathlib import Path\n"
        "from mttui.local.database import Database\n"
        "from tests.local.test_database import add_note\n"
        "add_note(Database(Path(sys.argv[1])), 'kept'); os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == -9
    with Database(path) as database:
        assert notes(database) == ["kept"]


def test_threads_share_it(database: Database) -> None:
    def write() -> None:
        for number in range(20):
            add_note(database, str(number))

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(notes(database)) == 80


COPY = """
import fcntl, sys; from pathlib import Path
from mttui.local.database import Database
from tests.local.test_database import add_note
for line in sys.stdin:
    path = Path(line.strip())
    with path.with_suffix(".gate").open() as gate:
        print("ready", flush=True)
        fcntl.flock(gate, fcntl.LOCK_SH)
        with Database(path) as database:
            for n in range(5): add_note(database, f"{sys.argv[1]}.{n}")
    print("written", flush=True)
"""


def start_copies(count: int) -> list[subprocess.Popen[str]]:
    return [
        subprocess.Popen(
            [sys.executable, "-c", COPY, str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(count)
    ]


def test_copies_make_and_share_it_without_harm(tmp_path: Path) -> None:
    """Four open a file that is not there in the same instant and write; twenty times over."""
    copies = start_copies(4)
    pipes = [(copy.stdin, copy.stdout) for copy in copies if copy.stdin and copy.stdout]
    for number in range(20):
        path = tmp_path / f"{number}.db"
        with path.with_suffix(".gate").open("w") as gate:
            fcntl.flock(gate, fcntl.LOCK_EX)
            for orders, _ in pipes:
                orders.write(f"{path}\n")
                orders.flush()
            assert [answers.readline() for _, answers in pipes] == ["ready\n"] * 4
        assert [answers.readline() for _, answers in pipes] == ["written\n"] * 4
        with Database(path) as database:
            assert sorted(notes(database)) == [f"{c}.{n}" for c in range(4) for n in range(5)]
    for copy in copies:
        copy.communicate(timeout=30)
        assert copy.returncode == 0


def test_old_files_are_brought_up_and_newer_ones_refused(tmp_path: Path) -> None:
    path = tmp_path / "mttui.db"
    with Database(path) as database:
        assert database.query("PRAGMA user_version")[0][0] == len(MIGRATIONS)
        add_note(database, "stays")
    with Database(path) as database:
        assert notes(database) == ["stays"]
        database.query("PRAGMA user_version = 999")
    with pytest.raises(DatabaseError, match="newer mttui") as caught:
        Database(path)
    assert "XDG_STATE_HOME" in caught.value.advice


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "mttui.db"
    path.write_text("not at all " * 1000)
    with pytest.raises(DatabaseError, match="not a database") as caught:
        Database(path)
    assert f"mv {path} {path}.bad" in caught.value.advice
    assert path.read_text().startswith("not at all")


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    with pytest.raises(DatabaseError, match="cannot be opened for writing") as caught:
        Database(tmp_path / "state" / "mttui.db")
    assert "XDG_STATE_HOME" in caught.value.advice


def test_a_write_that_waits_too_long_says_so(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mttui.local.database.BUSY_MS", 50)
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Database(database.path) as second, pytest.raises(DatabaseError, match="locked") as caught:
        add_note(second, "x")
    other.execute("ROLLBACK")
    other.close()
    assert "Another copy" in caught.value.advice


def test_use_after_close_is_an_error(database: Database) -> None:
    database.close()
    database.close()
    with pytest.raises(DatabaseError, match="after it was closed"):
        database.query("SELECT 1")
