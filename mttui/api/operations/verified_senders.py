"""Verified senders."""

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
    """Verified senders steps completed."""

    @operation("GET", "/v1/verified-senders/{id}/steps-completed")
    async def get(self, id: str) -> SenderSteps:
        """Get the verification steps a sender has completed.

        Args:
            id: the steps completed's id.

        Raises:
            NotFound: there is none of that id.
        """


class VerifiedSendersDomainWarnings(
    Resource, id="verified_senders.domain_warnings", section="Verified Senders"
):
    """Verified senders domain warnings."""

    @operation("GET", "/v1/verified-senders/{id}/domain-warnings")
    async def get(self, id: str) -> SenderDomainWarnings:
        """Get the domain warnings (SPF and DKIM issues) of a sender.

        Args:
            id: the domain warning's id.

        Raises:
            NotFound: there is none of that id.
        """


class VerifiedSenders(Resource, id="verified_senders", section="Verified Senders"):
    """Verified senders."""

    domain_warnings = Child(VerifiedSendersDomainWarnings)
    steps_completed = Child(VerifiedSendersStepsCompleted)

    @operation("GET", "/v1/verified-senders")
    async def list(self) -> Page[VerifiedSender]:
        """List all verified senders."""

    @operation("POST", "/v1/verified-senders", effect=Effect.SEND, refreshes=("verified_senders",))
    async def create(
        self,
        *,
        from_email: str | None = None,
        from_name: str | None = None,
        reply_to: str | None = None,
        nickname: str | None = None,
    ) -> VerifiedSender:
        """Create a verified sender.

        Args:
            from_email: from email.
            from_name: from name.
            reply_to: reply to.
            nickname: nickname.

        Raises:
            Unprocessable: a field is missing or not accepted.
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
        """Update a verified sender.

        Args:
            id: the verified sender's id.
            from_email: the address.
            from_name: the name that readers see.
            reply_to: where answers go.
            nickname: what people in the account call it.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/verified-senders/{id}", effect=Effect.DESTROY, refreshes=("verified_senders",))
    async def delete(self, id: str) -> Done:
        """Delete a verified sender.

        Args:
            id: the verified sender's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation(
        "POST", "/v1/verified-senders/{id}/resend", effect=Effect.SEND, refreshes=("verified_senders",)
    )
    async def resend(self, id: str) -> Done:
        """Resend the verification email.

        Args:
            id: the verified sender's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("POST", "/v1/verified-senders/verify", effect=Effect.CHANGE, refreshes=("verified_senders",))
    async def verify(self, *, token: str | None = None) -> Done:
        """Verify a sender with the token from the verification email.

        Args:
            token: token, as ``...``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """
