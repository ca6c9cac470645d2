"""Mail settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.mail_settings import (
        AddressWhitelistSetting,
        BouncePurgeSetting,
        ForwardBounceSetting,
        ForwardSpamSetting,
        MailSetting,
        TemplateSetting,
    )


class MailSettingsTemplate(Resource, id="mail_settings.template", section="Mail Settings"):
    """Mail settings template."""

    @operation("GET", "/v1/mail-settings/template")
    async def get(self) -> TemplateSetting:
        """Get the template setting."""

    @operation(
        "PATCH",
        "/v1/mail-settings/template",
        effect=Effect.CHANGE,
        refreshes=("mail_settings.template",),
        alternate_method="PUT",
    )
    async def update(self, *, enabled: bool | None = None, html: str | None = None) -> TemplateSetting:
        """Update the template setting.

        Args:
            enabled: whether the setting is used.
            html: HTML around every message. The sandbox's own.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class MailSettingsForwardBounce(Resource, id="mail_settings.forward_bounce", section="Mail Settings"):
    """Mail settings forward bounce."""

    @operation("GET", "/v1/mail-settings/forward-bounce")
    async def get(self) -> ForwardBounceSetting:
        """Get the forward bounce setting."""

    @operation(
        "PATCH",
        "/v1/mail-settings/forward-bounce",
        effect=Effect.CHANGE,
        refreshes=("mail_settings.forward_bounce",),
        alternate_method="PUT",
    )
    async def update(self, *, enabled: bool | None = None, email: str | None = None) -> ForwardBounceSetting:
        """Update the forward bounce setting.

        Args:
            enabled: enabled.
            email: email.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class MailSettingsAddressWhitelist(Resource, id="mail_settings.address_whitelist", section="Mail Settings"):
    """Mail settings address whitelist."""

    @operation("GET", "/v1/mail-settings/address-whitelist")
    async def get(self) -> AddressWhitelistSetting:
        """Get the address whitelist setting."""

    @operation(
        "PATCH",
        "/v1/mail-settings/address-whitelist",
        effect=Effect.CHANGE,
        refreshes=("mail_settings.address_whitelist",),
        alternate_method="PUT",
    )
    async def update(
        self, *, enabled: bool | None = None, list: Sequence[str] | None = None
    ) -> AddressWhitelistSetting:
        """Update the address whitelist setting.

        Args:
            enabled: whether the setting is used.
            list: addresses and domains that mail always goes to. The sandbox's own.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class MailSettingsForwardSpam(Resource, id="mail_settings.forward_spam", section="Mail Settings"):
    """Mail settings forward spam."""

    @operation("GET", "/v1/mail-settings/forward-spam")
    async def get(self) -> ForwardSpamSetting:
        """Get the forward spam setting."""

    @operation(
        "PATCH",
        "/v1/mail-settings/forward-spam",
        effect=Effect.CHANGE,
        refreshes=("mail_settings.forward_spam",),
        alternate_method="PUT",
    )
    async def update(self, *, enabled: bool | None = None, email: str | None = None) -> ForwardSpamSetting:
        """Update the forward spam setting.

        Args:
            enabled: enabled.
            email: email.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class MailSettingsBouncePurge(Resource, id="mail_settings.bounce_purge", section="Mail Settings"):
    """Mail settings bounce purge."""

    @operation("GET", "/v1/mail-settings/bounce-purge")
    async def get(self) -> BouncePurgeSetting:
        """Get the bounce purge setting."""

    @operation(
        "PATCH",
        "/v1/mail-settings/bounce-purge",
        effect=Effect.CHANGE,
        refreshes=("mail_settings.bounce_purge",),
        alternate_method="PUT",
    )
    async def update(
        self,
        *,
        enabled: bool | None = None,
        hard_bounces_purge_after_days: int | None = None,
        soft_bounces_purge_after_days: int | None = None,
    ) -> BouncePurgeSetting:
        """Update the bounce purge setting.

        Args:
            enabled: enabled.
            hard_bounces_purge_after_days: hard bounces purge after days.
            soft_bounces_purge_after_days: soft bounces purge after days.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class MailSettings(Resource, id="mail_settings", section="Mail Settings"):
    """Mail settings."""

    address_whitelist = Child(MailSettingsAddressWhitelist)
    bounce_purge = Child(MailSettingsBouncePurge)
    forward_bounce = Child(MailSettingsForwardBounce)
    forward_spam = Child(MailSettingsForwardSpam)
    template = Child(MailSettingsTemplate)

    @operation("GET", "/v1/mail-settings")
    async def list(self) -> Page[MailSetting]:
        """List all mail settings."""
