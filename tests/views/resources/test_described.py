"""What is said of resources holds: every path, operation, argument and key that a view names is there."""

from __future__ import annotations

import pkgutil
import typing
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import pytest

from mttui.api.catalogue import find, operations
from mttui.api.operation import Operation
from mttui.views import resources
from mttui.views.describe import View, describe
from mttui.views.fields import bare, is_model, value_at
from mttui.views.keys import Scope, keys_on
from mttui.views.paths import needed, path_arguments
from mttui.views.resource import Relation, ResourceView
from tests.sandbox.helpers import Api, platform

VIEWS: tuple[ResourceView, ...] = tuple(
    view
    for module in pkgutil.iter_modules(resources.__path__)
    for view in getattr(import_module(f"{resources.__name__}.{module.name}"), "VIEWS", ())
)
each_view = pytest.mark.parametrize("said", VIEWS, ids=lambda view: view.resource)


def whole(said: ResourceView) -> View:
    view = describe(said.resource)
    assert view is not None, f"{said.resource} has neither a list nor a read"
    return view


def paths_of(said: ResourceView) -> set[str]:
    """Return every path that a view reads of a record."""
    fields = [*said.columns, *(field for section in said.sections for field in section.fields)]
    given = [each.arguments or {} for each in said.relations] + [
        each.arguments or {} for each in said.actions
    ]
    return {
        said.name,
        said.key,
        *(field.path for field in fields),
        *(path for each in given for path in each.values()),
    } - {""}


def is_declared(model: Any, path: str) -> bool:
    owner = model
    for step in path.split("."):
        if owner in (dict, Mapping) or typing.get_origin(owner) in (dict, Mapping):
            return True
        if not is_model(owner) or step not in owner.model_fields:
            return False
        owner = bare(owner.model_fields[step].annotation)
    return True


UNDECLARED = {
    said.resource: missing
    for said in VIEWS
    if (missing := {path for path in paths_of(said) if not is_declared(whole(said).model, path)})
}
"""Paths that no model declares: the reference names no field, and only the sandbox answers them."""


async def records(api: Api, view: View) -> list[Any]:
    """Ask the sandbox for records; those within others are asked for of several of them."""
    source = view.source
    assert source is not None
    urls = [source.path]
    if source.path_variables:
        outer = describe(view.resource.rpartition(".")[0])
        assert outer is not None
        (variable,) = source.path_variables
        keys = [value_at(record, outer.key) for record in (await records(api, outer))[:5]]
        urls = [source.path.replace(f"{{{variable}}}", str(key)) for key in keys]
    answers = [await api.data(url) for url in urls]
    rows = [row for answer in answers for row in (answer if isinstance(answer, list) else [answer])]
    return [view.model.read(row) if is_model(view.model) else row for row in rows]


async def test_what_no_model_declares_the_sandbox_answers() -> None:
    async with platform() as api:
        for resource, paths in UNDECLARED.items():
            view = describe(resource)
            assert view is not None
            found = await records(api, view)
            unset = {path for path in paths if all(value_at(record, path) is None for record in found)}
            assert not unset, f"{resource}: no record has {sorted(unset)}"


def test_a_resource_is_described_once_and_in_the_module_of_its_family() -> None:
    assert sorted(said.resource for said in VIEWS) == sorted({said.resource for said in VIEWS})
    assert all(resources.described(said.resource) is said for said in VIEWS)


def fits(operation: Operation, name: str, value: Any) -> bool:
    """Say whether a fixed argument is one of the values that the operation allows, where it names them."""
    annotation = bare(next(each.annotation for each in operation.parameters if each.name == name))
    return typing.get_origin(annotation) is not typing.Literal or value in typing.get_args(annotation)


def known_to(said: ResourceView, relation: Relation, operation: Operation) -> Iterator[str]:
    """Yield the arguments that are known when a relation is opened."""
    yield from relation.arguments
    yield from relation.fixed or {}
    view = whole(said)
    yield from view.arguments(operation, {view.key: "x"}, dict.fromkeys(path_arguments(operation), "x"))


@each_view
def test_relations_lead_to_reads_with_arguments_that_those_take(said: ResourceView) -> None:
    for relation in said.relations:
        operation = find(relation.operation)
        assert operation is not None, relation
        assert operation.method == "GET", relation
        taken = {parameter.name for parameter in operation.parameters}
        assert {*relation.arguments, *(relation.fixed or {})} <= taken, relation
        assert set(needed(operation)) <= set(known_to(said, relation, operation)), relation
        assert all(fits(operation, *each) for each in (relation.fixed or {}).items()), relation


@each_view
def test_actions_take_the_arguments_that_they_are_given(said: ResourceView) -> None:
    for action in said.actions:
        operation = operations()[action.operation]
        assert operation.method != "GET", action
        assert set(action.arguments or {}) <= {parameter.name for parameter in operation.parameters}, action


@each_view
def test_keys_of_actions_are_their_own(said: ResourceView) -> None:
    keys = [action.key for action in said.actions if action.key]
    taken = {key for scope in (Scope.BROWSE, Scope.RECORD) for each in keys_on(scope) for key in each.keys}

    assert len(keys) == len(set(keys))
    assert not taken & set(keys)


@each_view
def test_each_column_and_line_is_named_once(said: ResourceView) -> None:
    for fields in (said.columns, *(section.fields for section in said.sections)):
        paths = [field.path for field in fields]
        assert len(paths) == len(set(paths))
