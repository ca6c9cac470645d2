"""The keys that work on every screen."""

from __future__ import annotations

from .pressing import Pressing
from .saying import say


class Everywhere(Pressing):
    """Handlers of the global keys, see :class:`~mttui.screens.pressing.Pressing`."""

    def action_go(self, place_id: str) -> None:
        """Open one of the nine screens."""
        self.app.switch_mode(place_id)

    def action_go_incident(self) -> None:
        """Open the active incident from anywhere."""
        from . import incident_room  # noqa: PLC0415 (imported when first opened)

        incident = self.host.session.incidents.current
        if incident is None:
            say(self.app, "No incident is active.")
            return
        self.app.push_screen(incident_room(incident))

    def action_back(self) -> None:
        """Go back to the screen below, if there is one."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def action_quit(self) -> None:
        """Go back; at the root, ask to leave."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.host.ask_to_leave()

    def action_refresh(self) -> None:
        """Refresh what is shown now."""
        self.host.session.stores.poller.refresh_wanted()

    def action_freeze(self) -> None:
        """Freeze the live panels, or let them go on; the watch on incidents goes on in any case."""
        session = self.host.session
        session.freeze(frozen=session.frozen_since is None)
        self.host.look()

    def copy(self, text: str | None) -> None:
        """Copy text to the clipboard of the terminal (OSC 52), and say so; ``None`` copies nothing."""
        if text is None:
            return
        self.app.copy_to_clipboard(text)
        say(self.app, f"Copied {text.partition(chr(10))[0]}")

    def action_focus_next(self) -> None:
        """Move the focus on."""
        self.focus_next()

    def action_focus_previous(self) -> None:
        """Move the focus back."""
        self.focus_previous()
