"""Models of mail settings."""

from __future__ import annotations

from typing import Any

from .base import Model


class MailSetting(Model):
    """Mail setting."""

    name: str | None = None
    enabled: bool | None = None


class BouncePurgeSetting(Model):
    """Mail settings bounce purge info."""

    enabled: bool | None = None
    hard_bounces_purge_after_days: int | None = None
    soft_bounces_purge_after_days: int | None = None


class ForwardBounceSetting(Model):
    """Mail settings forward bounce info."""

    enabled: bool | None = None
    email: Any | None = None


class ForwardSpamSetting(Model):
    """Mail settings forward spam info."""

    enabled: bool | None = None
    email: Any | None = None


class AddressWhitelistSetting(Model):
    """Mail settings address whitelist info."""


class TemplateSetting(Model):
    """Mail settings template info."""
