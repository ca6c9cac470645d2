"""Unsubscribe groups: kinds of mail that a person can opt out of one by one."""

from __future__ import annotations

from ..clock import iso
from ..engine.documents import Document
from ..engine.founding import founder
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, not_found, required
from .kept import DAY, Body, Kept, keep
from .registry import handles

MEMBER = "unsubscribe_group_member"


def _with_count(call: Call, group: Document) -> Body:
    _, total = call.world.documents.page(MEMBER, search=f"{group.id}|", limit=1)
    return {**group.body, "unsubscribes": total}


def _forget_members(call: Call, group: Document) -> None:
    for member in call.world.documents.all(MEMBER):
        if member.body["groupId"] == group.id:
            call.world.documents.delete(MEMBER, member.id)


GROUPS = keep(
    Kept(
        "unsubscribe_groups", "unsubscribe group", "ug", needs=("name",), defaults={"description": ""},
        stamps=("createdAt", "updatedAt"), shows=_with_count,
        seeds=lambda _world, _start: (
            {"_id": "ug_001", "name": "Marketing", "description": "Marketing emails opt-out"},
            {"_id": "ug_002", "name": "Product news", "description": "What is new in the app"},
        ),
        gone=_forget_members,
    )
)  # fmt: skip


def _add(world: World, group: str, email: str, at: str) -> bool:
    key = f"{group}/{email}"
    if world.documents.get(MEMBER, key) is not None:
        return False
    body = {"email": email, "groupId": group, "createdAt": at}
    world.documents.put(Document(MEMBER, key, body, label=f"{group}|{email}"))
    return True


@founder
def found(world: World, start: int) -> None:
    """Let some have opted out."""
    for number in range(1, 26):
        _add(world, "ug_001", f"rina.gunawan{number}@gmail.example", iso(start - number * DAY))
    _add(world, "ug_001", "user@example.com", iso(start - DAY))


@handles("unsubscribe_groups.emails.create")
def add(call: Call) -> Reply:
    """Opt addresses out of a group."""
    group, emails = GROUPS.find(call), call.fields().get("emails")
    if not isinstance(emails, list) or not emails:
        raise required("emails")
    added = [each for each in map(str, emails) if _add(call.world, group.id, each, iso(call.now))]
    return Reply({"groupId": group.id, "emails": added, "added": len(added)}, status=201)


@handles("unsubscribe_groups.emails.list")
def members(call: Call) -> Reply:
    """List the addresses that opted out of a group."""
    group, page = GROUPS.find(call), call.page()
    found, total = call.world.documents.page(
        MEMBER, search=f"{group.id}|", offset=page.offset, limit=page.per_page
    )
    return page.reply([each.body for each in found], total)


@handles("unsubscribe_groups.emails.delete")
def remove(call: Call) -> Reply:
    """Let an address get the group's mail again."""
    group = GROUPS.find(call)
    if not call.world.documents.delete(MEMBER, f"{group.id}/{call.path['email']}"):
        raise not_found("UNSUBSCRIBE_GROUP_EMAIL", "address")
    return Reply(message="Email removed from group")
