"""Forms: where people subscribe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.forms import Form, FormSubmission


class FormsSubmissions(Resource, id="forms.submissions", section="Forms"):
    """What people filled in."""

    @operation("GET", "/v1/forms/{id}/submissions")
    async def list(self, id: str) -> Page[FormSubmission]:
        """List what people filled in at a form.

        Args:
            id: the form's id.

        Raises:
            NotFound: there is no such form.
        """


class Forms(Resource, id="forms", section="Forms"):
    """Forms by which people subscribe."""

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
            NotFound: there is no such form.
        """
