"""Inbound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done, When
    from ..models.inbound import InboundMailInput, InboundMessage, InboundRoute, InboundVerdict


class InboundMessages(Resource, id="inbound.messages", section="Inbound"):
    """Inbound messages."""

    @operation("GET", "/v1/inbound/messages", paged=True)
    async def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        date_from: When | None = None,
        date_to: When | None = None,
    ) -> Page[InboundMessage]:
        """List received messages.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            date_from: start of the range.
            date_to: end of the range.
        """

    @operation("GET", "/v1/inbound/messages/{id}")
    async def get(self, id: str) -> InboundMessage:
        """Get one received message in full.

        Args:
            id: the message's id.

        Raises:
            NotFound: there is none of that id.
        """


class InboundRoutes(Resource, id="inbound.routes", section="Inbound"):
    """Inbound routes."""

    @operation("POST", "/v1/inbound/routes", effect=Effect.CHANGE, refreshes=("inbound.routes",))
    async def create(self, *, domain: str, forward_url: str) -> InboundRoute:
        """Create an inbound route.

        Args:
            domain: domain.
            forward_url: forward url.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/inbound/routes")
    async def list(self) -> Page[InboundRoute]:
        """List inbound routes."""

    @operation("PUT", "/v1/inbound/routes/{id}", effect=Effect.CHANGE, refreshes=("inbound.routes",))
    async def update(
        self, id: str, *, domain: str | None = None, forward_url: str | None = None
    ) -> InboundRoute:
        """Update an inbound route.

        Args:
            id: the route's id.
            domain: the domain whose mail is taken in.
            forward_url: where its messages are posted to; ``https://``.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/inbound/routes/{id}", effect=Effect.DESTROY, refreshes=("inbound.routes",))
    async def delete(self, id: str) -> Done:
        """Delete an inbound route.

        Args:
            id: the route's id.

        Raises:
            NotFound: there is none of that id.
        """


class Inbound(Resource, id="inbound", section="Inbound Classify"):
    """Inbound."""

    messages = Child(InboundMessages)
    routes = Child(InboundRoutes)

    @operation("POST", "/v1/inbound/classify", effect=Effect.READ)
    async def classify(
        self,
        *,
        from_: str,
        to: str | None = None,
        subject: str | None = None,
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> InboundVerdict:
        """Classify one inbound email.

        Args:
            from_: the sender's address.
            to: the recipient's address.
            subject: the subject line.
            body: the text.
            headers: the message's headers by name.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("POST", "/v1/inbound/classify/batch", effect=Effect.READ)
    async def classify_batch(self, *, messages: Sequence[InboundMailInput]) -> InboundVerdict:
        """Classify several inbound emails in one call.

        Args:
            messages: the messages, 100 at most in the sandbox.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """
