"""The audit log: who did what, when and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.audit_logs import AuditLog
    from ..models.base import When


class AuditLogs(Resource, id="audit_logs", section="Audit Logs"):
    """Actions of the account's users."""

    @operation("GET", "/v1/audit-logs", paged=True)
    async def list(
        self,
        *,
        action: str | None = None,
        date_from: When | None = None,
        page: int | None = None,
        per_page: int | None = None,
    ) -> Page[AuditLog]:
        """List audited actions.

        Args:
            action: what was done, as ``delete``.
            date_from: start of the range.
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """
