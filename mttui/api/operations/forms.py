"""Forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.forms import Form, FormSubmission


class FormsSubmissions(Resource, id="forms.submissions", section="Forms"):
    """Forms submissions."""

    @operation("GET", "/v1/forms/{id}/submissions")
    async def list(self, id: str) -> Page[FormSubmission]:
        """List the submissions of a form.

        Args:
            id: the submission's id.

        Raises:
            NotFound: there is none of that id.
        """


class Forms(Resource, id="forms", section="Forms"):
    """Forms."""

    submissions = Child(FormsSubmissions)

    @operation("GET", "/v1/forms")
    async def list(self) -> Page[Form]:
        """List subscription forms."""

    @operation("GET", "/v1/forms/{id}")
    async def get(self, id: str) -> Form:
        """Get one subscription form.

        Args:
            id: the form's id.

        Raises:
            NotFound: there is none of that id.
        """
