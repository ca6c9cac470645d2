"""Models of preview."""

from __future__ import annotations

from .base import Identified, Model


class PreviewInfo(Model):
    """Preview info."""


class PreviewInboxInfoScreenshot(Model):
    """Preview inbox info screenshot."""

    client: str | None = None
    device: str | None = None
    image_url: str | None = None


class PreviewInboxInfo(Identified):
    """Preview inbox info."""

    status: str | None = None
    screenshots: tuple[PreviewInboxInfoScreenshot, ...] = ()
