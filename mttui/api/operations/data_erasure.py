"""Data erasure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.data_erasure import ErasureJob


class DataErasureJobs(Resource, id="data_erasure.jobs", section="Data Erasure"):
    """Data erasure jobs."""

    @operation("POST", "/v1/data-erasure/jobs", effect=Effect.DESTROY, refreshes=("data_erasure.jobs",))
    async def create(self, *, email: str | None = None) -> ErasureJob:
        """Create a job that erases all data of an email address.

        Args:
            email: email.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/data-erasure/jobs/{id}")
    async def get(self, id: str) -> ErasureJob:
        """Get the status of a data erasure job.

        Args:
            id: the job's id.

        Raises:
            NotFound: there is none of that id.
        """


class DataErasure(Resource, id="data_erasure", section="Data Erasure"):
    """Data erasure."""

    jobs = Child(DataErasureJobs)
