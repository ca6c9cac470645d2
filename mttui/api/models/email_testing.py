"""Models of email testing."""

from __future__ import annotations

from typing import Any

from .base import Identified, Model


class CodeAnalysis(Identified):
    """Email testing code analysi."""

    status: str | None = None
    issues: tuple[Any, ...] = ()
    score: int | None = None


class LinkValidation(Identified):
    """Email testing link validation info."""

    status: str | None = None
    total_links: int | None = None
    broken_links: int | None = None


class ImageValidation(Identified):
    """Email testing image validation info."""

    status: str | None = None
    total_images: int | None = None
    broken_images: int | None = None


class ImageOptimization(Model):
    """Email testing image optimization info."""

    optimized: int | None = None
    total_saved: str | None = None


class AccessibilityCheck(Identified):
    """Email testing accessibility info."""

    status: str | None = None
    issues: tuple[Any, ...] = ()
    score: int | None = None
