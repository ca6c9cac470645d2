"""How each role looks on a widget, from the style sheet (`styles/tokens.tcss`).

Component classes would do the same, but Textual works them out anew for every widget at
every change of style, and repaints the widget each time. Here they are worked out once for
each theme and background, and shared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from rich.segment import Segment
from textual.dom import DOMNode

from mttui.text import Role

if TYPE_CHECKING:
    from rich.style import Style
    from textual.app import App
    from textual.color import Color
    from textual.widget import Widget

Looks = Mapping[Role, "Style"]
"""How each role looks."""

_Key = tuple[str, "Color", "Color"]

_known: WeakKeyDictionary[App[object], dict[_Key, Looks]] = WeakKeyDictionary()


def role_looks(widget: Widget) -> Looks:
    """Say how each role looks on a mounted widget; the same object for the same looks."""
    looks_of_app = _known.setdefault(widget.app, {})
    key = (widget.app.theme, widget.background_colors[1], widget.styles.color)
    if (looks := looks_of_app.get(key)) is None:
        looks = looks_of_app[key] = _work_out(widget)
    return looks


def _work_out(widget: Widget) -> Looks:
    looks: dict[Role, Style] = {}
    for role in Role:
        node = DOMNode(classes=f"role--{role}")
        node._attach(widget)  # noqa: SLF001 (how Textual itself makes the nodes of component classes)
        widget.app.stylesheet.apply(node, animate=False)
        looks[role] = _filtered(widget, node.rich_style)
    return looks


def _filtered(widget: Widget, style: Style) -> Style:
    """Look at a style through the filters of the app, as where `NO_COLOR` asks for none."""
    segments = [Segment(" ", style)]
    for each in widget.get_line_filters():
        segments = each.apply(segments, widget.background_colors[1])
    return segments[0].style or style
