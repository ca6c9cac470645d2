"""The states of sending, in a glyph and a word."""

from __future__ import annotations

from mttui.stores.watch import Sending
from mttui.text import Role, Span

SENDING_SIGNS: dict[Sending, Span] = {
    Sending.ACTIVE: Span("● ACTIVE", Role.GOOD),
    Sending.THROTTLED: Span("◐ THROTTLED", Role.WARN),
    Sending.PAUSED: Span("■ PAUSED", Role.BAD),
    Sending.UNKNOWN: Span("? unknown", Role.MUTED),
}
"""Glyph and word of each state of sending."""
