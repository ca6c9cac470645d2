"""Models of threads."""

from __future__ import annotations

from .base import Model


class Thread(Model):
    """A conversation by mail."""


class ThreadMessage(Model):
    """One message of a conversation."""


class ThreadLabels(Model):
    """A conversation after its labels were set."""


class ThreadStatus(Model):
    """A conversation after its status was set."""
