"""Seed tests: a message goes to seed mailboxes, to see where it lands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.seed_tests import SeedTest


class SeedTests(Resource, id="seed_tests", section="Seed Lists"):
    """Tests of where a message lands."""

    @operation("POST", "/v1/seed-tests", effect=Effect.SEND, refreshes=("seed_tests",))
    async def create(
        self, *, seed_list_id: str | None = None, subject: str | None = None, html: str | None = None
    ) -> SeedTest:
        """Send a message to seed mailboxes, to see where it lands.

        It runs in the background: read it with ``seed_tests.get``.

        Args:
            seed_list_id: the seed list to send to; mailboxes at all providers where it is left out.
            subject: the subject line.
            html: the message as HTML.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
            NotFound: there is no such seed list.
        """

    @operation("GET", "/v1/seed-tests/{id}")
    async def get(self, id: str) -> SeedTest:
        """Get how a seed test stands, and where its messages landed.

        Args:
            id: the seed test's id.

        Raises:
            NotFound: there is no such seed test.
        """
