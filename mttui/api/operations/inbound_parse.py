"""Inbound parse: messages that come in are taken apart and posted to a URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.inbound_parse import ParseSetting, ParseStats


class InboundParseStats(Resource, id="inbound_parse.stats", section="Inbound Parse"):
    """How many messages were taken apart."""

    @operation("GET", "/v1/inbound-parse/stats")
    async def list(self) -> Page[ParseStats]:
        """List how many inbound messages were taken apart."""


class InboundParseSettings(Resource, id="inbound_parse.settings", section="Inbound Parse"):
    """Where the messages of a host are posted to, and how."""

    @operation("GET", "/v1/inbound-parse/settings")
    async def list(self) -> Page[ParseSetting]:
        """List all parse settings."""

    @operation(
        "POST", "/v1/inbound-parse/settings", effect=Effect.CHANGE, refreshes=("inbound_parse.settings",)
    )
    async def create(
        self, *, hostname: str, url: str, spam_check: bool | None = None, send_raw: bool | None = None
    ) -> ParseSetting:
        """Have the mail of a host taken apart and posted to a URL.

        Args:
            hostname: the host whose mail is taken apart, as ``parse.example.com``.
            url: where parsed messages are posted to; ``https://``.
            spam_check: whether each message is checked for spam.
            send_raw: whether the message is posted as it came instead of its parsed fields.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/inbound-parse/settings/{hostname}")
    async def get(self, hostname: str) -> ParseSetting:
        """Get the parse setting of a hostname.

        Args:
            hostname: the host whose mail is taken apart, as ``parse.example.com``.

        Raises:
            NotFound: there is no such parse setting (``PARSE_SETTING_NOT_FOUND``).
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
        """Update the parse setting of a host; fields that are left out stay as they are.

        Args:
            hostname: the host whose mail is taken apart, as ``parse.example.com``.
            url: where parsed messages are posted to; ``https://``.
            spam_check: whether each message is checked for spam.
            send_raw: whether the message is posted as it came instead of its parsed fields.

        Raises:
            NotFound: there is no such parse setting (``PARSE_SETTING_NOT_FOUND``).
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation(
        "DELETE",
        "/v1/inbound-parse/settings/{hostname}",
        effect=Effect.DESTROY,
        refreshes=("inbound_parse.settings",),
    )
    async def delete(self, hostname: str) -> Done:
        """Delete the parse setting of a host; its mail is no longer posted anywhere.

        Args:
            hostname: the host whose mail is taken apart, as ``parse.example.com``.

        Raises:
            NotFound: there is no such parse setting (``PARSE_SETTING_NOT_FOUND``).
        """


class InboundParse(Resource, id="inbound_parse", section="Inbound Parse"):
    """Messages that come in, taken apart."""

    settings = Child(InboundParseSettings)
    stats = Child(InboundParseStats)
