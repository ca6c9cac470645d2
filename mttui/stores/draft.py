"""What somebody makes of a record: as it was read, as it is now, and what is to be sent of it.

A record is read when the draft is begun and again before it is sent. What others changed meanwhile is
taken over where it was not changed here; where it was, both stand side by side until somebody decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass
class Draft:
    """The texts of a form over a record. All texts are by the path of their field.

    Args:
        base: what the record said when it was read last.
    """

    base: dict[str, str] = field(default_factory=dict)

    def changed(self, mine: Mapping[str, str]) -> set[str]:
        """Return the paths that say something else than the record."""
        return {path for path, text in mine.items() if text != self.base.get(path, "")}

    def cleared(self, mine: Mapping[str, str]) -> set[str]:
        """Return the paths that had a value and have none now."""
        return {path for path in self.changed(mine) if not mine[path].strip()}

    def take_up(self, theirs: Mapping[str, str], mine: Mapping[str, str]) -> dict[str, str]:
        """Stand on a newer record; returns what the form says then.

        What was not changed here says what the record says now; what was, stays.
        """
        kept = self.changed(mine)
        self.base = dict(theirs)
        return {path: text if path in kept else theirs.get(path, "") for path, text in mine.items()}


def wanted_names(needed: Iterable[str], changed: Iterable[str]) -> set[str]:
    """Return the arguments that are sent: those that are needed, and those of which a part was changed.

    Args:
        needed: names of arguments that the operation needs.
        changed: paths of fields; an argument's name is a path's first step.
    """
    return {*needed, *(path.partition(".")[0] for path in changed)}
