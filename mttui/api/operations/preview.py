"""Preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.preview import PreviewInboxInfo, PreviewInfo


class PreviewInbox(Resource, id="preview.inbox", section="Email Preview"):
    """Preview inbox."""

    @operation("POST", "/v1/preview/inbox", effect=Effect.CHANGE, refreshes=("preview.inbox",))
    async def create(self) -> PreviewInboxInfo:
        """Start a preview of an email across mail clients."""

    @operation("GET", "/v1/preview/inbox/{id}")
    async def get(self, id: str) -> PreviewInboxInfo:
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
    async def render(self) -> PreviewInfo:
        """Render HTML with substitution data."""

    @operation("POST", "/v1/preview/spam-check", effect=Effect.READ)
    async def spam_check(self, *, html: str | None = None, subject: str | None = None) -> PreviewInfo:
        """Check the HTML and subject of an email for spam signals.

        Args:
            html: html, as ``<h1>Buy now!!!</h1>``.
            subject: subject, as ``FREE OFFER``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """
