"""A request as it would be sent, to look at and to copy; nothing is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.app import ComposeResult

from mttui.api.operation import Effect, Operation
from mttui.text import Line, Role, Span, line
from mttui.views.choices import Choice
from mttui.views.copying import as_api_line, as_curl, as_python
from mttui.widgets.picker import Picker, fuzzy

from .dialogs import Dialog, Question
from .saying import say
from .session import Session

_FORMS: Mapping[str, tuple[str, Callable[..., str]]] = {
    "curl": ("Copy as curl", as_curl),
    "api": ("Copy as a line for mttui api", as_api_line),
    "python": ("Copy as Python", as_python),
}
_EFFECTS: Mapping[Effect, str] = {
    Effect.READ: "Sending it would change nothing.",
    Effect.CHANGE: "Sending it would change the platform.",
    Effect.SEND: "Sending it would let mail go out, or sending resume.",
    Effect.DESTROY: "Sending it would delete, cancel or purge something.",
}


class DryRun(Dialog[None]):
    """Shows a request as curl.

    Args:
        operation: what would be run.
        arguments: by Python name.
        session: whose account.
    """

    def __init__(self, operation: Operation, arguments: Mapping[str, Any], session: Session) -> None:
        self._session = session
        self._operation, self._arguments = operation, arguments
        super().__init__(Question("Dry run: nothing was sent", self._says()))

    def compose_answer(self) -> ComposeResult:
        """In which form to copy it."""
        yield Picker(fuzzy([Choice(name, title) for name, (title, _) in _FORMS.items()]))

    def on_mount(self) -> None:
        """Leave room for the request."""
        self.query_one(Picker).styles.height = len(_FORMS) + 1

    def _says(self) -> list[str | Line]:
        curl = self._written("curl").split("\n")
        effect = line(Span(_EFFECTS[self._operation.effect], Role.WARN))
        return [effect, (), *curl, (), "The key is a variable; secrets are dots."]

    def _written(self, name: str) -> str:
        profile = self._session.profile
        write = _FORMS[name][1]
        return write(self._operation, self._arguments, base_url=profile.base_url, secrets=[profile.key])

    def on_picker_picked(self, message: Picker.Picked) -> None:
        """Copy it."""
        if message.choice is None:
            return
        self.app.copy_to_clipboard(self._written(message.choice.id))
        self.dismiss(None)
        say(self.app, f"{message.choice.title}: copied")

    def action_dialog_no(self) -> None:
        """Go back to the form."""
        self.dismiss(None)
