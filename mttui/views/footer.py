"""The line below every screen: the keys that work here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mttui.text import Line, Role, Span, fit_line, line_width


@dataclass(frozen=True, slots=True)
class FooterItem:
    """One key of the footer."""

    key: str
    """As people read it: ``ctrl+p``."""
    title: str
    place: int
    """From 1; high ones are left out first."""
    off: bool = False
    """Whether it cannot work now; pressing it says why."""


def footer_line(items: Sequence[FooterItem], width: int) -> Line:
    """Write the keys in exactly ``width`` cells; those that find no room are under `?`.

    A key that cannot work now stands in brackets, and is faint.
    """
    shown: list[tuple[FooterItem, Line]] = []
    room = width
    for item in sorted(items, key=lambda item: item.place):
        written = _written(item)
        if (room := room - line_width(written)) < 0:
            break
        shown.append((item, written))
    order = {id(item): at for at, item in enumerate(items)}
    spans = [span for item, spans in sorted(shown, key=lambda pair: order[id(pair[0])]) for span in spans]
    return fit_line(tuple(spans), width)


def _written(item: FooterItem) -> Line:
    if item.off:
        return (Span(f" ({item.key} {item.title}) ", Role.MUTED),)
    return (Span(f" {item.key}", Role.KEY), Span(f" {item.title} "))
