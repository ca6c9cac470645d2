"""Models of mail settings."""

from __future__ import annotations

from typing import Any

from .base import Model


class MailSetting(Model):
    """Mail setting."""

    name: str | None = None
    enabled: bool | None = None


class MailSettingsBouncePurgeInfo(Model):
    """Mail settings bounce purge info."""

    enabled: bool | None = None
    hard_bounces_purge_after_days: int | None = None
    soft_bounces_purge_after_days: int | None = None


class MailSettingsForwardBounceInfo(Model):
    """Mail settings forward bounce info."""

    enabled: bool | None = None
    email: Any | None = None


class MailSettingsForwardSpamInfo(Model):
    """Mail settings forward spam info."""

    enabled: bool | None = None
    email: Any | None = None


class MailSettingsAddressWhitelistInfo(Model):
    """Mail settings address whitelist info."""


class MailSettingsTemplateInfo(Model):
    """Mail settings template info."""
