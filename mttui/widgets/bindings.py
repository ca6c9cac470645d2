"""Declared keys as Textual bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from mttui.views.keys import Key, Scope, keys_in, keys_on


def screen_bindings(scope: Scope) -> list[BindingType]:
    """Return the bindings of a screen. Keys that move in a list are the list's own."""
    return [_binding(key) for key in keys_on(scope) if key.scope is not Scope.MOVE]


def dialog_bindings() -> list[BindingType]:
    """Return the bindings of dialogs."""
    return [_binding(key) for key in keys_in(Scope.DIALOG)]


def _binding(key: Key) -> Binding:
    return Binding(",".join(key.keys), f"press('{key.id}')", key.title, id=key.id, show=False)
