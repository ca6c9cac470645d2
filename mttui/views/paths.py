"""How operations hang together by their paths: what is at a path, what lies below it, what it takes.

Nothing here resolves the types of an operation, so that looking at all of them imports no models.
"""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Mapping

from mttui.api.catalogue import operations
from mttui.api.operation import Operation, camel_case

_VARIABLE = re.compile(r"\{\w+\}")
_FIRST_VARIABLE = re.compile(r"/\{\}")


def shape(path: str) -> str:
    """Return a path without the names of its variables: ``/v1/campaigns/{}/send``."""
    return _VARIABLE.sub("{}", path)


@functools.cache
def by_shape() -> Mapping[str, tuple[Operation, ...]]:
    """Return all operations by the shape of their path."""
    found: dict[str, list[Operation]] = {}
    for operation in operations().values():
        found.setdefault(shape(operation.path), []).append(operation)
    return {path: tuple(each) for path, each in found.items()}


def at_shape(path: str) -> tuple[Operation, ...]:
    """Return the operations of a path's shape."""
    return by_shape().get(path, ())


def below(path: str) -> list[Operation]:
    """Return the operations whose paths go on from a shape, in the order of the catalogue."""
    return [each for at, every in by_shape().items() if at.startswith(f"{path}/") for each in every]


def item_below(path: str) -> str:
    """Return the shape of one element of the list at ``path``: ``""`` where nothing is asked of one."""
    start = f"{path}/{{}}"
    return start if any(at == start or at.startswith(f"{start}/") for at in by_shape()) else ""


def depth(path: str) -> int:
    """Count the variables of a shape."""
    return len(_FIRST_VARIABLE.findall(path))


@functools.cache
def arguments_of(operation: Operation) -> Mapping[str, bool]:
    """Return the names of the arguments in their order, each with whether it is needed."""
    declared = list(inspect.signature(operation.function).parameters.values())[1:]
    return {each.name: each.default is inspect.Parameter.empty for each in declared}


def needed(operation: Operation) -> tuple[str, ...]:
    """Return the names of the arguments that must be given."""
    return tuple(name for name, is_needed in arguments_of(operation).items() if is_needed)


def path_arguments(operation: Operation) -> tuple[str, ...]:
    """Return the names of the arguments that stand in the path, in the order of the path."""
    names = {camel_case(name): name for name in arguments_of(operation)}
    return tuple(names.get(variable, variable) for variable in operation.path_variables)


def is_list(operation: Operation) -> bool:
    """Say whether it reads rows: a page of a list, or all of it."""
    declared = operation.function.__annotations__.get("return", "")
    named = declared if isinstance(declared, str) else getattr(declared, "__name__", "")
    return operation.method == "GET" and named.startswith("Page")


def is_read(operation: Operation) -> bool:
    """Say whether it reads one thing."""
    return operation.method == "GET" and not is_list(operation)
