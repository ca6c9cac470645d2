"""The keys that work on every screen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mttui.api.operation import Operation
from mttui.views.choices import Choice, key_choices, operation_choices
from mttui.views.keyboard import find_key, key_ids

from .pressing import Pressing
from .saying import say

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, direction overrides and half characters, which no clipboard can hold."""
_NO_INCIDENT = "No incident is active."


class Everywhere(Pressing):
    """Handlers of the global keys, see :class:`~mttui.screens.pressing.Pressing`."""

    def reason_against(self, key_id: str) -> str | None:
        """Say why a global key cannot work now."""
        if key_id == "go.incident" and not self.host.session.stores.watch.is_open:
            return _NO_INCIDENT
        return super().reason_against(key_id)

    def action_go(self, place_id: str) -> None:
        """Open one of the nine screens."""
        self.app.switch_mode(place_id)

    def action_go_incident(self) -> None:
        """Open the active incident from anywhere."""
        from . import incident_room  # noqa: PLC0415 (imported when first opened)

        incident = self.host.session.incidents.current
        if incident is None:
            say(self.app, _NO_INCIDENT)
            return
        rooms = [each for each in self.app.screen_stack if getattr(each, "incident", None) is incident]
        if not rooms:
            self.app.push_screen(incident_room(incident))
        while rooms and self.app.screen is not rooms[-1]:
            self.app.pop_screen()

    def action_back(self) -> None:
        """Close the request log, or go back to the screen below, if there is one."""
        if self._close_requests():
            return
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def action_quit(self) -> None:
        """Go back; at the root, ask to leave."""
        if self._close_requests():
            return
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.host.ask_to_leave()

    def action_requests(self) -> None:
        """Show the request log, or hide it."""
        from .requests import RequestDrawer  # noqa: PLC0415 (imported when first opened)

        if not self._close_requests():
            session = self.host.session
            closes = session.keyboard.shown(find_key("requests"))
            drawer = RequestDrawer(session.client.transport.trace, closes=closes)
            self.mount(drawer, after=self.query_one("#body"))

    def _close_requests(self) -> bool:
        drawers = self.query("#requests")
        if not drawers:
            return False
        drawers.remove()
        self.call_after_refresh(self.focus_body)
        return True

    def focus_body(self) -> None:
        """Give the focus to the first part of the body that takes it."""
        self.set_focus(next(iter(self.focus_chain), None))

    # Finding things.

    def action_help(self) -> None:
        """List the keys that work here; choosing one presses it."""
        choices = key_choices(self.working_keys(), self.host.session.keyboard, where=True)
        self._choose("Keys that work here: type to find one, enter does it", choices)

    def choose_action(self, key_ids: Sequence[str], title: str = "Actions") -> None:
        """List some keys' actions; choosing one does it.

        Args:
            key_ids: ids of declared keys that this screen handles.
            title: over the list.
        """
        listed = [(key_id, self.reason_against(key_id)) for key_id in key_ids]
        self._choose(title, key_choices(listed, self.host.session.keyboard))

    def action_palette(self) -> None:
        """Find a screen, an action or an operation."""
        from mttui.api.catalogue import operations  # noqa: PLC0415 (imports every family)

        choices = key_choices(self.working_keys(), self.host.session.keyboard)
        self._choose(
            "Find a screen, an action or an operation", [*choices, *operation_choices(operations().values())]
        )

    def _choose(self, title: str, choices: Sequence[Choice]) -> None:
        from .choose import Choose  # noqa: PLC0415 (imported when first opened)

        self.app.push_screen(Choose(title, choices), self._chosen)

    async def _chosen(self, choice: str | None) -> None:
        if choice is None:
            return
        from mttui.api.catalogue import find  # noqa: PLC0415 (only for operations)

        if choice in key_ids():
            if choice.startswith("list."):
                say(self.app, "Press it in the list itself.")
                return
            await self.action_press(choice)
        elif (operation := find(choice)) is not None:
            self.open_operation(operation)

    def action_command(self) -> None:
        """Open the command line."""
        from .command import CommandLine  # noqa: PLC0415 (imported when first opened)

        self.app.push_screen(CommandLine(self.host.session.history), self._command_given)

    def _command_given(self, text: str | None) -> None:
        from .command import run_command  # noqa: PLC0415 (imported by now)

        if text:
            self.host.session.history.append(text)
            run_command(self, text)

    def open_operation(self, operation: Operation) -> None:
        """Open the help page of an operation."""
        from .operation import OperationPage  # noqa: PLC0415 (imported when first opened)

        self.app.push_screen(OperationPage(operation))

    # What is live.

    def action_refresh(self) -> None:
        """Refresh what is shown now."""
        self.host.session.stores.poller.refresh_wanted()

    def action_freeze(self) -> None:
        """Freeze the live panels, or let them go on; the watch on incidents goes on in any case."""
        session = self.host.session
        session.freeze(frozen=session.frozen_since is None)
        self.host.look()

    def copy(self, text: str | None) -> None:
        """Copy text to the clipboard of the terminal (OSC 52), and say so; ``None`` copies nothing.

        What others wrote may be pasted into a shell: what controls a terminal is left out.
        """
        if text is None:
            return
        text = _CONTROLS.sub("", text)
        self.app.copy_to_clipboard(text)
        say(self.app, f"Copied {text.partition(chr(10))[0]}")

    def action_focus_next(self) -> None:
        """Move the focus on."""
        self.focus_next()

    def action_focus_previous(self) -> None:
        """Move the focus back."""
        self.focus_previous()
