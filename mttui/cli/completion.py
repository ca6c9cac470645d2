"""What completes `mttui api`: ids of operations, names of their arguments, values of enumerations."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem


def complete_operation(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids that begin so; without any, those that hold it."""
    from mttui.api.catalogue import operations

    known = operations()
    found = [id_ for id_ in known if id_.startswith(incomplete)] or [
        id_ for id_ in known if incomplete in id_
    ]
    return [CompletionItem(id_, help=known[id_].summary) for id_ in found]


def complete_argument(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names of arguments that are not there yet; behind `NAME=`, the values it may have."""
    from mttui.api.catalogue import find

    operation = find(ctx.params.get("operation_id") or "")
    if operation is None:
        return []
    name, equals, begun = incomplete.partition("=")
    parameters = {parameter.name: parameter for parameter in operation.parameters}
    if equals:
        return _values(parameters[name].annotation, f"{name}=", begun) if name in parameters else []
    given = {str(pair).partition("=")[0] for pair in ctx.params.get("pairs") or ()}
    return [
        CompletionItem(f"{each}=", help=_about(operation, each))
        for each in parameters
        if each.startswith(incomplete) and each not in given
    ]


def _about(operation: object, name: str) -> str:
    from mttui.api.help import help_of
    from mttui.api.operation import Operation

    return help_of(operation).arguments.get(name, "") if isinstance(operation, Operation) else ""


def _values(annotation: object, before: str, begun: str) -> list[CompletionItem]:
    import typing

    from mttui.api.typed import members_of

    allowed: list[str] = []
    for member in members_of(annotation):
        if typing.get_origin(member) is typing.Literal:
            allowed += map(str, typing.get_args(member))
        elif member is bool:
            allowed += ["true", "false"]
    return [CompletionItem(before + value) for value in allowed if value.startswith(begun)]
