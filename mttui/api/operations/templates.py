"""Templates: what they look like filled in, what is wrong with them, and their versions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.templates import TemplatePreview, TemplateVerdict, TemplateVersion


class TemplatesVersions(Resource, id="templates.versions", section="Template Versions"):
    """How a template looked before."""

    @operation("GET", "/v1/templates/{id}/versions")
    async def list(self, id: str) -> Page[TemplateVersion]:
        """List all versions of a template.

        Args:
            id: the template's id.

        Raises:
            NotFound: there is no such template.
        """

    @operation("GET", "/v1/templates/{id}/versions/{versionId}")
    async def get(self, id: str, version_id: str) -> TemplateVersion:
        """Get one version of a template with its content.

        Args:
            id: the template's id.
            version_id: the version's id, as ``ver_002``.

        Raises:
            NotFound: there is no such template or version.
        """

    @operation(
        "POST",
        "/v1/templates/{id}/versions/{versionId}/rollback",
        effect=Effect.CHANGE,
        refreshes=("templates.versions",),
    )
    async def rollback(self, id: str, version_id: str) -> Done:
        """Roll a template back to a given version.

        What is sent with the template from now on has that version's content.

        Args:
            id: the template's id.
            version_id: the version's id, as ``ver_002``.

        Raises:
            NotFound: there is no such template or version.
        """


class Templates(Resource, id="templates", section="Template Versions"):
    """Previews and checks of templates."""

    versions = Child(TemplatesVersions)

    @operation("POST", "/v1/templates/{id}/preview", effect=Effect.READ)
    async def preview(
        self, id: str, *, substitution_data: Mapping[str, Any] | None = None
    ) -> TemplatePreview:
        """Render a template with values for its merge tags; nothing is stored or sent.

        Args:
            id: the template's id.
            substitution_data: values for the merge tags, by their names.

        Raises:
            NotFound: there is no such template.
        """

    @operation("POST", "/v1/templates/validate", effect=Effect.READ)
    async def validate(self, *, html: str, subject: str | None = None) -> TemplateVerdict:
        """Check the HTML and the subject of a template without saving it.

        Args:
            html: the HTML with its merge tags.
            subject: the subject line with its merge tags.
        """
