"""Previews: rendered with values, checked for spam, and seen through other mail clients."""

from __future__ import annotations

import base64
from typing import Any

from ..engine.content import SPAM_LINE, read, spam_findings, spam_score
from ..engine.documents import Document
from ..engine.founding import founder
from ..engine.tasks import COMPLETED, finishes
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, not_found
from .registry import handles
from .templates import render

KIND = "inbox_preview"
_CLIENTS = (("Gmail", "desktop"), ("Apple Mail", "mobile"), ("Outlook", "desktop"))
_SECONDS = 12
_PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAMCAYEB5eYAAAAASUVORK5CYII="
)
"""One pixel: the sandbox draws no mail."""


@founder
def found(world: World, _start: int) -> None:
    """Have the reference's preview."""
    document = Document(KIND, "prev_001", {"_id": "prev_001", "status": COMPLETED}, stage=COMPLETED)
    finish(world, document)
    world.documents.put(document)


@handles("preview.render")
def render_(call: Call) -> Reply:
    """Fill in HTML with values."""
    fields = call.fields()
    values = fields.get("substitutionData") or fields.get("data") or {}
    given: dict[str, Any] = values if isinstance(values, dict) else {}
    html, subject = str(fields.get("html") or ""), str(fields.get("subject") or "")
    return Reply({"html": render(html, given), "subject": render(subject, given)})


@handles("preview.spam_check")
def spam_check(call: Call) -> Reply:
    """Count what a spam filter would."""
    email = read(call.text("html", limit=10_000_000), str(call.fields().get("subject") or ""))
    points = spam_score(email)
    rules = [{"rule": words, "score": value} for words, value in spam_findings(email)]
    return Reply({"score": points, "isSpam": points >= SPAM_LINE, "rules": rules})


@handles("preview.inbox.create")
def create(call: Call) -> Reply:
    """Begin to take pictures of a mail in several clients."""
    key = f"prev_{len(call.world.documents.all(KIND)) + 1:03d}"
    body: dict[str, Any] = {"_id": key, "screenshots": []}
    return Reply(call.world.tasks.start(KIND, key, body, seconds=_SECONDS).body, status=202)


@finishes(KIND)
def finish(world: World, document: Document) -> None:
    """Take them."""
    document.body["screenshots"] = [
        {
            "client": client, "device": device,
            "imageUrl": world.files.put(f"{document.id}-{number}.png", "image/png", _PICTURE),
        }
        for number, (client, device) in enumerate(_CLIENTS, start=1)
    ]  # fmt: skip


@handles("preview.inbox.get")
def get(call: Call) -> Reply:
    """Say how a preview stands; a completed one has its pictures."""
    document = call.world.documents.get(KIND, call.path["id"])
    if document is None:
        raise not_found("PREVIEW", "preview")
    body = dict(document.body)
    body["screenshots"] = [
        {**each, "imageUrl": call.base_url + each["imageUrl"]} for each in body.get("screenshots", ())
    ]
    return Reply(body)
