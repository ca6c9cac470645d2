"""Verified senders: addresses whose owner followed the link that was mailed to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.verified_senders import (
        SenderDomainWarnings,
        SenderSteps,
        VerifiedSender,
    )


class VerifiedSendersStepsCompleted(
    Resource, id="verified_senders.steps_completed", section="Verified Senders"
):
    """What is done of what makes a sender fit to send."""

    @operation("GET", "/v1/verified-senders/{id}/steps-completed")
    async def get(self, id: str) -> SenderSteps:
        """Get what is done and what is left to do before a sender may send.

        Args:
            id: the verified sender's id.

        Raises:
            NotFound: there is no such verified sender.
        """


class VerifiedSendersDomainWarnings(
    Resource, id="verified_senders.domain_warnings", section="Verified Senders"
):
    """What is wrong with the domain of a sender."""

    @operation("GET", "/v1/verified-senders/{id}/domain-warnings")
    async def get(self, id: str) -> SenderDomainWarnings:
        """Get what is wrong with SPF and DKIM of a sender's domain.

        Args:
            id: the verified sender's id.

        Raises:
            NotFound: there is no such verified sender.
        """


class VerifiedSenders(Resource, id="verified_senders", section="Verified Senders"):
    """Senders that prove their address by a token."""

    domain_warnings = Child(VerifiedSendersDomainWarnings)
    steps_completed = Child(VerifiedSendersStepsCompleted)

    @operation("GET", "/v1/verified-senders")
    async def list(self) -> Page[VerifiedSender]:
        """List all verified senders."""

    @operation("POST", "/v1/verified-senders", effect=Effect.SEND, refreshes=("verified_senders",))
    async def create(
        self,
        *,
        from_email: str,
        from_name: str | None = None,
        reply_to: str | None = None,
        nickname: str | None = None,
    ) -> VerifiedSender:
        """Create a sender; a mail with a token goes to its address.

        Args:
            from_email: the address that mail comes from.
            from_name: the name that readers see.
            reply_to: the address that answers go to.
            nickname: what people in the account call it.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation(
        "PUT",
        "/v1/verified-senders/{id}",
        effect=Effect.CHANGE,
        refreshes=("verified_senders",),
        alternate_method="PATCH",
    )
    async def update(
        self,
        id: str,
        *,
        from_email: str | None = None,
        from_name: str | None = None,
        reply_to: str | None = None,
        nickname: str | None = None,
    ) -> VerifiedSender:
        """Update a verified sender; fields that are left out stay as they are.

        Args:
            id: the verified sender's id.
            from_email: the address that mail comes from.
            from_name: the name that readers see.
            reply_to: the address that answers go to.
            nickname: what people in the account call it.

        Raises:
            NotFound: there is no such verified sender.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/verified-senders/{id}", effect=Effect.DESTROY, refreshes=("verified_senders",))
    async def delete(self, id: str) -> Done:
        """Delete a verified sender.

        Args:
            id: the verified sender's id.

        Raises:
            NotFound: there is no such verified sender.
        """

    @operation(
        "POST", "/v1/verified-senders/{id}/resend", effect=Effect.SEND, refreshes=("verified_senders",)
    )
    async def resend(self, id: str) -> Done:
        """Mail the token to a sender again.

        Args:
            id: the verified sender's id.

        Raises:
            NotFound: there is no such verified sender.
            Conflict: it is verified already.
        """

    @operation("POST", "/v1/verified-senders/verify", effect=Effect.CHANGE, refreshes=("verified_senders",))
    async def verify(self, *, token: str) -> Done:
        """Verify a sender with the token that was mailed to it.

        Args:
            token: what the mail says.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """
