"""What campaigns and automations did, their links, and exports of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..company import LINKS
from ..engine.records import Source
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, not_found
from .deliverability import rates
from .exports import Export
from .registry import handles
from .stats import figures

_ID = {"campaign": "campaignId", "automation": "automationId"}


def _sources(world: World, kind: str) -> list[Source]:
    return [source for source in world.sources.values() if source.kind == kind]


def _public(source: Source) -> dict[str, Any]:
    counts = Counter(source.totals)
    return {
        _ID[source.kind]: source.ref, "name": source.origin.name, "subject": source.origin.subject,
        **figures(counts), **rates(counts),
    }  # fmt: skip


def _find(call: Call, kind: str) -> Source:
    source = call.world.source_of(kind, call.path["id"])
    if source is None:
        raise not_found(kind.upper(), kind)
    return source


def _links(source: Source) -> list[dict[str, Any]]:
    """Deal the clicks out over the links that messages carry, the first taking half."""
    left, rows = source.totals["clicked"], []
    for place, (url, name) in enumerate(LINKS):
        clicks = left if place == len(LINKS) - 1 else left // 2
        left -= clicks
        rows.append({"url": url, "name": name, "clicks": clicks, "uniqueClicks": clicks})
    return rows


def _rows(kind: str) -> Any:
    def rows(world: World, _asked: Mapping[str, Any]) -> Iterator[Sequence[object]]:
        shown = [_public(source) for source in _sources(world, kind)]
        yield tuple(shown[0]) if shown else (_ID[kind],)
        yield from (tuple(each.values()) for each in shown)

    return rows


def _register(kind: str) -> None:
    family = f"marketing_stats.{kind}s"
    export = Export(f"{kind}_stats_export", f"mse_{kind[:3]}", _rows(kind), has_reader=False)
    handles(f"{family}.list")(lambda call: Reply([_public(each) for each in _sources(call.world, kind)]))
    handles(f"{family}.get")(lambda call: Reply(_public(_find(call, kind))))
    handles(f"{family}.links.list")(lambda call: Reply(_links(_find(call, kind))))
    handles(f"{family}.export.create")(export.start)


for _kind in _ID:
    _register(_kind)
