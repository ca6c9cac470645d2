"""Models of sso."""

from __future__ import annotations

from .base import Id, Identified, Moment


class SsoConfig(Identified):
    """How people sign in through the company's directory."""

    enabled: bool | None = None
    provider: str | None = None
    entity_id: Id | None = None
    sign_on_url: str | None = None
    certificate: str | None = None
    created_at: Moment = None
    updated_at: Moment = None
