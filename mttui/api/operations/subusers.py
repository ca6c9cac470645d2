"""Subusers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from ..operation import Child, Effect, Resource, WholeBody, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.subusers import (
        SubuserCredits,
        SubuserIp,
        SubuserMonthlyStats,
        SubuserReputation,
        SubuserStats,
    )


class SubusersMonthlyStats(Resource, id="subusers.monthly_stats", section="Subuser Management"):
    """Subusers monthly stats."""

    @operation("GET", "/v1/subusers/monthly-stats")
    async def list(self) -> Page[SubuserMonthlyStats]:
        """List the monthly statistics of all subusers."""


class SubusersReputations(Resource, id="subusers.reputations", section="Subuser Management"):
    """Subusers reputations."""

    @operation("GET", "/v1/subusers/reputations")
    async def list(self) -> Page[SubuserReputation]:
        """List the reputation scores of all subusers."""


class SubusersIps(Resource, id="subusers.ips", section="Subuser Management"):
    """Subusers ips."""

    @operation(
        "PUT", "/v1/subusers/ips", effect=Effect.CHANGE, refreshes=("subusers.ips",), alternate_method="PATCH"
    )
    async def update(self, *, values: Annotated[Sequence[str], WholeBody]) -> SubuserIp:
        """Set the IP addresses assigned to a subuser.

        Args:
            values: the whole list.
        """


class SubusersCredits(Resource, id="subusers.credits", section="Subuser Management"):
    """Subusers credits."""

    @operation("GET", "/v1/subusers/credits")
    async def get(self) -> SubuserCredits:
        """Get the credit allocation of subusers."""

    @operation(
        "PUT",
        "/v1/subusers/credits",
        effect=Effect.CHANGE,
        refreshes=("subusers.credits",),
        alternate_method="PATCH",
    )
    async def update(self, *, credits: int | None = None, reset_date: str | None = None) -> SubuserCredits:
        """Update the credit allocation.

        Args:
            credits: credits, as ``10000``.
            reset_date: reset date, as ``monthly``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class SubusersStats(Resource, id="subusers.stats", section="Subuser Management"):
    """Subusers stats."""

    @operation("GET", "/v1/subusers/stats")
    async def list(self) -> Page[SubuserStats]:
        """List the sending statistics of all subusers."""


class Subusers(Resource, id="subusers", section="Subuser Management"):
    """Subusers."""

    credits = Child(SubusersCredits)
    ips = Child(SubusersIps)
    monthly_stats = Child(SubusersMonthlyStats)
    reputations = Child(SubusersReputations)
    stats = Child(SubusersStats)
