"""Models of senders."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .base import Id, Identified


class Sender(Identified):
    """A name and an address that mail comes from."""

    email: str | None = None
    name: str | None = None
    domain: str | None = None
    domain_id: Id | None = None
    domain_status: str | None = None
    domain_assignment: str | None = None
    message: str | None = None
    spf: bool | None = None
    dkim: bool | None = None
    dmarc: bool | None = None
    validate_: Annotated[bool | None, Field(alias="validate")] = None
    permitted: bool | None = None
    used: bool | None = None
    deleted: bool | None = None
    use_suggestion_value: bool | None = None
    amp_status: Any | None = None
    last_validate: Any | None = None
    last_update_config: Any | None = None
