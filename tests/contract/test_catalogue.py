"""The catalogue against the contract: every operation of the declared sections, and no other."""

from __future__ import annotations

import subprocess
import sys
import typing
from collections.abc import Mapping
from typing import Any

import pytest

from mttui.api.catalogue import find, operations
from mttui.api.operation import Effect, Operation, Parameter, Place

from .contract import (
    BODY_BEYOND_THE_REFERENCE,
    QUERY_BEYOND_THE_REFERENCE,
    contract,
    declared,
    declared_sections,
    expected_effect,
    extensions,
)

each = pytest.mark.parametrize("facts", [pytest.param(facts, id=facts["id"]) for facts in declared()])


def stub(facts: Mapping[str, Any]) -> Operation:
    return operations()[facts["id"]]


def at(operation: Operation, place: Place) -> dict[str, Parameter]:
    return {p.wire: p for p in operation.parameters if p.place is place}


def allowed_values(annotation: Any) -> list[str]:
    """Return the values of a ``Literal``, also as part of a union with None."""
    for part in (annotation, *typing.get_args(annotation)):
        if typing.get_origin(part) is typing.Literal:
            return list(typing.get_args(part))
    return []


def test_the_whole_reference_is_in_the_contract() -> None:
    assert len(contract()) == 399
    assert {facts["section"] for facts in contract().values()} >= declared_sections()


def test_every_operation_of_the_declared_sections_is_declared_and_no_other() -> None:
    known = {facts["id"] for facts in declared()} | {facts["id"] for facts in extensions()}
    assert set(operations()) == known
    assert len(operations()) == 399 + len(extensions())


@pytest.mark.parametrize("facts", extensions(), ids=lambda facts: facts["id"])
def test_what_the_reference_does_not_have_is_marked(facts: Mapping[str, Any]) -> None:
    operation = operations()[facts["id"]]
    assert operation.beyond
    assert (operation.method, operation.path) == (facts["method"], facts["path"])
    assert set(at(operation, Place.QUERY)) == set(facts["query"])
    assert operation.paged == facts["paginated"]


@each
def test_what_the_reference_has_is_not_marked(facts: Mapping[str, Any]) -> None:
    assert not stub(facts).beyond


@each
def test_how_it_is_called(facts: Mapping[str, Any]) -> None:
    operation = stub(facts)
    assert operation.section == facts["section"]
    assert (operation.method, operation.path) == (facts["method"], facts["path"])
    assert operation.alternate_method == facts.get("alternate_method")
    assert operation.paged == facts.get("paginated", False)


@each
def test_its_effect(facts: Mapping[str, Any]) -> None:
    assert stub(facts).effect is expected_effect(facts)


@each
def test_its_path_values(facts: Mapping[str, Any]) -> None:
    path = at(stub(facts), Place.PATH)
    assert list(path) == facts.get("path_params", [])
    assert all(parameter.required for parameter in path.values())


@each
def test_its_query(facts: Mapping[str, Any]) -> None:
    query = at(stub(facts), Place.QUERY)
    beyond = QUERY_BEYOND_THE_REFERENCE.get(facts["id"], frozenset())
    assert set(query) == set(facts.get("query", {})) | beyond
    for name, values in facts.get("query", {}).items():
        if values:
            assert allowed_values(query[name].annotation) == values


@each
def test_its_body(facts: Mapping[str, Any]) -> None:
    body = at(stub(facts), Place.BODY)
    beyond = BODY_BEYOND_THE_REFERENCE.get(facts["id"], frozenset())
    assert set(body) == set(facts.get("body_fields", ())) | beyond


@each
def test_creating_and_updating_says_what(facts: Mapping[str, Any]) -> None:
    operation = stub(facts)
    if operation.id.rpartition(".")[2] in {"create", "update"}:
        body = at(operation, Place.BODY) or at(operation, Place.WHOLE_BODY)
        assert body, "it could create or change nothing"


@each
def test_what_it_requires(facts: Mapping[str, Any]) -> None:
    operation = stub(facts)
    required = {p.wire for p in operation.parameters if p.required and p.place is Place.BODY}
    assert required >= set(facts.get("required", ()))
    if "body_example" in facts:
        assert required <= set(facts["body_example"]), "the reference's own example must be accepted"


@each
def test_what_it_makes_stale(facts: Mapping[str, Any]) -> None:
    operation = stub(facts)
    if operation.effect is Effect.READ:
        assert operation.refreshes == ()
        return
    assert operation.refreshes
    for resource in operation.refreshes:
        assert any(known.startswith(f"{resource}.") for known in contract()), resource


@each
def test_its_help(facts: Mapping[str, Any]) -> None:
    operation = stub(facts)
    assert operation.summary.endswith(".")
    for parameter in operation.parameters:
        assert f"\n    {parameter.name}: " in operation.doc, f"{parameter.name} is not described"


def test_an_operation_is_found_without_loading_the_other_families() -> None:
    script = (
        "import sys; from mttui.api.catalogue import find; import mttui.api.client\n"
        "loaded = lambda: [m for m in sys.modules if m.startswith('mttui.api.operations.')]\n"
        "assert loaded() == [], loaded()\n"
        "assert find('velocity.status.get').path == '/v1/velocity/status'\n"
        "assert loaded() == ['mttui.api.operations.velocity'], loaded()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("unknown", ["", "velocity", "velocity.status", "no.such.thing", "call.get"])
def test_what_is_no_operation_is_not_found(unknown: str) -> None:
    assert find(unknown) is None
