"""Models of categories."""

from __future__ import annotations

from .base import Model, Moment
from .stats import MailRates


class Category(Model):
    """A name that messages are counted under."""

    name: str | None = None
    description: str | None = None
    message_count: int | None = None
    last_used_at: Moment = None


class CategoryStats(MailRates):
    """What became of the messages of a category.

    The reference shows no fields; these are the sandbox's own.
    """

    name: str | None = None
