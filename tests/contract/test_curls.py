"""The reference's own cURL lines against a fresh sandbox, word for word but for host and key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from tests.sandbox.helpers import platform
from tests.sandbox.shapes import check_shape

from .contract import declared

ORDER = {"GET": 0, "POST": 1, "PUT": 1, "PATCH": 1, "DELETE": 2}
"""Reads first, deletes last."""


def shown() -> list[Mapping[str, Any]]:
    return sorted((facts for facts in declared() if "curl" in facts), key=lambda f: ORDER[f["method"]])


def fault_of(facts: Mapping[str, Any], answer: httpx.Response) -> str | None:
    if not answer.is_success:
        return f"{answer.status_code} {answer.text[:200]}"
    if "response_example" in facts:
        try:
            check_shape(answer.json(), facts["response_example"])
        except AssertionError as trouble:
            return f"shape: {str(trouble)[:300]} in {answer.text[:300]}"
    return None


async def test_every_curl_line_is_answered_as_the_reference_shows() -> None:
    faults: dict[str, str] = {}
    async with platform() as api:
        api.step(30)
        for facts in shown():
            curl = facts["curl"]
            headers = {"Content-Type": "application/json"} if "body" in curl else {}
            body = curl.get("body", "").encode() or None
            answer = await api.ask(curl["method"], curl["target"], content=body, headers=headers)
            if (fault := fault_of(facts, answer)) is not None:
                faults[facts["id"]] = fault
    assert faults == {}
