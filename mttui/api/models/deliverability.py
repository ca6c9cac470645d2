"""Models of deliverability."""

from __future__ import annotations

from .base import Model


class DeliverabilityReportInfo(Model):
    """Deliverability report info."""


class DeliverabilityDomain(Model):
    """Deliverability domain."""


class DeliverabilityReputationInfo(Model):
    """Deliverability reputation info."""
