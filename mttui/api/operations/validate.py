"""Validation: whether addresses can be reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.validate import BulkValidation, SingleValidation


class ValidateBulk(Resource, id="validate.bulk", section="Email Validation"):
    """Validation of many addresses in the background."""

    @operation("POST", "/v1/validate/bulk", effect=Effect.CHANGE, refreshes=("validate.bulk",))
    async def create(self, *, emails: Sequence[str]) -> BulkValidation:
        """Start to check whether many addresses can be reached; nothing is sent to them.

        It runs in the background: read it with ``validate.bulk.get``.

        Args:
            emails: the addresses.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/validate/bulk/{id}")
    async def get(self, id: str) -> BulkValidation:
        """Get how a validation stands, and its results once it is completed.

        Args:
            id: the validation's id.

        Raises:
            NotFound: there is no such validation.
        """


class ValidateSingle(Resource, id="validate.single", section="Email Validation"):
    """Validation of one address."""

    @operation("POST", "/v1/validate/single", effect=Effect.READ)
    async def create(self, *, email: str) -> SingleValidation:
        """Check whether an address can be reached; nothing is sent to it.

        Args:
            email: the address.
        """


class Validate(Resource, id="validate", section="Email Validation"):
    """Whether addresses can be reached."""

    bulk = Child(ValidateBulk)
    single = Child(ValidateSingle)
