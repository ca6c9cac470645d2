"""The options that `demo` and `sandbox` share: what is played and how the platform behaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from mttui.cli.values import Finite, ScenarioName
from mttui.local.flags import Flags

_COMMON = (
    click.option(
        "--seed", type=int, default=1, show_default=True, help="Everything left to chance follows from it."
    ),
    click.option(
        "--time-scale", type=Finite(0, 3600), default=1.0, show_default=True,
        help="Simulated seconds for each real one.",
    ),
    click.option(
        "--latency", "latency_ms", type=Finite(0, 600_000), default=0.0, metavar="MS",
        help="Milliseconds added to every answer.",
    ),
    click.option(
        "--error-rate", type=Finite(0, 1), default=0.0, metavar="P",
        help="The share of requests that fail, 0 to 1.",
    ),
    click.option(
        "--rate-limit", type=click.IntRange(min=1), metavar="N", help="Requests a minute before 429."
    ),
)  # fmt: skip


def weather_options(default_scenario: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add the shared options to a command."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(_COMMON):
            command = option(command)
        scenario = click.option(
            "--scenario", type=ScenarioName(), default=default_scenario, show_default=True,
            help="What happens.",
        )  # fmt: skip
        return scenario(command)

    return add


def refuse_account(flags: Flags, reason: str) -> None:
    """Refuse options that choose an account where there is none to choose.

    Args:
        flags: what was given before the command.
        reason: why, for the error.

    Raises:
        click.UsageError: one was given.
    """
    given = {"--profile": flags.profile, "--base-url": flags.base_url}
    for option, value in given.items():
        if value is not None:
            raise click.UsageError(f"{option} does not go with this command: {reason}.")
