"""Models of account."""

from __future__ import annotations

from .base import Id, Model


class AccountDetails(Model):
    """Whose account it is."""

    company_id: Id | None = None
    company_name: str | None = None
    default_sending_domain: str | None = None
    plan: str | None = None
    status: str | None = None
    timezone: str | None = None
