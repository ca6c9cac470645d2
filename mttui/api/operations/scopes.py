"""Scopes."""

from __future__ import annotations

from ..operation import Resource, operation
from ..pages import Page


class Scopes(Resource, id="scopes", section="Scopes"):
    """What an API key may do."""

    @operation("GET", "/v1/scopes")
    async def list(self) -> Page[str]:
        """List every API scope available for restricted keys."""
