"""SMTP credentials: user names and passwords for sending over SMTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.smtp_credentials import SmtpCredential


class SmtpCredentials(Resource, id="smtp_credentials", section="SMTP Credentials"):
    """User names and passwords for sending by SMTP."""

    @operation("GET", "/v1/smtp-credentials")
    async def list(self) -> Page[SmtpCredential]:
        """List SMTP credentials; passwords are masked."""

    @operation("POST", "/v1/smtp-credentials", effect=Effect.CHANGE, refreshes=("smtp_credentials",))
    async def create(self, *, username: str | None = None, name: str | None = None) -> SmtpCredential:
        """Create an SMTP credential; its password is shown only in this answer.

        Args:
            username: the name to sign in with; the platform makes one up where it is left out.
            name: what people call it. Only the sandbox is known to take it.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation(
        "DELETE",
        "/v1/smtp-credentials/{id}",
        effect=Effect.DESTROY,
        refreshes=("smtp_credentials", "sending_queues", "stats"),
    )
    async def delete(self, id: str) -> Done:
        """Delete an SMTP credential: nobody can send with it any more, rightful senders included.

        Args:
            id: the credential's id.

        Raises:
            NotFound: there is no such credential.
        """
