"""Models of email activity."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Id, Identified, Model, Moment


class EmailActivityMessage(Identified):
    """A message and how it stands."""

    to: str | None = None
    from_: Annotated[str | None, Field(alias="from")] = None
    subject: str | None = None
    status: str | None = None
    timestamp: Moment = None


class MessageExport(Model):
    """A file that messages are written to in the background."""

    download_id: Id | None = None
    status: str | None = None
    download_url: str | None = None
