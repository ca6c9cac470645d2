"""Content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.content import ContentInfo


class Content(Resource, id="content", section="Content Linting"):
    """Content."""

    @operation("POST", "/v1/content/lint", effect=Effect.READ)
    async def lint(self) -> ContentInfo:
        """Look for spam triggers, formatting issues and deliverability risks in an email."""
