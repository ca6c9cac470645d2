"""API keys and their scopes.

A scope is ``<group>.read`` or ``<group>.write``; which group an operation belongs to is told by the
beginning of its id.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass

from ..chance import Chance
from ..company import ADMIN, KEY_OPERATOR, User

_GROUPS: Mapping[str, tuple[str, ...]] = {
    "stats": (
        "campaigns.analytics", "campaigns.recipients", "events", "bounces.list", "bounces.dump", "stats",
        "metrics", "deliverability", "engagement", "email_activity", "marketing_stats", "reputation",
        "messages", "content",
    ),
    "campaigns": (
        "campaigns", "automations", "forms", "batches", "categories", "scheduled_messages",
        "message_streams", "snippets", "templates", "designs", "single_sends", "sending_queues",
        "preview", "email_testing",
    ),
    "contacts": (
        "contacts", "labels", "segments", "recipient_lists", "mailing_lists", "custom_fields", "validate",
    ),
    "webhooks": ("webhooks", "relay_webhooks", "inbound", "inbound_domains", "inbound_parse", "threads"),
}  # fmt: skip
"""Beginnings of operation ids by the group of their scope (platform-facts, section 1); the rest is
``settings``. The first group that fits counts."""
_ONLY_READS = frozenset({"stats"})
"""Groups with no scope for writing."""


def scope_of(operation_id: str, method: str) -> str:
    """Return the scope that an operation asks for."""
    group = next(
        (
            group
            for group, beginnings in _GROUPS.items()
            if any(f"{operation_id}.".startswith(f"{beginning}.") for beginning in beginnings)
        ),
        "settings",
    )
    return f"{group}.{'read' if method == 'GET' or group in _ONLY_READS else 'write'}"


def known_scopes() -> list[str]:
    """Return every scope there is."""
    groups = [*(group for group in _GROUPS if group not in _ONLY_READS), "settings"]
    return [f"{group}.{side}" for group in groups for side in ("read", "write")] + [
        f"{group}.read" for group in _ONLY_READS
    ]


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
