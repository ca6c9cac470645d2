"""Models of email testing."""

from __future__ import annotations

from typing import Any

from .base import Identified, Model


class EmailTestingCodeAnalysi(Identified):
    """Email testing code analysi."""

    status: str | None = None
    issues: tuple[Any, ...] = ()
    score: int | None = None


class EmailTestingLinkValidationInfo(Identified):
    """Email testing link validation info."""

    status: str | None = None
    total_links: int | None = None
    broken_links: int | None = None


class EmailTestingImageValidationInfo(Identified):
    """Email testing image validation info."""

    status: str | None = None
    total_images: int | None = None
    broken_images: int | None = None


class EmailTestingImageOptimizationInfo(Model):
    """Email testing image optimization info."""

    optimized: int | None = None
    total_saved: str | None = None


class EmailTestingAccessibilityInfo(Identified):
    """Email testing accessibility info."""

    status: str | None = None
    issues: tuple[Any, ...] = ()
    score: int | None = None
