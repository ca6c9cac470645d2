"""Email activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.email_activity import EmailActivityMessage, MessageExport


class EmailActivityMessages(Resource, id="email_activity.messages", section="Email Activity"):
    """Email activity messages."""

    @operation("GET", "/v1/email-activity/messages", paged=True)
    async def list(
        self, *, page: int | None = None, per_page: int | None = None
    ) -> Page[EmailActivityMessage]:
        """Search message activity, with paging and filters.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("GET", "/v1/email-activity/messages/{id}")
    async def get(self, id: str) -> EmailActivityMessage:
        """Get one message's details.

        Args:
            id: the message's id.

        Raises:
            NotFound: there is none of that id.
        """


class EmailActivityExport(Resource, id="email_activity.export", section="Email Activity"):
    """Email activity export."""

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
        date_from: str | None = None,
        date_to: str | None = None,
    ) -> MessageExport:
        """Request an asynchronous export of message activity.

        Args:
            to: to.
            from_: from .
            subject: subject.
            status: status.
            date_from: date from.
            date_to: date to.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/email-activity/export/{id}")
    async def get(self, id: str) -> MessageExport:
        """Get the status of a message activity export job.

        Args:
            id: the export's id.

        Raises:
            NotFound: there is none of that id.
        """


class EmailActivity(Resource, id="email_activity", section="Email Activity"):
    """Email activity."""

    export = Child(EmailActivityExport)
    messages = Child(EmailActivityMessages)
