"""Models of email testing."""

from __future__ import annotations

from typing import Any

from .base import Identified, Model, Moment


class CodeAnalysis(Identified):
    """Whether mail clients understand a message's HTML."""

    status: str | None = None
    issues: tuple[Any, ...] = ()
    score: int | None = None


class LinkValidation(Identified):
    """Whether a message's links lead somewhere."""

    status: str | None = None
    total_links: int | None = None
    broken_links: int | None = None
    broken: tuple[Any, ...] = ()
    """The sandbox's own, as those below."""
    created_at: Moment = None


class ImageValidation(Identified):
    """Whether a message's images load."""

    status: str | None = None
    total_images: int | None = None
    broken_images: int | None = None
    broken: tuple[Any, ...] = ()
    """The sandbox's own, as those below."""
    created_at: Moment = None


class ImageOptimization(Model):
    """What was saved on a message's images."""

    optimized: int | None = None
    total_saved: str | None = None


class AccessibilityCheck(Identified):
    """Whether people with disabilities can read a message."""

    status: str | None = None
    issues: tuple[Any, ...] = ()
    score: int | None = None
    created_at: Moment = None
    """The sandbox's own."""
