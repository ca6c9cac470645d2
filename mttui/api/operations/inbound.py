"""Inbound mail: where it is passed on to, what came in, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done, When
    from ..models.inbound import InboundMailInput, InboundMessage, InboundRoute, InboundVerdict


class InboundMessages(Resource, id="inbound.messages", section="Inbound"):
    """Messages that came in."""

    @operation("GET", "/v1/inbound/messages", paged=True)
    async def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        date_from: When | None = None,
        date_to: When | None = None,
    ) -> Page[InboundMessage]:
        """List messages that came in.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            date_from: the first moment or day that counts.
            date_to: the last moment or day that counts.
        """

    @operation("GET", "/v1/inbound/messages/{id}")
    async def get(self, id: str) -> InboundMessage:
        """Get one message that came in, with its attachments' links.

        Args:
            id: the inbound message's id.

        Raises:
            NotFound: there is no such inbound message.
        """


class InboundRoutes(Resource, id="inbound.routes", section="Inbound"):
    """Where inbound mail is passed on to."""

    @operation("POST", "/v1/inbound/routes", effect=Effect.CHANGE, refreshes=("inbound.routes",))
    async def create(self, *, domain: str, forward_url: str) -> InboundRoute:
        """Pass a domain's inbound mail on to a URL.

        Args:
            domain: the domain whose mail is taken in.
            forward_url: where its messages are posted to; ``https://``.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/inbound/routes")
    async def list(self) -> Page[InboundRoute]:
        """List inbound routes."""

    @operation("PUT", "/v1/inbound/routes/{id}", effect=Effect.CHANGE, refreshes=("inbound.routes",))
    async def update(
        self, id: str, *, domain: str | None = None, forward_url: str | None = None
    ) -> InboundRoute:
        """Update an inbound route; fields that are left out stay as they are.

        Args:
            id: the inbound route's id.
            domain: the domain whose mail is taken in.
            forward_url: where its messages are posted to; ``https://``.

        Raises:
            NotFound: there is no such inbound route.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/inbound/routes/{id}", effect=Effect.DESTROY, refreshes=("inbound.routes",))
    async def delete(self, id: str) -> Done:
        """Delete an inbound route; its mail is no longer passed on.

        Args:
            id: the inbound route's id.

        Raises:
            NotFound: there is no such inbound route.
        """


class Inbound(Resource, id="inbound", section="Inbound Classify"):
    """What inbound mail is about."""

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
        """Tell what one inbound message is about; nothing is stored.

        Categories are support, sales, billing, spam, auto-reply, out-of-office and bounce.

        Args:
            from_: the sender's address.
            to: the recipient's address.
            subject: the subject line.
            body: the text.
            headers: the message's headers, by their names.
        """

    @operation("POST", "/v1/inbound/classify/batch", effect=Effect.READ)
    async def classify_batch(self, *, messages: Sequence[InboundMailInput]) -> Page[InboundVerdict]:
        """Tell what several inbound messages are about; nothing is stored.

        Args:
            messages: the messages; the sandbox takes 100 at most.
        """
