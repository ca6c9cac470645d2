"""The keys as this run has them: declared ones under the remapping of the config."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from .keys import KEYS, Key, Scope, keys_on

_SHOWN: Mapping[str, str] = {
    "escape": "esc",
    "question_mark": "?",
    "exclamation_mark": "!",
    "colon": ":",
    "slash": "/",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "pgup",
    "pagedown": "pgdn",
}

Clash = tuple[str, str, str]
"""A key, and the ids of two that want it."""


class Keyboard:
    """Says which keys do what.

    Args:
        remapped: keys by id, from the config's `[keys]`; ids that nothing declares are refused where the
            config is read.
    """

    def __init__(self, remapped: Mapping[str, Iterable[str]] | None = None) -> None:
        self._remapped = {id_: tuple(keys) for id_, keys in (remapped or {}).items()}

    def keys_of(self, key: Key) -> tuple[str, ...]:
        """Return the keys that do it in this run."""
        return self._remapped.get(key.id, key.keys)

    def shown(self, key: Key, *, most: int = 1) -> str:
        """Return its keys as people read them, at most so many: `ctrl+d pgdn`."""
        return " ".join(_SHOWN.get(name, name) for name in self.keys_of(key)[:most])

    def keymap(self) -> dict[str, str]:
        """Return the remapped keys as Textual's `App.set_keymap` takes them."""
        return {id_: ",".join(keys) for id_, keys in self._remapped.items() if keys}

    def clashes(self, scope: Scope) -> list[Clash]:
        """Find keys that two actions want at the same time."""
        owner: dict[str, str] = {}
        wanted = [(name, key.id) for key in keys_on(scope) for name in self.keys_of(key)]
        return [(name, owner[name], id_) for name, id_ in wanted if owner.setdefault(name, id_) != id_]

    def first_clash(self) -> Clash | None:
        """Return one clash of any scope, or ``None``."""
        return next((clash for scope in Scope for clash in self.clashes(scope)), None)


def key_ids() -> tuple[str, ...]:
    """Return the ids that the config may remap."""
    return tuple(key.id for key in KEYS)


def find_key(key_id: str) -> Key:
    """Return the declaration of an id.

    Raises:
        KeyError: nothing declares it.
    """
    return _BY_ID[key_id]


_BY_ID: Mapping[str, Key] = {key.id: key for key in KEYS}


def key_table_markdown() -> str:
    """Write the declared keys as the table of the README."""
    keyboard = Keyboard()
    rows = ["| key | where | what it does | id |", "| --- | --- | --- | --- |"]
    for scope in Scope:
        for key in (key for key in KEYS if key.scope is scope):
            shown = " ".join(f"`{_SHOWN.get(name, name)}`" for name in keyboard.keys_of(key))
            rows.append(f"| {shown} | {scope} | {key.help} | `{key.id}` |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.stdout.write(key_table_markdown())
