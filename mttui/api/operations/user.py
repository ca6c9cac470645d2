"""User."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.user import AccountCredits, Profile, ProfileEmail, ProfileUsername


class UserProfile(Resource, id="user.profile", section="User / Account"):
    """User profile."""

    @operation("GET", "/v1/user/profile")
    async def get(self) -> Profile:
        """Get the user's profile."""

    @operation(
        "PATCH", "/v1/user/profile", effect=Effect.CHANGE, refreshes=("user.profile",), alternate_method="PUT"
    )
    async def update(self, *, first_name: str | None = None, last_name: str | None = None) -> Profile:
        """Update the user's profile.

        Args:
            first_name: first name.
            last_name: last name.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class UserPassword(Resource, id="user.password", section="User / Account"):
    """User password."""

    @operation(
        "PATCH",
        "/v1/user/password",
        effect=Effect.DESTROY,
        refreshes=("user.password",),
        alternate_method="PUT",
    )
    async def update(self, *, current_password: str | None = None, new_password: str | None = None) -> Done:
        """Change the user's password.

        Args:
            current_password: current password.
            new_password: new password.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class UserEmail(Resource, id="user.email", section="User / Account"):
    """User email."""

    @operation("GET", "/v1/user/email")
    async def get(self) -> ProfileEmail:
        """Get the user's email address."""

    @operation(
        "PATCH", "/v1/user/email", effect=Effect.DESTROY, refreshes=("user.email",), alternate_method="PUT"
    )
    async def update(self, *, email: str | None = None) -> ProfileEmail:
        """Change the user's email address.

        Args:
            email: email, as ``new@example.com``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class UserUsername(Resource, id="user.username", section="User / Account"):
    """User username."""

    @operation("GET", "/v1/user/username")
    async def get(self) -> ProfileUsername:
        """Get the username."""

    @operation(
        "PATCH",
        "/v1/user/username",
        effect=Effect.DESTROY,
        refreshes=("user.username",),
        alternate_method="PUT",
    )
    async def update(self, *, username: str | None = None) -> ProfileUsername:
        """Change the username.

        Args:
            username: username, as ``newname``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class UserCredits(Resource, id="user.credits", section="User / Account"):
    """User credits."""

    @operation("GET", "/v1/user/credits")
    async def get(self) -> AccountCredits:
        """Get the credit balance."""


class User(Resource, id="user", section="User / Account"):
    """User."""

    credits = Child(UserCredits)
    email = Child(UserEmail)
    password = Child(UserPassword)
    profile = Child(UserProfile)
    username = Child(UserUsername)
