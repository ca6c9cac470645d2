"""Labels and segments count the contacts that they are of, and the contacts look like people."""

from __future__ import annotations

from collections import Counter
from itertools import count, product
from typing import Any

import pytest

from mttui.sandbox.engine.people import CITIES

from .helpers import Api, platform

CONTACTS = 3_000


async def everybody(api: Api) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for number in count(1):
        page = await api.data("/v1/contacts", perPage=100, page=number)
        if not page:
            break
        found += page
    return found


async def test_labels_count_their_contacts_also_after_changes() -> None:
    async with platform(contacts=CONTACTS) as api:
        for step in range(2):
            listed = await api.data("/v1/labels", perPage=100)
            counted = Counter(label for each in await everybody(api) for label in each["labels"])
            assert {each["name"]: each["contactCount"] for each in listed} == counted
            if step == 0:
                first = (await api.data("/v1/contacts", perPage=1))[0]
                await api.do("PUT", f"/v1/contacts/{first['_id']}", {"labels": ["VIP", "trial"]})
                gone = (await api.data("/v1/contacts", perPage=1, page=7))[0]
                await api.do("DELETE", f"/v1/contacts/{gone['_id']}")


@pytest.mark.parametrize(
    ("rules", "takes"),
    [
        ([("city", "equals", "Jakarta")], lambda each: each["city"] == "Jakarta"),
        (
            [("city", "equals", "Jakarta"), ("gender", "equals", "MALE")],
            lambda each: each["city"] == "Jakarta" and each["gender"] == "MALE",
        ),
        ([("labels", "contains", "VIP")], lambda each: "VIP" in each["labels"]),
        ([("labels", "not_contains", "newsletter")], lambda each: "newsletter" not in each["labels"]),
        (
            [("dayOfBirth", "between", ["1990-01-01", "1999-12-31"])],
            lambda each: each["dayOfBirth"] is not None and "1990" <= each["dayOfBirth"][:4] <= "1999",
        ),
        ([("company", "is_empty", None)], lambda each: not each["company"]),
        ([("email", "contains", "gmail")], lambda each: "gmail" in each["email"]),
        (
            [("createdAt", "greater_than", "2026-04-10T00:00:00Z"), ("email", "contains", "budi")],
            lambda each: each["createdAt"] > "2026-04-10" and "budi" in each["email"],
        ),
        (
            [("firstname", "equals", "Budi"), ("funnel", "not_equals", "Aware")],
            lambda each: each["firstname"] == "Budi" and each["funnel"] != "Aware",
        ),
    ],
)
async def test_segments_count_by_their_rules(rules: list[tuple[str, str, Any]], takes: Any) -> None:
    async with platform(contacts=CONTACTS) as api:
        body = {
            "name": "Test",
            "rules": [
                {"field": field, "operator": operator, "value": value} for field, operator, value in rules
            ],
        }
        made = (await api.do("POST", "/v1/segments", body, status=201))["data"]
        people = await everybody(api)
        assert made["contactCount"] == sum(map(takes, people)) > 0
        chosen = next(each for each in people if takes(each))
        await api.do("DELETE", f"/v1/contacts/{chosen['_id']}")
        read = await api.data(f"/v1/segments/{made['_id']}")
        assert read["contactCount"] == made["contactCount"] - 1


async def test_what_one_thing_says_of_people_tells_nothing_of_another() -> None:
    async with platform(contacts=CONTACTS) as api:
        people = await everybody(api)
        kinds = Counter((each["city"], each["gender"], "newsletter" in each["labels"]) for each in people)
        wanted = product(CITIES, ("FEMALE", "MALE"), (True, False))
        assert {kind: kinds[kind] for kind in wanted if kinds[kind] < 20} == {}
