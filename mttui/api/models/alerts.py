"""Alerts: notifications when a figure passes a threshold.

The reference gives no answers; the fields are the public OpenAPI's (wire type ``Alert``).
"""

from __future__ import annotations

from .base import Identified, Moment


class Alert(Identified):
    """One alert."""

    type: str | None = None
    """What is watched: ``bounce_rate`` in the reference."""
    threshold: float | None = None
    """In the unit of what is watched; percent for rates."""
    channel: str | None = None
    """How it notifies: ``email`` in the reference."""
    active: bool | None = None
    created_at: Moment = None
    updated_at: Moment = None
