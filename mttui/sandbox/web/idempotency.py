"""Idempotency keys: the same request with the same key is done once and answered the same."""

from __future__ import annotations

import hashlib
from typing import Any

from ..engine.world import World
from .reply import Refusal, Reply

HEADER = "idempotency-key"
CONFIG = "idempotency.config"
"""Kind of the document that holds the setting."""
DEFAULT: dict[str, Any] = {"enabled": True, "ttlHours": 24, "enforcement": "strict"}
"""As in the reference's example."""


def config_of(world: World) -> dict[str, Any]:
    """Return the setting as it is now."""
    kept = world.documents.get(CONFIG, "it")
    return {**DEFAULT, **(kept.body if kept else {})}


def ttl_seconds(world: World) -> int:
    """Return the simulated seconds for which a key is remembered."""
    return int(config_of(world)["ttlHours"]) * 3600


def fingerprint(method: str, target: str, body: bytes, token: str) -> str:
    """Return what tells two requests apart."""
    parts = (method.encode(), target.encode(), token.encode(), body)
    return hashlib.sha256(b"\x00".join(parts)).hexdigest()


def recall(world: World, key: str, print_: str) -> Reply | None:
    """Return the stored answer of a key, or ``None`` when the request is to be done.

    Enforced strictly, a key that was used for another request is refused; with ``warn`` it is done.

    Raises:
        Refusal: 409 when the key was used for another request.
    """
    config = config_of(world)
    if not config["enabled"] or config["enforcement"] == "off":
        return None
    row = world.connection.execute(
        "SELECT fingerprint, status, body FROM idempotency WHERE key = ? AND at >= ?",
        (key, world.now - ttl_seconds(world)),
    ).fetchone()
    if row is None:
        return None
    if row[0] != print_ and config["enforcement"] == "warn":
        return None
    if row[0] != print_:
        raise Refusal(409, "IDEMPOTENCY_KEY_REUSED", "this idempotency key belongs to another request")
    return Reply(status=row[1], raw=row[2].encode(), headers={"Idempotent-Replayed": "true"})


def remember(world: World, key: str, print_: str, reply: Reply) -> None:
    """Store the answer of a key, and forget the old ones."""
    run = world.connection.execute
    run("DELETE FROM idempotency WHERE at < ?", (world.now - ttl_seconds(world),))
    run(
        "INSERT OR REPLACE INTO idempotency VALUES (?, ?, ?, ?, ?)",
        (key, print_, reply.status, reply.body().decode(), world.now),
    )
