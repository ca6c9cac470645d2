"""Enforced tls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.enforced_tls import TlsPolicy


class EnforcedTls(Resource, id="enforced_tls", section="Enforced TLS"):
    """Enforced tls."""

    @operation("GET", "/v1/enforced-tls")
    async def get(self) -> TlsPolicy:
        """Get the enforced TLS configuration."""

    @operation(
        "PUT", "/v1/enforced-tls", effect=Effect.CHANGE, refreshes=("enforced_tls",), alternate_method="PATCH"
    )
    async def update(
        self, *, require_tls: bool | None = None, require_valid_cert: bool | None = None
    ) -> TlsPolicy:
        """Update the enforced TLS configuration.

        Args:
            require_tls: require tls.
            require_valid_cert: require valid cert.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """
