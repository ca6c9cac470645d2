"""Models of mail settings."""

from __future__ import annotations

from typing import Any

from .base import Model


class MailSetting(Model):
    """A setting and whether it is on."""

    name: str | None = None
    enabled: bool | None = None


class BouncePurgeSetting(Model):
    """After how many days bounced addresses are forgotten."""

    enabled: bool | None = None
    hard_bounces_purge_after_days: int | None = None
    soft_bounces_purge_after_days: int | None = None


class ForwardBounceSetting(Model):
    """Whether bounces are passed on, and to whom."""

    enabled: bool | None = None
    email: Any | None = None


class ForwardSpamSetting(Model):
    """Whether spam reports are passed on, and to whom."""

    enabled: bool | None = None
    email: Any | None = None


class AddressWhitelistSetting(Model):
    """Addresses that mail always goes to.

    The reference shows no fields; these are the sandbox's own.
    """

    enabled: bool | None = None
    list: tuple[str, ...] = ()


class TemplateSetting(Model):
    """HTML around every message.

    The reference shows no fields; these are the sandbox's own.
    """

    enabled: bool | None = None
    html: str | None = None
