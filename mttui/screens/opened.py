"""Opening what a place, the command line or the palette names: a list, a record, or a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from mttui.api.models.base import Done, Model
from mttui.api.operation import Effect, Operation
from mttui.views.contents import Entry, Opens
from mttui.views.describe import view_of, view_of_made
from mttui.views.fields import fields_in
from mttui.views.paths import is_list, needed
from mttui.views.resource import Kind

if TYPE_CHECKING:
    from textual.app import App

    from .browse import BrowseScreen
    from .detail import DetailScreen
    from .pressing import Pressing


def open_entry(screen: Pressing, entry: Entry, trail: Sequence[str]) -> None:
    """Open a line of a place."""
    app, operation = screen.app, entry.operation
    if entry.opens is not Opens.FORM or operation.method == "GET":
        open_read(app, operation, {}, trail)
    elif operation.effect is Effect.READ:
        from .base import WorkScreen  # noqa: PLC0415
        from .calling import ask_operation  # noqa: PLC0415 (imported when first opened)

        if isinstance(screen, WorkScreen):
            ask_operation(screen, operation)
    else:
        from .form import FormScreen  # noqa: PLC0415 (imported when first opened)

        app.push_screen(
            FormScreen(operation, {}), lambda answer: show_answered(app, operation, answer, trail)
        )


def show_answered(
    app: App[int],
    operation: Operation,
    answer: Any,
    trail: Sequence[str],
    *,
    given: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """Show what an operation answered, where it says more than that it was done.

    What was made is shown as it stands from now on, where the platform has a read for it.

    Args:
        app: the app.
        operation: what was done.
        answer: what came; ``None`` where nothing was done.
        trail: where one comes from, for people.
        given: the arguments of the list that it was done in.
    """
    if answer is None or isinstance(answer, Done) or not isinstance(answer, Model | Mapping | list):
        return
    makes = operation.id.endswith((".create", ".duplicate"))
    has_secret = any(each.kind is Kind.SECRET for each in fields_in(answer))
    if not (makes or has_secret or operation.effect is Effect.READ):
        return
    from .detail import DetailScreen  # noqa: PLC0415 (imported when first opened)

    made = view_of_made(operation, answer, given) if makes and not has_secret else None
    view, known = made or (view_of(operation), {})
    reveal = operation.effect is not Effect.READ
    app.push_screen(DetailScreen(view, known, trail, record=answer, reveal=reveal, reads=made is not None))


def open_read(
    app: App[int],
    operation: Operation,
    arguments: Mapping[str, Any],
    trail: Sequence[str],
    *,
    words: str = "",
) -> None:
    """Open what a list or a read answers; its form comes first where something is needed that is not given.

    Args:
        app: the app.
        operation: a list or a read.
        arguments: what is known, by Python name.
        trail: where one comes from, for people.
        words: what a list is filtered for to begin with.
    """
    if any(name not in arguments for name in needed(operation)):
        from .form import FormScreen  # noqa: PLC0415 (imported when first opened)

        form = FormScreen(operation, arguments, collects=True)
        app.push_screen(form, partial(_open_with, app, operation, trail, words))
    else:
        _open_with(app, operation, trail, words, arguments)


def _open_with(
    app: App[int], operation: Operation, trail: Sequence[str], words: str, given: Mapping[str, Any] | None
) -> None:
    if given is not None:
        app.push_screen(screen_for(operation, given, trail, words=words))


def screen_for(
    operation: Operation, arguments: Mapping[str, Any], trail: Sequence[str], *, words: str = ""
) -> BrowseScreen | DetailScreen:
    """Return the screen that shows what a list or a read answers.

    Args:
        operation: the list or the read.
        arguments: by Python name.
        trail: where one comes from, for people.
        words: what a list is filtered for to begin with.
    """
    from .browse import BrowseScreen  # noqa: PLC0415 (imported when first opened)
    from .detail import DetailScreen  # noqa: PLC0415

    view = view_of(operation)
    if is_list(operation):
        return BrowseScreen(view, arguments, trail, words=words)
    return DetailScreen(view, arguments, trail)
