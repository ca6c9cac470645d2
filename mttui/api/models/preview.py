"""Models of preview."""

from __future__ import annotations

from .base import Identified, Model


class PreviewResult(Model):
    """A message filled in, or what a spam filter would say of it."""


class InboxScreenshot(Model):
    """A picture of a message in one mail client."""

    client: str | None = None
    device: str | None = None
    image_url: str | None = None


class InboxPreview(Identified):
    """Pictures of a message in several mail clients."""

    status: str | None = None
    screenshots: tuple[InboxScreenshot, ...] = ()
