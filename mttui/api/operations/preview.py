"""Preview."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.preview import InboxPreview, PreviewResult


class PreviewInbox(Resource, id="preview.inbox", section="Email Preview"):
    """Preview inbox."""

    @operation("POST", "/v1/preview/inbox", effect=Effect.CHANGE, refreshes=("preview.inbox",))
    async def create(self, *, html: str | None = None, subject: str | None = None) -> InboxPreview:
        """Start a preview of an email across mail clients.

        Args:
            html: the message as HTML.
            subject: the subject line.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/preview/inbox/{id}")
    async def get(self, id: str) -> InboxPreview:
        """Get the result of an inbox preview.

        Args:
            id: the inbox's id.

        Raises:
            NotFound: there is none of that id.
        """


class Preview(Resource, id="preview", section="Email Preview"):
    """Preview."""

    inbox = Child(PreviewInbox)

    @operation("POST", "/v1/preview/render", effect=Effect.READ)
    async def render(
        self,
        *,
        html: str | None = None,
        subject: str | None = None,
        substitution_data: Mapping[str, Any] | None = None,
    ) -> PreviewResult:
        """Render HTML with substitution data.

        Args:
            html: HTML with ``{{variables}}``.
            subject: the subject line with ``{{variables}}``.
            substitution_data: values for the variables.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("POST", "/v1/preview/spam-check", effect=Effect.READ)
    async def spam_check(self, *, html: str | None = None, subject: str | None = None) -> PreviewResult:
        """Check the HTML and subject of an email for spam signals.

        Args:
            html: html, as ``<h1>Buy now!!!</h1>``.
            subject: subject, as ``FREE OFFER``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """
