"""Validate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.validate import BulkValidation, SingleValidation


class ValidateBulk(Resource, id="validate.bulk", section="Email Validation"):
    """Validate bulk."""

    @operation("POST", "/v1/validate/bulk", effect=Effect.CHANGE, refreshes=("validate.bulk",))
    async def create(self, *, emails: Sequence[str] | None = None) -> BulkValidation:
        """Validate several email addresses.

        Args:
            emails: emails.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/validate/bulk/{id}")
    async def get(self, id: str) -> BulkValidation:
        """Get the result of a bulk validation.

        Args:
            id: the bulk's id.

        Raises:
            NotFound: there is none of that id.
        """


class ValidateSingle(Resource, id="validate.single", section="Email Validation"):
    """Validate single."""

    @operation("POST", "/v1/validate/single", effect=Effect.READ)
    async def create(self, *, email: str | None = None) -> SingleValidation:
        """Validate one email address.

        Args:
            email: email, as ``test@example.com``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class Validate(Resource, id="validate", section="Email Validation"):
    """Validate."""

    bulk = Child(ValidateBulk)
    single = Child(ValidateSingle)
