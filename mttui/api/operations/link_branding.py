"""Link branding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.link_branding import BrandedLink


class LinkBranding(Resource, id="link_branding", section="Link Branding"):
    """Link branding."""

    @operation("POST", "/v1/link-branding", effect=Effect.CHANGE, refreshes=("link_branding",))
    async def create(self, *, domain: str | None = None) -> BrandedLink:
        """Create a branded link domain.

        Args:
            domain: domain, as ``links.example.com``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/link-branding")
    async def list(self) -> Page[BrandedLink]:
        """List all branded link domains."""

    @operation("GET", "/v1/link-branding/{id}")
    async def get(self, id: str) -> BrandedLink:
        """Get one branded link domain.

        Args:
            id: the link branding's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("PUT", "/v1/link-branding/{id}", effect=Effect.CHANGE, refreshes=("link_branding",))
    async def update(self, id: str, *, domain: str | None = None) -> BrandedLink:
        """Update a branded link domain.

        Args:
            id: the link branding's id.
            domain: domain, as ``tracking.example.com``.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/link-branding/{id}", effect=Effect.DESTROY, refreshes=("link_branding",))
    async def delete(self, id: str) -> Done:
        """Delete a branded link domain.

        Args:
            id: the link branding's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("POST", "/v1/link-branding/{id}/verify", effect=Effect.CHANGE, refreshes=("link_branding",))
    async def verify(self, id: str) -> BrandedLink:
        """Verify the DNS records of a branded link domain.

        Args:
            id: the link branding's id.

        Raises:
            NotFound: there is none of that id.
        """
