"""A form's values through the person's own editor, until they can be read or are given up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mttui.api.operation import Operation
from mttui.text import Role
from mttui.views.editor_text import Unreadable, from_editor, to_editor, with_complaint
from mttui.views.form_values import Here, parse_form, texts_of
from mttui.views.forms import fields_of_operation

from .editor import NoEditor, edit_in_editor, say_no_editor
from .saying import say

if TYPE_CHECKING:
    from .base import WorkScreen


def edit_arguments(
    screen: WorkScreen, operation: Operation, texts: Mapping[str, str], fixed: frozenset[str]
) -> dict[str, str] | None:
    """Let a person edit what a form says as JSON; what cannot be read opens again at its line.

    Args:
        screen: where the form is.
        operation: whose form it is.
        texts: what stands in it, by path.
        fixed: paths of fields that cannot be changed.

    Returns:
        What the form says then; ``None`` when it stays as it was.
    """
    session = screen.session
    if session.client.under_way:
        say(screen.host, "A change is under way: wait for its answer before you open the editor.", Role.WARN)
        return None
    here = Here(session.client.transport.platform_now(), session.ui.zone)
    names = {path.partition(".")[0] for path in fixed}
    said = parse_form(operation, texts, here)
    kept = {name: value for name, value in said.arguments.items() if name not in said.errors}
    text, line = to_editor(operation, kept, fixed=names), 1
    while True:
        try:
            edited = edit_in_editor(screen.host, text, line=line)
        except NoEditor as trouble:
            say_no_editor(screen.host, trouble)
            return None
        try:
            arguments = from_editor(operation, edited, fixed=names)
        except Unreadable as trouble:
            again, line = with_complaint(edited, trouble.complaint)
            if edited == text and line > 1:
                say(screen.host, f"Not taken over: {trouble}", Role.WARN)
                return None
            text = again
            continue
        if arguments is None or edited == text:
            return None
        new = texts_of(operation, arguments)
        hidden = {each.path for each in fields_of_operation(operation) if each.is_secret}
        return {path: texts[path] if path in hidden | fixed else text for path, text in new.items()}
