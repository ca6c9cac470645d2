"""`mttui check`: a plugin for monitoring: one line with performance data, the state as exit status."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from mttui.cli.account import account_options, chosen
from mttui.cli.values import Finite
from mttui.local.flags import Flags

if TYPE_CHECKING:
    from mttui.cli.measures import Check
    from mttui.cli.verdict import Judged

NAMES = ("velocity", "queues", "reputation", "quota")
"""What can be checked."""
_UNKNOWN = 3


class Plugin(click.Command):
    """A command whose every failure, wrong usage too, is the state UNKNOWN and one line on stdout."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """Read the arguments; wrong ones end in UNKNOWN."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            _unknown(error.format_message())
            raise click.exceptions.Exit(_UNKNOWN) from None


@click.command("check", cls=Plugin)
@click.argument("name", required=False, type=click.Choice(NAMES), metavar=f"[{'|'.join(NAMES)}]")
@click.option("-w", "--warning", metavar="RANGE", help="Warn when the figure is outside, as 10 or 75:.")
@click.option("-c", "--critical", metavar="RANGE", help="The same for critical.")
@click.option(
    "-t", "--timeout", type=Finite(0.1, 3600), default=10.0, show_default=True, help="Seconds in all."
)
@account_options
@click.pass_obj
def command(
    flags: Flags,
    *,
    name: str | None,
    warning: str | None,
    critical: str | None,
    timeout: float,
    profile: str | None,
    base_url: str | None,
    read_only: bool | None,
) -> int:
    """Check one thing, or all of them, for Nagios, Icinga and the like.

    One line with performance data; exit status 0 ok, 1 warning, 2 critical, 3 unknown. Thresholds are for
    active events, pending messages, the score, and percent of the quota used; a failed message warns.
    """
    from mttui.api.errors import ApiError
    from mttui.local.errors import LocalError

    try:
        checks = _checks(name, warning, critical)
        judged = asyncio.run(_judge(chosen(flags, profile, base_url, read_only), checks, timeout))
        return _end(judged.line, int(judged.state))
    except (ApiError, LocalError) as error:
        return _unknown(f"{error.message} {error.advice}".strip())
    except click.UsageError as error:
        return _unknown(error.format_message())
    except Exception as error:  # noqa: BLE001 - a plugin says UNKNOWN, whatever went wrong
        return _unknown(f"{type(error).__name__}: run mttui doctor")


def _checks(name: str | None, warning: str | None, critical: str | None) -> Mapping[str, Check]:
    from mttui.cli.measures import CHECKS
    from mttui.cli.ranges import range_of

    if name is None:
        if warning or critical:
            raise click.UsageError("--warning and --critical go with one check: name it.")
        return CHECKS
    check = CHECKS[name]
    try:
        if warning:
            check = replace(check, warning=range_of(warning))
        if critical:
            check = replace(check, critical=range_of(critical))
    except ValueError as error:
        raise click.UsageError(f"{error}.") from None
    return {name: check}


async def _judge(flags: Flags, checks: Mapping[str, Check], seconds: float) -> Judged:
    from mttui.api.clock import SystemClock
    from mttui.api.retry import RetryPolicy
    from mttui.cli.account import connected, find_profile
    from mttui.cli.verdict import judge_all

    profile = find_profile(flags)
    async with connected(profile, clock=SystemClock(), retry=RetryPolicy(attempts=1)) as client:
        return await judge_all(client, checks, seconds)


def _unknown(words: str) -> int:
    from mttui.cli.verdict import one_line

    return _end(one_line("UNKNOWN", words), _UNKNOWN)


def _end(line: str, state: int) -> int:
    """Print the line; nobody is told anything where it cannot be printed, so that it is UNKNOWN."""
    from mttui.cli.sink import OutputError, Sink

    try:
        Sink().write(f"{line}\n".encode(errors="replace"))
    except (OutputError, BrokenPipeError):
        return _UNKNOWN
    return state
