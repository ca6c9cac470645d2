"""`mttui api --all`: every row once, whatever breaks on the way."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest

from mttui.api.clock import SystemClock
from tests.cli.harness import ARGV, KEY, CommandLine, clean_env, run
from tests.cli.stub import Answer, Asked, Script, Stub, a_list, answer, refusal

ROWS: list[Any] = [{"_id": f"cmp_{n}", "name": f"Sale {n}"} for n in range(250)]
ALL = ["api", "campaigns.list", "--all"]


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def env(home: Path, platform: Stub) -> dict[str, str]:
    return clean_env(home, MAILTARGET_API_KEY=KEY, MAILTARGET_BASE_URL=platform.url)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits of the program, which pass at once."""
    found: list[float] = []
    real = SystemClock.monotonic

    async def sleep(_: SystemClock, seconds: float) -> None:
        found.append(seconds)

    monkeypatch.setattr(SystemClock, "sleep", sleep)
    monkeypatch.setattr(SystemClock, "monotonic", lambda self: real(self) + sum(found))
    return found


def test_every_row_comes_once_and_in_order(mttui: CommandLine, platform: Stub) -> None:
    platform.script = a_list(ROWS)
    done = mttui(*ALL)
    assert (done.code, done.err, lines(done.out)) == (0, "", ROWS)
    assert [asked.query["page"] for asked in platform.asked] == ["1", "2", "3"]


def test_a_page_before_a_page_that_fails_is_written(mttui: CommandLine, platform: Stub) -> None:
    platform.script = refusing("2")
    done = mttui(*ALL)
    assert (done.code, lines(done.out)) == (1, ROWS[:100])
    assert "stopped after 100 rows, on page 2." in done.err
    assert "403 SCOPE_MISSING" in done.err


def test_retry_after_is_honoured(mttui: CommandLine, platform: Stub, waits: list[float]) -> None:
    pages = a_list(ROWS)

    def limited(asked: Asked) -> Answer:
        repeated = sum(each.target == asked.target for each in platform.asked)
        if asked.query["page"] == "2" and repeated < 3:
            return refusal(429, "RATE_LIMITED", Retry_After="600")
        return pages(asked)

    platform.script = limited
    done = mttui(*ALL)
    assert (done.code, lines(done.out)) == (0, ROWS)
    assert sum(waits) == pytest.approx(1200, abs=5)
    assert "429 RATE_LIMITED: waiting 600 s before the next try." in done.err


@pytest.mark.parametrize("output", ["ndjson", "csv"])
def test_a_cursor_goes_on_after_a_break(
    tmp_path: Path, mttui: CommandLine, platform: Stub, output: str
) -> None:
    account = {"MAILTARGET_API_KEY": KEY, "MAILTARGET_BASE_URL": platform.url}
    args = [*ALL, "-o", output, "--cursor", str(tmp_path / "cursor")]
    platform.script = a_list(ROWS)
    whole = mttui(*ALL, "-o", output).out
    platform.script = refusing("3")
    first = run(tmp_path, *args, **account)
    platform.script = a_list(ROWS)
    platform.asked.clear()
    second = run(tmp_path, *args, **account)
    assert (first.returncode, second.returncode) == (1, 0)
    assert [asked.query["page"] for asked in platform.asked] == ["3"]
    assert first.stdout + second.stdout == whole
    third = run(tmp_path, *args, **account)
    assert (third.returncode, third.stdout) == (0, "")
    assert "all 250 rows were written before" in third.stderr
    other = mttui(*args, "per_page=50")
    assert (other.code, other.out) == (2, "")
    assert "belongs to another run: arguments differ" in other.err


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped_can_be_taken_up(
    tmp_path: Path, platform: Stub, number: signal.Signals, status: int
) -> None:
    """Stopped while it waits for the second page."""
    pages, is_asked, go_on = a_list(ROWS), threading.Event(), threading.Event()

    def slow(asked: Asked) -> Answer:
        if asked.query["page"] == "2":
            is_asked.set()
            go_on.wait(30)
        return pages(asked)

    platform.script = slow
    argv, account = [*ARGV, *ALL, "--cursor", str(tmp_path / "cursor")], env(tmp_path, platform)
    with subprocess.Popen(
        argv, env=account, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert is_asked.wait(30)
        out = process.stdout.readline()
        process.send_signal(number)
        out, err = out + process.stdout.read(), process.stderr.read()
    go_on.set()
    assert (process.returncode, lines(out)) == (status, ROWS[:100])
    assert "Traceback" not in err
    assert "stopped after 100 rows, on page 2." in err
    rest = subprocess.run(argv, env=account, stdout=subprocess.PIPE, text=True, check=True).stdout
    assert lines(rest) == ROWS[100:]


def test_what_a_killed_run_left_in_the_file_comes_once(tmp_path: Path, platform: Stub) -> None:
    """Killed between the rows and the cursor: the file holds half a page that the cursor knows nothing of."""
    out, cursor = tmp_path / "rows", tmp_path / "cursor"
    argv = [*ARGV, *ALL, "--cursor", str(cursor)]
    platform.script = refusing("2")
    with out.open("ab") as file:
        assert subprocess.run(argv, env=env(tmp_path, platform), stdout=file, check=False).returncode == 1
        file.write(b'{"_id": "cmp_100", "na')
    platform.script = a_list(ROWS)
    with out.open("ab") as file:
        subprocess.run(argv, env=env(tmp_path, platform), stdout=file, check=True)
    assert lines(out.read_text()) == ROWS


@pytest.mark.parametrize("text", ["{}", "[", '{"version": 9}', ""])
def test_a_file_that_is_no_cursor_is_left_alone(
    tmp_path: Path, mttui: CommandLine, platform: Stub, text: str
) -> None:
    cursor = tmp_path / "notes"
    cursor.write_text(text)
    done = mttui(*ALL, "--cursor", str(cursor))
    assert (done.code, done.out, platform.asked) == (2, "", [])
    assert "is no cursor file of mttui" in done.err
    assert cursor.read_text() == text


def test_a_full_disk_is_told(tmp_path: Path, platform: Stub) -> None:
    platform.script = a_list(ROWS)
    cursor = tmp_path / "cursor"
    for args in ([*ALL, "--cursor", str(cursor)], ["api", "campaigns.list"], ["operations"]):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*ARGV, *args], env=env(tmp_path, platform), stdout=full, stderr=subprocess.PIPE, text=True,
                check=False,
            )  # fmt: skip
        assert done.returncode == 1
        assert "cannot be written: No space left on device" in done.stderr
        assert "Traceback" not in done.stderr
    assert not cursor.exists()


def test_nobody_reads_on(tmp_path: Path, platform: Stub) -> None:
    """As in `mttui api … | head -1`: no word, and no page is read that nobody wants."""
    platform.script = a_list([{"_id": f"cmp_{n}", "name": "x" * 1000} for n in range(10_000)])
    with subprocess.Popen(
        [*ARGV, *ALL], env=env(tmp_path, platform), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["_id"] == "cmp_0"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(20) == 141
    assert len(platform.asked) < 20


def test_a_spreadsheet_runs_nothing(mttui: CommandLine, platform: Stub) -> None:
    evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "plain", -5, 'a,"b"\nc']
    platform.script = a_list([{"_id": str(n), "name": value} for n, value in enumerate(evil)])
    done = mttui(*ALL, "-o", "csv", "--columns", "name")
    assert done.code == 0
    header, *cells = [row[0] for row in csv.reader(io.StringIO(done.out, newline=""))]
    assert header == "name"
    assert cells == [*(f"'{text}" for text in evil[:8]), "plain", "-5", 'a,"b"\nc']


def test_a_list_that_repeats_itself_ends(mttui: CommandLine, platform: Stub) -> None:
    """A list that knows no pages answers each with all it has."""
    platform.script = lambda _: answer(ROWS[:100])
    done = mttui(*ALL)
    assert (done.code, lines(done.out)) == (0, ROWS[:100])
    assert "answers every page with the same rows; stopped." in done.err


def refusing(page: str) -> Script:
    """A list whose pages come, up to the one that the key may not see."""
    pages = a_list(ROWS)
    return lambda asked: refusal(403, "SCOPE_MISSING") if asked.query["page"] == page else pages(asked)
