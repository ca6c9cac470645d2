"""Subusers: sub-accounts, what they send, and what they may."""

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
    """What sub-accounts sent, by month."""

    @operation("GET", "/v1/subusers/monthly-stats")
    async def list(self) -> Page[SubuserMonthlyStats]:
        """List what all sub-accounts sent, by month."""


class SubusersReputations(Resource, id="subusers.reputations", section="Subuser Management"):
    """How receivers rate the mail of sub-accounts."""

    @operation("GET", "/v1/subusers/reputations")
    async def list(self) -> Page[SubuserReputation]:
        """List the reputation scores of all sub-accounts."""


class SubusersIps(Resource, id="subusers.ips", section="Subuser Management"):
    """The addresses that sub-accounts send from."""

    @operation(
        "PUT", "/v1/subusers/ips", effect=Effect.CHANGE, refreshes=("subusers.ips",), alternate_method="PATCH"
    )
    async def update(self, *, values: Annotated[Sequence[str], WholeBody]) -> Page[SubuserIp]:
        """Set the addresses that sub-accounts send from.

        The reference names no sub-account here: it counts for all.

        Args:
            values: IP addresses, all of them; they replace the old ones.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class SubusersCredits(Resource, id="subusers.credits", section="Subuser Management"):
    """How much sub-accounts may send."""

    @operation("GET", "/v1/subusers/credits")
    async def get(self) -> SubuserCredits:
        """Get how much sub-accounts may send."""

    @operation(
        "PUT",
        "/v1/subusers/credits",
        effect=Effect.CHANGE,
        refreshes=("subusers.credits",),
        alternate_method="PATCH",
    )
    async def update(self, *, credits: int, reset_date: str | None = None) -> SubuserCredits:
        """Set how much sub-accounts may send.

        The reference names no sub-account here: it counts for all.

        Args:
            credits: messages in each period.
            reset_date: when it begins anew, as ``monthly``.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class SubusersStats(Resource, id="subusers.stats", section="Subuser Management"):
    """What sub-accounts sent."""

    @operation("GET", "/v1/subusers/stats")
    async def list(self) -> Page[SubuserStats]:
        """List what all sub-accounts sent."""


class Subusers(Resource, id="subusers", section="Subuser Management"):
    """Sub-accounts."""

    credits = Child(SubusersCredits)
    ips = Child(SubusersIps)
    monthly_stats = Child(SubusersMonthlyStats)
    reputations = Child(SubusersReputations)
    stats = Child(SubusersStats)
