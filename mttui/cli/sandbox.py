"""`mttui sandbox`: the simulated platform as an HTTP server."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

import click

from mttui.cli.weather import refuse_account, weather_options
from mttui.local.flags import Flags


@click.command("sandbox")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8025, show_default=True, help="0 picks one.")
@weather_options("calm")
@click.option(
    "--contacts",
    type=click.IntRange(1, 10_000_000),
    default=10_000,
    show_default=True,
    help="The size of the audience.",
)
@click.option(
    "--threads",
    type=click.IntRange(0, 1_000_000),
    default=240,
    show_default=True,
    help="How many conversations the inbox begins with.",
)
@click.option(
    "--inbox",
    type=click.Path(path_type=Path),
    metavar="FILE.jsonl",
    help="Begin with the messages of a file instead, one JSON object a line.",
)
@click.option(
    "--db",
    type=click.Path(dir_okay=False),
    default=":memory:",
    metavar="FILE",
    help="Keep the state in a file; without one it is gone at the end.",
)
@click.pass_obj
def command(
    flags: Flags,
    /,
    host: str,
    port: int,
    contacts: int,
    threads: int,
    inbox: Path | None,
    db: str,
    **weather: Any,
) -> int:
    """Serve the simulated platform over HTTP.

    When it is ready, the first line on stdout is one JSON object with `url` and `api_key`. SIGINT and
    SIGTERM stop it cleanly.
    """  # fmt: skip
    refuse_account(flags, "the sandbox has an account of its own")
    if flags.read_only is not None:
        raise click.UsageError("--read-only and --read-write are for the workstation.")
    import sqlite3

    from mttui.sandbox import InboxFileError, SandboxOptions, serve

    options = SandboxOptions(contacts=contacts, threads=threads, inbox=inbox, db=db, **weather)
    # The server has its own way to stop, and ends with 0.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        return serve(options, host, port)
    except InboxFileError as err:
        raise click.BadParameter(str(err), param_hint="--inbox") from err
    except OSError as err:
        raise click.ClickException(f"Cannot listen on {host} port {port}: {err.strerror}.") from err
    except sqlite3.Error as err:
        raise click.ClickException(f"{db}: {err}.") from err
