"""Models of suppression."""

from __future__ import annotations

from .base import Model


class SuppressionInfo(Model):
    """Suppression info."""

    added: int | None = None
