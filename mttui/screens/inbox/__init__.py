"""The inbox: threads in splits, a reading pane, replies, drafts, snoozes and clocks."""

from __future__ import annotations

from .screen import InboxScreen

__all__ = ["InboxScreen"]
