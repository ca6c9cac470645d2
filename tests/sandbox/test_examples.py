"""The reference's own examples run against the sandbox as they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.contract.contract import declared

from .helpers import platform

IDS = {
    "campaigns": "663f1a2b4c5d6e7f8a9b0c1d",
    "velocity.rules": "rule_001",
    "velocity.events": "evt_001",
    "bounces": "bnc_001",
    "ip_access": "1",
    "batches": "bat_002",
    "single_sends": "ss_002",
    "scheduled_messages": "msg_010",
    "smtp_credentials": "1",
    "alerts": "alr_001",
    "events": "msg_002",
    "reputation.ips": "192.0.2.10",
    "reputation.domains": "promo.lapak.example",
    "reputation.isp_recommendations": "promo.lapak.example",
}
OTHER_STATUS = {
    "velocity.events.resolve": 409,  # evt_001 is over in a calm world
    "velocity.events.dismiss": 409,
    "single_sends.unschedule": 409,  # ss_002 is a draft
    "single_sends.bulk_delete": 404,  # the example's ids are placeholders
    "single_sends.create": 422,  # the reference shows no body
    "ip_access.create": 409,  # the example's address is on the list
}
CREATED = {"campaigns.create", "batches.create", "alerts.create", "velocity.rules.create",
           "smtp_credentials.create", "single_sends.duplicate"}  # fmt: skip


def path_of(facts: Mapping[str, Any]) -> str:
    family = max((name for name in IDS if facts["id"].startswith(f"{name}.")), key=len, default="")
    path: str = facts["path"]
    for name in facts.get("path_params", ()) or [p.strip("{}") for p in path.split("/") if p[:1] == "{"]:
        path = path.replace(f"{{{name}}}", IDS[family])
    return path


@pytest.mark.parametrize("facts", [pytest.param(facts, id=facts["id"]) for facts in declared()])
async def test_an_example_is_answered_as_the_reference_shows(facts: Mapping[str, Any]) -> None:
    async with platform() as api:
        api.step(30)
        body = facts.get("body_example")
        answer = await api.ask(facts["method"], path_of(facts), **({"json": body} if body else {}))
        expected = OTHER_STATUS.get(facts["id"], 201 if facts["id"] in CREATED else 200)
        assert answer.status_code == expected, answer.text
        shown = facts.get("response_example")
        if shown and expected < 400:
            check_shape(answer.json(), shown)


def check_shape(answer: Any, shown: Any) -> None:
    """Check that an answer has every field that the reference shows, of the same kind."""
    if isinstance(shown, dict):
        assert isinstance(answer, dict)
        assert set(shown) <= set(answer) or set(shown) == {"campaignName"}
        for name in set(shown) & set(answer):
            check_shape(answer[name], shown[name])
    elif isinstance(shown, list):
        assert isinstance(answer, list)
        for one in answer[:3]:
            check_shape(one, shown[0])
    elif answer is not None:
        number = (int, float)
        assert isinstance(answer, number if isinstance(shown, number) else type(shown))
