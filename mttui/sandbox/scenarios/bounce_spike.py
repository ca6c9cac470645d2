"""A campaign to a badly imported list starts among healthy traffic; half the addresses are dead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clock import iso
from ..company import RIZKY
from ..engine.jobs import campaign_body
from ..engine.records import Origin
from .base import CALM_START, Scenario

if TYPE_CHECKING:
    from ..engine.world import World

CAMPAIGN_ID = "664a0be1c9d3f27a5e81b6d0"
"""The campaign that is to blame."""
LIST_FILE = "pelanggan-lama-2017.csv"
_MEMBERS = 12_480
_ORIGIN = Origin(
    "Win-back", "Kami kangen! Voucher Rp50.000 menunggu", "promo.lapak.example", pool="marketing",
    profile="bad-list", rate=2.0, members=_MEMBERS, subaccount="sub_001", template="tpl_004",
    category="promotion",
)  # fmt: skip
_MINUTE = 60


def _prepare(world: World) -> None:
    job = world.jobs.create(
        "campaign", CAMPAIGN_ID, _ORIGIN, campaign_body(_ORIGIN, "Lapak Nusantara", ["pelanggan-lama"])
    )
    job.body["createdAt"] = iso(world.now - 9 * _MINUTE)
    world.jobs.schedule(job, world.now + CALM_START)
    imported = {
        "file": LIST_FILE, "rows": _MEMBERS, "imported": _MEMBERS, "skipped": 0,
        "label": "pelanggan-lama", "validation": "off",
    }  # fmt: skip
    name = {"campaignName": _ORIGIN.subject}
    due = {**name, "dueDate": job.body["dueDate"], "memberCount": _MEMBERS}
    for minutes, action, resource, ref, details in (
        (14, "import", "contact_list", "imp_2017", imported),
        (9, "create", "campaign", CAMPAIGN_ID, {**name, "labels": ["pelanggan-lama"]}),
        (4, "schedule", "campaign", CAMPAIGN_ID, due),
    ):
        at = world.now - minutes * _MINUTE
        world.audit(RIZKY, action, resource, ref, details, at=at)


BOUNCE_SPIKE = Scenario(
    name="bounce-spike",
    summary="A campaign to a badly imported list drives the bounce rate over the rule's line.",
    before="All is calm. In a minute a bad import goes out: wait for the ▲ line.",
    hint="! opens the incident, c y stops its cause; under the line, r y resumes.",
    after="It is over: E exports the post-mortem. Next: --scenario leaked-key",
    phases=((0, "calm"), (CALM_START, "incident")),
    prepare=_prepare,
)
