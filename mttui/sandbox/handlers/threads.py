"""Threads: conversations with customers, answered, labelled and closed."""

from __future__ import annotations

import re
from typing import Any

from ..engine.founding import founder
from ..engine.inbox import BOTH, INBOUND, OUTBOUND, STATUSES
from ..engine.inbox_rows import PLACED, number_of
from ..engine.mailers import Body
from ..engine.traffic import provider_of
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, invalid, not_found, required
from .registry import handles

_LISTED = ("open", "pending", "closed")
"""Statuses that a list can be filtered by (the reference's list)."""
_DIRECTIONS = (INBOUND, OUTBOUND, BOTH)
_ADDRESS = re.compile(r"[!-?A-~]+@[!-?A-~]+")
"""An address that mail can go to, roughly."""


@founder
def found(world: World, _start: int) -> None:
    """Let customers have written, and some be about to answer what we replied."""
    world.inbox.fill(world.conversations.rows(), PLACED)
    world.customers.expect(list(world.conversations.awaited()))


def find(call: Call) -> tuple[int, dict[str, Any]]:
    """Return the number of the thread that the path names, and the thread.

    Raises:
        Refusal: 404.
    """
    ref = call.path["id"]
    thread, number = call.world.inbox.thread(ref), number_of(ref)
    if thread is None or number is None:
        raise not_found("THREAD", "thread")
    return number, thread


def _filter(call: Call, name: str, known: tuple[str, ...]) -> str:
    value = call.query.get(name, "").lower()
    if value and value not in known:
        raise invalid(name, f"must be one of {', '.join(known)}")
    return value


@handles("threads.list")
def list_(call: Call) -> Reply:
    """List threads, the latest first."""
    page = call.page()
    filters = {
        "status": _filter(call, "status", _LISTED), "search": call.query.get("search", ""),
        "direction": _filter(call, "direction", _DIRECTIONS),
    }  # fmt: skip
    rows, total = call.world.inbox.threads(filters, page.offset, page.per_page)
    return page.reply(rows, total)


@handles("threads.get")
def get(call: Call) -> Reply:
    """Get one thread."""
    return Reply(find(call)[1])


@handles("threads.messages.list")
def messages(call: Call) -> Reply:
    """List its messages, the oldest first."""
    return Reply(call.world.inbox.messages(find(call)[0]))


@handles("threads.labels.update")
def set_labels(call: Call) -> Reply:
    """Set its labels; that is no update by which it would move up in the list."""
    (number, _), labels = find(call), call.fields().get("labels")
    if not isinstance(labels, list) or not all(isinstance(each, str) for each in labels):
        raise invalid("labels", "must be a list of texts")
    call.world.inbox.change(number, call.now, labels=list(dict.fromkeys(labels)))
    return Reply(find(call)[1])


@handles("threads.status.update")
def set_status(call: Call) -> Reply:
    """Set its status."""
    number, _ = find(call)
    call.world.inbox.change(number, call.now, status=call.choice("status", STATUSES))
    return Reply(find(call)[1])


@handles("threads.reply")
def reply(call: Call) -> Reply:
    """Answer: the message joins the thread, which is not reopened by it, and goes through the queue."""
    number, thread = find(call)
    text, html = _words(call, "text"), _words(call, "html")
    if not text and not html:
        raise required("text")
    cc, bcc = _addresses(call, "cc"), _addresses(call, "bcc")
    world, email = call.world, thread["contactEmail"]
    to = f"{thread['contactName']} <{email}>" if thread["contactName"] else email
    copies = {name: ", ".join(some) for name, some in (("Cc", cc), ("Bcc", bcc)) if some}
    sent = world.customers.reply(number, Body(text, html), to, thread["subject"], copies)
    source = world.source_of("api", "3")
    subject = thread["subject"].encode("utf-8", "replace").decode()  # the queue keeps text that is UTF-8
    if source is not None:
        for each in filter(_ADDRESS.fullmatch, dict.fromkeys((email, *cc, *bcc))):
            world.traffic.accept(source, each, provider_of(each), call.now, subject=subject)
    return Reply(world.inbox.message(sent), status=201)


def _words(call: Call, name: str) -> str:
    value = call.fields().get(name)
    if value is not None and not isinstance(value, str):
        raise invalid(name, "must be a text")
    return value or ""


def _addresses(call: Call, name: str) -> list[str]:
    value = call.fields().get(name)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(each, str) and "@" in each for each in value):
        raise invalid(name, "must be a list of addresses")
    return value
