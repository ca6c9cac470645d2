"""Vouchers: codes that campaigns give away."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.vouchers import Voucher


class Vouchers(Resource, id="vouchers", section="Vouchers"):
    """Codes that campaigns give away."""

    @operation("POST", "/v1/vouchers", effect=Effect.CHANGE, refreshes=("vouchers",))
    async def create(
        self,
        *,
        name: str | None = None,
        code: str | None = None,
        type: str | None = None,
        value: int | None = None,
        max_usage: int | None = None,
        expires_at: datetime | None = None,
        active: bool | None = None,
    ) -> Voucher:
        """Create a voucher.

        Args:
            name: what people call it.
            code: the code; the platform makes one up where it is left out.
            type: what it gives, as ``percentage``.
            value: how much it gives, in percent where that is its type.
            max_usage: how often it can be used.
            expires_at: until when it can be used.
            active: whether it can be used at all.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/vouchers")
    async def list(self) -> Page[Voucher]:
        """List vouchers."""

    @operation("DELETE", "/v1/vouchers/{id}", effect=Effect.DESTROY, refreshes=("vouchers",))
    async def delete(self, id: str) -> Done:
        """Delete a voucher.

        Args:
            id: the voucher's id.

        Raises:
            NotFound: there is no such voucher.
        """
