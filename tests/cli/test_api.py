"""`mttui api` and `mttui operations`: what comes out, and what is asked before."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from mttui.api.catalogue import operations
from tests.cli.harness import CommandLine, run
from tests.cli.stub import Answer, Stub, a_list
from tests.cli.test_sandbox import served
from tests.terminal.pty_app import TerminalApp

ROWS: list[Any] = [
    {"_id": "cmp_1", "name": "Sale", "stats": {"sent": 5}},
    {"_id": "cmp_2", "name": "\x1b[31mred\u202e", "stats": None},
]
LIST = ["api", "campaigns.list"]


def test_an_answer_goes_through_as_it_came(mttui: CommandLine, platform: Stub) -> None:
    body = b'{ "data":{"later":[1.0, 1e400]}, "new":"\\u00e9\xc3\xa9" }'
    platform.script = lambda _: Answer(body)
    done = mttui("api", "velocity.status.get")
    assert (done.code, done.out.encode(), done.err) == (0, body + b"\n", "")


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["-o", "ndjson", "--columns", "_id,stats.sent"],
         '{"_id": "cmp_1", "stats.sent": 5}\n{"_id": "cmp_2", "stats.sent": null}\n'),
        (["-o", "csv", "--columns", "_id,stats"], '_id,stats\ncmp_1,"{""sent"": 5}"\ncmp_2,\n'),
        (["-o", "table", "--columns", "_id"], "_id\ncmp_1\ncmp_2\n"),
        (["-o", "json", "--columns", "_id"], '[\n{"_id": "cmp_1"},\n{"_id": "cmp_2"}\n]\n'),
    ],
)  # fmt: skip
def test_forms(mttui: CommandLine, platform: Stub, args: list[str], expected: str) -> None:
    platform.script = a_list(ROWS)
    for every in ([], ["--all"]):
        done = mttui(*LIST, *args, *every)
        assert (done.code, done.out) == (0, expected)


@pytest.mark.parametrize("form", ["json", "ndjson", "csv", "table"])
def test_a_column_that_no_row_has_is_told(mttui: CommandLine, platform: Stub, form: str) -> None:
    platform.script = a_list(ROWS)
    for every in ([], ["--all"]):
        done = mttui(*LIST, "-o", form, "--columns", "_id,stats,stats.sent,nmae", *every)
        assert done.code == 0
        assert done.err == "mttui: No row has nmae. There are: _id, name, stats.\n"
    platform.script = lambda _: Answer(b'{"data": {"name": null}}')
    assert mttui("api", "account.get", "-o", form, "--columns", "name").err == ""
    assert "No row has nmae." in mttui("api", "account.get", "-o", form, "--columns", "nmae").err


def test_an_empty_list_in_each_form(mttui: CommandLine, platform: Stub) -> None:
    platform.script = a_list([])
    outs = {form: mttui(*LIST, "--all", "-o", form).out.strip() for form in ("json", "ndjson")}
    assert outs == {"json": "[]", "ndjson": ""}


def test_arguments_are_put_in_their_places(mttui: CommandLine, platform: Stub) -> None:
    done = mttui("api", "velocity.rules.update", "id=rule_1", "cooldownMinutes=15", "active=no")
    assert done.code == 0
    (asked,) = platform.asked
    assert (asked.method, asked.target) == ("PUT", "/v1/velocity/rules/rule_1")
    assert json.loads(asked.body) == {"cooldownMinutes": 15, "active": False}


def test_in_a_terminal_nothing_acts_on_it(mttui: CommandLine, platform: Stub) -> None:
    platform.script = a_list(ROWS)
    assert mttui("--version").code == 0  # sets the environment up
    for args in ([], ["--all"], ["-o", "csv"], ["-o", "table"]):
        argv = [sys.executable, "-m", "mttui", *LIST, *args]
        with TerminalApp(argv, env={**os.environ, "TERM": "xterm-256color"}) as app:
            assert app.exit_status() == 0
            assert "[31mred" in app.screen_text()
            assert b"\x1b[31m" not in app.output_since(0)
            assert "\u202e".encode() not in app.output_since(0)


@pytest.mark.parametrize(
    ("operation", "question", "typed", "is_sent"),
    [
        ("velocity.events.resolve id=evt_1", "velocity.events.resolve evt_1", "y\n", True),
        ("velocity.events.resolve id=evt_1", "Do it?", "\n", False),
        ("sending_queues.scheduled.purge", "Type sending_queues.scheduled", "y\n", False),
        ("sending_queues.scheduled.purge", "hits everything", "sending_queues.scheduled\n", True),
    ],
)
def test_it_asks_first(
    mttui: CommandLine, platform: Stub, operation: str, question: str, typed: str, is_sent: bool
) -> None:
    assert mttui("--version").code == 0  # sets the environment up
    argv = [sys.executable, "-m", "mttui", "api", *operation.split()]
    with TerminalApp(argv, env={**os.environ, "TERM": "xterm-256color"}) as app:
        app.wait_for(question)
        assert platform.asked == []
        app.send(typed)
        assert app.exit_status() == (0 if is_sent else 130)
    assert len(platform.asked) == is_sent


def test_help_of_an_operation(mttui: CommandLine) -> None:
    told = mttui("api", "velocity.rules.create", "--help").out
    assert "POST /v1/velocity/rules" in told
    assert "threshold" in told
    assert "percent" in told


def test_operations_are_listed(mttui: CommandLine, platform: Stub) -> None:
    every = mttui("operations").out.splitlines()
    assert [line.split()[0] for line in every] == list(operations())
    assert any(line.startswith("velocity.rules.delete ") and " destroy " in line for line in every)
    purge = mttui("operations", "stop", "sending").out.splitlines()
    assert any(line.startswith("sending_queues.scheduled.purge ") for line in purge)
    rows = json.loads(mttui("operations", "--json", "velocity").out)
    assert {"velocity.status.get", "velocity.events.resolve"} <= {row["id"] for row in rows}
    nothing = mttui("operations", "zzzzqqqq")
    assert (nothing.code, nothing.out) == (1, "")
    assert platform.asked == []


def test_against_the_sandbox(tmp_path: Path) -> None:
    """The whole way over a socket: read, change, read back; doctor and check."""
    with served(tmp_path, "--scenario", "calm") as (_, ready):
        account = {"MAILTARGET_API_KEY": ready["api_key"], "MAILTARGET_BASE_URL": ready["url"]}
        rule = ["name=Night", "metric=bounce_rate", "threshold=4", "action=pause"]
        made = run(tmp_path, "api", "velocity.rules.create", *rule, **account)
        assert made.returncode == 0, made.stderr
        id_ = json.loads(made.stdout)["data"]["_id"]
        got = run(tmp_path, "api", "velocity.rules.get", f"id={id_}", "-o", "json", **account)
        assert json.loads(got.stdout)["name"] == "Night"
        gone = run(tmp_path, "api", "velocity.rules.get", "id=nothing", **account)
        assert gone.returncode == 1
        assert "404" in gone.stderr
        checked = run(tmp_path, "check", "velocity", **account)
        assert (checked.returncode, checked.stdout[:30]) == (
            0,
            "MAILTARGET VELOCITY OK - sending is active"[:30],
        )
        looked = run(tmp_path, "doctor", **account)
        assert looked.returncode == 0, looked.stdout
        for done in (made, got, gone, checked, looked):
            assert ready["api_key"] not in done.stdout + done.stderr
