"""User: the person whose key this is, and how they sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.user import AccountCredits, Profile, ProfileEmail, ProfileUsername


class UserProfile(Resource, id="user.profile", section="User / Account"):
    """The person's name and the like."""

    @operation("GET", "/v1/user/profile")
    async def get(self) -> Profile:
        """Get the person's name and the like."""

    @operation(
        "PATCH", "/v1/user/profile", effect=Effect.CHANGE, refreshes=("user.profile",), alternate_method="PUT"
    )
    async def update(self, *, first_name: str | None = None, last_name: str | None = None) -> Profile:
        """Update the person's profile; fields that are left out stay as they are.

        The reference leaves open which other fields there are.

        Args:
            first_name: given name.
            last_name: family name.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class UserPassword(Resource, id="user.password", section="User / Account"):
    """The password that the person signs in with."""

    @operation(
        "PATCH",
        "/v1/user/password",
        effect=Effect.DESTROY,
        refreshes=("user.password",),
        alternate_method="PUT",
    )
    async def update(self, *, current_password: str, new_password: str) -> Done:
        """Change the person's password.

        Args:
            current_password: the password so far.
            new_password: the new password.

        Raises:
            Unprocessable: the current password is wrong, or the new one is not accepted.
        """


class UserEmail(Resource, id="user.email", section="User / Account"):
    """The address that the person signs in with."""

    @operation("GET", "/v1/user/email")
    async def get(self) -> ProfileEmail:
        """Get the address that the person signs in with."""

    @operation(
        "PATCH", "/v1/user/email", effect=Effect.DESTROY, refreshes=("user.email",), alternate_method="PUT"
    )
    async def update(self, *, email: str) -> ProfileEmail:
        """Change the address that the person signs in with.

        The old address no longer works for signing in.

        Args:
            email: the new address.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class UserUsername(Resource, id="user.username", section="User / Account"):
    """The name that the person signs in with."""

    @operation("GET", "/v1/user/username")
    async def get(self) -> ProfileUsername:
        """Get the name that the person signs in with."""

    @operation(
        "PATCH",
        "/v1/user/username",
        effect=Effect.DESTROY,
        refreshes=("user.username",),
        alternate_method="PUT",
    )
    async def update(self, *, username: str) -> ProfileUsername:
        """Change the name that the person signs in with.

        The old name no longer works for signing in.

        Args:
            username: the new name.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class UserCredits(Resource, id="user.credits", section="User / Account"):
    """What the account may still send."""

    @operation("GET", "/v1/user/credits")
    async def get(self) -> AccountCredits:
        """Get what the account may still send."""


class User(Resource, id="user", section="User / Account"):
    """The person whose key this is."""

    credits = Child(UserCredits)
    email = Child(UserEmail)
    password = Child(UserPassword)
    profile = Child(UserProfile)
    username = Child(UserUsername)
