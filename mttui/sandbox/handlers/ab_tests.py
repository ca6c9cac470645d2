"""A/B tests of campaigns; the results are those of the campaign's own recipients, split in two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..engine.documents import Document
from ..engine.founding import EXAMPLE_CAMPAIGN, founder
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, not_found
from .common import percent
from .registry import handles

KIND = "ab_test"
_SAMPLE = 20
"""Percent of the recipients that a test takes (public OpenAPI example)."""


def _campaign(call: Call) -> Document:
    campaign = call.world.documents.get("campaign", call.path["id"])
    if campaign is None:
        raise not_found("CAMPAIGN", "campaign")
    return campaign


def _begin(world: World, campaign_id: str, subject: str, given: Mapping[str, Any]) -> dict[str, Any]:
    asked = given.get("variants")
    variants = (
        asked if isinstance(asked, list) and asked else [{"subject": subject}, {"subject": subject.upper()}]
    )
    body = {
        "campaignId": campaign_id,
        "status": "draft",
        "metric": str(given.get("metric") or "open_rate"),
        "sampleSize": int(given.get("sampleSize") or _SAMPLE),
        "variants": [
            {**variant, "id": chr(ord("A") + at)}
            for at, variant in enumerate(variants)
            if isinstance(variant, dict)
        ],
        "winnerId": None,
    }
    world.documents.put(Document(KIND, campaign_id, body))
    return body


@founder
def found(world: World, _start: int) -> None:
    """Have one test, on the campaign of the reference's examples."""
    subjects = [{"subject": "Welcome Email"}, {"subject": "Selamat datang di Lapak"}]
    _begin(world, EXAMPLE_CAMPAIGN, "", {"variants": subjects})


@handles("campaigns.ab_test.create")
def create(call: Call) -> Reply:
    """Begin a test; without variants it compares the subject with itself in capitals."""
    campaign = _campaign(call)
    subject = str(campaign.body.get("subject", ""))
    return Reply(_begin(call.world, campaign.id, subject, call.fields()), status=201)


@handles("campaigns.ab_test.results.get")
def results(call: Call) -> Reply:
    """Return how each variant did so far; the first recipients are dealt out in turn."""
    campaign = _campaign(call)
    test = call.world.documents.get(KIND, campaign.id)
    if test is None:
        raise not_found("AB_TEST", "A/B test")
    source = call.world.source_of("campaign", campaign.id)
    totals: dict[str, int] = dict(source.totals) if source else {}
    count = max(1, len(test.body["variants"]))
    variants = [_with_result(each, at, count, totals) for at, each in enumerate(test.body["variants"])]
    sent = sum(each["sent"] for each in variants)
    best = max(variants, key=lambda each: float(each["openRate"]), default=None)
    done = sent > 0 and source is not None and not source.running
    return Reply({
        **test.body, "variants": variants, "status": "completed" if done else "draft",
        "winnerId": best["id"] if done and best else None,
    })  # fmt: skip


def _with_result(variant: dict[str, Any], at: int, count: int, totals: dict[str, int]) -> dict[str, Any]:
    def share(name: str) -> int:
        return (totals.get(name, 0) + count - 1 - at) // count

    return {
        **variant, "sent": share("sent"), "delivered": share("delivered"), "opened": share("opened"),
        "openRate": percent(share("opened"), share("delivered")),
    }  # fmt: skip
