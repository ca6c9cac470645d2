"""The entry point: options that hold for every command, and the one place where errors end."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import click

from mttui import __version__
from mttui.api.errors import ApiError, InvalidArguments, KeyMissing, ReadOnly
from mttui.cli.commands import Commands, NobodyReads
from mttui.local.errors import LocalError
from mttui.local.flags import Flags

INTERRUPTED = 128 + signal.SIGINT
PIPE_CLOSED = 128 + signal.SIGPIPE
_COMPLETING = "_MTTUI_COMPLETE"
"""In the environment when a shell wants its script, or asks what completes a line."""
_OURS = (InvalidArguments, KeyMissing, ReadOnly)
"""Errors of the API layer that are of this box: wrong usage, or refused here."""


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--profile", metavar="NAME", help="The profile to use (or MTTUI_PROFILE).")
@click.option("--base-url", metavar="URL", help="Where the API is (or MAILTARGET_BASE_URL).")
@click.option(
    "--read-only/--read-write",
    default=None,
    help="Refuse everything but reading; production is read-only unless told otherwise.",
)
@click.version_option(__version__, prog_name="mttui", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context, profile: str | None, base_url: str | None, read_only: bool | None) -> int:
    """The on-call workstation for the Mailtarget email platform.

    Without a command it opens on the configured profile. The key comes from MAILTARGET_API_KEY, from
    the profile's api_key_command, from the keyring, or from a config file that only you can read.

    Shell completion for bash: eval "$(_MTTUI_COMPLETE=bash_source mttui)"
    """
    ctx.obj = Flags(profile=profile, base_url=base_url, read_only=read_only)
    if ctx.invoked_subcommand is not None:
        return 0
    from mttui.cli.workstation import open_workstation

    return open_workstation(ctx.obj, os.environ)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code.

    Args:
        argv: the arguments; those of the process when left out.
    """
    signal.signal(signal.SIGTERM, _leave)
    if _COMPLETING in os.environ:
        from mttui.cli.shell import register

        register()
    try:
        code = cli.main(argv, prog_name="mttui", standalone_mode=False)
    except click.ClickException as err:
        err.show()
        return err.exit_code
    except LocalError as err:
        _say(err)
        return err.exit_code
    except ApiError as err:
        _say_refused(err)
        return 2 if isinstance(err, _OURS) else 1
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except NobodyReads:
        _give_up_stdout()
        return PIPE_CLOSED
    except OSError as err:
        from mttui.cli.sink import output_error

        _give_up_stdout()
        _say(output_error(err))
        return 1
    return code if isinstance(code, int) else 0


def _leave(signal_number: int, _frame: FrameType | None) -> None:
    """SIGTERM leaves through every `finally`: temporary files go, the state file is closed."""
    raise SystemExit(128 + signal_number)


def _give_up_stdout() -> None:
    """Nobody reads on, or nothing more can be written: Python would complain once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say_refused(error: ApiError) -> None:
    """What the API layer or the platform said, its code and the request's id; then what to do."""
    known = [error.short if error.status else "", f"request {error.request_id}" if error.request_id else ""]
    facts = ", ".join(part for part in known if part)
    _say(LocalError(f"{error.message} ({facts})" if facts else error.message, advice=error.advice))


def _say(error: LocalError) -> None:
    """One line of what is wrong, one of what to do: on stderr, safe to print."""
    from mttui.text import printable

    click.echo(f"mttui: {printable(error.message)}", err=True)
    if error.advice:
        click.echo(f"  {printable(error.advice)}", err=True)
