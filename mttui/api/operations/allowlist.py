"""Allowlist."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.allowlist import AllowlistEntry, AllowlistEntryInput, AllowlistImport
    from ..models.base import Done


class Allowlist(Resource, id="allowlist", section="Allowlist"):
    """Allowlist."""

    @operation("GET", "/v1/allowlist", paged=True)
    async def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[AllowlistEntry]:
        """List allowlist entries, paginated.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("GET", "/v1/allowlist/{value}")
    async def get(self, value: str) -> AllowlistEntry:
        """Get one allowlist entry by its value (address or domain).

        Args:
            value: the allowlist's value.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("POST", "/v1/allowlist", effect=Effect.CHANGE, refreshes=("allowlist",))
    async def create(self, *, value: str | None = None, type: str | None = None) -> AllowlistEntry:
        """Add an entry to the allowlist.

        Args:
            value: value, as ``user@example.com``.
            type: type, as ``email``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("POST", "/v1/allowlist/import", effect=Effect.CHANGE, refreshes=("allowlist",))
    async def import_(self, *, entries: Sequence[AllowlistEntryInput] | None = None) -> AllowlistImport:
        """Import several allowlist entries.

        Args:
            entries: entries.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/allowlist/{value}", effect=Effect.DESTROY, refreshes=("allowlist",))
    async def delete(self, value: str) -> Done:
        """Remove an entry from the allowlist.

        Args:
            value: the allowlist's value.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("DELETE", "/v1/allowlist", effect=Effect.DESTROY, refreshes=("allowlist",))
    async def delete_all(self) -> Done:
        """Remove every entry from the allowlist."""
