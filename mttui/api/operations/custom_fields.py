"""Custom fields: what an account keeps of its contacts beside the usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.custom_fields import CustomField


class CustomFields(Resource, id="custom_fields", section="Custom Fields"):
    """Fields of contacts that the account defined itself."""

    @operation("GET", "/v1/custom-fields")
    async def list(self) -> Page[CustomField]:
        """List all custom fields."""

    @operation("POST", "/v1/custom-fields", effect=Effect.CHANGE, refreshes=("custom_fields",))
    async def create(self, *, name: str, field_type: str | None = None) -> CustomField:
        """Create a custom field.

        Args:
            name: the field's name, as ``company``; merge tags use it.
            field_type: ``text`` in the reference, which is also taken where it is left out.

        Raises:
            Unprocessable: there is no name (``NAME_REQUIRED``).
        """

    @operation(
        "PUT",
        "/v1/custom-fields/{id}",
        effect=Effect.CHANGE,
        refreshes=("custom_fields",),
        alternate_method="PATCH",
    )
    async def update(self, id: str, *, name: str | None = None, field_type: str | None = None) -> CustomField:
        """Update a custom field; fields that are left out stay as they are.

        Args:
            id: the custom field's id.
            name: the field's name, as ``company``; merge tags use it.
            field_type: ``text`` in the reference, which is also taken where it is left out.

        Raises:
            NotFound: there is no such custom field (``CUSTOM_FIELD_NOT_FOUND``).
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/custom-fields/{id}", effect=Effect.DESTROY, refreshes=("custom_fields",))
    async def delete(self, id: str) -> Done:
        """Delete a custom field.

        Args:
            id: the custom field's id.

        Raises:
            NotFound: there is no such custom field (``CUSTOM_FIELD_NOT_FOUND``).
        """
