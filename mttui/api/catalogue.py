"""Every operation of the platform, found by walking the resources: the only list there is."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from .operation import Operation, Resource
from .resources import Lazy, Resources


def _walk(resource: type[Resource]) -> Iterator[Operation]:
    yield from resource.operations.values()
    for child in resource.children:
        yield from _walk(child)


@functools.cache
def operations() -> Mapping[str, Operation]:
    """Return all operations by id, in the order of the resources. Imports every family."""
    found: dict[str, Operation] = {}
    for member in vars(Resources).values():
        if isinstance(member, Lazy):
            for operation in _walk(member.load()):
                if operation.id in found:
                    raise TypeError(f"two operations are called {operation.id}")
                found[operation.id] = operation
    return MappingProxyType(found)


def find(operation_id: str) -> Operation | None:
    """Return the operation of that id, or ``None``. Imports only the family it belongs to."""
    member = vars(Resources).get(operation_id.partition(".")[0])
    if not isinstance(member, Lazy):
        return None
    return next((found for found in _walk(member.load()) if found.id == operation_id), None)


def nearest(operation_id: str) -> str | None:
    """Return the id nearest to one that does not exist, or ``None`` when none is near."""
    import difflib  # noqa: PLC0415 - only for an error

    asked = operation_id.strip().casefold().replace("-", "_")
    known = operations()
    if asked in known:
        return asked
    inside = [each for each in known if asked and (asked in each or each in asked)]
    close = difflib.get_close_matches(asked, inside or list(known), n=1, cutoff=0.0 if inside else 0.5)
    return close[0] if close else None
