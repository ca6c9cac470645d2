"""Inbound mail: where it is routed, what came in, how it is parsed, and what it is about."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..clock import iso
from ..engine.preview import own_words
from ..engine.verdict import classify
from ..web.call import Call
from ..web.reply import Reply, invalid, not_found, required
from .kept import DAY, Body, Kept, keep
from .registry import handles

_BATCH = 100


def _check_url(name: str) -> Any:
    def check(_call: Call, body: Body) -> None:
        if not str(body.get(name, "")).startswith(("https://", "mailto:")):
            raise invalid(name, "must begin with https://")

    return check


keep(
    Kept(
        "inbound.routes", "inbound route", "irt", label="domain", needs=("domain", "forwardUrl"),
        checks=_check_url("forwardUrl"),
        seeds=lambda _world, _start: (
            {
                "_id": "irt_001", "domain": "tanya.lapak.example",
                "forwardUrl": "https://desk.lapak.example/inbound",
            },
            {
                "_id": "irt_002", "domain": "inbound.example.com",
                "forwardUrl": "https://app.example.com/webhooks/inbound",
            },
        ),
    )
)  # fmt: skip

SETTINGS = keep(
    Kept(
        "inbound_parse.settings", "parse setting", key="hostname", label="hostname",
        needs=("hostname", "url"), defaults={"spamCheck": False, "sendRaw": False}, stamps=(),
        checks=_check_url("url"),
        seeds=lambda _world, _start: (
            {"hostname": "parse.lapak.example", "url": "https://desk.lapak.example/parse", "spamCheck": True},
            {"hostname": "parse.example.com", "url": "https://app.example.com/parse"},
        ),
    )
)  # fmt: skip


@handles("inbound_parse.stats.list")
def parse_stats(call: Call) -> Reply:
    """Count what came in by day, of the last thirty days."""
    rows = call.world.connection.execute(
        "SELECT at - at % ?, count(*) FROM thread_messages WHERE direction = 'inbound' AND at >= ?"
        " GROUP BY 1 ORDER BY 1",
        (DAY, call.now - 30 * DAY),
    ).fetchall()
    return Reply([{"date": iso(day)[:10], "received": count} for day, count in rows])


@handles("inbound.messages.list")
def messages(call: Call) -> Reply:
    """List what came in, the latest first, in a range of time."""
    start, end = call.time_range(call.now - 30 * DAY)
    page = call.page()
    rows, total = call.world.inbox.inbound(start, end, page.offset, page.per_page)
    return page.reply(rows, total)


@handles("inbound.messages.get")
def message(call: Call) -> Reply:
    """Get one message."""
    found = call.world.inbox.inbound_message(call.path["id"])
    if found is None:
        raise not_found("INBOUND_MESSAGE", "inbound message")
    return Reply(found)


def _verdict(fields: Body) -> Body:
    headers = fields.get("headers")
    verdict = asdict(
        classify(
            str(fields.get("subject") or ""), own_words(str(fields.get("body") or "")),
            {str(k): str(v) for k, v in headers.items()} if isinstance(headers, dict) else {},
        )
    )  # fmt: skip
    verdict["suggestedLabels"] = list(verdict.pop("labels"))
    return verdict


@handles("inbound.classify")
def classify_one(call: Call) -> Reply:
    """Tell what a message is about."""
    return Reply(_verdict(call.fields()))


@handles("inbound.classify_batch")
def classify_many(call: Call) -> Reply:
    """Tell what several are about."""
    given = call.fields().get("messages")
    if not isinstance(given, list) or not given:
        raise required("messages")
    if len(given) > _BATCH:
        raise invalid("messages", f"has more than {_BATCH}")
    return Reply([_verdict(each if isinstance(each, dict) else {}) for each in given])
