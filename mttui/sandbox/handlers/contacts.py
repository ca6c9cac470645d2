"""Contacts: one by one, by page, and what became of the mail to each."""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..engine.contacts import ORDERS, Body, new_body
from ..engine.founding import founder
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Refusal, Reply, invalid, not_found
from .kept import DAY, read_body
from .privacy import ERASERS
from .registry import handles

_ALICE = "66167a2b4f9b72a5c2f48101"
_LONGEST = 254


@founder
def found(world: World, start: int) -> None:
    """Have the contacts of the reference's examples, and the one that everybody asks about."""
    known = (
        (_ALICE, "alice@example.com", "Alice", "Tan", ["enterprise", "trial"]),
        ("cnt_001", "user@example.com", "John", "Doe", ["newsletter"]),
        ("66167a2b4f9b72a5c2f48102", "budi@example.com", "Budi", "Santoso", ["VIP", "buyer"]),
    )
    for contact_id, email, first, last, labels in known:
        given = {
            "email": email, "firstname": first, "lastname": last, "labels": labels, "city": "Jakarta",
            "country": "Indonesia", "customField": {"source": "landing-page"}, "dayOfBirth": "1995-06-12",
        }  # fmt: skip
        world.people.put(new_body(contact_id, start - 40 * DAY, given), start - 40 * DAY)


@ERASERS.append
def erase(world: World, email: str) -> int:
    """Forget the contact of an address."""
    body = world.people.by_email(email)
    return int(body is not None and world.people.delete(str(body["_id"])))


def find(call: Call) -> Body:
    """Return the contact that the path names.

    Raises:
        Refusal: 404.
    """
    body = call.world.people.get(call.path["id"])
    if body is None:
        raise not_found("CONTACT", "contact")
    return body


def check_email(call: Call, email: object, contact_id: str = "") -> str:
    """Return an address that no other contact has.

    Raises:
        Refusal: 422 when it is none, 409 when another contact has it.
    """
    text = str(email).strip()
    local, _, domain = text.partition("@")
    if not local or "." not in domain or " " in text or len(text) > _LONGEST:
        raise invalid("email", "must be an address")
    other = call.world.people.by_email(text)
    if other is not None and other["_id"] != contact_id:
        raise Refusal(409, "CONTACT_EXISTS", f"there is a contact with the address {text}")
    return text


@handles("contacts.list")
def list_(call: Call) -> Reply:
    """List contacts, the newest first or as asked for."""
    page, order = call.page(), call.query.get("sort", "") or "-createdAt"
    if order not in ORDERS:
        raise invalid("sort", f"must be one of {', '.join(ORDERS)}")
    rows, total = call.world.people.page(
        search_for=call.query.get("search", ""), order=order, offset=page.offset, limit=page.per_page
    )
    return page.reply(rows, total)


@handles("contacts.get")
def get(call: Call) -> Reply:
    """Get one contact."""
    return Reply(find(call))


@handles("contacts.create")
def create(call: Call) -> Reply:
    """Create a contact; one with the address of another one is that one, changed."""
    given = read_body(call, "contacts.create", needs=("email",))
    known = call.world.people.by_email(str(given["email"]))
    given["email"] = check_email(call, given["email"], str(known["_id"]) if known else "")
    number = call.world.documents.next_seq()
    body = {**known, **given} if known else new_body(f"66167a2b{number:016x}", call.now, given)
    call.world.people.put(body, call.now)
    return Reply(body, status=201)


@handles("contacts.update")
def update(call: Call) -> Reply:
    """Change the fields that are given."""
    body = find(call)
    given = read_body(call, "contacts.update", partial=True)
    if "email" in given:
        given["email"] = check_email(call, given["email"], str(body["_id"]))
    call.world.people.put({**body, **given}, call.now)
    return Reply({**body, **given})


@handles("contacts.delete")
def delete(call: Call) -> Reply:
    """Delete a contact."""
    call.world.people.delete(str(find(call)["_id"]))
    return Reply(message="Contact deleted successfully")


_EVENTS = {"opened": "open", "clicked": "click"}


@handles("contacts.activity.list")
def activity(call: Call) -> Reply:
    """List what happened to the mail to a contact, the latest first."""
    email, page = find(call)["email"], call.page()
    sql = "FROM events e JOIN messages m ON m.id = e.message_id WHERE m.email = ?"
    run = call.world.connection.execute
    (total,) = run(f"SELECT count(*) {sql}", (email,)).fetchone()
    rows = run(
        f"SELECT e.type, e.at, e.source_id, e.message_id, e.detail {sql}"
        " ORDER BY e.at DESC, e.id DESC LIMIT ? OFFSET ?",
        (email, page.per_page, page.offset),
    ).fetchall()
    return page.reply([_event(call, *row) for row in rows], total)


def _event(
    call: Call, kind: str, at: int, source_id: int, message_id: int, detail: str | None
) -> dict[str, Any]:
    source = call.world.sources[source_id]
    metadata: dict[str, Any] = {}
    if kind in _EVENTS:
        metadata = {"userAgent": "Mozilla/5.0", "ip": "203.0.113.1"}
    if kind == "clicked" and detail:
        metadata["url"] = detail
    return {
        "event": _EVENTS.get(kind, kind), "timestamp": iso(at),
        "campaignId": source.ref if source.kind == "campaign" else None,
        "messageId": f"msg_{message_id:03d}", "metadata": metadata,
    }  # fmt: skip
