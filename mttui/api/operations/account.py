"""Account: whose it is and what plan it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Resource, operation

if TYPE_CHECKING:
    from ..models.account import AccountDetails


class Account(Resource, id="account", section="User / Account"):
    """Whose account it is."""

    @operation("GET", "/v1/account")
    async def get(self) -> AccountDetails:
        """Get the account's information."""
