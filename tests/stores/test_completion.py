"""What may stand in a field that names another record: read from that record's list, once."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from mttui.api.catalogue import operations
from mttui.stores.completion import Completion, sources_of
from tests.api.harness import client, refusal

SENDERS = [{"_id": "snd_1", "name": "Shop", "email": "shop@lapak.example"}, {"_id": "snd_2", "name": "News"}]


class Lists:
    """A platform whose lists answer the same, and which remembers what it was asked."""

    def __init__(self, rows: list[Any], total: int | None = None) -> None:
        self.rows, self.total, self.asked = rows, total, list[str]()
        self.broken = False

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(str(request.url).partition("/v1/")[2])
        if self.broken:
            return refusal(403)
        meta = {} if self.total is None else {"meta": {"page": 1, "perPage": 100, "total": self.total}}
        return httpx.Response(200, json={"data": self.rows, **meta})


@pytest.mark.parametrize(
    ("operation", "path", "lists"),
    [
        ("velocity.rules.get", "id", ["velocity.rules.list"]),
        ("campaigns.recipients.list", "id", ["campaigns.list"]),
        ("mailing_lists.members.update", "email", ["mailing_lists.members.list"]),
        ("single_sends.create", "sender_id", ["senders.list"]),
        ("single_sends.create", "design_id", ["designs.list"]),
        ("single_sends.bulk_delete", "ids", ["single_sends.list"]),
        ("velocity.rules.create", "name", []),
        ("velocity.rules.create", "threshold", []),
    ],
)
def test_where_values_come_from(operation: str, path: str, lists: list[str]) -> None:
    found = [each.operation.id for each in sources_of(operations()[operation], path)]
    assert found[: len(lists)] == lists
    assert bool(found) == bool(lists)


def test_every_source_is_a_list_that_there_is() -> None:
    for operation in operations().values():
        for parameter in operation.parameters:
            for source in sources_of(operation, parameter.name):
                assert source.operation.method == "GET"
                assert source.value


async def load(platform: Lists, completion: Completion, typed: str = "") -> list[str]:
    sources = sources_of(operations()["senders.get"], "id")
    await completion.load(sources, {}, typed)
    return [each.value for each in completion.known(sources, typed)]


async def test_a_list_is_read_once_and_looked_through_here() -> None:
    platform = Lists(SENDERS, total=2)
    api, _ = client(platform)
    completion = Completion(api)
    assert await load(platform, completion) == ["snd_1", "snd_2"]
    assert await load(platform, completion, "new") == ["snd_2"]
    assert await load(platform, completion, "snd_1") == ["snd_1"]
    assert platform.asked == ["senders?perPage=100"]
    await api.aclose()


async def test_a_long_list_is_searched_for_what_was_typed() -> None:
    platform = Lists(SENDERS, total=5_000)
    api, _ = client(platform)
    completion = Completion(api)
    await load(platform, completion)
    await load(platform, completion, "sho")
    await load(platform, completion, "sho")
    assert platform.asked == ["senders?perPage=100", "senders?search=sho&perPage=100"]
    await api.aclose()


async def test_a_list_within_a_record_waits_until_that_is_named() -> None:
    platform = Lists([{"email": "a@b.example"}])
    api, _ = client(platform)
    completion = Completion(api)
    sources = sources_of(operations()["mailing_lists.members.update"], "email")
    await completion.load(sources, {"id": ""})
    assert platform.asked == []
    await completion.load(sources, {"id": "ml_1"})
    assert platform.asked[0].startswith("mailing-lists/ml_1/members")
    assert [each.value for each in completion.known(sources)] == ["a@b.example"]
    await api.aclose()


async def test_what_cannot_be_read_offers_nothing_and_is_tried_again() -> None:
    platform = Lists(SENDERS, total=2)
    platform.broken = True
    api, _ = client(platform)
    completion = Completion(api)
    assert await load(platform, completion) == []
    platform.broken = False
    assert await load(platform, completion) == ["snd_1", "snd_2"]
    await api.aclose()
