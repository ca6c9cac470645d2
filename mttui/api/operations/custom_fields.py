"""Custom fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.custom_fields import CustomField


class CustomFields(Resource, id="custom_fields", section="Custom Fields"):
    """Custom fields."""

    @operation("GET", "/v1/custom-fields")
    async def list(self) -> Page[CustomField]:
        """List all custom field definitions."""

    @operation("POST", "/v1/custom-fields", effect=Effect.CHANGE, refreshes=("custom_fields",))
    async def create(self, *, name: str, field_type: str | None = None) -> CustomField:
        """Create a custom field; fieldType defaults to text.

        Args:
            name: name.
            field_type: field type.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation(
        "PUT",
        "/v1/custom-fields/{id}",
        effect=Effect.CHANGE,
        refreshes=("custom_fields",),
        alternate_method="PATCH",
    )
    async def update(self, id: str, *, name: str | None = None, field_type: str | None = None) -> CustomField:
        """Update a custom field.

        Args:
            id: the custom field's id.
            name: name.
            field_type: field type.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/custom-fields/{id}", effect=Effect.DESTROY, refreshes=("custom_fields",))
    async def delete(self, id: str) -> Done:
        """Delete a custom field.

        Args:
            id: the custom field's id.

        Raises:
            NotFound: there is none of that id.
        """
