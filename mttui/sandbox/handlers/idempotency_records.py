"""Idempotency keys: for how long they are kept, and what is kept of them."""

from __future__ import annotations

import json
from typing import Any

from ..clock import iso
from ..engine.founding import founder
from ..engine.world import World
from ..web.call import Call
from ..web.idempotency import CONFIG, DEFAULT, ttl_seconds
from ..web.reply import Reply, invalid, not_found
from .kept import read_body, setting_of
from .registry import handles

_ENFORCEMENT = ("strict", "warn", "off")


@founder
def found(world: World, start: int) -> None:
    """Have the key of the reference's examples."""
    body = json.dumps({"data": {"messageId": "msg_001"}})
    world.connection.execute(
        "INSERT OR REPLACE INTO idempotency VALUES (?, ?, ?, ?, ?)",
        ("idem-abc123", "", 200, body, start),
    )


def _row(call: Call) -> tuple[Any, ...]:
    row: tuple[Any, ...] | None = call.world.connection.execute(
        "SELECT key, status, body, at FROM idempotency WHERE key = ? AND at > ?",
        (call.path["key"], call.now - ttl_seconds(call.world)),
    ).fetchone()
    if row is None:
        raise not_found("IDEMPOTENCY_KEY", "idempotency key")
    return row


@handles("idempotency.records.get")
def get(call: Call) -> Reply:
    """Get what is kept of a key."""
    key, status, body, at = _row(call)
    data = json.loads(body).get("data") if body else None
    named = data if isinstance(data, dict) else {}
    return Reply({
        "key": key, "status": "completed", "messageId": named.get("messageId", named.get("_id")),
        "responseCode": status, "createdAt": iso(at), "expiresAt": iso(at + ttl_seconds(call.world)),
    })  # fmt: skip


@handles("idempotency.records.delete")
def expire(call: Call) -> Reply:
    """Let a key expire: the next request with it is done anew."""
    key = _row(call)[0]
    call.world.connection.execute("DELETE FROM idempotency WHERE key = ?", (key,))
    return Reply(message="Idempotency key expired")


@handles("idempotency.config.get")
def config(call: Call) -> Reply:
    """Get for how long keys are kept, and what a second use does."""
    return Reply(setting_of(call.world, CONFIG, DEFAULT))


@handles("idempotency.config.update")
def configure(call: Call) -> Reply:
    """Change that."""
    from ..engine.documents import Document  # noqa: PLC0415

    body = {
        **setting_of(call.world, CONFIG, DEFAULT),
        **read_body(call, "idempotency.config.update", partial=True),
    }
    if body["enforcement"] not in _ENFORCEMENT:
        raise invalid("enforcement", f"must be one of {', '.join(_ENFORCEMENT)}")
    if not 1 <= body["ttlHours"] <= 24 * 30:
        raise invalid("ttlHours", "must be between 1 and 720")
    call.world.documents.put(Document(CONFIG, "it", body))
    return Reply(body)
