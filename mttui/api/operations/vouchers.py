"""Vouchers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.vouchers import Voucher


class Vouchers(Resource, id="vouchers", section="Vouchers"):
    """Vouchers."""

    @operation("POST", "/v1/vouchers", effect=Effect.CHANGE, refreshes=("vouchers",))
    async def create(self) -> Voucher:
        """Create (generate) promotional voucher codes."""

    @operation("GET", "/v1/vouchers")
    async def list(self) -> Page[Voucher]:
        """List vouchers."""

    @operation("DELETE", "/v1/vouchers/{id}", effect=Effect.DESTROY, refreshes=("vouchers",))
    async def delete(self, id: str) -> Done:
        """Delete a voucher.

        Args:
            id: the voucher's id.

        Raises:
            NotFound: there is none of that id.
        """
