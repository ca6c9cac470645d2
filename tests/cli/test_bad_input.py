"""What a person may get wrong with `mttui api`: told on stderr, exit status 2, nothing sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.harness import CommandLine, run
from tests.cli.stub import Stub, answer, refusal

RULE = ["api", "velocity.rules.create", "name=a", "metric=bounce_rate", "threshold=5", "action=pause"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["api", "velocity.rules.get"], "velocity.rules.get needs the argument 'id'"),
        (["api", "velocity.rules.get", "id="], "id is empty"),
        (["api", "velocity.rules.get", "id=a", "id=b"], "id is given 2 times"),
        (["api", "velocity.rules.get", "id=a", "treshold=5"], "takes no argument called 'treshold'"),
        ([*RULE, "treshold=5"], "Did you mean threshold?"),
        ([*RULE[:-2], "threshold=five", "action=pause"], "threshold: expected a number; got 'five'"),
        (["api", "velocity.status.get", "id"], "'id' is no argument: write NAME=VALUE."),
        (["api", "velocity.status.gte"], "Did you mean velocity.status.get?"),
        (["api", "wholly/unlike"], "`mttui operations WORD` finds one."),
        (
            ["api", "quotas.history.list", "aggregated_by=hour"],
            "aggregated_by: expected one of day, week, month",
        ),
        (["api", "campaigns.create", "--body", "{"], "The body is not JSON"),
        (["api", "campaigns.create", "--body", "[" * 100_000], "nested too deeply"),
        (["api", "campaigns.create", "--body", "[1]"], "takes a JSON object as its body"),
        (["api", "campaigns.create", "--body", '{"subjct": "a"}'], "Did you mean subject?"),
        (["api", "campaigns.create", "--body", "@no-such-file"], "no-such-file: No such file"),
        (["api", "velocity.rules.get", "id=a", "--body", "{}"], "takes no body"),
        ([*RULE, "--body", '{"name": "b"}'], "name is given by itself and in the body"),
        (["api", "velocity.status.get", "--cursor", "x"], "--cursor goes with --all"),
        (["api", "campaigns.list", "--all", "page=2"], "leave out page="),
        ([*RULE, "--all"], "--all is for lists"),
        (["api", "campaigns.list", "-o", "xml"], "'xml' is not one of"),
        (["api", "campaigns.list", "--rate", "0"], "0 is not in the range"),
        (["api", "velocity.events.resolve", "id=a"], "is a SEND: say --yes"),
        (["api", "sending_queues.scheduled.purge"], "is a DESTROY: say --yes"),
    ],
)
def test_it_is_told_and_nothing_is_sent(
    mttui: CommandLine, platform: Stub, args: list[str], told: str
) -> None:
    done = mttui(*args)
    assert told in " ".join(done.err.split())
    assert (done.code, done.out, platform.asked) == (2, "", [])


def test_a_body_that_is_not_utf_8(mttui: CommandLine, platform: Stub, tmp_path: Path) -> None:
    (tmp_path / "body").write_bytes(b'{"name": "\xff"}')
    done = mttui("api", "campaigns.create", "--body", f"@{tmp_path / 'body'}")
    assert (done.code, platform.asked) == (2, [])
    assert "The body is not UTF-8." in done.err


@pytest.mark.parametrize(
    ("text", "on_the_wire"),
    [
        ("a/b", "a%2Fb"),
        ("a?b=c", "a%3Fb%3Dc"),
        ("a%2Fb", "a%252Fb"),
        ("..", "%2E%2E"),
        (".", "%2E"),
        ("../../v1/campaigns", "..%2F..%2Fv1%2Fcampaigns"),
        ("a b", "a%20b"),
        ("a#b", "a%23b"),
        ("a;b\\c", "a%3Bb%5Cc"),
        ("\r\nHost: x", "%0D%0AHost:%20x"),
        ("é", "%C3%A9"),
    ],
)
def test_an_id_never_changes_the_path(
    mttui: CommandLine, platform: Stub, text: str, on_the_wire: str
) -> None:
    assert mttui("api", "velocity.rules.get", f"id={text}").code == 0
    assert mttui("api", "velocity.events.resolve", f"id={text}", "--yes").code == 0
    assert [asked.target for asked in platform.asked] == [
        f"/v1/velocity/rules/{on_the_wire}",
        f"/v1/velocity/events/{on_the_wire}/resolve",
    ]


def test_an_error_of_the_platform_is_told_with_its_code_and_advice(
    mttui: CommandLine, platform: Stub
) -> None:
    platform.script = lambda _: refusal(404, "RULE_NOT_FOUND", "no \x1b[31m rule", X_Request_Id="req_7")
    done = mttui("api", "velocity.rules.get", "id=a")
    said, advice = done.err.splitlines()
    assert "404 RULE_NOT_FOUND, request req_7" in said
    assert "\x1b" not in said
    assert advice.startswith("  It may have been deleted meanwhile")
    assert (done.code, done.out) == (1, "")


def test_without_a_key_it_says_where_to_get_one(
    mttui: CommandLine, platform: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAILTARGET_API_KEY")
    done = mttui("api", "velocity.status.get")
    assert (done.code, platform.asked) == (2, [])
    assert "mttui login" in done.err


def test_a_body_comes_through_a_pipe(tmp_path: Path, platform: Stub) -> None:
    platform.script = lambda _: answer({"_id": "cmp_1"})
    done = run(
        tmp_path, "api", "campaigns.update", "id=cmp_1", "--body", "-", answers='{"subject": "Sale"}',
        MAILTARGET_API_KEY="k", MAILTARGET_BASE_URL=platform.url,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, '{"data": {"_id": "cmp_1"}}\n'), done.stderr
    assert [asked.body for asked in platform.asked] == [b'{"subject":"Sale"}']
