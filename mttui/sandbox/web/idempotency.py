"""Idempotency keys: the same request with the same key is done once and answered the same."""

from __future__ import annotations

import hashlib

from ..engine.world import World
from .reply import Refusal, Reply

HEADER = "idempotency-key"
_KEEP = 24 * 3600
"""Simulated seconds for which a key is remembered."""


def fingerprint(method: str, target: str, body: bytes, token: str) -> str:
    """Return what tells two requests apart."""
    parts = (method.encode(), target.encode(), token.encode(), body)
    return hashlib.sha256(b"\x00".join(parts)).hexdigest()


def recall(world: World, key: str, print_: str) -> Reply | None:
    """Return the stored answer of a key, or ``None`` when it is new.

    Raises:
        Refusal: 409 when the key was used for another request.
    """
    row = world.connection.execute(
        "SELECT fingerprint, status, body FROM idempotency WHERE key = ? AND at >= ?",
        (key, world.now - _KEEP),
    ).fetchone()
    if row is None:
        return None
    if row[0] != print_:
        raise Refusal(409, "IDEMPOTENCY_KEY_REUSED", "this idempotency key belongs to another request")
    return Reply(status=row[1], raw=row[2].encode(), headers={"Idempotent-Replayed": "true"})


def remember(world: World, key: str, print_: str, reply: Reply) -> None:
    """Store the answer of a key, and forget the old ones."""
    run = world.connection.execute
    run("DELETE FROM idempotency WHERE at < ?", (world.now - _KEEP,))
    run(
        "INSERT OR REPLACE INTO idempotency VALUES (?, ?, ?, ?, ?)",
        (key, print_, reply.status, reply.body().decode(), world.now),
    )
