"""Models of vouchers."""

from __future__ import annotations

from .base import Identified, Moment


class Voucher(Identified):
    """A code that campaigns give away."""

    code: str | None = None
    name: str | None = None
    type: str | None = None
    value: int | None = None
    max_usage: int | None = None
    used_count: int | None = None
    expires_at: Moment = None
    active: bool | None = None
    created_at: Moment = None
