"""Reading tables of the config file, with errors that name the file, the setting and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .errors import ConfigError
from .readers import Reader, Wrong, kind_of

Table = Mapping[str, object]


def nearest(word: str, known: Iterable[str]) -> str:
    """Advice for an unknown word: the nearest known one, or all of them."""
    import difflib  # noqa: PLC0415 - only for an error

    listed = sorted(known)
    close = difflib.get_close_matches(word, listed, n=1, cutoff=0.5)
    if close:
        return f"Did you mean {close[0]}?"
    return f"Known: {', '.join(listed)}." if listed else "There is none."


class Reading:
    """One reading of one file: knows its name for the errors.

    `where` is a table as people write it, `[inbox]`; empty at the top.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def settings(self, where: str, value: object, known: Mapping[str, Reader]) -> dict[str, Any]:
        """The settings of a table that has no others than those known."""
        table = self.table(where, value, known)
        return {name: self.read(where, name, item, known[name]) for name, item in table.items()}

    def table(self, where: str, value: object, known: Iterable[str] | None = None) -> Table:
        """A table; with `known`, one that holds nothing else."""
        if not isinstance(value, dict):
            raise self.wrong(
                where,
                f"expected a table, got {kind_of(value)}",
                f"Write {where} on a line of its own and the settings under it.",
            )
        for name in value:
            if known is not None and name not in known:
                raise self.wrong(f"{where} {name}".strip(), "unknown setting", nearest(name, known))
        return value

    def tables(self, where: str, value: object) -> list[tuple[str, object]]:
        """The tables of a list, `[[inbox.splits]]`, each with where it stands."""
        if not isinstance(value, list):
            raise self.wrong(
                where,
                f"expected a list of tables, got {kind_of(value)}",
                f"Write {where} on a line of its own before each of them.",
            )
        return [(f"{where} {number}", item) for number, item in enumerate(value, 1)]

    def read(self, where: str, name: str, value: object, reader: Reader) -> Any:
        """One setting."""
        try:
            return reader(value)
        except Wrong as wrong:
            raise self.wrong(f"{where} {name}".strip(), str(wrong), "Mend that setting.") from wrong

    def wrong(self, place: str, message: str, advice: str) -> ConfigError:
        """What is wrong in a place."""
        return ConfigError(f"{self.path}: {place}: {message}", advice=advice)
