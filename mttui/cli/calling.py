"""Running one operation from the command line, once or over every page."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mttui.api.arguments import prepare
from mttui.api.clock import SystemClock
from mttui.api.envelope import open_envelope
from mttui.api.operation import Operation
from mttui.api.pages import MAX_PER_PAGE
from mttui.cli.account import UNBOUNDED, connected
from mttui.cli.progress import Progress, TellingClock, say
from mttui.cli.sink import Sink
from mttui.local.profile import Profile

if TYPE_CHECKING:
    from mttui.api.client import Mailtarget
    from mttui.api.transport import Reply

_PATIENT_TRIES = 10
"""Tries of a page: a run over thousands is not to end at the first bad minute."""
_PATIENT_WAIT = 3600.0
"""Seconds; the longest ``Retry-After`` that a run over all pages honours."""
_APPENDABLE = frozenset({"ndjson", "csv"})
"""Forms that can be gone on with where a run broke off."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to become of the data."""

    output: str | None
    """``json``, ``ndjson``, ``csv``, ``table``; without one, JSON, or JSON lines for all pages."""
    columns: tuple[str, ...] = ()
    every: bool = False
    cursor: Path | None = None
    rate: int = UNBOUNDED
    """Requests in any 60 s."""

    @property
    def form(self) -> str:
        """The form for rows."""
        return self.output or ("ndjson" if self.every else "json")

    @property
    def is_raw(self) -> bool:
        """Whether the answer is to be written as it came."""
        return not (self.output or self.columns or self.every)

    def check(self, operation: Operation, arguments: Mapping[str, Any]) -> None:
        """Refuse what does not go together.

        Raises:
            click.UsageError: it does not.
        """
        if self.cursor is not None and not self.every:
            raise click.UsageError("--cursor goes with --all.")
        if self.cursor is not None and self.form not in _APPENDABLE:
            raise click.UsageError(
                f"--cursor needs rows that can be added to: -o {' or '.join(_APPENDABLE)}."
            )
        if self.every and operation.method != "GET":
            raise click.UsageError(f"--all is for lists; {operation.id} is none.")
        if self.every and "page" in arguments:
            raise click.UsageError("--all reads every page: leave out page=.")


def run(operation: Operation, arguments: Mapping[str, Any], profile: Profile, wanted: Wanted) -> int:
    """Run it and write what comes.

    Returns:
        The exit status.

    Raises:
        ApiError: it failed.
        LocalError: the output or the cursor cannot be written.
    """
    asyncio.run(_run(operation, arguments, profile, wanted))
    return 0


async def _run(operation: Operation, arguments: Mapping[str, Any], profile: Profile, wanted: Wanted) -> None:
    retry = None
    if wanted.every:
        from mttui.api.retry import RetryPolicy

        retry = RetryPolicy(attempts=_PATIENT_TRIES, longest_retry_after=_PATIENT_WAIT)
    reasons: list[Mailtarget] = []
    progress = Progress(SystemClock(), is_shown=sys.stderr.isatty() and not sys.stdout.isatty())
    clock = TellingClock(why=lambda: _last_error(reasons), tell=progress.say)
    async with connected(profile, clock=clock, per_minute=wanted.rate, retry=retry) as client:
        reasons.append(client)
        if wanted.every and operation.paged:
            await _stream(client, operation, arguments, profile, wanted, progress)
        else:
            _write(await client.call_raw(operation, arguments), operation, wanted)


def _last_error(clients: list[Mailtarget]) -> str:
    newest = next(iter(clients[0].transport.trace), None) if clients else None
    return newest.error if newest else ""


async def _stream(
    client: Mailtarget,
    operation: Operation,
    arguments: Mapping[str, Any],
    profile: Profile,
    wanted: Wanted,
    progress: Progress,
) -> None:
    from mttui.cli.cursor import Cursor, Position, take_up
    from mttui.cli.rows import form_of
    from mttui.cli.streaming import Stream

    if any(parameter.name == "per_page" for parameter in operation.parameters):
        arguments = {"per_page": MAX_PER_PAGE, **arguments}
    sink, start, cursor = Sink(), Position(), None
    if wanted.cursor is not None:
        cursor = Cursor(wanted.cursor, _bound(operation, arguments, profile, wanted))
        start = cursor.load()
        if start.done:
            say(f"all {start.rows:,} rows were written before; delete {wanted.cursor} to begin anew.")
            return
        take_up(start, sink)
    form = form_of(
        wanted.form,
        wanted.columns,
        say=progress.say,
        to_terminal=sink.is_terminal,
        with_header=start.rows == 0,
    )
    progress.begin(start.rows)
    stream = Stream(
        client,
        operation,
        arguments,
        per_page=arguments.get("per_page", MAX_PER_PAGE),
        form=form,
        sink=sink,
        cursor=cursor,
        start=start,
        progress=progress,
    )
    await stream.run()


def _bound(
    operation: Operation, arguments: Mapping[str, Any], profile: Profile, wanted: Wanted
) -> dict[str, Any]:
    """What a cursor belongs to; a page of another size begins elsewhere."""
    request = prepare(operation, arguments)
    return {
        "operation": operation.id,
        "arguments": [request.path, *sorted(f"{name}={text}" for name, text in request.query)],
        "profile": profile.name,
        "base URL": profile.base_url,
        "output": [wanted.form, *wanted.columns],
    }


def _write(reply: Reply, operation: Operation, wanted: Wanted) -> None:
    envelope = open_envelope(reply.body, reply.content_type, operation=operation.id)
    sink = Sink()
    if envelope.data is None and not reply.body.strip():
        say(f"done: the platform answered {reply.status} and nothing else.")
    elif wanted.is_raw or isinstance(envelope.data, str):
        _write_as_it_came(reply, sink)
    else:
        from mttui.cli.paging import rows_of
        from mttui.cli.rows import form_of

        is_object = isinstance(envelope.data, Mapping) and not wanted.every
        rows = [envelope.data] if is_object else rows_of(envelope, operation.id)
        name = "ndjson" if wanted.form == "json" and is_object else wanted.form  # one object, one line
        form = form_of(name, wanted.columns, say=say, to_terminal=sink.is_terminal)
        _put(sink, form.page(rows) + form.end())


def _write_as_it_came(reply: Reply, sink: Sink) -> None:
    """To a pipe or a file the very bytes; to a terminal indented, with nothing in it that acts on one."""
    if not sink.is_terminal:
        sink.write(reply.body if reply.body.endswith(b"\n") else reply.body + b"\n")
        return
    text = reply.body.decode(errors="replace")
    if "json" in reply.content_type:
        text = json.dumps(json.loads(reply.body), indent=2, ensure_ascii=False)
    _put(sink, text.rstrip("\n") + "\n")


def _put(sink: Sink, text: str) -> None:
    if sink.is_terminal:
        from mttui.cli.rows import unprintable_escaped

        text = unprintable_escaped(text)
    sink.write(text.encode(errors="replace"))
