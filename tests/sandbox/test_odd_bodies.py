"""Whatever is sent, the platform answers in its own words: no 5xx, and it goes on after it."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.contract.contract import contract

from .helpers import Api, platform

ODD: tuple[Any, ...] = (
    "", "a", "\ud800", "\x00", None, 0, -1, 1e308, 2**70, True, [], {}, ["a"], [None], [{}], {"a": 1}, [[1]],
    "2026-99-99", "x" * 10_000, float("nan"), {"email": 5}, ["\ud800"], "user@example.com",
)  # fmt: skip
ODD_QUERY = ("", "x", "-1", "0", "9" * 20, "9" * 5000, "\x00", "2026-01-01", '"', "%", "'", "٣")
TIMES = 6
"""Times that each operation is asked, each time otherwise."""


def odd_body(rng: random.Random, facts: Mapping[str, Any]) -> Any:
    """The body of the example, or none, with some fields spoiled."""
    example = facts.get("body_example")
    body = dict(example) if isinstance(example, dict) else {}
    for name in facts.get("body_fields") or ("name",):
        if rng.random() < 0.5:
            body[name] = rng.choice(ODD)
    for name, value in list(body.items()):
        inner = value[0] if isinstance(value, list) and value else value
        if isinstance(inner, dict) and inner and rng.random() < 0.5:
            spoiled = {**inner, rng.choice(list(inner)): rng.choice(ODD)}
            body[name] = [spoiled] if isinstance(value, list) else spoiled
    return rng.choice(ODD) if rng.random() < 0.1 else body


def odd_requests(rng: random.Random) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Each operation by name, with method, path and what is sent."""
    for name, facts in contract().items():
        target = (facts.get("curl") or {}).get("target", "").partition("?")[0]
        for _ in range(TIMES):
            nowhere = re.sub(r"\{\w+\}", rng.choice(("1", "tpl_001", "9" * 20, "%00")), facts["path"])
            path = target if target and rng.random() < 0.8 else nowhere
            params = {each: rng.choice(ODD_QUERY) for each in facts.get("query", ()) if rng.random() < 0.5}
            sent: dict[str, Any] = {"params": params}
            if facts["method"] not in ("GET", "DELETE"):
                sent |= {"content": json.dumps(odd_body(rng, facts)), "headers": JSON}
            yield name, facts["method"], path, sent


JSON = {"Content-Type": "application/json"}


async def trouble(api: Api, rng: random.Random) -> dict[str, str]:
    found = {}
    for name, method, path, sent in odd_requests(rng):
        answer = await api.ask(method, path, **sent)
        if answer.status_code >= 500 or (answer.status_code >= 400 and "error" not in answer.json()):
            found[name] = f"{answer.status_code} {sent}"
    return found


@pytest.mark.parametrize("seed", range(4))
async def test_nothing_that_is_sent_breaks_it(seed: int) -> None:
    async with platform() as api:
        assert await trouble(api, random.Random(seed)) == {}
        api.step(600)
        for name, facts in contract().items():
            if facts["method"] == "GET" and "{" not in facts["path"]:
                answer = await api.ask("GET", facts["path"])
                assert answer.status_code < 500, name


async def test_a_body_that_is_nested_too_deeply_is_none() -> None:
    async with platform() as api:
        answer = await api.ask("POST", "/v1/campaigns", content="[" * 100_000, headers=JSON)
        assert (answer.status_code, answer.json()["error"]) == (400, "MALFORMED_JSON")


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("/v1/contacts/export", {"format": "csv", "labelIds": 5}, "INVALID_LABEL_IDS"),
        ("/v1/contacts/export", {"format": "csv", "labelIds": [None]}, "INVALID_LABEL_IDS"),
        ("/v1/labels", {"name": ["a"]}, "INVALID_NAME"),
        ("/v1/labels", {"name": "\ud800"}, "MALFORMED_JSON"),
        ("/v1/vouchers", {"name": float("nan")}, "MALFORMED_JSON"),
    ],
)
async def test_a_wrong_type_is_refused_by_its_field(path: str, body: dict[str, Any], code: str) -> None:
    async with platform() as api:
        answer = await api.ask("POST", path, content=json.dumps(body), headers=JSON)
        assert (answer.status_code, answer.json()["error"]) == (400 if code[0] == "M" else 422, code)
