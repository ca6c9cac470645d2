"""Models of blocks."""

from __future__ import annotations

from .base import Model, Moment


class Block(Model):
    """An address or a domain whose server refused mail.

    The reference shows no fields; these are the sandbox's own.
    """

    email: str | None = None
    created_at: Moment = None
    reason: str | None = None
