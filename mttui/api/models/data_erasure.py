"""Models of data erasure."""

from __future__ import annotations

from .base import Id, Model


class ErasureJob(Model):
    """An erasure of all that is known of an address."""

    job_id: Id | None = None
    status: str | None = None
    email: str | None = None
