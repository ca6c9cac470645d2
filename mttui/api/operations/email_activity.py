"""Email activity: every message with how it stands, and exports of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import When
    from ..models.email_activity import EmailActivityMessage, MessageExport


class EmailActivityMessages(Resource, id="email_activity.messages", section="Email Activity"):
    """Messages, each with its latest state."""

    @operation("GET", "/v1/email-activity/messages", paged=True)
    async def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        to: str | None = None,
        from_: str | None = None,
        subject: str | None = None,
        status: str | None = None,
        date_from: When | None = None,
        date_to: When | None = None,
    ) -> Page[EmailActivityMessage]:
        """Search messages, the latest first.

        The reference speaks of filters without naming them; these are those of the export.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            to: the recipient's address.
            from_: the sender's address.
            subject: words of the subject line.
            status: ``queued``, ``sending``, ``sent``, ``delivered`` or ``bounced``.
            date_from: the first moment or day that counts.
            date_to: the last moment or day that counts.
        """

    @operation("GET", "/v1/email-activity/messages/{id}")
    async def get(self, id: str) -> EmailActivityMessage:
        """Get one message with how it stands.

        Args:
            id: the message's id.

        Raises:
            NotFound: there is no such message (``MESSAGE_NOT_FOUND``).
        """


class EmailActivityExport(Resource, id="email_activity.export", section="Email Activity"):
    """Message activity written to a file."""

    @operation(
        "POST", "/v1/email-activity/export", effect=Effect.CHANGE, refreshes=("email_activity.export",)
    )
    async def create(
        self,
        *,
        to: str | None = None,
        from_: str | None = None,
        subject: str | None = None,
        status: str | None = None,
        date_from: When | None = None,
        date_to: When | None = None,
    ) -> MessageExport:
        """Start an export of message activity to a CSV file.

        It runs in the background: read it with ``email_activity.export.get``.

        Args:
            to: the recipient's address.
            from_: the sender's address.
            subject: words of the subject line.
            status: ``queued``, ``sending``, ``sent``, ``delivered`` or ``bounced``.
            date_from: the first moment or day that counts.
            date_to: the last moment or day that counts.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/email-activity/export/{id}")
    async def get(self, id: str) -> MessageExport:
        """Get how an export stands, and its download link once it is completed.

        Args:
            id: the export's id.

        Raises:
            NotFound: there is no such export (``MESSAGE_EXPORT_NOT_FOUND``).
        """


class EmailActivity(Resource, id="email_activity", section="Email Activity"):
    """Every message and how it stands."""

    export = Child(EmailActivityExport)
    messages = Child(EmailActivityMessages)
