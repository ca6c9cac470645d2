"""The log of API requests."""

from __future__ import annotations

from .base import Id, Identified, Moment


class ApiLog(Identified):
    """One request to the platform's API, by whomever."""

    method: str | None = None
    path: str = ""
    status_code: int | None = None
    duration: float | None = None
    """Milliseconds; the reference gives no unit."""
    api_key_id: Id | None = None
    ip_address: str | None = None
    """Where it came from."""
    timestamp: Moment = None
