"""Operations that belong together: what reads, lists, changes or takes back what another one is about.

Derived from paths and answers, as everything else is: there is no list of pairs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .catalogue import operations
from .operation import Operation, Parameter, Place

_VARIABLE = re.compile(r"\{\w+\}")
_INVERSE = {
    "activate": "deactivate",
    "deactivate": "activate",
    "start": "stop",
    "enable": "disable",
    "disable": "enable",
    "schedule": "unschedule",
}
"""Verbs that take each other back, where both are declared of the same object."""


def is_list(operation: Operation) -> bool:
    """Whether an operation reads many things at once; told without its models."""
    declared = operation.function.__annotations__.get("return", "")
    named = declared if isinstance(declared, str) else getattr(declared, "__name__", "")
    return operation.method == "GET" and (operation.paged or named.startswith("Page"))


def path_parameters(operation: Operation) -> tuple[Parameter, ...]:
    """Return the parameters that stand in the path, in the path's order."""
    by_wire = {each.wire: each for each in operation.parameters if each.place is Place.PATH}
    return tuple(by_wire[name] for name in operation.path_variables)


def read_of(operation: Operation) -> Operation | None:
    """Return what reads the one object that an operation is about; ``None`` where nothing does."""
    path = operation.path
    places = [path]
    if "{" in path:
        places.append(path[: path.rindex("}") + 1])
    for place in places:
        found = _reader(place, of_many=False)
        if found is not None:
            return found
    return None


def list_of(operation: Operation) -> Operation | None:
    """Return what lists the objects among which the one of an operation is; ``None`` where nothing does."""
    path = operation.path
    places = [path[: path.rindex("/{")]] if "/{" in path else [path, path.rpartition("/")[0]]
    for place in places:
        found = _reader(place, of_many=True)
        if found is not None:
            return found
    return None


def sibling(operation: Operation, verb: str) -> Operation | None:
    """Return the operation of another verb on the same resource; ``None`` where there is none."""
    return operations().get(f"{operation.resource}.{verb}")


def inverse_of(operation: Operation) -> Operation | None:
    """Return what takes an operation back and needs no more than its path; ``None`` where nothing does.

    An update is taken back by itself, with the values from before; that is not told here.
    """
    if operation.id.endswith(".create"):
        found = sibling(operation, "delete")
        is_of_its_list = found is not None and _plain(found.path) == f"{_plain(operation.path)}/{{}}"
        return found if is_of_its_list else None
    found = sibling(operation, _INVERSE.get(operation.id.rpartition(".")[2], ""))
    if found is None or any(each.required and each.place is not Place.PATH for each in found.parameters):
        return None
    return found if len(found.path_variables) == len(operation.path_variables) else None


def arguments_for(
    target: Operation, source: Operation, arguments: Mapping[str, Any], *last: Any
) -> dict[str, Any] | None:
    """Carry the values of one operation's path over to the path of another, place by place.

    Args:
        target: the operation to be called.
        source: the operation that ``arguments`` are of.
        arguments: by Python name.
        last: values for the places of the target's path that come after those of the source's.

    Returns:
        Arguments by Python name, or ``None`` where a place stays without a value.
    """
    given = [arguments.get(each.name) for each in path_parameters(source)]
    wanted = path_parameters(target)
    values = [*given[: len(wanted)], *last][: len(wanted)]
    if len(values) < len(wanted) or None in values:
        return None
    return {each.name: value for each, value in zip(wanted, values, strict=True)}


def wipes(operation: Operation) -> bool:
    """Whether an operation destroys many things at once: a DELETE whose path names no one of them."""
    return operation.method == "DELETE" and not operation.path_variables


def _plain(path: str) -> str:
    return _VARIABLE.sub("{}", path)


def _reader(path: str, *, of_many: bool) -> Operation | None:
    wanted = _plain(path)
    for each in operations().values():
        if each.method == "GET" and _plain(each.path) == wanted and is_list(each) is of_many:
            return each
    return None
