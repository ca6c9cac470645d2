"""Threads: mail back and forth with one person, and how far it is dealt with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.threads import Thread, ThreadLabels, ThreadMessage, ThreadStatus


class ThreadsMessages(Resource, id="threads.messages", section="Threads"):
    """What was written in a conversation."""

    @operation("GET", "/v1/threads/{id}/messages")
    async def list(self, id: str) -> Page[ThreadMessage]:
        """List what came in and went out in a thread, the oldest first.

        Args:
            id: the thread's id.

        Raises:
            NotFound: there is no such thread.
        """


class ThreadsStatus(Resource, id="threads.status", section="Threads"):
    """How far a conversation is dealt with."""

    @operation(
        "PATCH",
        "/v1/threads/{id}/status",
        effect=Effect.CHANGE,
        refreshes=("threads.status",),
        alternate_method="PUT",
    )
    async def update(
        self, id: str, *, status: Literal["open", "closed", "pending", "snoozed"]
    ) -> ThreadStatus:
        """Set how far a thread is dealt with.

        Args:
            id: the thread's id.
            status: ``open``, ``closed``, ``pending`` or ``snoozed``.

        Raises:
            NotFound: there is no such thread.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class ThreadsLabels(Resource, id="threads.labels", section="Threads"):
    """What a conversation is filed under."""

    @operation(
        "PATCH",
        "/v1/threads/{id}/labels",
        effect=Effect.CHANGE,
        refreshes=("threads.labels",),
        alternate_method="PUT",
    )
    async def update(self, id: str, *, labels: Sequence[str]) -> ThreadLabels:
        """Set a thread's labels.

        Args:
            id: the thread's id.
            labels: all its labels, as ``support``; they replace the old ones, and an empty list takes all
                off.

        Raises:
            NotFound: there is no such thread.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class Threads(Resource, id="threads", section="Threads"):
    """Conversations by mail."""

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
        """List threads, the latest first.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            status: only those that are ``open``, ``closed`` or ``pending``; ``snoozed`` cannot be asked for.
            direction: only those with mail that is ``inbound``, ``outbound`` or ``both``.
        """

    @operation("GET", "/v1/threads/{id}")
    async def get(self, id: str) -> Thread:
        """Get one thread.

        Args:
            id: the thread's id.

        Raises:
            NotFound: there is no such thread.
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
    ) -> ThreadMessage:
        """Answer a thread: a message goes out to the person who wrote.

        The reference does not show what is answered; the sandbox answers the message, whose ``thread_id``
        names the thread. The thread's status stays as it is.

        Args:
            id: the thread's id.
            html: the answer as HTML.
            text: the answer as plain text; it or ``html`` is needed.
            cc: addresses that get a copy.
            bcc: addresses that get a copy, unseen by the others.

        Raises:
            NotFound: there is no such thread.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """
