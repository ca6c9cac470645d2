"""Content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.content import LintReport


class Content(Resource, id="content", section="Content Linting"):
    """Content."""

    @operation("POST", "/v1/content/lint", effect=Effect.READ)
    async def lint(self, *, html: str, subject: str | None = None, text: str | None = None) -> LintReport:
        """Look for spam triggers, formatting issues and deliverability risks in an email.

        Args:
            html: the message as HTML.
            subject: the subject line.
            text: the message as plain text.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """
