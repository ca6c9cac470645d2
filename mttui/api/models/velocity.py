"""Velocity control: rules on rates, the events they raise, and the sending status."""

from __future__ import annotations

from .base import Id, Identified, Model, Moment


class VelocityRule(Identified):
    """A rule that watches one rate and acts when it is passed."""

    name: str = ""
    metric: str | None = None
    """What is watched; the reference shows only ``bounce_rate``."""
    threshold: float | None = None
    """Percent; the rule fires strictly above it."""
    action: str | None = None
    """What happens to sending: ``pause`` in the reference."""
    cooldown_minutes: float | None = None
    active: bool | None = None
    created_at: Moment = None


class VelocityEvent(Identified):
    """One time that a rule fired."""

    rule_id: Id | None = None
    rule_name: str = ""
    triggered_at: Moment = None
    action: str | None = None
    metric_value: float | None = None
    """The rate when it fired, in percent."""
    threshold: float | None = None
    """The rule's threshold then, in percent."""
    status: str | None = None
    """``active`` in the reference; others are shown as they come."""


class VelocityStatus(Model):
    """The state of sending as a whole."""

    active_rules: int | None = None
    active_events: int | None = None
    sending_status: str | None = None
    """``throttled`` in the reference; the sandbox also says ``active`` and ``paused``."""
    last_checked: Moment = None
