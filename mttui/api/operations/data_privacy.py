"""Data privacy: people's rights to be forgotten and to be left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.data_privacy import ErasureRequest, OptOutRequest, PrivacyRequest


class DataPrivacyRequests(Resource, id="data_privacy.requests", section="Data Privacy"):
    """Privacy requests and how they stand."""

    @operation("GET", "/v1/data-privacy/requests/{id}")
    async def get(self, id: str) -> PrivacyRequest:
        """Get how a privacy request stands.

        Args:
            id: the privacy request's id.

        Raises:
            NotFound: there is no such privacy request.
        """


class DataPrivacyRtbf(Resource, id="data_privacy.rtbf", section="Data Privacy"):
    """Requests to be forgotten."""

    @operation("POST", "/v1/data-privacy/rtbf", effect=Effect.DESTROY, refreshes=("data_privacy.rtbf",))
    async def create(self, *, email: str) -> ErasureRequest:
        """Erase all data of a person (right to be forgotten). This cannot be undone.

        It runs in the background: read it with ``data_privacy.requests.get``.

        Args:
            email: the person's address.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class DataPrivacyOptOut(Resource, id="data_privacy.opt_out", section="Data Privacy"):
    """Requests to get no more mail."""

    @operation("POST", "/v1/data-privacy/opt-out", effect=Effect.CHANGE, refreshes=("data_privacy.opt_out",))
    async def create(self, *, email: str) -> OptOutRequest:
        """Record that a person wants no more mail of any kind.

        It runs in the background: read it with ``data_privacy.requests.get``. Nothing in the reference takes
        it back.

        Args:
            email: the person's address.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class DataPrivacy(Resource, id="data_privacy", section="Data Privacy"):
    """What people may ask for under privacy law."""

    opt_out = Child(DataPrivacyOptOut)
    requests = Child(DataPrivacyRequests)
    rtbf = Child(DataPrivacyRtbf)
