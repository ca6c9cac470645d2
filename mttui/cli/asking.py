"""Asking before mail goes out or something is destroyed; and saying what would be done."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import click

from mttui.api.errors import ReadOnly
from mttui.api.help import help_of
from mttui.api.operation import Effect, Operation
from mttui.local.profile import Profile

_ASKED = frozenset({Effect.SEND, Effect.DESTROY})


def refuse_in_read_only(operation: Operation, profile: Profile) -> None:
    """Refuse what is not a read before anything is asked or sent.

    Raises:
        ReadOnly: the profile is read-only.
    """
    if profile.read_only and operation.effect is not Effect.READ:
        raise ReadOnly(
            f"{operation.id} would change the platform, and profile {profile.name} is read-only",
            operation=operation.id,
            advice="Say --read-write, or set read_only = false for this profile.",
        )


def ask_first(operation: Operation, arguments: Mapping[str, Any], profile: Profile, *, yes: bool) -> None:
    """Ask for a SEND or a DESTROY, in words that name it; what hits a whole list takes a typed word.

    Args:
        operation: what is to be run.
        arguments: by Python name.
        profile: the account.
        yes: the answer is known already.

    Raises:
        click.UsageError: nobody can be asked.
        click.Abort: the person said no.
    """
    if operation.effect not in _ASKED or yes:
        return
    if not sys.stdin.isatty():
        raise click.UsageError(
            f"{operation.id} is a {operation.effect.name}: say --yes where there is no terminal to ask in,"
            " or --dry-run to see what it would do."
        )
    from mttui.text import printable

    where = f"{profile.name}{' (PRODUCTION)' if profile.production else ''}"
    target = ", ".join(str(value) for value in arguments.values() if isinstance(value, str | int))
    click.echo(f"{operation.effect.name}: {help_of(operation).summary}", err=True)
    click.echo(printable(f"  {operation.id} {target}".rstrip() + f"  on {where}"), err=True)
    if not _is_confirmed(operation, arguments):
        raise click.Abort


def _is_confirmed(operation: Operation, arguments: Mapping[str, Any]) -> bool:
    hits_whole_list = operation.effect is Effect.DESTROY and not arguments
    if not hits_whole_list:
        return click.confirm("Do it?", default=False, err=True)
    word = operation.id.rpartition(".")[0]
    typed: str = click.prompt(f"It hits everything there. Type {word} to do it", default="", err=True,
                              show_default=False)  # fmt: skip
    return typed.strip() == word
