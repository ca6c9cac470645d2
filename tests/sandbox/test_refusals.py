"""What the sandbox refuses, over every operation: unknown ids, missing fields, wrong methods and types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mttui.api.catalogue import operations
from mttui.api.operation import Place
from tests.contract.contract import contract

from .helpers import Api, platform

NO_SUCH = "nothing-like-it"


def path_to_nothing(path: str) -> str:
    return re.sub(r"\{\w+\}", NO_SUCH, path)


def body_for(facts: Mapping[str, Any]) -> dict[str, Any]:
    body = facts.get("body_example")
    return {} if body is None else {"json": body}


async def test_an_unknown_id_is_not_found_by_its_code() -> None:
    faults = {}
    async with platform() as api:
        for name, facts in contract().items():
            if "{" not in facts["path"]:
                continue
            answer = await api.ask(facts["method"], path_to_nothing(facts["path"]), **body_for(facts))
            code = answer.json().get("error", "") if answer.status_code == 404 else ""
            named = [each["error"] for each in facts.get("errors", ()) if each["status"] == 404]
            fits = code in named if named and named[0] else re.fullmatch(r"[A-Z_]+_NOT_FOUND", code)
            if not fits:
                faults[name] = f"{answer.status_code} {answer.text[:120]}"
    assert faults == {}


async def test_a_needed_field_is_asked_for() -> None:
    faults = {}
    async with platform() as api:
        for name, operation in operations().items():
            needed = [each for each in operation.parameters if each.required and each.place is Place.BODY]
            if not needed or operation.path_variables:
                continue
            answer = await api.ask(operation.method, operation.path, json={})
            if answer.status_code not in {400, 422} or "error" not in answer.json():
                faults[name] = f"{answer.status_code} {answer.text[:120]}"
    assert faults == {}


async def test_a_body_that_is_no_json_is_refused() -> None:
    faults = {}
    async with platform() as api:
        for name, operation in operations().items():
            in_body = [each for each in operation.parameters if each.place in {Place.BODY, Place.WHOLE_BODY}]
            if not in_body or operation.path_variables:
                continue
            typed = {"Content-Type": "text/plain"}
            refused = [
                await api.ask(operation.method, operation.path, content=b"{not json", headers=typed),
                await json_of(api, operation.method, operation.path, b"{not json"),
            ]
            if [each.status_code for each in refused] != [415, 400]:
                faults[name] = [f"{each.status_code} {each.text[:60]}" for each in refused]
    assert faults == {}


async def json_of(api: Api, method: str, path: str, content: bytes) -> Any:
    return await api.ask(method, path, content=content, headers={"Content-Type": "application/json"})


async def test_every_path_needs_a_key_and_knows_its_methods() -> None:
    faults = {}
    async with platform() as api:
        for path in dict.fromkeys(path_to_nothing(each.path) for each in operations().values()):
            unknown = await api.ask("GET", path, headers={"Authorization": "Bearer none"})
            wrong = await api.ask("TRACE", path)
            if (unknown.status_code, wrong.status_code) not in {(401, 405), (405, 405)}:
                faults[path] = f"{unknown.status_code} {wrong.status_code}"
    assert faults == {}
