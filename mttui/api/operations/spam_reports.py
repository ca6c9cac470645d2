"""Spam reports: who called mail spam."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done, When
    from ..models.spam_reports import SpamReport


class SpamReports(Resource, id="spam_reports", section="Spam Reports"):
    """Contacts who reported mail as spam."""

    @operation("GET", "/v1/spam-reports", paged=True)
    async def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        date_from: When | None = None,
        date_to: When | None = None,
    ) -> Page[SpamReport]:
        """List contacts who reported mail as spam.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            date_from: the first moment or day that counts.
            date_to: the last moment or day that counts.
        """

    @operation("DELETE", "/v1/spam-reports/{email}", effect=Effect.DESTROY, refreshes=("spam_reports",))
    async def delete(self, email: str) -> Done:
        """Remove a spam report.

        Mailing a person again who complained costs reputation.

        Args:
            email: the address.

        Raises:
            NotFound: there is no such spam report.
        """
