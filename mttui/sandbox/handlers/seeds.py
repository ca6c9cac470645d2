"""Seed lists and seed tests: where a message lands at mailboxes that one owns."""

from __future__ import annotations

from ..chance import Chance
from ..clock import iso
from ..company import PROVIDER
from ..engine.documents import Document
from ..engine.founding import founder
from ..engine.tasks import COMPLETED, finishes
from ..engine.traffic import provider_of
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, invalid, not_found
from .kept import DAY, Body, Kept, keep
from .registry import handles

TEST = "seed_test"
_SEEDS = ("seed1@gmail.com", "seed2@yahoo.com", "seed3@outlook.example", "seed4@gmail.example")
_SECONDS, _MISSING = 20, 0.02


def _check(_call: Call, body: Body) -> None:
    if not isinstance(body.get("emails"), list) or not all("@" in str(each) for each in body["emails"]):
        raise invalid("emails", "must be a list of addresses")


keep(
    Kept(
        "seed_lists", "seed list", "sl", needs=("name", "emails"), checks=_check,
        seeds=lambda _world, _start: (
            {"_id": "sl_001", "name": "Gmail seeds", "emails": ["seed1@gmail.com", "seed2@yahoo.com"]},
            {"_id": "sl_002", "name": "All providers", "emails": list(_SEEDS)},
        ),
    )
)  # fmt: skip


def _provider(email: str) -> str:
    host = email.rpartition("@")[2].partition(".")[0].title()
    return host if host in PROVIDER else provider_of(email)


def _results(emails: list[str], score: float, chance: Chance) -> list[Body]:
    """Deal out inbox, spam and missing: the better the reputation, the more land in the inbox."""
    rows = []
    for email in emails:
        provider = _provider(email)
        missing = chance.happens(_MISSING)
        inbox = not missing and chance.happens(PROVIDER[provider].inbox_rate / 100 * score / 100)
        rows.append({
            "email": email, "provider": provider, "inbox": inbox,
            "spam": not inbox and not missing, "missing": missing,
        })  # fmt: skip
    return rows


@founder
def found(world: World, start: int) -> None:
    """Have the reference's test, completed."""
    body = {
        "_id": "st_001", "status": COMPLETED, "createdAt": iso(start - DAY),
        "results": [
            {"email": "seed1@gmail.com", "provider": "Gmail", "inbox": True, "spam": False, "missing": False},
            {"email": "seed2@yahoo.com", "provider": "Yahoo", "inbox": False, "spam": True, "missing": False},
        ],
        "inboxRate": 50.0,
    }  # fmt: skip
    world.documents.put(Document(TEST, "st_001", body, stage=COMPLETED))


@handles("seed_tests.create")
def create(call: Call) -> Reply:
    """Send a message to the mailboxes of a list; all providers where none is named."""
    fields = call.fields()
    ref = fields.get("seedListId")
    named = call.world.documents.get("seed_lists", str(ref)) if ref else None
    if ref and named is None:
        raise not_found("SEED_LIST", "seed list")
    key = f"st_{len(call.world.documents.all(TEST)) + 1:03d}"
    emails = list(named.body["emails"]) if named else list(_SEEDS)
    body: Body = {"_id": key, "results": [], "inboxRate": None, "emails": emails}
    return Reply(_public(call.world.tasks.start(TEST, key, body, seconds=_SECONDS)), status=202)


def _public(test: Document) -> Body:
    return {name: value for name, value in test.body.items() if name != "emails"}


@finishes(TEST)
def finish(world: World, test: Document) -> None:
    """Look where it landed."""
    results = _results(test.body["emails"], world.reputation.score(), world.chance.at(world.now))
    inboxes = sum(each["inbox"] for each in results)
    test.body |= {"results": results, "inboxRate": round(100 * inboxes / max(1, len(results)), 1)}


@handles("seed_tests.get")
def get(call: Call) -> Reply:
    """Get a test and its results."""
    test = call.world.documents.get(TEST, call.path["id"])
    if test is None:
        raise not_found("SEED_TEST", "seed test")
    return Reply(_public(test))
