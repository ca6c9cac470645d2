"""Mail settings: what is done to every message, and with what comes back."""

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
    """HTML around every message."""

    @operation("GET", "/v1/mail-settings/template")
    async def get(self) -> TemplateSetting:
        """Get the HTML around every message."""

    @operation(
        "PATCH",
        "/v1/mail-settings/template",
        effect=Effect.CHANGE,
        refreshes=("mail_settings.template",),
        alternate_method="PUT",
    )
    async def update(self, *, enabled: bool | None = None, html: str | None = None) -> TemplateSetting:
        """Set the HTML around every message that is sent from now on.

        Args:
            enabled: whether the setting is on.
            html: the HTML. Only the sandbox is known to take it.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class MailSettingsForwardBounce(Resource, id="mail_settings.forward_bounce", section="Mail Settings"):
    """Whether bounces are passed on by mail."""

    @operation("GET", "/v1/mail-settings/forward-bounce")
    async def get(self) -> ForwardBounceSetting:
        """Get whether bounces are passed on, and to whom."""

    @operation(
        "PATCH",
        "/v1/mail-settings/forward-bounce",
        effect=Effect.CHANGE,
        refreshes=("mail_settings.forward_bounce",),
        alternate_method="PUT",
    )
    async def update(self, *, enabled: bool | None = None, email: str | None = None) -> ForwardBounceSetting:
        """Set whether bounces are passed on, and to whom.

        Args:
            enabled: whether the setting is on.
            email: the address that they go to.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class MailSettingsAddressWhitelist(Resource, id="mail_settings.address_whitelist", section="Mail Settings"):
    """Addresses and domains that mail always goes to."""

    @operation("GET", "/v1/mail-settings/address-whitelist")
    async def get(self) -> AddressWhitelistSetting:
        """Get the addresses that mail always goes to."""

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
        """Update the addresses that mail always goes to.

        What is left out stays as it is; so for all these settings.

        Args:
            enabled: whether the setting is on.
            list: addresses and domains, all of them. Only the sandbox is known to take it.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class MailSettingsForwardSpam(Resource, id="mail_settings.forward_spam", section="Mail Settings"):
    """Whether spam reports are passed on by mail."""

    @operation("GET", "/v1/mail-settings/forward-spam")
    async def get(self) -> ForwardSpamSetting:
        """Get whether spam reports are passed on, and to whom."""

    @operation(
        "PATCH",
        "/v1/mail-settings/forward-spam",
        effect=Effect.CHANGE,
        refreshes=("mail_settings.forward_spam",),
        alternate_method="PUT",
    )
    async def update(self, *, enabled: bool | None = None, email: str | None = None) -> ForwardSpamSetting:
        """Set whether spam reports are passed on, and to whom.

        Args:
            enabled: whether the setting is on.
            email: the address that they go to.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class MailSettingsBouncePurge(Resource, id="mail_settings.bounce_purge", section="Mail Settings"):
    """After how many days bounced addresses are forgotten."""

    @operation("GET", "/v1/mail-settings/bounce-purge")
    async def get(self) -> BouncePurgeSetting:
        """Get after how many days bounced addresses are forgotten."""

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
        """Set after how many days bounced addresses are forgotten.

        An address that is forgotten gets mail again.

        Args:
            enabled: whether the setting is on.
            hard_bounces_purge_after_days: days that a hard bounce is kept.
            soft_bounces_purge_after_days: days that a soft bounce is kept.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class MailSettings(Resource, id="mail_settings", section="Mail Settings"):
    """Mail settings, and which are on."""

    address_whitelist = Child(MailSettingsAddressWhitelist)
    bounce_purge = Child(MailSettingsBouncePurge)
    forward_bounce = Child(MailSettingsForwardBounce)
    forward_spam = Child(MailSettingsForwardSpam)
    template = Child(MailSettingsTemplate)

    @operation("GET", "/v1/mail-settings")
    async def list(self) -> Page[MailSetting]:
        """List the mail settings and which are on."""
