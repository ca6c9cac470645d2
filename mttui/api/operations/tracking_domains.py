"""Tracking domains: where tracked links lead through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.tracking_domains import TrackingDomain


class TrackingDomains(Resource, id="tracking_domains", section="Tracking Domains"):
    """Domains of one's own for tracked links and open pixels."""

    @operation("POST", "/v1/tracking-domains", effect=Effect.CHANGE, refreshes=("tracking_domains",))
    async def create(self, *, domain: str) -> TrackingDomain:
        """Create a tracking domain; it works once its CNAME record is verified.

        Args:
            domain: the domain, as ``track.example.com``.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/tracking-domains")
    async def list(self) -> Page[TrackingDomain]:
        """List tracking domains."""

    @operation("GET", "/v1/tracking-domains/{id}")
    async def get(self, id: str) -> TrackingDomain:
        """Get one tracking domain.

        Args:
            id: the tracking domain's id.

        Raises:
            NotFound: there is no such tracking domain.
        """

    @operation("DELETE", "/v1/tracking-domains/{id}", effect=Effect.DESTROY, refreshes=("tracking_domains",))
    async def delete(self, id: str) -> Done:
        """Delete a tracking domain; links in mail that was sent with it may stop working.

        Args:
            id: the tracking domain's id.

        Raises:
            NotFound: there is no such tracking domain.
        """

    @operation(
        "POST", "/v1/tracking-domains/{id}/verify", effect=Effect.CHANGE, refreshes=("tracking_domains",)
    )
    async def verify(self, id: str) -> TrackingDomain:
        """Look into the DNS for a tracking domain's CNAME record.

        Args:
            id: the tracking domain's id.

        Raises:
            NotFound: there is no such tracking domain.
            Unprocessable: the record is not there or says something else.
        """
