"""From a declared key to what it does: by name, with a reason where it cannot work.

The key ``incident.cancel`` runs ``action_incident_cancel``; ``go.ops`` runs ``action_go("ops")`` where
there is no ``action_go_ops``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from inspect import isawaitable

from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.screen import Screen

from mttui.text import Role
from mttui.views.keyboard import find_key
from mttui.views.keys import Scope, keys_on

from .host import Host
from .saying import say

Handler = Callable[[], Awaitable[None] | None]


class Pressing(Screen[None], inherit_bindings=False):
    """A screen whose keys are declared in :mod:`mttui.views.keys`."""

    SCOPE = Scope.GLOBAL
    """Whose keys work here."""

    _chain_of: tuple[object, ...] = ()
    _chain: Sequence[tuple[DOMNode, BindingsMap]] = ()

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """Say which keys lead where; worked out once for what has the focus, unless it is typed into.

        Textual asks each widget on the way up about each key of those above it, twice whenever one is
        pressed. The property is not public: the version is pinned.
        """
        focused = self.focused
        nodes = (focused or self).ancestors_with_self
        if (focused is not None and focused.loading) or any(map(_takes_keys, nodes)):
            return super()._binding_chain
        current = (focused, nodes, self.app._keymap)  # noqa: SLF001 (has no public name)
        if current != self._chain_of:
            self._chain_of, self._chain = current, super()._binding_chain
        return list(self._chain)

    @property
    def host(self) -> Host:
        """The app."""
        app = self.app
        assert isinstance(app, Host)  # noqa: S101 (for the type checker: there is no other app)
        return app

    def handler_of(self, key_id: str) -> Handler | None:
        """Return what a key does on this screen, or ``None`` when it does nothing."""
        handler: Handler | None = getattr(self, f"action_{key_id.replace('.', '_')}", None)
        if handler is not None:
            return handler
        family, _, argument = key_id.partition(".")
        takes_argument: Callable[[str], Awaitable[None] | None] | None
        takes_argument = getattr(self, f"action_{family}", None) if argument else None
        return partial(takes_argument, argument) if takes_argument else None

    def reason_against(self, key_id: str) -> str | None:
        """Say why a key cannot work now; ``None`` when it can.

        Screens add their own reasons, and ask this first.
        """
        key = find_key(key_id)
        if key.changes and self.host.session.profile.read_only:
            return f"{key.title}: not in read-only mode. Start without --read-only to change anything."
        return None

    async def action_press(self, key_id: str) -> None:
        """Do what a declared key does here, or say why not."""
        handler = self.handler_of(key_id)
        if handler is None:
            key = find_key(key_id)
            shown = self.host.session.keyboard.shown(key)
            say(self.app, f"{shown} ({key.title.lower()}) does nothing on this screen.", Role.WARN)
            return
        if reason := self.reason_against(key_id):
            say(self.app, reason, Role.WARN)
            return
        result = handler()
        if isawaitable(result):
            await result

    def working_keys(self) -> list[tuple[str, str | None]]:
        """Return the ids of the keys that do something here, each with the reason against it, if any."""
        return [
            (key.id, self.reason_against(key.id))
            for key in keys_on(self.SCOPE)
            if key.scope is Scope.MOVE or self.handler_of(key.id) is not None
        ]


def _takes_keys(node: DOMNode) -> bool:
    """Whether a widget is typed into."""
    return type(node).check_consume_key is not DOMNode.check_consume_key
