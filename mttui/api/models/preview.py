"""Models of preview."""

from __future__ import annotations

from .base import Identified, Model


class PreviewResult(Model):
    """Preview info."""


class InboxScreenshot(Model):
    """Preview inbox info screenshot."""

    client: str | None = None
    device: str | None = None
    image_url: str | None = None


class InboxPreview(Identified):
    """Preview inbox info."""

    status: str | None = None
    screenshots: tuple[InboxScreenshot, ...] = ()
