"""One line of text being typed: what it says, and where the caret is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_LONGEST = 2_000
_WORD_BEFORE = re.compile(r"\S*\s*$")


@dataclass(slots=True)
class Typed:
    """Text and caret, with what the keys of a shell's line do."""

    text: str = ""
    caret: int = 0
    """Characters before it."""

    def put(self, text: str) -> None:
        """Take other text, with the caret at its end."""
        self.text = text[:_LONGEST]
        self.caret = len(self.text)

    def insert(self, text: str) -> None:
        """Type text at the caret; what breaks lines becomes a space."""
        clean = " ".join(text.splitlines())[: _LONGEST - len(self.text)]
        self.text = self.text[: self.caret] + clean + self.text[self.caret :]
        self.caret += len(clean)

    def left(self) -> None:
        """Move left."""
        self.caret = max(0, self.caret - 1)

    def right(self) -> None:
        """Move right."""
        self.caret = min(len(self.text), self.caret + 1)

    def home(self) -> None:
        """Move to the start."""
        self.caret = 0

    def end(self) -> None:
        """Move to the end."""
        self.caret = len(self.text)

    def delete_before(self) -> None:
        """Delete the character before the caret."""
        if self.caret:
            self.text = self.text[: self.caret - 1] + self.text[self.caret :]
            self.caret -= 1

    def delete_after(self) -> None:
        """Delete the character after the caret."""
        self.text = self.text[: self.caret] + self.text[self.caret + 1 :]

    def delete_word(self) -> None:
        """Delete the word before the caret."""
        kept = _WORD_BEFORE.sub("", self.text[: self.caret], count=1)
        self.text, self.caret = kept + self.text[self.caret :], len(kept)

    def delete_to_start(self) -> None:
        """Delete everything before the caret."""
        self.text, self.caret = self.text[self.caret :], 0

    def delete_to_end(self) -> None:
        """Delete everything after the caret."""
        self.text = self.text[: self.caret]


EDITS: Mapping[str, Callable[[Typed], None]] = {
    "left": Typed.left,
    "ctrl+b": Typed.left,
    "right": Typed.right,
    "ctrl+f": Typed.right,
    "home": Typed.home,
    "ctrl+a": Typed.home,
    "end": Typed.end,
    "ctrl+e": Typed.end,
    "backspace": Typed.delete_before,
    "ctrl+h": Typed.delete_before,
    "delete": Typed.delete_after,
    "ctrl+d": Typed.delete_after,
    "ctrl+w": Typed.delete_word,
    "ctrl+u": Typed.delete_to_start,
    "ctrl+k": Typed.delete_to_end,
}
"""What the keys of a line do, as in a shell."""
