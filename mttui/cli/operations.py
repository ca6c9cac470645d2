"""`mttui operations`: lists what the platform can do."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence

import click

from mttui.api.operation import Operation


@click.command("operations")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(words: Sequence[str], as_json: bool) -> int:
    """List operations: id, method, path, effect, summary.

    With words, those that they may mean, the likeliest first: parts of an id or a path, a field's name,
    or what you want, as in `mttui operations stop sending`. English and Indonesian are understood.
    """
    from mttui.views.finder import find_operations

    found = find_operations(" ".join(words), limit=None)
    if not found:
        click.echo(f"No operation fits {' '.join(words)!r}.", err=True)
        return 1
    click.echo(_as_json(found) if as_json else _as_text(found))
    return 0


def _as_json(found: Sequence[Operation]) -> str:
    rows = [
        {
            "id": each.id,
            "method": each.method,
            "path": each.path,
            "effect": each.effect.value,
            "summary": each.summary,
            "section": each.section,
            "paged": each.paged,
        }
        for each in found
    ]
    return json.dumps(rows, ensure_ascii=False)


def _as_text(found: Sequence[Operation]) -> str:
    rows = [(each.id, each.method, each.path, each.effect.value, each.summary) for each in found]
    widths = [max(len(row[at]) for row in rows) for at in range(4)]
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    lines = [
        "  ".join([*(part.ljust(w) for part, w in zip(row, widths, strict=False)), row[4]]) for row in rows
    ]
    return "\n".join(line[:room].rstrip() for line in lines)
