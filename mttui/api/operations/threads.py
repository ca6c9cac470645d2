"""Threads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.threads import Thread, ThreadLabels, ThreadMessage, ThreadStatus


class ThreadsMessages(Resource, id="threads.messages", section="Threads"):
    """Threads messages."""

    @operation("GET", "/v1/threads/{id}/messages")
    async def list(self, id: str) -> Page[ThreadMessage]:
        """List a thread's inbound and outbound messages in time order.

        Args:
            id: the message's id.

        Raises:
            NotFound: there is none of that id.
        """


class ThreadsStatus(Resource, id="threads.status", section="Threads"):
    """Threads status."""

    @operation(
        "PATCH",
        "/v1/threads/{id}/status",
        effect=Effect.CHANGE,
        refreshes=("threads.status",),
        alternate_method="PUT",
    )
    async def update(self, id: str, *, status: str | None = None) -> ThreadStatus:
        """Set a thread's status: open, closed, pending or snoozed.

        Args:
            id: the status's id.
            status: status, as ``closed``.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """


class ThreadsLabels(Resource, id="threads.labels", section="Threads"):
    """Threads labels."""

    @operation(
        "PATCH",
        "/v1/threads/{id}/labels",
        effect=Effect.CHANGE,
        refreshes=("threads.labels",),
        alternate_method="PUT",
    )
    async def update(self, id: str, *, labels: Sequence[str] | None = None) -> ThreadLabels:
        """Set a thread's labels.

        Args:
            id: the label's id.
            labels: labels.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """


class Threads(Resource, id="threads", section="Threads"):
    """Threads."""

    labels = Child(ThreadsLabels)
    messages = Child(ThreadsMessages)
    status = Child(ThreadsStatus)

    @operation("GET", "/v1/threads", paged=True)
    async def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        status: Literal["open", "closed", "pending"] | None = None,
        direction: Literal["inbound", "outbound", "both"] | None = None,
    ) -> Page[Thread]:
        """List email threads, paginated, filtered by status and direction.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            status: status: one of open, closed, pending.
            direction: direction: one of inbound, outbound, both.
        """

    @operation("GET", "/v1/threads/{id}")
    async def get(self, id: str) -> Thread:
        """Get one thread.

        Args:
            id: the thread's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("POST", "/v1/threads/{id}/reply", effect=Effect.SEND, refreshes=("threads",))
    async def reply(
        self,
        id: str,
        *,
        html: str | None = None,
        text: str | None = None,
        cc: Sequence[str] | None = None,
        bcc: Sequence[str] | None = None,
    ) -> Thread:
        """Reply to a thread: send an outbound email within the conversation.

        Args:
            id: the thread's id.
            html: the answer as HTML.
            text: the answer as plain text; it or ``html`` is needed.
            cc: addresses that get a copy.
            bcc: addresses that get a copy that the others do not see.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """
