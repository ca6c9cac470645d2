"""The suppression list: addresses added by hand and by unsubscribing, and hard bounces."""

from __future__ import annotations

from ..clock import iso
from ..engine.founding import founder
from ..engine.suppression import KIND
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, invalid, not_found, required
from .kept import DAY
from .registry import handles

_MOST = 1_000


@founder
def found(world: World, start: int) -> None:
    """Let the list have something in it."""
    for number in range(1, 31):
        world.suppression.add(
            f"berhenti{number}@gmail.example", "Manual" if number % 3 else "Bounce Rule",
            iso(start - number * DAY),
        )  # fmt: skip
    for email in ("user@example.com", "bounce@example.com"):
        world.suppression.add(email, "Manual", iso(start - DAY))


@handles("suppression.create")
def add(call: Call) -> Reply:
    """Add addresses; those on the list already are not counted."""
    fields = call.fields()
    emails = fields.get("emails", [fields["email"]] if fields.get("email") else None)
    if not emails:
        raise required("emails")
    if not isinstance(emails, list) or len(emails) > _MOST:
        raise invalid("emails", f"must be a list of up to {_MOST} addresses")
    wrong = [each for each in emails if not isinstance(each, str) or "@" not in each]
    if wrong:
        raise invalid("emails", f"{wrong[0]} is no address")
    now = iso(call.now)
    return Reply(
        {"added": sum(call.world.suppression.add(each, "Manual", now) for each in emails)}, status=201
    )


@handles("suppression.delete")
def remove(call: Call) -> Reply:
    """Take an address off; a hard bounce of it is reactivated with that."""
    email, world = call.path["email"], call.world
    bounced = world.connection.execute(
        "UPDATE bounces SET reactivated_at = ? WHERE email = ? AND type = 'hard' AND reactivated_at IS NULL",
        (call.now, email),
    ).rowcount
    if not world.suppression.remove(email) and not bounced:
        raise not_found("SUPPRESSION", "suppressed address")
    return Reply(message="Suppression removed")


@handles("suppression.list")
def list_(call: Call) -> Reply:
    """List what is on it, the latest first; hard bounces count as added by the bounce rule."""
    page, search = call.page(), call.query.get("search", "").lower()
    sql = (
        "FROM (SELECT id AS email, body FROM documents WHERE kind = ? UNION ALL"
        " SELECT email, NULL FROM bounces WHERE type = 'hard' AND reactivated_at IS NULL"
        " AND email NOT IN (SELECT id FROM documents WHERE kind = ?) GROUP BY email)"
        " WHERE instr(lower(email), ?) > 0"
    )
    given, run = (KIND, KIND, search), call.world.connection.execute
    (total,) = run(f"SELECT count(*) {sql}", given).fetchone()
    rows = run(f"SELECT email {sql} ORDER BY email LIMIT ? OFFSET ?", (*given, page.per_page, page.offset))
    return page.reply([_public(call, email) for (email,) in rows.fetchall()], total)


def _public(call: Call, email: str) -> dict[str, object]:
    kept = call.world.documents.get(KIND, email)
    if kept is not None:
        return kept.body
    (at,) = call.world.connection.execute("SELECT max(at) FROM bounces WHERE email = ?", (email,)).fetchone()
    return {"email": email, "type": "Non-transactional", "source": "Bounce Rule", "createdAt": iso(at)}
