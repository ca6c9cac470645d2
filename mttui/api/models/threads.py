"""Models of threads."""

from __future__ import annotations

from .base import Model


class Thread(Model):
    """Thread."""


class ThreadMessage(Model):
    """Threads message."""


class ThreadLabels(Model):
    """Threads label."""


class ThreadStatus(Model):
    """Threads status info."""
