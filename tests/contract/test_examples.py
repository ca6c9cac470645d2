"""The reference's own examples: as a client reads them, and strictly."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pydantic import TypeAdapter

from mttui.api.answers import read_answer
from mttui.api.arguments import prepare
from mttui.api.catalogue import operations
from mttui.api.models.base import Model
from mttui.api.operation import Operation, Place
from mttui.api.pages import Page

from .contract import declared


def with_a(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "facts", [pytest.param(facts, id=facts["id"]) for facts in declared() if name in facts]
    )


def read(facts: Mapping[str, Any]) -> Any:
    body = json.dumps(facts["response_example"]).encode()
    return read_answer(operations()[facts["id"]], body, "application/json")


def models_in(value: Any, path: str) -> Iterator[tuple[str, Model]]:
    if isinstance(value, Model):
        yield path, value
        for name in type(value).model_fields:
            yield from models_in(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list | tuple | Page):
        for index, element in enumerate(value):
            yield from models_in(element, f"{path}[{index}]")


def arguments_of(operation: Operation, body: Any) -> dict[str, Any]:
    """Turn a JSON body into arguments, strictly: by the declared types, without conversions."""
    by_wire = {parameter.wire: parameter for parameter in operation.parameters}
    given: dict[str, Any] = dict.fromkeys(operation.path_variables, "663f1a2b4c5d6e7f8a9b0c1d")
    given = {by_wire[wire].name: value for wire, value in given.items()}
    whole = next((p.wire for p in operation.parameters if p.place is Place.WHOLE_BODY), None)
    for wire, value in body.items() if whole is None else ((whole, body),):
        adapter = TypeAdapter(by_wire[wire].annotation)
        given[by_wire[wire].name] = adapter.validate_json(json.dumps(value), strict=True)
    return given


@with_a("body_example")
def test_a_body_travels_as_the_reference_shows_it(facts: Mapping[str, Any]) -> None:
    operation = operations()[facts["id"]]
    request = prepare(operation, arguments_of(operation, facts["body_example"]))
    assert request.body == facts["body_example"]
    assert request.query == ()


@with_a("response_example")
def test_an_answer_is_read(facts: Mapping[str, Any]) -> None:
    answer = read(facts)
    shown = facts["response_example"].get("data")
    if isinstance(answer, Page):
        assert len(answer) == len(shown)
        assert answer.total == facts["response_example"].get("meta", {}).get("total")
    else:
        assert answer.model_fields_set


@with_a("response_example")
def test_an_answer_is_read_whole(facts: Mapping[str, Any]) -> None:
    answer = read(facts)
    found = list(models_in(answer, facts["id"]))
    assert found or all(isinstance(row, str) for row in answer)
    for path, model in found:
        assert model.unknown == {}, f"{path} does not declare {sorted(model.unknown)}"
        assert model.unreadable == (), f"{path} cannot read {model.unreadable}"


@with_a("response_example")
def test_nothing_of_an_answer_is_lost_or_changed(facts: Mapping[str, Any]) -> None:
    shown = facts["response_example"].get("data", facts["response_example"])
    answer = read(facts)
    rows = answer.rows if isinstance(answer, Page) else (answer,)
    for row, example in zip(rows, shown if isinstance(shown, list) else [shown], strict=True):
        if not isinstance(row, Model):
            assert row == example
            continue
        written = row.model_dump(mode="json", by_alias=True, exclude_unset=True)
        expected = {_id(name): value for name, value in example.items()}
        written = {_id(name): value for name, value in written.items()}
        assert written.keys() == expected.keys()
        for name, value in written.items():
            # Ids that come as numbers are read as text.
            assert value in (expected[name], str(expected[name])), name


def _id(name: str) -> str:
    return "id" if name == "_id" else name


@with_a("response_fields")
def test_described_fields_are_declared(facts: Mapping[str, Any]) -> None:
    returns = operations()[facts["id"]].returns
    model = returns.__args__[0] if hasattr(returns, "__args__") else returns
    names = {_id(field.alias or name) for name, field in model.model_fields.items()}
    assert {_id(name) for name in facts["response_fields"]} <= names
