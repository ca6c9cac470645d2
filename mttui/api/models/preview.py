"""Models of preview."""

from __future__ import annotations

from typing import Any

from .base import Identified, Model


class PreviewResult(Model):
    """A message filled in, or what a spam filter would say of it.

    The reference shows no fields; these are the sandbox's own.
    """

    html: str | None = None
    subject: str | None = None
    score: float | None = None
    is_spam: bool | None = None
    rules: tuple[Any, ...] = ()


class InboxScreenshot(Model):
    """A picture of a message in one mail client."""

    client: str | None = None
    device: str | None = None
    image_url: str | None = None


class InboxPreview(Identified):
    """Pictures of a message in several mail clients."""

    status: str | None = None
    screenshots: tuple[InboxScreenshot, ...] = ()
