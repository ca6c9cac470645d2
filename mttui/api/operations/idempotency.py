"""Idempotency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.idempotency import IdempotencyRecord, IdempotencySettings


class IdempotencyRecords(Resource, id="idempotency.records", section="Idempotency"):
    """Idempotency records."""

    @operation("GET", "/v1/idempotency/records/{key}")
    async def get(self, key: str) -> IdempotencyRecord:
        """Get the idempotency record of a key.

        Args:
            key: the record's key.

        Raises:
            NotFound: there is none of that id.
        """

    @operation(
        "DELETE", "/v1/idempotency/records/{key}", effect=Effect.DESTROY, refreshes=("idempotency.records",)
    )
    async def delete(self, key: str) -> Done:
        """Delete (expire by hand) the idempotency record of a key.

        Args:
            key: the record's key.

        Raises:
            NotFound: there is none of that id.
        """


class IdempotencyConfig(Resource, id="idempotency.config", section="Idempotency"):
    """Idempotency config."""

    @operation("GET", "/v1/idempotency/config")
    async def get(self) -> IdempotencySettings:
        """Get the idempotency configuration."""

    @operation("PUT", "/v1/idempotency/config", effect=Effect.CHANGE, refreshes=("idempotency.config",))
    async def update(
        self, *, enabled: bool | None = None, ttl_hours: int | None = None, enforcement: str | None = None
    ) -> IdempotencySettings:
        """Update the idempotency configuration.

        Args:
            enabled: enabled.
            ttl_hours: ttl hours, as ``48``.
            enforcement: enforcement, as ``warn``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class Idempotency(Resource, id="idempotency", section="Idempotency"):
    """Idempotency."""

    config = Child(IdempotencyConfig)
    records = Child(IdempotencyRecords)
