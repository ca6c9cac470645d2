"""`mttui api`: runs any operation of the platform."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from mttui.api.operation import Operation
from mttui.cli.account import UNBOUNDED, account_options, chosen, find_profile
from mttui.cli.completion import complete_argument, complete_operation
from mttui.local.flags import Flags

OUTPUTS = ("json", "ndjson", "csv", "table")
"""What data may be written as."""


class ApiCommand(click.Command):
    """`mttui api`; with an operation before `--help`, the help of that operation too."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note the operation before click reads `--help`."""
        ctx.meta["operation"] = next((arg for arg in args if not arg.startswith("-")), "")
        return super().parse_args(ctx, args)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help of the operation that was named, and otherwise of the command."""
        from mttui.api.catalogue import find

        operation = find(ctx.meta.get("operation", ""))
        if operation is None:
            super().format_help_text(ctx, formatter)
            return
        from mttui.cli.operation_help import write_help

        write_help(operation, formatter)


@click.command("api", cls=ApiCommand)
@click.argument("operation_id", metavar="OPERATION", shell_complete=complete_operation)
@click.argument("pairs", metavar="[NAME=VALUE]...", nargs=-1, shell_complete=complete_argument)
@click.option("--body", metavar="JSON|@FILE|-", help="The body as JSON, from a file, or from stdin.")
@click.option("--all", "every", is_flag=True, help="Every page of a list, as JSON lines.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
@click.option("--curl", is_flag=True, help="Print the request as curl, and send nothing.")
@click.option("-o", "--output", type=click.Choice(OUTPUTS), help="How to write the data.")
@click.option("--columns", metavar="A,B.C", help="Only these fields.")
@click.option(
    "--cursor",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="With --all: keep there how far it came, and go on from there after a break.",
)
@click.option(
    "--rate",
    type=click.IntRange(min=1),
    default=UNBOUNDED,
    metavar="N",
    help="At most N requests a minute.",
)
@click.option("-y", "--yes", is_flag=True, help="Do not ask before a SEND or a DESTROY.")
@account_options
@click.pass_obj
def command(
    flags: Flags,
    *,
    operation_id: str,
    pairs: Sequence[str],
    body: str | None,
    every: bool,
    dry_run: bool,
    curl: bool,
    output: str | None,
    columns: str | None,
    cursor: Path | None,
    rate: int,
    yes: bool,
    profile: str | None,
    base_url: str | None,
    read_only: bool | None,
) -> int:
    """Run an operation of the platform. Data goes to stdout, words to stderr.

    `mttui operations` lists them, `mttui api OPERATION --help` explains one. Exit status: 0 done, 1 the
    platform or the way to it failed, 2 wrong usage or refused here.
    """
    operation = known_operation(operation_id)
    arguments = read_arguments(operation, pairs, body)
    flags = chosen(flags, profile, base_url, read_only)
    if dry_run or curl:
        from mttui.cli.dry_run import show

        return show(operation, arguments, find_profile(flags, with_key=False), curl_only=curl, output=output)
    from mttui.api.arguments import prepare
    from mttui.cli.asking import ask_first, refuse_in_read_only
    from mttui.cli.calling import Wanted, run

    wanted = Wanted(output, _names(columns), every=every, cursor=cursor, rate=rate)
    wanted.check(operation, arguments)
    prepare(operation, arguments)
    account = find_profile(flags)
    refuse_in_read_only(operation, account)
    ask_first(operation, arguments, account, yes=yes)
    return run(operation, arguments, account, wanted)


def known_operation(operation_id: str) -> Operation:
    """Return the operation of that id.

    Raises:
        click.UsageError: there is none; the nearest is named.
    """
    from mttui.api.catalogue import find, nearest

    operation = find(operation_id)
    if operation is not None:
        return operation
    close = nearest(operation_id)
    hint = f"Did you mean {close}?" if close else "`mttui operations WORD` finds one."
    raise click.UsageError(f"There is no operation {operation_id!r}. {hint}")


def read_arguments(operation: Operation, pairs: Sequence[str], body: str | None) -> Mapping[str, Any]:
    """Return the typed arguments from `NAME=VALUE` and `--body`.

    Raises:
        click.UsageError: a pair has no `=`, or the body is no JSON.
        InvalidArguments: a name is not known, comes twice, or a value does not fit.
    """
    from mttui.api.errors import InvalidArguments
    from mttui.api.typed import arguments_from_body, arguments_from_texts

    split = [pair.partition("=") for pair in pairs]
    for name, equals, _ in split:
        if not equals:
            raise click.UsageError(f"{name!r} is no argument: write NAME=VALUE.")
    arguments = arguments_from_texts(operation, [(name, text) for name, _, text in split])
    if body is None:
        return arguments
    from_body = arguments_from_body(operation, _body(body))
    if twice := [name for name in arguments if name in from_body]:
        raise InvalidArguments(
            f"{operation.id}: {twice[0]} is given by itself and in the body", operation=operation.id
        )
    return {**arguments, **from_body}


def _body(source: str) -> Any:
    where, text = _body_text(source)
    try:
        return json.loads(text)
    except ValueError as trouble:
        raise click.UsageError(f"{where} is not JSON: {trouble}.") from None
    except RecursionError:
        raise click.UsageError(f"{where} is nested too deeply.") from None


def _body_text(source: str) -> tuple[str, str]:
    try:
        if source == "-":
            return "The body from stdin", sys.stdin.buffer.read().decode()
        if source.startswith("@"):
            return f"The body in {source[1:]}", Path(source[1:]).read_bytes().decode()
    except OSError as error:
        raise click.UsageError(f"The body cannot be read: {source[1:]}: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise click.UsageError("The body is not UTF-8.") from None
    return "The body", source


def _names(columns: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (columns or "").split(",") if name.strip())
