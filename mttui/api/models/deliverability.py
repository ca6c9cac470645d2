"""Models of deliverability."""

from __future__ import annotations

from .base import Model


class DeliveryReport(Model):
    """How much mail arrives on the whole."""


class DomainDeliverability(Model):
    """How much mail of one sending domain arrives."""


class SendingReputation(Model):
    """What receivers think of the sender."""
