"""Validation of addresses: one at once, many in the background."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from ..company import PROVIDERS, SENDING_DOMAINS
from ..engine.documents import Document
from ..engine.tasks import finishes
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, invalid, not_found, required
from .exports import csv_of
from .registry import handles

KIND = "validation"
_SYNTAX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_ROLES = frozenset(
    {"admin", "info", "sales", "support", "billing", "noreply", "no-reply", "postmaster", "abuse"}
)
_DISPOSABLE = frozenset({"mailinator.com", "10minutemail.com", "guerrillamail.com", "tempmail.example"})
_KNOWN = {domain for provider in PROVIDERS for domain in provider.domains} | {*SENDING_DOMAINS, "example.com"}
_SECONDS, _MOST = 8, 10_000


def verdict(world: World, email: str) -> dict[str, Any]:
    """Say what is known of an address: its form, its domain, and whether mail to it bounced."""
    local, _, domain = email.lower().rpartition("@")
    checks = {
        "syntax": bool(_SYNTAX.fullmatch(email)) and ".." not in email,
        "domain": domain in _KNOWN or domain.endswith((".com", ".co.id", ".id", ".net", ".org")),
        "role": local in _ROLES,
        "disposable": domain in _DISPOSABLE,
        "bounced": _bounced(world, email),
    }
    if not checks["syntax"] or not checks["domain"] or checks["bounced"]:
        reason = next(name for name in ("syntax", "domain", "bounced") if checks[name] is (name == "bounced"))
        return {"email": email, "result": "invalid", "reason": reason, "score": 0, **checks}
    risky = [name for name in ("role", "disposable") if checks[name]]
    score = 100 - 40 * len(risky)
    return {
        "email": email, "result": "risky" if risky else "valid", "reason": ", ".join(risky),
        "score": score, **checks,
    }  # fmt: skip


def _bounced(world: World, email: str) -> bool:
    row = world.connection.execute(
        "SELECT 1 FROM bounces WHERE email = ? AND type = 'hard' AND reactivated_at IS NULL LIMIT 1", (email,)
    ).fetchone()
    return row is not None


@handles("validate.single.create")
def single(call: Call) -> Reply:
    """Validate one address."""
    return Reply(verdict(call.world, call.text("email", limit=320)))


@handles("validate.bulk.create")
def bulk(call: Call) -> Reply:
    """Begin to validate many."""
    emails = call.fields().get("emails")
    if not isinstance(emails, list) or not emails:
        raise required("emails")
    if len(emails) > _MOST:
        raise invalid("emails", f"has more than {_MOST} addresses")
    key = f"val_{len(call.world.documents.all(KIND)) + 1:03d}"
    body: dict[str, Any] = {
        "_id": key, "totalEmails": len(emails), "valid": 0, "invalid": 0, "risky": 0, "results": [],
        "emails": [str(each) for each in emails],
    }  # fmt: skip
    return Reply(_public(call, call.world.tasks.start(KIND, key, body, seconds=_SECONDS)), status=202)


@finishes(KIND)
def finish(world: World, document: Document) -> None:
    """Validate them all, and write the results to a file."""
    results = [verdict(world, each) for each in document.body["emails"]]
    counts = Counter(each["result"] for each in results)
    document.body |= {name: counts[name] for name in ("valid", "invalid", "risky")}
    document.body["results"] = results
    rows = [tuple(results[0]), *(tuple(each.values()) for each in results)]
    document.body["file"] = world.files.put(f"{document.id}.csv", "text/csv", csv_of(rows))


@handles("validate.bulk.get")
def get(call: Call) -> Reply:
    """Say how a validation stands."""
    document = call.world.documents.get(KIND, call.path["id"])
    if document is None:
        raise not_found("VALIDATION", "validation")
    return Reply(_public(call, document))


def _public(call: Call, document: Document) -> dict[str, Any]:
    body = {name: value for name, value in document.body.items() if name not in {"emails", "file"}}
    if "file" in document.body:
        body["downloadUrl"] = call.base_url + document.body["file"]
    return body
