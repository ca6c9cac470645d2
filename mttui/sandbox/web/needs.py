"""What an operation's declaration says that a body must have."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from mttui.api.catalogue import find
from mttui.api.operation import Place

from .call import Call
from .reply import required


@functools.cache
def _needed(operation_id: str) -> Sequence[str]:
    operation = find(operation_id)
    if operation is None or operation.path_variables:
        return ()  # of what has an id, the id is looked for first: its handler sees to the rest
    return tuple(each.wire for each in operation.parameters if each.required and each.place is Place.BODY)


def check_needed(call: Call, operation_id: str) -> None:
    """Refuse a body that lacks a field.

    Raises:
        Refusal: 422 with the field's code.
    """
    for name in _needed(operation_id):
        if call.fields().get(name) is None:
            raise required(name)
