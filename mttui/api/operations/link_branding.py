"""Link branding: links in mail that show one's own domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.link_branding import BrandedLink


class LinkBranding(Resource, id="link_branding", section="Link Branding"):
    """Branded link domains."""

    @operation("POST", "/v1/link-branding", effect=Effect.CHANGE, refreshes=("link_branding",))
    async def create(self, *, domain: str) -> BrandedLink:
        """Create a branded link domain; its two CNAME records are in the answer.

        Args:
            domain: the domain, as ``links.example.com``.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/link-branding")
    async def list(self) -> Page[BrandedLink]:
        """List all branded link domains."""

    @operation("GET", "/v1/link-branding/{id}")
    async def get(self, id: str) -> BrandedLink:
        """Get one branded link domain with its DNS records.

        Args:
            id: the branded link domain's id.

        Raises:
            NotFound: there is no such branded link domain.
        """

    @operation("PUT", "/v1/link-branding/{id}", effect=Effect.CHANGE, refreshes=("link_branding",))
    async def update(self, id: str, *, domain: str | None = None) -> BrandedLink:
        """Give a branded link domain another name; it must then be verified anew.

        Args:
            id: the branded link domain's id.
            domain: the domain, as ``links.example.com``.

        Raises:
            NotFound: there is no such branded link domain.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/link-branding/{id}", effect=Effect.DESTROY, refreshes=("link_branding",))
    async def delete(self, id: str) -> Done:
        """Delete a branded link domain; links in mail that was sent with it may stop working.

        Args:
            id: the branded link domain's id.

        Raises:
            NotFound: there is no such branded link domain.
        """

    @operation("POST", "/v1/link-branding/{id}/verify", effect=Effect.CHANGE, refreshes=("link_branding",))
    async def verify(self, id: str) -> BrandedLink:
        """Look into the DNS for the records of a branded link domain.

        Args:
            id: the branded link domain's id.

        Raises:
            NotFound: there is no such branded link domain.
        """
