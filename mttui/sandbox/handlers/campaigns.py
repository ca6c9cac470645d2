"""Campaigns and their actions."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import Any

from ..clock import iso
from ..company import SENDING_DOMAINS
from ..engine.documents import Document
from ..engine.jobs import STAGES
from ..engine.records import Origin, Source
from ..web.call import Call
from ..web.reply import Refusal, Reply, invalid, not_found, required
from .common import stage_counts
from .registry import handles

KIND = "campaign"
_S = STAGES[KIND]
_PLAIN = ("type", "startType", "emailType", "snippet", "htmlContent")
_SHORT_ID = 8
"""Digits of an id that are enough where they are unambiguous, as in one of the reference's examples."""
_RATE = 4.0
"""Recipients a second that a campaign made by hand resolves."""


def find_campaign(call: Call) -> Document:
    """Return the campaign that the path names, by its id or the beginning of it.

    Raises:
        Refusal: 404 ``CAMPAIGN_NOT_FOUND``.
    """
    given = call.path["id"]
    job = call.world.documents.get(KIND, given)
    if job is None and len(given) == _SHORT_ID:
        refs = [s.ref for s in call.world.sources.values() if s.kind == KIND and s.ref.startswith(given)]
        job = call.world.documents.get(KIND, refs[0]) if len(refs) == 1 else None
    if job is None:
        raise not_found("CAMPAIGN", "campaign")
    return job


def _listed(call: Call, job: Document) -> dict[str, Any]:
    source = call.world.jobs.source(job)
    body = {name: value for name, value in job.body.items() if name not in ("sourceId", "planned")}
    return {**body, **stage_counts(source), "lastUpdate": job.body["updatedAt"]}


def _shown(call: Call, job: Document) -> dict[str, Any]:
    return {**_listed(call, job), "emailId": f"eml_{job.id[:8]}"}


@handles("campaigns.list")
def list_(call: Call) -> Reply:
    """List campaigns, the latest first."""
    page = call.page()
    search = call.query.get("search", "")
    jobs, total = call.world.documents.page(KIND, search=search, offset=page.offset, limit=page.per_page)
    rows = [_listed(call, job) for job in jobs]
    for row in rows:
        row.pop("htmlContent", None)
    return page.reply(rows, total)


@handles("campaigns.get")
def get(call: Call) -> Reply:
    """Get one campaign."""
    return Reply(_shown(call, find_campaign(call)))


def audience(contacts: int, groups: list[str]) -> int:
    """Return how many people some labels, lists or segments stand for: the same each time."""
    return sum(max(1, contacts * (2 + zlib.crc32(name.encode()) % 19) // 100) for name in groups)


def _sender(call: Call, default: dict[str, Any] | None) -> dict[str, Any]:
    value = call.fields().get("sender", default)
    if value is None:
        raise required("sender")
    if not isinstance(value, dict) or "@" not in str(value.get("email", "")):
        raise invalid("sender", "must be an object with an email")
    return value


def _labels(call: Call, default: list[str]) -> list[str]:
    value = call.fields().get("recipients", {"labels": default})
    labels = value.get("labels", []) if isinstance(value, dict) else None
    if not isinstance(labels, list) or not all(isinstance(label, str) for label in labels):
        raise invalid("recipients", "must be an object with a list of labels")
    return labels


@handles("campaigns.create")
def create(call: Call) -> Reply:
    """Create a draft. A due date is kept, but only scheduling makes it count."""
    subject, sender, labels = call.text("subject", limit=998), _sender(call, None), _labels(call, [])
    domain = str(sender["email"]).rpartition("@")[2]
    body: dict[str, object] = {
        "subject": subject, "sender": sender, "recipients": {"labels": labels}, "active": True,
        **{name: call.text(name) for name in _PLAIN if call.fields().get(name)},
    }  # fmt: skip
    if "dueDate" in call.fields():
        body["dueDate"] = iso(call.moment("dueDate"))
    origin = Origin(
        subject, subject, domain if domain in SENDING_DOMAINS else "promo.lapak.example",
        pool="marketing", profile="marketing", rate=_RATE, members=audience(call.world.contacts, labels),
        subaccount="sub_001", template="tpl_004", category="promotion",
    )  # fmt: skip
    job = call.world.jobs.create(KIND, call.world.fresh_id(), origin, body)
    return Reply(_shown(call, job), status=201)


@handles("campaigns.update")
def update(call: Call) -> Reply:
    """Change the fields that are given, as long as nothing was sent."""
    job = find_campaign(call)
    _expect(job, _S.draft, _S.scheduled)
    given, jobs = call.fields(), call.world.jobs
    labels, sender = _labels(call, job.body["recipients"]["labels"]), _sender(call, job.body["sender"])
    texts = {name: call.text(name) for name in _PLAIN if name in given}
    subject = call.text("subject", job.body["subject"], limit=998)
    due = call.moment("dueDate") if "dueDate" in given else None
    source = jobs.source(job)
    source.origin = replace(source.origin, subject=subject, members=_members(call, job, source, labels))
    job.label = subject
    job.body |= {**texts, "subject": subject, "sender": sender, "recipients": {"labels": labels}}
    if due is not None:
        job.body["dueDate"] = iso(due)
    call.world.set_running(source, running=source.running)
    jobs.set_stage(job, job.stage, due if job.stage == _S.scheduled and due is not None else job.due)
    return Reply(_shown(call, job))


def _members(call: Call, job: Document, source: Source, labels: list[str]) -> int | None:
    """Return how many it goes to: counted anew only when its labels change."""
    same = labels == job.body["recipients"]["labels"]
    return source.origin.members if same else audience(call.world.contacts, labels)


@handles("campaigns.delete")
def delete(call: Call) -> Reply:
    """Delete a campaign that is not sending."""
    job = find_campaign(call)
    _expect(job, _S.draft, _S.scheduled, _S.done)
    call.world.documents.delete(KIND, job.id)
    return Reply(message="Campaign deleted")


def _expect(job: Document, *stages: str) -> None:
    if job.stage not in stages:
        raise Refusal(
            409, "CAMPAIGN_INVALID_STAGE", f"the campaign is {job.stage}, not {' or '.join(stages)}"
        )


def _complete(call: Call, job: Document) -> None:
    if not job.body.get("htmlContent"):
        raise Refusal(422, "CAMPAIGN_INCOMPLETE", "htmlContent: the campaign has no content")
    if not call.world.jobs.source(job).origin.members:
        raise Refusal(422, "CAMPAIGN_INCOMPLETE", "recipients: the campaign goes to nobody")


def _acted(job: Document, message: str, **more: object) -> Reply:
    return Reply({"campaignId": job.id, "stage": job.stage, **more, "message": message})


@handles("campaigns.send")
def send(call: Call) -> Reply:
    """Send now."""
    job = find_campaign(call)
    _expect(job, _S.draft, _S.scheduled)
    _complete(call, job)
    call.world.jobs.start(job)
    return _acted(job, "Campaign is being sent")


@handles("campaigns.schedule")
def schedule(call: Call) -> Reply:
    """Send at a time; one that is past is as soon as possible. Of one that is sending, the rest waits."""
    job = find_campaign(call)
    _expect(job, _S.draft, _S.scheduled, _S.sending)
    _complete(call, job)
    if job.stage == _S.sending:
        call.world.jobs.cancel(job)
    call.world.jobs.schedule(job, call.moment("dueDate"))
    return _acted(job, "Campaign scheduled", dueDate=job.body["dueDate"])


@handles("campaigns.cancel")
def cancel(call: Call) -> Reply:
    """Take it back to the draft stage; what it has waiting is cancelled."""
    job = find_campaign(call)
    _expect(job, _S.scheduled, _S.sending)
    call.world.jobs.cancel(job)
    return _acted(job, "Campaign cancelled")
