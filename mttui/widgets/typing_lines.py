"""Text being typed that may be long: of one line, or of several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .editing import EDITS, Typed

_LONGEST = 200_000
"""Characters up to which one can type; what was there before is never cut."""


@dataclass(slots=True)
class TypedText(Typed):
    """One line of text and caret."""

    def put(self, text: str) -> None:
        """Take other text, with the caret at its end."""
        self.text, self.caret = text, len(text)

    def insert(self, text: str) -> None:
        """Type text at the caret; what breaks lines becomes a space."""
        clean = " ".join(text.splitlines())[: max(0, _LONGEST - len(self.text))]
        self.text = self.text[: self.caret] + clean + self.text[self.caret :]
        self.caret += len(clean)


@dataclass(slots=True)
class TypedLines(Typed):
    """Text of several lines and caret; what acts on a line of a shell acts on the caret's line."""

    def put(self, text: str) -> None:
        """Take other text, with the caret at its start."""
        self.text, self.caret = text, 0

    def insert(self, text: str) -> None:
        """Type text at the caret."""
        clean = text.replace("\r\n", "\n").replace("\r", "\n")[: max(0, _LONGEST - len(self.text))]
        self.text = self.text[: self.caret] + clean + self.text[self.caret :]
        self.caret += len(clean)

    @property
    def row(self) -> int:
        """The line that the caret is in, from 0."""
        return self.text.count("\n", 0, self.caret)

    def home(self) -> None:
        """Move to the start of the line."""
        self.caret = self._begin()

    def end(self) -> None:
        """Move to the end of the line."""
        self.caret = self._end()

    def delete_to_start(self) -> None:
        """Delete what stands before the caret in its line."""
        begin = self._begin()
        self.text, self.caret = self.text[:begin] + self.text[self.caret :], begin

    def delete_to_end(self) -> None:
        """Delete what stands after the caret in its line."""
        self.text = self.text[: self.caret] + self.text[self._end() :]

    def move(self, rows: int) -> bool:
        """Move to another line, near the same column; ``False`` where there is none."""
        lines = self.text.split("\n")
        row = self.row + rows
        if not 0 <= row < len(lines):
            return False
        column = min(self.caret - self._begin(), len(lines[row]))
        self.caret = sum(len(each) + 1 for each in lines[:row]) + column
        return True

    def _begin(self) -> int:
        return self.text.rfind("\n", 0, self.caret) + 1

    def _end(self) -> int:
        end = self.text.find("\n", self.caret)
        return len(self.text) if end < 0 else end


def edits_without(*keys: str) -> Mapping[str, Callable[[Typed], None]]:
    """Return what edits a line, but for keys that mean something else here."""
    return {key: edit for key, edit in EDITS.items() if key not in keys}


def method_of(typed: Typed, edit: Callable[[Typed], None]) -> Callable[[], None]:
    """Return what an edit does to this text: several lines have their own way with some."""
    found: Callable[[], None] = getattr(typed, edit.__name__)
    return found
