"""`mttui check`: one line and an exit status, whatever happens."""

from __future__ import annotations

import re
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from mttui.cli.measures import State, worst
from mttui.cli.ranges import range_of
from tests.cli.harness import ARGV, KEY, CommandLine, clean_env
from tests.cli.stub import Answer, Stub, answer, refusal

CALM: Mapping[str, Any] = {
    "/v1/velocity/status": {"activeRules": 3, "activeEvents": 0, "sendingStatus": "active"},
    "/v1/sending-queues": {
        "regular": {"pending": 5, "processing": 2, "failed": 0},
        "scheduled": {"pending": 40, "processing": 0, "failed": 0},
    },
    "/v1/reputation/score": {"score": 92.5, "factors": [{"name": "bounce_rate", "score": 80}]},
    "/v1/quotas": {"dailyUsed": 500, "dailyLimit": 1000, "monthlyUsed": 7, "monthlyLimit": 0},
}
LINE = re.compile(r"MAILTARGET (\w+ )?(OK|WARNING|CRITICAL|UNKNOWN) - [^|\n]+( \| [^|\n]+)?\n")
ITEM = re.compile(r"\w+=-?[\d.]+%?;[^; ]*;[^; ]*;[\d.]*;[\d.]*")


def says(platform: Stub, **changed: Any) -> None:
    """Let the platform be calm but for a few fields of every answer."""
    platform.script = lambda asked: answer({**CALM[asked.target], **changed})


@pytest.mark.parametrize(
    ("args", "changed", "state", "words"),
    [
        (["velocity"], {}, State.OK, "sending is active, 0 active events | active_events=0;0;;0;"),
        (["velocity"], {"sendingStatus": "THROTTLED"}, State.WARNING, "THROTTLED"),
        (["velocity"], {"sendingStatus": "paused"}, State.CRITICAL, "sending is paused"),
        (["velocity"], {"sendingStatus": "a|b\x1b[31m\n"}, State.UNKNOWN, "a¦b"),
        (["velocity"], {"activeEvents": 1}, State.WARNING, "1 active event |"),
        (["velocity", "-c", "0"], {"activeEvents": 1}, State.CRITICAL, "active_events=1;0;0;0;"),
        (["queues"], {}, State.OK, "45 pending, 2 processing, 0 failed | pending=45;;;0;"),
        (["queues", "-w", "40", "-c", "100"], {}, State.WARNING, "pending=45;40;100;0;"),
        (["queues"], {"regular": {"failed": 1, "pending": 0}}, State.WARNING, "1 failed"),
        (["queues"], {"regular": None, "scheduled": None}, State.UNKNOWN, "no figure"),
        (["reputation"], {}, State.OK, "lowest factor bounce_rate 80 | score=92.5;75:;60:;0;100"),
        (["reputation"], {"score": 74.9}, State.WARNING, "score 74.9 of 100"),
        (["reputation"], {"score": 59}, State.CRITICAL, "score 59 of 100"),
        (["reputation"], {"score": None}, State.UNKNOWN, "no score"),
        (["quota"], {}, State.OK, "daily 50 % of 1,000, monthly 7 without a limit"),
        (["quota"], {"dailyUsed": 801}, State.WARNING, "daily=80.1%;80;95;0;100"),
        (["quota"], {"monthlyLimit": 7}, State.CRITICAL, "monthly 100 % of 7"),
        (["quota"], {"dailyUsed": None, "monthlyUsed": None}, State.UNKNOWN, "no figure"),
        ([], {}, State.OK, "velocity OK: sending is active"),
        ([], {"score": 10}, State.CRITICAL, "quota_daily=50%;80;95;0;100"),
    ],
)
def test_a_line_and_a_state(
    mttui: CommandLine,
    platform: Stub,
    args: list[str],
    changed: Mapping[str, Any],
    state: State,
    words: str,
) -> None:
    says(platform, **changed)
    done = mttui("check", *args)
    assert (done.code, done.err) == (state, "")
    assert words in done.out
    assert LINE.fullmatch(done.out)
    assert f" {state.name} - " in done.out
    data = done.out.partition(" | ")[2].split()
    assert [item for item in data if not ITEM.fullmatch(item)] == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (refusal(401, "UNAUTHORIZED", "bad | key"), "401 UNAUTHORIZED: bad ¦ key"),
        (refusal(503, "DOWN", "\n".join(["x" * 300] * 9)), "503 DOWN"),
        (Answer(b"<html>", content_type="text/html"), "unreadable answer"),
        (Answer(b'{"data": {"sendin'), "unreadable answer"),
        (answer([]), "unreadable answer"),
    ],
)
def test_what_cannot_be_read_is_unknown(mttui: CommandLine, platform: Stub, given: Answer, told: str) -> None:
    platform.script = lambda _: given
    done = mttui("check", "velocity")
    assert (done.code, done.err) == (3, "")
    assert told in done.out
    assert LINE.fullmatch(done.out)
    assert len(done.out) < 600
    assert len(platform.asked) == 1


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["bogus"], "'bogus' is not one of"),
        (["--no-such"], "No such option"),
        (["velocity", "-w", "ten"], "'ten' is no range"),
        (["velocity", "-w", "20:10"], "begins above its end"),
        (["-w", "1"], "name it"),
        (["-t", "nan"], "nan is not in range"),
        (["--profile", "live"], "there is no profile 'live'"),
        (["--base-url", "ftp://x"], "--base-url: expected"),
        (["velocity", "--base-url", "http://127.0.0.1:1"], "no connection"),
    ],
)
def test_wrong_usage_is_unknown_not_critical(
    mttui: CommandLine, platform: Stub, args: list[str], told: str
) -> None:
    done = mttui("check", *args)
    assert (done.code, done.err, platform.asked) == (3, "", [])
    assert told in done.out
    assert LINE.fullmatch(done.out)


def test_a_platform_that_never_answers(mttui: CommandLine, platform: Stub) -> None:
    given_up = threading.Event()

    def hang(_: object) -> Answer:
        given_up.wait(30)
        return answer({})

    platform.script = hang
    done = mttui("check", "velocity", "-t", "0.2")
    given_up.set()
    assert (done.code, done.err) == (3, "")
    assert "no answer within 0.2 s" in done.out


def test_a_bug_is_unknown(mttui: CommandLine, platform: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("mttui.cli.verdict.judge", broken)
    says(platform)
    done = mttui("check", "velocity")
    assert (done.code, done.out) == (3, "MAILTARGET UNKNOWN - ZeroDivisionError: run mttui doctor\n")


def test_a_line_that_cannot_be_written_is_unknown(tmp_path: Path, platform: Stub) -> None:
    says(platform)
    account = clean_env(tmp_path, MAILTARGET_API_KEY=KEY, MAILTARGET_BASE_URL=platform.url)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*ARGV, "check"], env=account, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (3, b"")


@pytest.mark.parametrize(
    ("text", "alerts", "does_not"),
    [
        ("10", (-1, 11), (0, 10)),
        ("10:", (9.9, -5), (10, 1e9)),
        ("~:10", (10.1,), (-1e9, 10)),
        ("10:20", (9, 21), (10, 20)),
        ("@10:20", (10, 15, 20), (9, 21)),
        ("-5:-1.5", (0, -6), (-5, -1.5)),
    ],
)
def test_ranges_are_those_of_the_guidelines(
    text: str, alerts: tuple[float, ...], does_not: tuple[float, ...]
) -> None:
    assert all(range_of(text).alerts(value) for value in alerts)
    assert not any(range_of(text).alerts(value) for value in does_not)


@pytest.mark.parametrize("text", ["", ":", "@", "~", "~:", "1:2:3", "ten", "1e3", "10:~", "nan"])
def test_what_is_no_range(text: str) -> None:
    with pytest.raises(ValueError, match="is no range"):
        range_of(text)


def test_what_is_wrong_comes_before_what_is_not_known() -> None:
    assert worst(State.OK, State.UNKNOWN, State.WARNING) is State.WARNING
    assert worst(State.UNKNOWN, State.OK) is State.UNKNOWN
    assert worst() is State.OK
