"""Opening what a place, the command line or the palette names: a list, a record, or a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from mttui.api.operation import Operation
from mttui.views.contents import Entry, Opens
from mttui.views.describe import view_of
from mttui.views.paths import is_list, needed

if TYPE_CHECKING:
    from textual.app import App

    from .browse import BrowseScreen
    from .detail import DetailScreen
    from .pressing import Pressing


def open_entry(screen: Pressing, entry: Entry, trail: Sequence[str]) -> None:
    """Open a line of a place."""
    if entry.opens is Opens.FORM and entry.operation.method != "GET":
        from .base import WorkScreen  # noqa: PLC0415
        from .calling import ask_operation  # noqa: PLC0415 (imported when first opened)

        if isinstance(screen, WorkScreen):
            ask_operation(screen, entry.operation)
        return
    open_read(screen.app, entry.operation, {}, trail)


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
