"""Models of email activity."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Id, Identified, Model, Moment


class EmailActivityMessage(Identified):
    """Email activity message."""

    to: str | None = None
    from_: Annotated[str | None, Field(alias="from")] = None
    subject: str | None = None
    status: str | None = None
    timestamp: Moment = None


class MessageExport(Model):
    """Email activity export info."""

    download_id: Id | None = None
    status: str | None = None
    download_url: str | None = None
