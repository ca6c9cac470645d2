"""Models of threads."""

from __future__ import annotations

from .base import Model


class Thread(Model):
    """Thread."""


class ThreadsMessage(Model):
    """Threads message."""


class ThreadsLabel(Model):
    """Threads label."""


class ThreadsStatusInfo(Model):
    """Threads status info."""
