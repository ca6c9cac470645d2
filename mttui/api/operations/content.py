"""Content: what is wrong with a message before it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.content import LintReport


class Content(Resource, id="content", section="Content Linting"):
    """Checks of content."""

    @operation("POST", "/v1/content/lint", effect=Effect.READ)
    async def lint(self, *, html: str, subject: str | None = None, text: str | None = None) -> LintReport:
        """Look in a message for what spam filters and mail clients dislike; nothing is stored.

        Args:
            html: the message as HTML.
            subject: the subject line.
            text: the message as plain text.
        """
