"""Batches of personalised messages.

Fields the sandbox answers with: ``_id``, ``name``, ``status`` (``pending``, ``sending``, ``completed``,
``cancelled``), ``messageCount``, ``sentCount``, ``createdAt``, ``updatedAt``.
"""

from __future__ import annotations

from typing import Any

from ..company import SENDING_DOMAINS
from ..engine.documents import Document
from ..engine.jobs import STAGES
from ..engine.records import Origin
from ..engine.traffic import provider_of
from ..web.call import Call
from ..web.reply import Refusal, Reply, invalid
from .common import find
from .registry import handles

KIND = "batch"
_S = STAGES[KIND]
_MOST = 1_000
"""Messages in a batch."""
_HIDDEN = ("sourceId", "planned", "messages")


def _public(call: Call, job: Document) -> dict[str, Any]:
    source = call.world.jobs.source(job)
    body = {name: value for name, value in job.body.items() if name not in _HIDDEN}
    return {**body, "messageCount": source.origin.members, "sentCount": source.totals["sent"]}


@handles("batches.list")
def list_(call: Call) -> Reply:
    """List batches, the latest first."""
    page = call.page()
    jobs, total = call.world.documents.page(KIND, offset=page.offset, limit=page.per_page)
    return page.reply([_public(call, job) for job in jobs], total)


@handles("batches.get")
def get(call: Call) -> Reply:
    """Get one batch."""
    return Reply(_public(call, find(call, KIND, "BATCH", "batch")))


@handles("batches.create")
def create(call: Call) -> Reply:
    """Create a batch; nothing is sent yet."""
    name = call.text("name", "Batch", limit=255)
    messages = call.fields().get("messages")
    if not isinstance(messages, list) or not messages:
        raise invalid("messages", "must be a list that is not empty", "MESSAGES_REQUIRED")
    recipients = [one for place, message in enumerate(messages) for one in _recipients(place, message)]
    if len(recipients) > _MOST:
        raise Refusal(413, "BATCH_TOO_LARGE", f"messages: a batch takes at most {_MOST} recipients")
    sender = str(messages[0]["from"]["email"]).rpartition("@")[2]
    origin = Origin(
        name, recipients[0][1], sender if sender in SENDING_DOMAINS else "mail.lapak.example",
        members=len(recipients), category="batch",
    )  # fmt: skip
    number = 1 + sum(1 for source in call.world.sources.values() if source.kind == KIND)
    body: dict[str, object] = {"name": name, "messages": recipients}
    job = call.world.jobs.create(KIND, f"bat_{number:03d}", origin, body)
    return Reply(_public(call, job), status=201)


def _recipients(place: int, message: Any) -> list[tuple[str, str]]:
    """Return address and subject for everyone that a message goes to."""
    where = f"messages[{place}]"
    if not isinstance(message, dict):
        raise invalid(where, "must be an object")
    subject, sender, to = message.get("subject"), message.get("from"), message.get("to")
    if not isinstance(subject, str) or not subject:
        raise invalid(f"{where}.subject", "is required", "SUBJECT_REQUIRED")
    if not isinstance(sender, dict) or "@" not in str(sender.get("email", "")):
        raise invalid(f"{where}.from", "must be an object with an email", "FROM_REQUIRED")
    if not isinstance(to, list) or not to:
        raise invalid(f"{where}.to", "must be a list that is not empty", "TO_REQUIRED")
    addresses = [one.get("email") if isinstance(one, dict) else None for one in to]
    if not all(isinstance(address, str) and "@" in address for address in addresses):
        raise invalid(f"{where}.to", "every recipient needs an email", "INVALID_EMAIL")
    return [(str(address), subject) for address in addresses]


@handles("batches.send")
def send(call: Call) -> Reply:
    """Start sending."""
    job, world = find(call, KIND, "BATCH", "batch"), call.world
    if job.stage not in (_S.draft, _S.scheduled):
        raise Refusal(409, "BATCH_NOT_PENDING", f"the batch is {job.stage}")
    world.jobs.start(job)
    source = world.jobs.source(job)
    for email, subject in job.body.get("messages", ()):
        world.traffic.accept(source, email, provider_of(email), world.now, subject=subject)
    return Reply({"status": job.stage})


@handles("batches.cancel")
def cancel(call: Call) -> Reply:
    """Cancel a batch that is still pending."""
    job = find(call, KIND, "BATCH", "batch")
    if job.stage not in (_S.draft, _S.scheduled):
        raise Refusal(
            400, "BATCH_NOT_PENDING", f"the batch is {job.stage}; only a pending one can be cancelled"
        )
    call.world.jobs.cancel(job, "cancelled")
    return Reply(message="Batch cancelled")
