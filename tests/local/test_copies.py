from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mttui.local.copies import Copies
from mttui.local.errors import DatabaseError

COPY = """
import sys; from pathlib import Path
from mttui.local.copies import Copies
copies = Copies(Path(sys.argv[1]))
print(copies.own, flush=True)
sys.stdin.readline()
copies.close()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "copies"


def start_copy(folder: Path) -> tuple[subprocess.Popen[str], str]:
    copy = subprocess.Popen(
        [sys.executable, "-c", COPY, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert copy.stdout is not None
    return copy, copy.stdout.readline().strip()


def test_a_copy_is_alive_until_it_leaves(folder: Path) -> None:
    with Copies(folder) as one, Copies(folder) as other:
        assert one.own != other.own
        assert one.is_alive(one.own)
        assert one.is_alive(other.own)
        assert other.is_alive(one.own)
        assert not one.is_alive("")
        assert not one.is_alive("never-seen")
        other.close()
        other.close()
        assert not one.is_alive(other.own)
        assert not other.is_alive(other.own)
    assert list(folder.iterdir()) == []


def test_the_files_are_private_and_name_people(folder: Path) -> None:
    with Copies(folder) as one, Copies(folder, who="budi@ops1, pid 4711, pts/3") as other:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
        assert one.who(other.own) == "budi@ops1, pid 4711, pts/3"
        assert f"pid {os.getpid()}" in other.who(one.own)
        assert one.who("never-seen") == ""


def test_a_killed_copy_is_dead_and_its_file_swept(folder: Path) -> None:
    process, token = start_copy(folder)
    with Copies(folder) as copies:
        assert copies.is_alive(token)
        assert f"pid {process.pid}" in copies.who(token)
        process.kill()
        process.communicate(timeout=30)
        assert not copies.is_alive(token)
        with Copies(folder):
            assert copies.is_alive(copies.own)
            assert copies.who(token) == ""
        assert [file.stem for file in folder.iterdir()] == [copies.own]


def test_a_stopped_copy_is_alive(folder: Path) -> None:
    process, token = start_copy(folder)
    process.send_signal(signal.SIGSTOP)
    with Copies(folder) as copies:
        assert copies.is_alive(token)
        process.send_signal(signal.SIGCONT)
        process.communicate("go\n", timeout=30)
        assert process.returncode == 0
        assert not copies.is_alive(token)


def test_what_a_copy_starts_does_not_keep_it_alive(folder: Path) -> None:
    """An editor that outlives the copy which opened it must not hold its drafts."""
    one = Copies(folder)
    editor = subprocess.Popen(["cat"], stdin=subprocess.PIPE, close_fds=False)
    with Copies(folder) as other:
        one.close()
        assert not other.is_alive(one.own)
    editor.communicate(timeout=30)


def test_probes_do_not_take_each_other_for_the_copy(folder: Path) -> None:
    """Many look at a dead copy at the same moment: none sees it alive."""
    folder.mkdir(parents=True)
    (folder / "dead.lock").touch()
    with Copies(folder) as copies:
        (folder / "dead.lock").touch()
        seen: list[bool] = []
        threads = [
            threading.Thread(target=lambda: seen.extend(copies.is_alive("dead") for _ in range(300)))
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(seen) == 1200
    assert not any(seen)


def test_copies_that_start_together_all_live(folder: Path) -> None:
    """None sweeps the file that another one is making."""
    opened: list[Copies] = []
    gate = threading.Barrier(4)

    def enter() -> None:
        gate.wait(30)
        opened.extend(Copies(folder) for _ in range(25))

    threads = [threading.Thread(target=enter) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 100
    assert all(opened[0].is_alive(copies.own) for copies in opened)
    for copies in opened:
        copies.close()


def test_a_file_swept_before_it_was_locked_is_made_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    real = fcntl.flock
    swept: list[Path] = []

    def sweep_first(handle: int, operation: int) -> None:
        if not swept:
            swept.extend(folder.iterdir())
            swept[0].unlink()
        real(handle, operation)

    monkeypatch.setattr("mttui.local.copies.fcntl.flock", sweep_first)
    with Copies(folder) as copies, Copies(folder) as other:
        assert swept
        assert other.is_alive(copies.own)


def test_what_cannot_be_told_is_taken_for_alive(folder: Path) -> None:
    with Copies(folder) as copies:
        (folder / "loop.lock").symlink_to("loop.lock")
        assert copies.is_alive("loop")


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "copies").touch()
    with pytest.raises(DatabaseError, match="no file can be made and locked") as caught:
        Copies(tmp_path / "copies")
    assert "XDG_STATE_HOME" in caught.value.advice
