"""Lists of an HTML mail while it is rendered: bullets and numbers."""

from __future__ import annotations

from mttui.text.mail.looks import Given, said
from mttui.text.mail.rows import RowBuilder

_BULLET = "• "
_DIGITS = 6


class Lists:
    """Follows the lists that are open."""

    def __init__(self, out: RowBuilder) -> None:
        self._out = out
        self._numbers: list[int | None] = []

    def open_ordered(self, given: Given) -> None:
        """Begin an `<ol>`."""
        self._open(_number(said(given, "start"), 1))

    def open(self, _given: Given) -> None:
        """Begin a list without numbers."""
        self._open(None)

    def _open(self, number: int | None) -> None:
        if self._numbers:
            # A list within a list begins on the next line, not after a blank one.
            self._out.close_up()
        self._numbers.append(number)

    def close(self) -> None:
        """End the list."""
        self._numbers.pop()
        if self._numbers:
            self._out.close_up()

    def open_item(self, given: Given) -> None:
        """Begin an `<li>`."""
        number = self._numbers[-1] if self._numbers else None
        mark = _BULLET
        if number is not None:
            number = _number(said(given, "value"), number)
            mark = f"{number}. "
            self._numbers[-1] = number + 1
        self._out.begin_item(mark)

    def close_item(self) -> None:
        """End the item; one without text leaves no bullet behind."""
        self._out.bullet = ""

    def open_definition(self, _given: Given) -> None:
        """Begin a `<dd>`."""
        self._out.push("  ")


def _number(given: str, otherwise: int) -> int:
    return int(given) if given.isdecimal() and len(given) <= _DIGITS else otherwise
