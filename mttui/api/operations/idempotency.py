"""Idempotency: a request that is sent twice is done once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.idempotency import IdempotencyRecord, IdempotencySettings


class IdempotencyRecords(Resource, id="idempotency.records", section="Idempotency"):
    """Requests that are remembered."""

    @operation("GET", "/v1/idempotency/records/{key}")
    async def get(self, key: str) -> IdempotencyRecord:
        """Get what is remembered of a key: its state and the answer's code.

        Args:
            key: the key that came with the request.

        Raises:
            NotFound: there is no such idempotency record.
        """

    @operation(
        "DELETE", "/v1/idempotency/records/{key}", effect=Effect.DESTROY, refreshes=("idempotency.records",)
    )
    async def delete(self, key: str) -> Done:
        """Forget a key at once; the same request would then be done again.

        Args:
            key: the key that came with the request.

        Raises:
            NotFound: there is no such idempotency record.
        """


class IdempotencyConfig(Resource, id="idempotency.config", section="Idempotency"):
    """Whether and for how long requests are remembered."""

    @operation("GET", "/v1/idempotency/config")
    async def get(self) -> IdempotencySettings:
        """Get whether and for how long requests are remembered."""

    @operation("PUT", "/v1/idempotency/config", effect=Effect.CHANGE, refreshes=("idempotency.config",))
    async def update(
        self, *, enabled: bool | None = None, ttl_hours: int | None = None, enforcement: str | None = None
    ) -> IdempotencySettings:
        """Set whether and for how long requests are remembered; what is left out stays.

        Args:
            enabled: whether a request with a known key is done only once.
            ttl_hours: hours that a key is remembered.
            enforcement: what happens on a repeated key, as ``strict`` or ``warn``.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class Idempotency(Resource, id="idempotency", section="Idempotency"):
    """Requests that are sent twice and done once."""

    config = Child(IdempotencyConfig)
    records = Child(IdempotencyRecords)
