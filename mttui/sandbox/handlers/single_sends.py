"""Single sends. ``status`` is ``draft``, ``scheduled``, ``sending`` or ``sent``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..engine.documents import Document
from ..engine.jobs import STAGES
from ..engine.records import Origin
from ..web.call import Call
from ..web.reply import Refusal, Reply, invalid, not_found
from .campaigns import audience
from .common import find
from .registry import handles

KIND = "single_send"
_S = STAGES[KIND]
_CODE, _WHAT = "SINGLE_SEND", "single send"
_HIDDEN = ("sourceId", "planned", "startedAt")
_LISTS = ("listIds", "segmentIds", "categories")
_IDS = ("senderId", "designId")
_MOST_AT_ONCE = 100
_RATE = 2.0


def _public(call: Call, job: Document) -> dict[str, Any]:
    source = call.world.jobs.source(job)
    body = {name: value for name, value in job.body.items() if name not in _HIDDEN}
    body.setdefault("sendAt", None)
    return {**body, "recipientCount": source.origin.members, "sentCount": source.totals["sent"]}


def _find(call: Call) -> Document:
    return find(call, KIND, _CODE, _WHAT)


def _read(call: Call, body: dict[str, Any]) -> None:
    """Read the fields over what they are."""
    body["name"] = call.text("name", body.get("name"), limit=255)
    body["subject"] = call.text("subject", body.get("subject", body["name"]), limit=998)
    for name in _LISTS:
        value = call.fields().get(name, body.get(name, []))
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise invalid(name, "must be a list of texts")
        body[name] = value
    for name in _IDS:
        value = call.fields().get(name, body.get(name))
        if value is not None and not isinstance(value, str):
            raise invalid(name, "must be a text")
        body[name] = value


def _members(call: Call, body: dict[str, Any]) -> int:
    return audience(call.world.contacts, [*body["listIds"], *body["segmentIds"]])


def _make(call: Call, body: dict[str, Any]) -> Document:
    number = 1 + sum(1 for source in call.world.sources.values() if source.kind == KIND)
    origin = Origin(
        body["name"], body["subject"], "promo.lapak.example", pool="marketing", profile="marketing",
        rate=_RATE, members=_members(call, body), subaccount="sub_001", template="tpl_004",
        category="newsletter",
    )  # fmt: skip
    return call.world.jobs.create(KIND, f"ss_{number:03d}", origin, body)


@handles("single_sends.list")
def list_(call: Call) -> Reply:
    """List single sends, the latest first."""
    page = call.page()
    jobs, total = call.world.documents.page(KIND, offset=page.offset, limit=page.per_page)
    return page.reply([_public(call, job) for job in jobs], total)


@handles("single_sends.search")
def search(call: Call) -> Reply:
    """Find single sends by a word of their name or subject."""
    word, page = call.query.get("q", "").lower(), call.page()
    found = [
        job for job in reversed(call.world.documents.all(KIND))
        if word in job.body["name"].lower() or word in job.body["subject"].lower()
    ]  # fmt: skip
    rows = [_public(call, job) for job in found[page.offset : page.offset + page.per_page]]
    return page.reply(rows, len(found))


@handles("single_sends.categories.list")
def categories(call: Call) -> Reply:
    """List the categories in use."""
    used = {name for job in call.world.documents.all(KIND) for name in job.body["categories"]}
    return Reply(sorted(used))


@handles("single_sends.get")
def get(call: Call) -> Reply:
    """Get one."""
    return Reply(_public(call, _find(call)))


@handles("single_sends.create")
def create(call: Call) -> Reply:
    """Create a draft."""
    body: dict[str, Any] = {}
    _read(call, body)
    return Reply(_public(call, _make(call, body)), status=201)


@handles("single_sends.update")
def update(call: Call) -> Reply:
    """Change the fields that are given, as long as nothing was sent."""
    job = _find(call)
    _expect(job, _S.draft, _S.scheduled)
    _read(call, job.body)
    source = call.world.jobs.source(job)
    source.origin = replace(
        source.origin, name=job.body["name"], subject=job.body["subject"], members=_members(call, job.body)
    )
    job.label = job.body["subject"]
    call.world.set_running(source, running=source.running)
    call.world.jobs.set_stage(job, job.stage, job.due)
    return Reply(_public(call, job))


def _expect(job: Document, *stages: str) -> None:
    if job.stage not in stages:
        raise Refusal(
            409, "SINGLE_SEND_INVALID_STATUS", f"the single send is {job.stage}, not {' or '.join(stages)}"
        )


def _remove(call: Call, job: Document) -> None:
    _expect(job, _S.draft, _S.scheduled, _S.done)
    call.world.documents.delete(KIND, job.id)


@handles("single_sends.delete")
def delete(call: Call) -> Reply:
    """Delete one that is not sending."""
    _remove(call, _find(call))
    return Reply(message="Single send deleted")


@handles("single_sends.bulk_delete")
def bulk_delete(call: Call) -> Reply:
    """Delete several, or none when one of them cannot be."""
    ids = call.fields().get("ids")
    if not isinstance(ids, list) or not ids or not all(isinstance(one, str) for one in ids):
        raise invalid("ids", "must be a list of ids", "IDS_REQUIRED")
    if len(ids) > _MOST_AT_ONCE:
        raise invalid("ids", f"takes at most {_MOST_AT_ONCE}")
    jobs = [call.world.documents.get(KIND, one) for one in dict.fromkeys(ids)]
    found = [job for job in jobs if job is not None]
    if len(found) < len(jobs):
        raise not_found(_CODE, _WHAT)
    for job in found:
        _expect(job, _S.draft, _S.scheduled, _S.done)
    for job in found:
        _remove(call, job)
    return Reply(message="Single sends deleted")


@handles("single_sends.duplicate")
def duplicate(call: Call) -> Reply:
    """Make a draft like it."""
    job = _find(call)
    body = {name: job.body.get(name) for name in ("subject", *_LISTS, *_IDS)}
    return Reply(_public(call, _make(call, {"name": f"Copy of {job.body['name']}", **body})), status=201)


@handles("single_sends.schedule")
def schedule(call: Call) -> Reply:
    """Send at a time; one that is past is as soon as possible."""
    job = _find(call)
    _expect(job, _S.draft, _S.scheduled)
    if not call.world.jobs.source(job).origin.members:
        raise Refusal(422, "SINGLE_SEND_INCOMPLETE", "listIds: the single send goes to nobody")
    call.world.jobs.schedule(job, call.moment("sendAt"))
    return Reply(_public(call, job))


@handles("single_sends.unschedule")
def unschedule(call: Call) -> Reply:
    """Take it back to a draft; what it has waiting is cancelled."""
    job = _find(call)
    _expect(job, _S.scheduled, _S.sending)
    call.world.jobs.cancel(job)
    job.body["sendAt"] = None
    call.world.documents.put(job)
    return Reply(_public(call, job))
