"""Seed tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.seed_tests import SeedTest


class SeedTests(Resource, id="seed_tests", section="Seed Lists"):
    """Seed tests."""

    @operation("POST", "/v1/seed-tests", effect=Effect.SEND, refreshes=("seed_tests",))
    async def create(
        self, *, seed_list_id: str | None = None, subject: str | None = None, html: str | None = None
    ) -> SeedTest:
        """Run an inbox placement test.

        Args:
            seed_list_id: the seed list to send to; the platform's own mailboxes where it is left out.
            subject: the subject line.
            html: the message as HTML.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/seed-tests/{id}")
    async def get(self, id: str) -> SeedTest:
        """Get the result of an inbox placement test.

        Args:
            id: the seed test's id.

        Raises:
            NotFound: there is none of that id.
        """
