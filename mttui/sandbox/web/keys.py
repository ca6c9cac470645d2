"""API keys and their scopes.

A scope is ``<group>.read`` or ``<group>.write``; which group an operation belongs to is told by the
beginning of its id.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from ..chance import Chance
from ..company import ADMIN, KEY_OPERATOR, User

_STATS = (
    "campaigns.analytics.", "campaigns.recipients.", "events.", "bounces.list", "bounces.dump.",
    "stats.", "metrics.", "reputation.",
)  # fmt: skip
_CAMPAIGNS = ("campaigns.", "batches.", "scheduled_messages.", "single_sends.", "sending_queues.")
_WEBHOOKS = ("webhooks.",)


def scope_of(operation_id: str, method: str) -> str:
    """Return the scope that an operation asks for."""
    side = "read" if method == "GET" else "write"
    if operation_id.startswith(_STATS):
        return "stats.read"
    if operation_id.startswith(_CAMPAIGNS):
        return f"campaigns.{side}"
    if operation_id.startswith(_WEBHOOKS):
        return f"webhooks.{side}"
    return f"settings.{side}"


@dataclass(frozen=True, slots=True)
class Key:
    """An API key."""

    id: int
    token: str
    user: User
    """Who acts with it, for the audit log."""
    scopes: frozenset[str] | None = None
    """What it may do; ``None`` is everything."""

    def may(self, scope: str) -> bool:
        """Say whether the key has a scope."""
        return self.scopes is None or scope in self.scopes


class Keys:
    """The keys that the sandbox knows."""

    def __init__(self, seed: int) -> None:
        self._chance = Chance(seed, -2)
        self.master = Key(KEY_OPERATOR, self._token(), ADMIN)
        self._keys = [self.master]

    def _token(self) -> str:
        return f"sandbox-key-{self._chance.hex_id()}"

    def add(self, scopes: frozenset[str]) -> Key:
        """Make a key with some scopes."""
        key = Key(100 + len(self._keys), self._token(), ADMIN, scopes)
        self._keys.append(key)
        return key

    def find(self, authorization: str) -> Key | None:
        """Return the key of an ``Authorization`` header, or ``None``."""
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer":
            return None
        offered = token.strip().encode()
        return next((k for k in self._keys if hmac.compare_digest(k.token.encode(), offered)), None)
