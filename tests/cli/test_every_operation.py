"""Every operation that does more than read: refused in read-only mode, and shown without being sent."""

from __future__ import annotations

import json
import shlex

import pytest

from mttui.api.catalogue import operations
from mttui.api.operation import Effect, Operation
from mttui.local.secret import HIDDEN
from tests.cli.harness import KEY, CommandLine
from tests.cli.samples import line_for, not_reads
from tests.cli.stub import Stub

EACH = pytest.mark.parametrize("operation", [pytest.param(each, id=each.id) for each in not_reads()])


def test_there_are_some_of_each_effect() -> None:
    assert {each.effect for each in not_reads()} == {Effect.CHANGE, Effect.SEND, Effect.DESTROY}
    assert len(not_reads()) > len(operations()) / 3


@EACH
def test_read_only_refuses_it(mttui: CommandLine, platform: Stub, operation: Operation) -> None:
    done = mttui("--read-only", "api", *line_for(operation), "--yes")
    assert (done.code, done.out, platform.asked) == (2, "", [])
    assert f"{operation.id} would change the platform, and profile environment is read-only" in done.err
    assert "--read-write" in done.err


@EACH
def test_a_dry_run_shows_request_effect_and_curl(
    mttui: CommandLine, platform: Stub, operation: Operation
) -> None:
    done = mttui("--read-only", "api", *line_for(operation), "--dry-run")
    assert (done.code, done.err, platform.asked) == (0, "", [])
    path = operation.path.split("{")[0]
    assert f"{operation.method} {platform.url}{path}" in done.out
    assert f"\n{operation.effect.name}: " in done.out
    assert "a real run would be refused" in done.out
    words = shlex.split(done.out.partition("\n\n")[2])
    assert words[0] == "curl"
    assert any(word.startswith(f"{platform.url}{path}") for word in words)
    assert "MAILTARGET_API_KEY" in done.out


@EACH
def test_its_curl_sends_what_a_real_run_sends(
    mttui: CommandLine, platform: Stub, operation: Operation
) -> None:
    """Spaces in the body do not count, and what is hidden in what is shown cannot be compared."""
    shown = json.loads(mttui("api", *line_for(operation), "--dry-run", "-o", "json").out)
    assert mttui("api", *line_for(operation), "--yes").code == 0
    (asked,) = platform.asked
    assert asked.method == shown["method"]
    assert platform.url + asked.target.partition("?")[0] == shown["url"]
    assert sorted(asked.query.items()) == sorted((name, text) for name, text in shown["query"])
    if HIDDEN not in json.dumps(shown, ensure_ascii=False):
        assert (json.loads(asked.body) if asked.body else None) == shown["body"]


def test_a_dry_run_needs_no_key(mttui: CommandLine, platform: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILTARGET_API_KEY", " ")
    assert mttui("api", "velocity.events.resolve", "id=evt_1", "--dry-run").code == 0
    assert platform.asked == []


def test_curl_alone_is_a_line_for_the_shell(mttui: CommandLine, platform: Stub) -> None:
    done = mttui("api", "velocity.events.resolve", "id=a'; rm -rf /", "--curl")
    assert done.out.startswith("curl ")
    assert KEY not in done.out
    target = f"{platform.url}/v1/velocity/events/a%27%3B%20rm%20-rf%20%2F/resolve"
    assert target in shlex.split(done.out)
    assert platform.asked == []
