"""Models of integrations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .base import Identified, Moment


class Integration(Identified):
    """Another service that the platform works with."""

    name: str | None = None
    provider: str | None = None
    config: Mapping[str, Any] | None = None
    active: bool | None = None
    created_at: Moment = None
