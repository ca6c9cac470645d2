"""Teammates: who may work in the account."""

from __future__ import annotations

from ..clock import iso
from ..company import USERS
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Refusal, Reply, invalid
from .kept import DAY, Body, Kept, keep
from .registry import handles

_ROLES = ("admin", "editor", "viewer", "developer")
"""Three that the reference names, and the one of its example."""


def _team(_world: World, start: int) -> list[Body]:
    roles = dict(zip((user.id for user in USERS), ("admin", "editor", "editor", "viewer"), strict=True))
    team: list[Body] = [
        {
            "_id": f"tm_{number:03d}", "email": user.email, "name": user.email.split("@")[0].title(),
            "role": roles[user.id], "status": "active", "lastLoginAt": iso(start - number * 3600),
        }
        for number, user in enumerate(USERS, start=1)
    ]  # fmt: skip
    team.append({
        "_id": f"tm_{len(USERS) + 1:03d}", "email": "baru@lapak.example", "name": "Baru", "role": "viewer",
        "status": "invited", "invitedAt": iso(start - 2 * DAY),
    })  # fmt: skip
    return team


def _check(call: Call, body: Body) -> None:
    if body["role"] not in _ROLES:
        raise invalid("role", f"must be one of {', '.join(_ROLES)}")
    if "@" not in body["email"]:
        raise invalid("email", "must be an address")
    if body["status"] == "invited":
        body.setdefault("invitedAt", iso(call.now))


TEAM = keep(
    Kept(
        "teammates", "teammate", "tm", label="email", needs=("email",),
        defaults={"name": "", "role": "viewer", "status": "invited"}, seeds=_team, checks=_check,
    )
)  # fmt: skip


@handles("teammates.resend_invite")
def resend(call: Call) -> Reply:
    """Send an invitation again; one who has accepted is not invited anew."""
    teammate = TEAM.find(call)
    if teammate.body["status"] != "invited":
        raise Refusal(409, "TEAMMATE_ALREADY_ACTIVE", "the invitation was accepted already")
    TEAM.put(call.world, {**teammate.body, "invitedAt": iso(call.now)})
    return Reply(message="Invite resent")
