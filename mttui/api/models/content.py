"""Models of content."""

from __future__ import annotations

from typing import Any

from .base import Model


class LintReport(Model):
    """What is wrong with a message."""

    score: int | None = None
    issues: tuple[Any, ...] = ()
    warnings: tuple[Any, ...] = ()
