"""Recipient lists, mailing lists with their members, and custom fields."""

from __future__ import annotations

from ..clock import iso
from ..company import FIRST_NAMES, LAST_NAMES
from ..engine.documents import Document
from ..engine.founding import founder
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Refusal, Reply, invalid, not_found, required
from .kept import DAY, Body, Kept, keep, read_body
from .registry import handles

MEMBER = "mailing_list_member"
_FIELD_TYPES = ("text", "number", "date", "choice", "email")


# Recipient lists


def _counted(_call: Call, recipients: Document) -> Body:
    body = recipients.body
    head = {name: body[name] for name in ("_id", "name", "description")}
    rest = {name: body[name] for name in ("recipients", "createdAt", "updatedAt")}
    return {**head, "totalCount": len(body["recipients"]), **rest}


def _without_recipients(call: Call, recipients: Document) -> Body:
    body = _counted(call, recipients)
    return {name: value for name, value in body.items() if name != "recipients"}


def _check_recipients(_call: Call, body: Body) -> None:
    wrong = [each for each in body["recipients"] if "@" not in str(each)]
    if wrong:
        raise invalid("recipients", f"{wrong[0]} is no address")
    body["recipients"] = list(dict.fromkeys(body["recipients"]))


keep(
    Kept(
        "recipient_lists", "recipient list", "rl", needs=("name",),
        defaults={"description": "", "recipients": []}, stamps=("createdAt", "updatedAt"),
        shows=_counted, lists=_without_recipients, checks=_check_recipients,
        seeds=lambda _world, _start: (
            {
                "_id": "rl_001", "name": "Newsletter Subscribers",
                "description": "Active newsletter recipients",
                "recipients": ["user1@example.com", "user2@example.com"],
            },
            {
                "_id": "rl_002", "name": "Board", "description": "Monthly figures",
                "recipients": [f"{first}@lapak.example" for first in FIRST_NAMES[:7]],
            },
        ),
    )
)  # fmt: skip


# Mailing lists


def _with_members(call: Call, mailing_list: Document) -> Body:
    _, total = call.world.documents.page(MEMBER, search=f"{mailing_list.id}|", limit=1)
    body = mailing_list.body
    head = {name: body[name] for name in ("_id", "address", "name", "description")}
    return {**head, "memberCount": total, "createdAt": body["createdAt"]}


def _check_address(_call: Call, body: Body) -> None:
    if "@" not in body["address"]:
        raise invalid("address", "must be an address")


def _forget_members(call: Call, mailing_list: Document) -> None:
    for member in call.world.documents.all(MEMBER):
        if member.id.startswith(f"{mailing_list.id}/"):
            call.world.documents.delete(MEMBER, member.id)


LISTS = keep(
    Kept(
        "mailing_lists", "mailing list", "ml", needs=("address", "name"), defaults={"description": ""},
        shows=_with_members, checks=_check_address, gone=_forget_members,
        seeds=lambda _world, _start: (
            {
                "_id": "ml_001", "address": "newsletter@lists.example.com", "name": "Newsletter",
                "description": "Monthly newsletter",
            },
            {"_id": "ml_002", "address": "seller@milis.lapak.example", "name": "Sellers"},
        ),
    )
)  # fmt: skip


def _join(world: World, list_id: str, body: Body) -> bool:
    key = f"{list_id}/{body['email']}"
    if world.documents.get(MEMBER, key) is not None:
        return False
    world.documents.put(Document(MEMBER, key, body, label=f"{list_id}|{body['email']}"))
    return True


def _new_member(given: Body, at: int) -> Body:
    if "@" not in str(given.get("email", "")):
        raise invalid("email", "must be an address")
    return {
        "email": given["email"], "name": given.get("name") or "", "vars": given.get("vars") or {},
        "subscribed": True, "createdAt": iso(at),
    }  # fmt: skip


@founder
def found(world: World, start: int) -> None:
    """Let people be on the lists."""
    _join(
        world,
        "ml_001",
        {
            **_new_member(
                {"email": "user@example.com", "name": "John Doe", "vars": {"company": "Acme"}}, start
            )
        },
    )
    for number in range(240):
        first, last = FIRST_NAMES[number % len(FIRST_NAMES)], LAST_NAMES[number % len(LAST_NAMES)]
        given = {
            "email": f"{first}.{last}1@gmail.example", "name": f"{first.title()} {last.title()}",
            "vars": {"company": "Samudera"},
        }  # fmt: skip
        _join(world, "ml_001" if number % 3 else "ml_002", _new_member(given, start - number * DAY // 6))


def _member(call: Call) -> Document:
    found_ = call.world.documents.get(MEMBER, f"{LISTS.find(call).id}/{call.path['email']}")
    if found_ is None:
        raise not_found("MEMBER", "member")
    return found_


@handles("mailing_lists.members.list")
def members(call: Call) -> Reply:
    """List the members, the latest first."""
    ref, page = LISTS.find(call).id, call.page()
    found_, total = call.world.documents.page(
        MEMBER, search=f"{ref}|", offset=page.offset, limit=page.per_page
    )
    return page.reply([each.body for each in found_], total)


@handles("mailing_lists.members.create")
def add_member(call: Call) -> Reply:
    """Add one."""
    ref = LISTS.find(call).id
    body = _new_member(read_body(call, "mailing_lists.members.create", needs=("email",)), call.now)
    if not _join(call.world, ref, body):
        raise Refusal(409, "MEMBER_EXISTS", "the address is on the list already")
    return Reply(body, status=201)


@handles("mailing_lists.members.bulk_create")
def add_members(call: Call) -> Reply:
    """Add several; those on the list already, and what is no address, are skipped."""
    ref, given = LISTS.find(call).id, call.fields().get("members")
    if not isinstance(given, list) or not given:
        raise required("members")
    usable = [each for each in given if isinstance(each, dict) and "@" in str(each.get("email", ""))]
    added = sum(_join(call.world, ref, _new_member(each, call.now)) for each in usable)
    return Reply({"added": added, "skipped": len(given) - added}, status=201)


@handles("mailing_lists.members.get")
def member(call: Call) -> Reply:
    """Get one."""
    return Reply(_member(call).body)


@handles("mailing_lists.members.update")
def change_member(call: Call) -> Reply:
    """Change the fields that are given."""
    found_ = _member(call)
    found_.body |= read_body(call, "mailing_lists.members.update", partial=True)
    call.world.documents.put(found_)
    return Reply(found_.body)


@handles("mailing_lists.members.delete")
def remove_member(call: Call) -> Reply:
    """Remove one."""
    call.world.documents.delete(MEMBER, _member(call).id)
    return Reply(message="Member removed")


# Custom fields


def _check_field(_call: Call, body: Body) -> None:
    if body["fieldType"] not in _FIELD_TYPES:
        raise invalid("fieldType", f"must be one of {', '.join(_FIELD_TYPES)}")


keep(
    Kept(
        "custom_fields", "custom field", "cf", needs=("name",), defaults={"fieldType": "text"},
        checks=_check_field,
        seeds=lambda _world, _start: (
            {"_id": "cf_001", "name": "company"},
            {"_id": "cf_003", "name": "source"},
            {"_id": "cf_004", "name": "birthday", "fieldType": "date"},
        ),
    )
)  # fmt: skip
