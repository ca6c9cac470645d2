"""What a declaration says, and what it is refused for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import pytest

from mttui.api.models.base import Done
from mttui.api.operation import (
    Body,
    Child,
    DeclarationError,
    Effect,
    Operation,
    Place,
    Query,
    Resource,
    WholeBody,
    Wire,
    camel_case,
    operation,
    operation_of,
)


class Labels(Resource, id="things.labels", section="Labels"):
    @operation("POST", "/v1/things/{thingId}/labels", effect=Effect.CHANGE, refreshes=("things",))
    async def create(
        self,
        thing_id: str,
        *,
        label_name: str,
        dry_run: Annotated[bool, Query] = False,
        list_id: Annotated[str | None, Wire("list-id")] = None,
    ) -> Done:
        """Put a label on a thing.

        Args:
            thing_id: the thing.
            label_name: the label.
            dry_run: only say what would be done.
            list_id: a list.
        """
        raise NotImplementedError

    @operation("DELETE", "/v1/things/{thingId}/labels", effect=Effect.DESTROY, section="Other")
    async def clear(
        self, thing_id: str, *, names: Annotated[Sequence[str], Body], force: bool = False
    ) -> Done:
        """Take labels off a thing."""
        raise NotImplementedError


class Things(Resource, id="things", section="Things"):
    labels = Child(Labels)

    @operation("GET", "/v1/things", paged=True)
    async def list(self, *, page: int | None = None) -> Done:
        """List things."""
        raise NotImplementedError

    @operation("PUT", "/v1/things", effect=Effect.CHANGE, alternate_method="PATCH")
    async def replace(self, things: Annotated[Sequence[Mapping[str, Any]], WholeBody]) -> Done:
        """Replace all things."""
        raise NotImplementedError


class Recorder:
    """Takes calls instead of a client."""

    def __init__(self) -> None:
        self.calls: list[tuple[Operation, Mapping[str, Any]]] = []

    async def call(self, operation: Operation, arguments: Mapping[str, Any]) -> Any:
        self.calls.append((operation, arguments))
        return Done(message="done")


def test_a_path_variable_without_an_argument_is_an_error() -> None:
    with pytest.raises(DeclarationError, match=r"\{id\}"):

        class Wrong(Resource, id="wrong"):
            @operation("GET", "/v1/wrong/{id}")
            async def get(self, name: str) -> Done:
                """Get."""
                raise NotImplementedError


def test_self_is_not_an_argument_for_a_path_variable() -> None:
    with pytest.raises(DeclarationError):

        class Wrong(Resource, id="wrong"):
            @operation("GET", "/v1/wrong/{self}")
            async def get(self) -> Done:
                """Get."""
                raise NotImplementedError


def test_a_local_variable_is_not_an_argument_for_a_path_variable() -> None:
    with pytest.raises(DeclarationError):

        class Wrong(Resource, id="wrong"):
            @operation("GET", "/v1/wrong/{thing}")
            async def get(self) -> Done:
                """Get."""
                thing = "not an argument"
                raise NotImplementedError(thing)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_only_a_get_may_leave_out_its_effect(method: Any) -> None:
    with pytest.raises(DeclarationError, match="effect"):
        operation(method, "/v1/things")
    assert operation("GET", "/v1/things") is not None


def test_what_a_declaration_says() -> None:
    declared = operation_of(Labels.create)
    assert declared.id == "things.labels.create"
    assert declared.resource == "things.labels"
    assert declared.section == "Labels"
    assert declared.effect is Effect.CHANGE
    assert declared.refreshes == ("things",)
    assert declared.path_variables == ("thingId",)
    assert declared.summary == "Put a label on a thing."
    assert declared.returns is Done
    assert operation_of(Things.list).effect is Effect.READ
    assert operation_of(Things.list).paged
    assert operation_of(Things.replace).alternate_method == "PATCH"


def test_an_operation_may_stand_in_another_section_than_its_resource() -> None:
    assert operation_of(Labels.clear).section == "Other"


def test_where_each_argument_travels() -> None:
    create = {p.name: p for p in operation_of(Labels.create).parameters}
    assert [(p.wire, p.place, p.required) for p in create.values()] == [
        ("thingId", Place.PATH, True),
        ("labelName", Place.BODY, True),
        ("dryRun", Place.QUERY, False),
        ("list-id", Place.BODY, False),
    ]
    assert create["dry_run"].annotation is bool
    clear = {p.name: p.place for p in operation_of(Labels.clear).parameters}
    assert clear == {"thing_id": Place.PATH, "names": Place.BODY, "force": Place.QUERY}
    assert [p.place for p in operation_of(Things.replace).parameters] == [Place.WHOLE_BODY]


def test_a_resource_knows_its_operations_and_children() -> None:
    assert list(Things.operations) == ["things.list", "things.replace"]
    assert Things.children == (Labels,)
    assert list(Labels.operations) == ["things.labels.create", "things.labels.clear"]


async def test_a_call_reaches_the_caller_with_the_arguments_that_were_given() -> None:
    recorder = Recorder()
    things = Things(recorder)
    answer = await things.labels.create("t1", label_name="red")
    assert answer == Done(message="done")
    [(called, arguments)] = recorder.calls
    assert called is operation_of(Labels.create)
    assert arguments == {"thing_id": "t1", "label_name": "red"}


def test_a_child_is_made_once() -> None:
    things = Things(Recorder())
    assert things.labels is things.labels


async def test_a_wrong_call_is_a_type_error_as_for_any_function() -> None:
    things = Things(Recorder())
    with pytest.raises(TypeError, match="label_name"):
        await things.labels.create("t1")  # type: ignore[call-arg]  # that is the point
    with pytest.raises(TypeError, match="lable_name"):
        await things.labels.create("t1", label_name="x", lable_name="y")  # type: ignore[call-arg]  # that is the point


def test_a_plain_function_is_not_an_operation() -> None:
    with pytest.raises(TypeError):
        operation_of(camel_case)


@pytest.mark.parametrize(
    ("name", "wire"),
    [("id", "id"), ("per_page", "perPage"), ("retry_backoff_ms", "retryBackoffMs"), ("from_", "from")],
)
def test_names_on_the_wire(name: str, wire: str) -> None:
    assert camel_case(name) == wire
