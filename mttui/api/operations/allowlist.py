"""Allowlist: addresses and domains that mail always goes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.allowlist import AllowlistEntry, AllowlistEntryInput, AllowlistImport
    from ..models.base import Done


class Allowlist(Resource, id="allowlist", section="Allowlist"):
    """Addresses and domains that mail always goes to."""

    @operation("GET", "/v1/allowlist", paged=True)
    async def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[AllowlistEntry]:
        """List allowlist entries.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("GET", "/v1/allowlist/{value}")
    async def get(self, value: str) -> AllowlistEntry:
        """Get one allowlist entry by its value.

        Args:
            value: the address or the domain.

        Raises:
            NotFound: there is no such allowlist entry.
        """

    @operation("POST", "/v1/allowlist", effect=Effect.CHANGE, refreshes=("allowlist",))
    async def create(self, *, value: str, type: Literal["email", "domain"]) -> AllowlistEntry:
        """Add an entry to the allowlist.

        Args:
            value: the address or the domain.
            type: ``email`` or ``domain``.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("POST", "/v1/allowlist/import", effect=Effect.CHANGE, refreshes=("allowlist",))
    async def import_(self, *, entries: Sequence[AllowlistEntryInput]) -> AllowlistImport:
        """Add several entries to the allowlist; those that are there already count as skipped.

        Args:
            entries: the new entries.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/allowlist/{value}", effect=Effect.DESTROY, refreshes=("allowlist",))
    async def delete(self, value: str) -> Done:
        """Remove an entry from the allowlist.

        Args:
            value: the address or the domain.

        Raises:
            NotFound: there is no such allowlist entry.
        """

    @operation("DELETE", "/v1/allowlist", effect=Effect.DESTROY, refreshes=("allowlist",))
    async def delete_all(self) -> Done:
        """Remove every entry from the allowlist. This cannot be undone."""
