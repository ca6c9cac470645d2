"""Tracking domains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.tracking_domains import TrackingDomain


class TrackingDomains(Resource, id="tracking_domains", section="Tracking Domains"):
    """Tracking domains."""

    @operation("POST", "/v1/tracking-domains", effect=Effect.CHANGE, refreshes=("tracking_domains",))
    async def create(self, *, domain: str) -> TrackingDomain:
        """Create a tracking domain.

        Args:
            domain: domain.

        Raises:
            Unprocessable: a field is missing or not accepted.
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
            NotFound: there is none of that id.
        """

    @operation("DELETE", "/v1/tracking-domains/{id}", effect=Effect.DESTROY, refreshes=("tracking_domains",))
    async def delete(self, id: str) -> Done:
        """Delete a tracking domain.

        Args:
            id: the tracking domain's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation(
        "POST", "/v1/tracking-domains/{id}/verify", effect=Effect.CHANGE, refreshes=("tracking_domains",)
    )
    async def verify(self, id: str) -> TrackingDomain:
        """Verify a tracking domain's CNAME record.

        Args:
            id: the tracking domain's id.

        Raises:
            NotFound: there is none of that id.
        """
