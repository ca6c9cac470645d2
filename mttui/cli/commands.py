"""The commands by name. Each is imported when it is asked for."""

from __future__ import annotations

import importlib

import click

COMMANDS = {
    "demo": "mttui.cli.demo",
    "sandbox": "mttui.cli.sandbox",
    "operations": "mttui.cli.operations",
    "api": "mttui.cli.api",
    "check": "mttui.cli.check",
    "doctor": "mttui.cli.doctor",
    "login": "mttui.cli.login",
    "profiles": "mttui.cli.profiles",
}
"""Where each command lives: a module with a `command` in it."""


class NobodyReads(Exception):
    """Nobody reads stdout any more; no `OSError`, which click would end with a status of its own."""


class Commands(click.Group):
    """The group of all commands; knows their names and loads what is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported; none when there is no such command."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(module).command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command.

        Raises:
            NobodyReads: the pipe is closed at its other end.
        """
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise NobodyReads from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, naming the nearest command when there is none of the name."""
        name = args[0]
        if not ctx.resilient_parsing and not name.startswith("-") and name not in COMMANDS:
            import difflib

            close = difflib.get_close_matches(name, COMMANDS, n=1)
            hint = f"Did you mean {close[0]}?" if close else f"Known: {', '.join(COMMANDS)}."
            raise click.UsageError(f"No such command {name!r}. {hint}", ctx)
        return super().resolve_command(ctx, args)
