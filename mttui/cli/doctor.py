"""`mttui doctor`: what stands between this box and the platform, and what to do about it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator

import click

from mttui.cli.account import account_options, chosen
from mttui.cli.finding import Finding, Verdict
from mttui.local.flags import Flags

_NAME_WIDTH = 13
_FAILED = 1


@click.command("doctor")
@account_options
@click.pass_obj
def command(flags: Flags, *, profile: str | None, base_url: str | None, read_only: bool | None) -> int:
    """Check config, credentials, the way to the platform, its clock, and this terminal.

    Each line begins with ok, warn or fail and says what to do. Exit status: 0, or 1 when one failed. It
    reads one figure from the platform and changes nothing.
    """
    flags = chosen(flags, profile, base_url, read_only)
    return _FAILED if _print(_findings(flags)) else 0


def _findings(flags: Flags) -> Iterator[Finding]:
    from mttui.cli.examine import account_findings
    from mttui.cli.terminal_fitness import Terminal, terminal_findings

    yield from account_findings(flags, os.environ)
    size = shutil.get_terminal_size()
    yield from terminal_findings(
        Terminal(
            env=os.environ,
            is_terminal=sys.stdin.isatty() and sys.stdout.isatty(),
            encoding=sys.stdout.encoding,
            columns=size.columns,
            rows=size.lines,
        )
    )


def _print(findings: Iterable[Finding]) -> bool:
    """Print each as it is known; return whether one failed."""
    from mttui.text import printable

    has_failed = False
    for finding in findings:
        has_failed |= finding.verdict is Verdict.FAIL
        click.echo(f"{finding.verdict.value:<6}{finding.name:<{_NAME_WIDTH}} {printable(finding.words)}")
        if finding.advice:
            click.echo(f"{'':<6}{'':<{_NAME_WIDTH}} {printable(finding.advice)}")
    return has_failed
