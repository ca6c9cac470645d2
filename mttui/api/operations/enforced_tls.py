"""Enforced TLS: mail goes only to servers that encrypt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.enforced_tls import TlsPolicy


class EnforcedTls(Resource, id="enforced_tls", section="Enforced TLS"):
    """Whether mail goes only to servers that encrypt."""

    @operation("GET", "/v1/enforced-tls")
    async def get(self) -> TlsPolicy:
        """Get whether mail goes only to servers that encrypt."""

    @operation(
        "PUT", "/v1/enforced-tls", effect=Effect.CHANGE, refreshes=("enforced_tls",), alternate_method="PATCH"
    )
    async def update(
        self, *, require_tls: bool | None = None, require_valid_cert: bool | None = None
    ) -> TlsPolicy:
        """Set whether mail goes only to servers that encrypt; what is left out stays as it is.

        Mail to servers that do not comply bounces instead of going out unencrypted.

        Args:
            require_tls: whether a server must encrypt.
            require_valid_cert: whether its certificate must also be valid.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """
