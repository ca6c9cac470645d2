"""The log of API requests: who calls the API, from where, with what result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.api_logs import ApiLog


class ApiLogs(Resource, id="api_logs", section="API Logs"):
    """API requests of the account."""

    @operation("GET", "/v1/api-logs", paged=True)
    async def list(
        self,
        *,
        method: str | None = None,
        status_code: int | None = None,
        page: int | None = None,
        per_page: int | None = None,
    ) -> Page[ApiLog]:
        """List API requests.

        Args:
            method: HTTP method of the logged request, as ``POST``.
            status_code: HTTP status of the logged request, as 500.
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """
