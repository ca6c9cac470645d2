"""Seed tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.seed_tests import SeedTest


class SeedTests(Resource, id="seed_tests", section="Seed Lists"):
    """Seed tests."""

    @operation("POST", "/v1/seed-tests", effect=Effect.SEND, refreshes=("seed_tests",))
    async def create(self) -> SeedTest:
        """Run an inbox placement test."""

    @operation("GET", "/v1/seed-tests/{id}")
    async def get(self, id: str) -> SeedTest:
        """Get the result of an inbox placement test.

        Args:
            id: the seed test's id.

        Raises:
            NotFound: there is none of that id.
        """
