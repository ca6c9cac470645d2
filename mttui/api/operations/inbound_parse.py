"""Inbound parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.inbound_parse import ParseSetting, ParseStats


class InboundParseStats(Resource, id="inbound_parse.stats", section="Inbound Parse"):
    """Inbound parse stats."""

    @operation("GET", "/v1/inbound-parse/stats")
    async def list(self) -> Page[ParseStats]:
        """Get inbound parse statistics."""


class InboundParseSettings(Resource, id="inbound_parse.settings", section="Inbound Parse"):
    """Inbound parse settings."""

    @operation("GET", "/v1/inbound-parse/settings")
    async def list(self) -> Page[ParseSetting]:
        """List all inbound parse settings."""

    @operation(
        "POST", "/v1/inbound-parse/settings", effect=Effect.CHANGE, refreshes=("inbound_parse.settings",)
    )
    async def create(
        self, *, hostname: str, url: str, spam_check: bool | None = None, send_raw: bool | None = None
    ) -> ParseSetting:
        """Create an inbound parse setting.

        Args:
            hostname: hostname.
            url: url.
            spam_check: spam check.
            send_raw: send raw.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/inbound-parse/settings/{hostname}")
    async def get(self, hostname: str) -> ParseSetting:
        """Get the parse setting of a hostname.

        Args:
            hostname: the setting's hostname.

        Raises:
            NotFound: there is none of that id.
        """

    @operation(
        "PUT",
        "/v1/inbound-parse/settings/{hostname}",
        effect=Effect.CHANGE,
        refreshes=("inbound_parse.settings",),
        alternate_method="PATCH",
    )
    async def update(
        self,
        hostname: str,
        *,
        url: str | None = None,
        spam_check: bool | None = None,
        send_raw: bool | None = None,
    ) -> ParseSetting:
        """Update the parse setting of a hostname.

        Args:
            hostname: the setting's hostname.
            url: where parsed messages are posted to; ``https://``.
            spam_check: whether each message is checked for spam.
            send_raw: whether the message is posted as it came instead of its parsed fields.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation(
        "DELETE",
        "/v1/inbound-parse/settings/{hostname}",
        effect=Effect.DESTROY,
        refreshes=("inbound_parse.settings",),
    )
    async def delete(self, hostname: str) -> Done:
        """Delete the parse setting of a hostname.

        Args:
            hostname: the setting's hostname.

        Raises:
            NotFound: there is none of that id.
        """


class InboundParse(Resource, id="inbound_parse", section="Inbound Parse"):
    """Inbound parse."""

    settings = Child(InboundParseSettings)
    stats = Child(InboundParseStats)
