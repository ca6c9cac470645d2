"""What the shell is offered after `mttui api`."""

from __future__ import annotations

import pytest
from click.shell_completion import BashComplete

from mttui.cli.main import cli


def offered(*words: str) -> list[str]:
    """What completes the last word."""
    *before, begun = words
    complete = BashComplete(cli, {}, "mttui", "_MTTUI_COMPLETE")
    return [item.value for item in complete.get_completions(before, begun)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["che"], ["check"]),
        (["api", "velocity.status"], ["velocity.status.get"]),
        (["api", "queues.scheduled"], ["sending_queues.scheduled.purge"]),
        (["api", "no-such"], []),
        (["api", "velocity.events.list", ""], ["page=", "per_page="]),
        (["api", "velocity.events.list", "per"], ["per_page="]),
        (["api", "velocity.events.list", "page=1", ""], ["per_page="]),
        (["api", "velocity.events.list", "--all", "pa"], ["page="]),
        (["api", "quotas.history.list", "aggregated_by="],
         ["aggregated_by=day", "aggregated_by=week", "aggregated_by=month"]),
        (["api", "quotas.history.list", "aggregated_by=w"], ["aggregated_by=week"]),
        (["api", "velocity.rules.create", "active=t"], ["active=true"]),
        (["api", "velocity.rules.create", "nothing="], []),
        (["api", "no.such", ""], []),
        (["api", "velocity.status.get", "-o", "c"], ["csv"]),
        (["check", "re"], ["reputation"]),
    ],
)  # fmt: skip
def test_completion(words: list[str], expected: list[str]) -> None:
    assert offered(*words) == expected


def test_every_operation_is_offered() -> None:
    from mttui.api.catalogue import operations

    assert offered("api", "") == list(operations())
