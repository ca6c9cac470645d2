"""A key that does not show itself."""

from __future__ import annotations

from typing import Never

HIDDEN = "•••"
"""What stands in the place of a key wherever one would be shown."""


class Secret:
    """A string that shows itself only to `reveal`.

    Printing, formatting, logging and tracebacks that show locals give dots, and it cannot be
    pickled.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The key itself: for the request header and for nothing else."""
        return self._value

    def __repr__(self) -> str:
        return f"Secret({HIDDEN})"

    def __str__(self) -> str:
        return HIDDEN

    def __format__(self, spec: str) -> str:
        return format(HIDDEN, spec)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return self._value == other._value

    def __hash__(self) -> int:
        return hash((Secret, self._value))

    def __reduce__(self) -> Never:
        raise TypeError("a Secret is not pickled")
