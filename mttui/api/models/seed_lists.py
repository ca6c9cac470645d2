"""Models of seed lists."""

from __future__ import annotations

from .base import Identified, Moment


class SeedList(Identified):
    """Mailboxes that tell where mail lands.

    The reference shows no fields; these are the sandbox's own.
    """

    created_at: Moment = None
    name: str | None = None
    emails: tuple[str, ...] = ()
