"""A line of `mttui api` for any operation: the reference's example body, and something for the rest."""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from mttui.api.operation import Effect, Operation, Parameter, Place
from mttui.api.typed import members_of
from tests.contract.contract import contract

_TEXTS: Mapping[Any, str] = {
    int: "1",
    float: "1",
    bool: "true",
    datetime: "2026-03-01T08:00:00Z",
    date: "2026-03-01",
    str: "a",
}


def not_reads() -> list[Operation]:
    """Every operation that does more than read."""
    from mttui.api.catalogue import operations

    return [each for each in operations().values() if each.effect is not Effect.READ]


def line_for(operation: Operation) -> list[str]:
    """What follows `mttui api`, with everything that the operation needs."""
    body = contract().get(operation.id, {}).get("body_example")
    in_body = {Place.BODY, Place.WHOLE_BODY} if body is not None else set()
    pairs = [
        f"{each.name}={sample(each)}"
        for each in operation.parameters
        if each.required and each.place not in in_body
    ]
    return [operation.id, *pairs, *(["--body", json.dumps(body)] if body is not None else [])]


def sample(parameter: Parameter) -> str:
    """Return a text that the parameter takes."""
    members = members_of(parameter.annotation)
    for member in members:
        if typing.get_origin(member) is typing.Literal:
            return str(typing.get_args(member)[0])
        if member in _TEXTS:
            return _TEXTS[member]
    return json.dumps([]) if any(typing.get_origin(each) is Sequence for each in members) else "{}"


def sample_arguments(operation: Operation) -> Mapping[str, Any]:
    """Return typed arguments of any operation, as the command line reads them."""
    from mttui.cli.api import read_arguments

    _, *line = line_for(operation)
    at = line.index("--body") if "--body" in line else len(line)
    return read_arguments(operation, line[:at], "".join(line[at + 1 :]) or None)
