"""The help of one operation, as `mttui api OPERATION --help` prints it."""

from __future__ import annotations

import click

from mttui.api.help import help_of
from mttui.api.operation import Operation, Parameter


def write_help(operation: Operation, formatter: click.HelpFormatter) -> None:
    """Write what an operation does, its arguments and its errors."""
    about = help_of(operation)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(f"{operation.id}: {about.summary}")
        formatter.write_text(f"{operation.method} {operation.path}. {about.changes}")
        if about.text:
            formatter.write_paragraph()
            formatter.write_text(about.text)
    if operation.parameters:
        with formatter.section("Arguments"):
            formatter.write_dl(
                [_row(each, about.arguments.get(each.name, "")) for each in operation.parameters]
            )
    if about.errors:
        with formatter.section("Errors"):
            formatter.write_dl(about.errors)


def _row(parameter: Parameter, words: str) -> tuple[str, str]:
    from mttui.views.operations import type_words

    needed = "needed" if parameter.required else ""
    facts = "; ".join(part for part in (needed, type_words(parameter.annotation)) if part)
    return f"{parameter.name}=", f"{words} [{facts}]".strip()
