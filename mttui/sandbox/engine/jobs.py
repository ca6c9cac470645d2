"""Mailings with an end: campaigns, batches and single sends. They start when due and are done when sent.

The company's own calendar goes on by itself: as a mailing ends, the next one is planned, so that a
calm platform keeps its usual traffic for as long as it runs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..clock import iso
from ..company import DEWI, SARI, User
from .documents import Document
from .records import CANCELLED, Origin, Source

if TYPE_CHECKING:
    from .world import World

REVIEW_EVERY = 10
"""Simulated seconds between two looks at the calendar."""


@dataclass(frozen=True, slots=True)
class Stages:
    """What a kind of job calls its stages, and the field that says when it starts."""

    draft: str
    scheduled: str
    sending: str
    done: str
    field: str
    due_field: str


STAGES = {
    "campaign": Stages("DRAFT", "SCHEDULED", "SENDING", "SENT", "stage", "dueDate"),
    "batch": Stages("pending", "scheduled", "sending", "completed", "status", "scheduledFor"),
    "single_send": Stages("draft", "scheduled", "sending", "sent", "status", "sendAt"),
}


class Jobs:
    """Starts, ends and cancels jobs, and keeps the calendar filled."""

    def __init__(self, world: World) -> None:
        self._world = world

    def source(self, job: Document) -> Source:
        """Return where the messages of a job come from."""
        return self._world.sources[job.body["sourceId"]]

    def set_stage(self, job: Document, stage: str, due: int | None = None) -> None:
        """Move a job to a stage; ``due`` is when it starts by itself."""
        stages = STAGES[job.kind]
        job.stage, job.due = stage, due
        job.body[stages.field] = stage
        job.body["updatedAt"] = iso(self._world.now)
        if due is not None:
            job.body[stages.due_field] = iso(due)
        self._world.documents.put(job)

    def start(self, job: Document) -> None:
        """Let a job send."""
        self._world.set_running(self.source(job), running=True)
        job.body["startedAt"] = iso(self._world.now)
        self.set_stage(job, STAGES[job.kind].sending)

    def cancel(self, job: Document, stage: str | None = None) -> int:
        """Stop a job and cancel what it has pending; says how many. It goes back to its draft stage."""
        source = self.source(job)
        self._world.set_running(source, running=False)
        dropped = self.drop_pending(source)
        self.set_stage(job, stage or STAGES[job.kind].draft)
        return dropped

    def drop_pending(self, source: Source, queue: str | None = None) -> int:
        """Cancel what a source has pending, in one queue or both; says how many."""
        world = self._world
        dropped = [
            message for message in world.queue.waiting()
            if message.source is source and queue in (None, message.queue)
        ]  # fmt: skip
        for message in dropped:
            message.state, message.settled_at = CANCELLED, world.now
            world.ledger.changed(message)
            world.ledger.event(message, "cancelled", world.now)
        world.ledger.total(source, "cancelled", len(dropped))
        world.queue.drop(dropped)
        return len(dropped)

    def review(self) -> None:
        """Start what is due, end what is through, plan what is missing."""
        world = self._world
        for job in world.documents.due(world.now):
            self.start(job)
        for source in [s for s in world.running if s.origin.members is not None]:
            if source.remaining == 0 and source.pending == 0:
                self._end(source)
        for kind, plan in _CALENDAR.items():
            if not self._ahead(kind):
                plan(world)

    def _end(self, source: Source) -> None:
        world = self._world
        world.set_running(source, running=False)
        job = world.documents.get(source.kind, source.ref)
        if job is not None and job.stage == STAGES[source.kind].sending:
            self.set_stage(job, STAGES[source.kind].done)

    def _ahead(self, kind: str) -> bool:
        """Say whether the calendar has one of this kind under way or near."""
        stages, documents = STAGES[kind], self._world.documents
        return any(
            job.body.get("planned")
            for stage in (stages.scheduled, stages.sending)
            for job in documents.at_stage(kind, stage)
        )

    def create(self, kind: str, ref: str, origin: Origin, body: dict[str, object]) -> Document:
        """Make a job at its draft stage, with its source."""
        world, stages = self._world, STAGES[kind]
        source = world.add_source(kind, ref, origin, running=False)
        full = {
            "_id": ref, **body, stages.field: stages.draft, "sourceId": source.id,
            "createdAt": iso(world.now), "updatedAt": iso(world.now),
        }  # fmt: skip
        job = Document(kind, ref, full, stage=stages.draft, label=origin.subject)
        world.documents.put(job)
        return job

    def schedule(self, job: Document, due: int) -> None:
        """Let a job start by itself at a time."""
        self.set_stage(job, STAGES[job.kind].scheduled, due)


_PROMOTION = Origin(
    "Promotion", "Promo minggu ini: gratis ongkir se-Indonesia", "promo.lapak.example",
    pool="marketing", profile="marketing", rate=0.35, members=2_600, subaccount="sub_001",
    template="tpl_004", category="promotion",
)  # fmt: skip
_SUBJECTS = (
    "Promo minggu ini: gratis ongkir se-Indonesia",
    "Kopi baru dari Gayo sudah tiba",
    "Pilihan untukmu: sneakers & tas mulai 99 ribu",
    "Ramai-ramai belanja sayur segar",
    "Koleksi batik akhir tahun",
)


def campaign_body(origin: Origin, sender: str, labels: list[str]) -> dict[str, object]:
    """Return the fields of a campaign that the source does not hold."""
    return {
        "subject": origin.subject, "type": "ONE_TIME", "startType": "FIX_TIME", "emailType": "HTMLV3",
        "sender": {"name": sender, "email": f"halo@{origin.domain}"},
        "recipients": {"labels": labels}, "snippet": origin.subject, "active": True,
        "htmlContent": f"<html><body><h1>{origin.subject}</h1></body></html>",
    }  # fmt: skip


def plan_campaign(world: World) -> None:
    """Plan the next promotion, half a minute ahead."""
    number = sum(1 for source in world.sources.values() if source.kind == "campaign")
    origin = replace(_PROMOTION, subject=_SUBJECTS[number % len(_SUBJECTS)])
    ref = world.fresh_id()
    body = campaign_body(origin, "Lapak Nusantara", ["buyers-active"]) | {"planned": True}
    job = world.jobs.create("campaign", ref, origin, body)
    world.jobs.schedule(job, world.now + 30)
    _note(world, DEWI, "create", "campaign", ref, origin.subject)
    _note(world, DEWI, "schedule", "campaign", ref, origin.subject)


def plan_batch(world: World) -> None:
    """Plan the next run of invoices."""
    number = 1 + sum(1 for source in world.sources.values() if source.kind == "batch")
    origin = Origin(
        f"Invoices run {number}", "Tagihan Anda bulan ini", "notify.lapakpay.example", rate=0.08,
        members=300, subaccount="sub_003", template="tpl_006", category="invoice",
    )  # fmt: skip
    body = {"name": origin.name, "planned": True}
    job = world.jobs.create("batch", f"bat_{number:03d}", origin, body)
    world.jobs.schedule(job, world.now + 30)


def plan_single_send(world: World) -> None:
    """Plan the next newsletter of the coffee brand."""
    number = 1 + sum(1 for source in world.sources.values() if source.kind == "single_send")
    ref = f"ss_{number:03d}"
    origin = Origin(
        f"Kopi Darat letter {number}", "Cerita dari kebun kopi", "halo.kopidarat.example",
        pool="marketing", profile="marketing", rate=0.06, members=250, subaccount="sub_004",
        template="tpl_004", category="newsletter",
    )  # fmt: skip
    body: dict[str, object] = {
        "name": origin.name, "subject": origin.subject, "senderId": "snd_004",
        "listIds": ["lst_004"], "segmentIds": [], "designId": "dsg_001",
        "categories": ["newsletter"], "planned": True,
    }  # fmt: skip
    job = world.jobs.create("single_send", ref, origin, body)
    world.jobs.schedule(job, world.now + 30)
    _note(world, SARI, "schedule", "single_send", ref, origin.name)


def _note(world: World, user: User, action: str, resource: str, ref: str, name: str) -> None:
    world.audit(user, action, resource, ref, {"name": name})


_CALENDAR: dict[str, Callable[[World], None]] = {
    "campaign": plan_campaign,
    "batch": plan_batch,
    "single_send": plan_single_send,
}
