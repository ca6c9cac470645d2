"""Erasure jobs: of whom everything is erased, and whether it is done."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Field, ResourceView, Section

VIEWS = (
    ResourceView(
        "data_erasure.jobs",
        runs=True,
        title="Erasure job",
        one="erasure job",
        name="email",
        key="job_id",
        sections=(Section("Erasure", (Field("email"), Field("status"), Field("job_id", "Job"))),),
        relations=of_address(),
    ),
)
