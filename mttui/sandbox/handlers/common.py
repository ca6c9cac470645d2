"""What several families share: how a source and a message look from outside."""

from __future__ import annotations

from typing import Any

from ..engine.documents import Document
from ..engine.records import Source
from ..engine.world import World
from ..web.call import Call
from ..web.reply import not_found

_REF_FIELDS = {
    "campaign": "campaignId",
    "batch": "batchId",
    "single_send": "singleSendId",
    "automation": "automationId",
}


def origin_fields(source: Source) -> dict[str, Any]:
    """Return the fields that say where a message came from."""
    origin = source.origin
    found: dict[str, Any] = {"sendingDomain": origin.domain, "templateId": origin.template}
    if source.kind in _REF_FIELDS:
        found[_REF_FIELDS[source.kind]] = source.ref
    injected = {
        "smtpCredentialId": origin.smtp_id,
        "apiKeyId": origin.api_key,
        "ipAddress": origin.ip_address,
    }
    return found | {name: value for name, value in injected.items() if value is not None}


def source_filter(world: World, kind: str, ref: str) -> int:
    """Return the number of a source for a filter; 0, which matches nothing, when it is unknown."""
    source = world.source_of(kind, ref)
    return source.id if source else 0


def find(call: Call, kind: str, code: str, what: str, name: str = "id") -> Document:
    """Return the document that the path names.

    Raises:
        Refusal: 404 with ``<code>_NOT_FOUND``.
    """
    document = call.world.documents.get(kind, call.path[name])
    if document is None:
        raise not_found(code, what)
    return document


def percent(part: float, whole: float, digits: int = 1) -> float:
    """Return a share in percent; 0 of nothing."""
    return round(100 * part / whole, digits) if whole else 0.0


def stage_counts(source: Source) -> dict[str, int]:
    """Return how many messages of a job there are and were sent."""
    return {"memberCount": source.origin.members or 0, "sentCount": source.totals["sent"]}
