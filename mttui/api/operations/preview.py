"""Previews: a message filled in, checked for spam, and seen through other mail clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.preview import InboxPreview, PreviewResult


class PreviewInbox(Resource, id="preview.inbox", section="Email Preview"):
    """Pictures of a message in several mail clients."""

    @operation("POST", "/v1/preview/inbox", effect=Effect.CHANGE, refreshes=("preview.inbox",))
    async def create(self, *, html: str, subject: str | None = None) -> InboxPreview:
        """Start to take pictures of a message in several mail clients.

        It runs in the background: read it with ``preview.inbox.get``.

        Args:
            html: the message as HTML.
            subject: the subject line.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/preview/inbox/{id}")
    async def get(self, id: str) -> InboxPreview:
        """Get how an inbox preview stands, and its pictures once it is completed.

        Args:
            id: the inbox preview's id.

        Raises:
            NotFound: there is no such inbox preview.
        """


class Preview(Resource, id="preview", section="Email Preview"):
    """What a message will look like."""

    inbox = Child(PreviewInbox)

    @operation("POST", "/v1/preview/render", effect=Effect.READ)
    async def render(
        self,
        *,
        html: str,
        subject: str | None = None,
        substitution_data: Mapping[str, Any] | None = None,
    ) -> PreviewResult:
        """Fill in HTML with values for its merge tags; nothing is stored or sent.

        Args:
            html: the HTML with its merge tags.
            subject: the subject line with its merge tags.
            substitution_data: values for the merge tags, by their names.
        """

    @operation("POST", "/v1/preview/spam-check", effect=Effect.READ)
    async def spam_check(self, *, html: str, subject: str | None = None) -> PreviewResult:
        """Check a message for what spam filters dislike; nothing is stored or sent.

        Args:
            html: the message as HTML.
            subject: the subject line.
        """
