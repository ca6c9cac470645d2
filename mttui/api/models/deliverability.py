"""Models of deliverability."""

from __future__ import annotations

from typing import Any

from .base import Model, Moment
from .stats import MailRates


class DeliveryReport(MailRates):
    """How much mail arrives on the whole.

    The reference shows no fields; these are the sandbox's own.
    """

    score: int | None = None
    generated_at: Moment = None


class DomainDeliverability(MailRates):
    """How much mail of one sending domain arrives.

    The reference shows no fields; these are the sandbox's own.
    """

    domain: str | None = None


class SendingReputation(Model):
    """What receivers think of the sender.

    The reference shows no fields; these are the sandbox's own.
    """

    score: float | None = None
    history: tuple[Any, ...] = ()
