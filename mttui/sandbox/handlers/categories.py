"""Categories: words under which messages are counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from ..clock import iso
from ..engine.documents import Document
from ..web.call import Call
from ..web.reply import Reply, not_found
from .deliverability import rates
from .registry import handles
from .stats import figures, tallied

REMOVED = "category.removed"


def _names(call: Call) -> dict[str, int]:
    """Return the categories that are in use, with how many messages each has."""
    counts: defaultdict[str, int] = defaultdict(int)
    for source in call.world.sources.values():
        counts[source.origin.category] += source.totals["sent"]
    removed = {each.id: int(each.body["count"]) for each in call.world.documents.all(REMOVED)}
    return {name: n for name, n in counts.items() if name and n > removed.get(name, -1)}


@handles("categories.list")
def list_(call: Call) -> Reply:
    """List the categories in use."""
    rows: list[dict[str, Any]] = [
        {"name": name, "description": "", "messageCount": count, "lastUsedAt": iso(call.now - call.now % 60)}
        for name, count in sorted(_names(call).items())
    ]
    return Reply(rows)


def _name(call: Call) -> str:
    name = call.path["name"]
    if name not in _names(call):
        raise not_found("CATEGORY", "category")
    return name


@handles("categories.stats.get")
def stats(call: Call) -> Reply:
    """Add up what was sent under a category."""
    name, counts = _name(call), Counter[str]()
    for _, key, measure, n in tallied(call, "source"):
        if call.world.sources[int(key)].origin.category == name:
            counts[measure] += n
    return Reply({"name": name, **figures(counts), **rates(counts)})


@handles("categories.delete")
def delete(call: Call) -> Reply:
    """Remove a category: it comes back with the next message that has it."""
    name = _name(call)
    call.world.documents.put(Document(REMOVED, name, {"count": _names(call)[name]}))
    return Reply(message="Category removed")
