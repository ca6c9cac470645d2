"""Data erasure: all that is known of a person is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.data_erasure import ErasureJob


class DataErasureJobs(Resource, id="data_erasure.jobs", section="Data Erasure"):
    """Erasures and how they stand."""

    @operation("POST", "/v1/data-erasure/jobs", effect=Effect.DESTROY, refreshes=("data_erasure.jobs",))
    async def create(self, *, email: str) -> ErasureJob:
        """Erase all data of an address. This cannot be undone.

        It runs in the background: read it with ``data_erasure.jobs.get``.

        Args:
            email: the address.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/data-erasure/jobs/{id}")
    async def get(self, id: str) -> ErasureJob:
        """Get how an erasure stands.

        Args:
            id: the erasure job's id.

        Raises:
            NotFound: there is no such erasure job.
        """


class DataErasure(Resource, id="data_erasure", section="Data Erasure"):
    """Erasure of personal data."""

    jobs = Child(DataErasureJobs)
