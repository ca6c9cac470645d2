"""Models of deliverability."""

from __future__ import annotations

from .base import Model


class DeliveryReport(Model):
    """Deliverability report info."""


class DomainDeliverability(Model):
    """Deliverability domain."""


class SendingReputation(Model):
    """Deliverability reputation info."""
