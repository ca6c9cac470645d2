"""Templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.templates import TemplatePreview, TemplateVerdict, TemplateVersion


class TemplatesVersions(Resource, id="templates.versions", section="Template Versions"):
    """Templates versions."""

    @operation("GET", "/v1/templates/{id}/versions")
    async def list(self, id: str) -> Page[TemplateVersion]:
        """List all versions of a template.

        Args:
            id: the version's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("GET", "/v1/templates/{id}/versions/{versionId}")
    async def get(self, id: str, version_id: str) -> TemplateVersion:
        """Get one version of a template.

        Args:
            id: the version's id.
            version_id: the version's version id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation(
        "POST",
        "/v1/templates/{id}/versions/{versionId}/rollback",
        effect=Effect.CHANGE,
        refreshes=("templates.versions",),
    )
    async def rollback(self, id: str, version_id: str) -> Done:
        """Roll a template back to a given version.

        Args:
            id: the version's id.
            version_id: the version's version id.

        Raises:
            NotFound: there is none of that id.
        """


class Templates(Resource, id="templates", section="Template Versions"):
    """Templates."""

    versions = Child(TemplatesVersions)

    @operation("POST", "/v1/templates/{id}/preview", effect=Effect.READ)
    async def preview(
        self, id: str, *, substitution_data: Mapping[str, Any] | None = None
    ) -> TemplatePreview:
        """Preview a template with substitution data (merge tags).

        Args:
            id: the template's id.
            substitution_data: substitution data.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("POST", "/v1/templates/validate", effect=Effect.READ)
    async def validate(self, *, html: str, subject: str | None = None) -> TemplateVerdict:
        """Validate a template's HTML and subject without saving it.

        Args:
            html: html.
            subject: subject, as ``Welcome {{name}}``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """
