"""Data privacy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.data_privacy import ErasureRequest, OptOutRequest, PrivacyRequest


class DataPrivacyRequests(Resource, id="data_privacy.requests", section="Data Privacy"):
    """Data privacy requests."""

    @operation("GET", "/v1/data-privacy/requests/{id}")
    async def get(self, id: str) -> PrivacyRequest:
        """Get the status of a data privacy request.

        Args:
            id: the request's id.

        Raises:
            NotFound: there is none of that id.
        """


class DataPrivacyRtbf(Resource, id="data_privacy.rtbf", section="Data Privacy"):
    """Data privacy rtbf."""

    @operation("POST", "/v1/data-privacy/rtbf", effect=Effect.DESTROY, refreshes=("data_privacy.rtbf",))
    async def create(self, *, email: str | None = None) -> ErasureRequest:
        """Create a right-to-be-forgotten request that deletes all of a contact's data.

        Args:
            email: email, as ``user@example.com``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class DataPrivacyOptOut(Resource, id="data_privacy.opt_out", section="Data Privacy"):
    """Data privacy opt out."""

    @operation("POST", "/v1/data-privacy/opt-out", effect=Effect.CHANGE, refreshes=("data_privacy.opt_out",))
    async def create(self, *, email: str | None = None) -> OptOutRequest:
        """Create an opt-out request; the contact receives no more email.

        Args:
            email: email, as ``user@example.com``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class DataPrivacy(Resource, id="data_privacy", section="Data Privacy"):
    """Data privacy."""

    opt_out = Child(DataPrivacyOptOut)
    requests = Child(DataPrivacyRequests)
    rtbf = Child(DataPrivacyRtbf)
