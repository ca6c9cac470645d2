"""The help page of one operation."""

from __future__ import annotations

from textual.app import ComposeResult

from mttui.api.operation import Operation
from mttui.views.copying import as_curl
from mttui.views.keys import Scope
from mttui.views.operations import operation_help
from mttui.widgets.pages import Page

from .base import WorkScreen
from .calling import ask_operation


class OperationPage(WorkScreen):
    """What an operation does, its arguments, and how to ask for it with curl.

    Args:
        operation: what the page is about.
    """

    SCOPE = Scope.OPERATION

    def __init__(self, operation: Operation) -> None:
        super().__init__()
        self._operation = operation

    def compose_body(self) -> ComposeResult:
        """One page."""
        yield Page(id="page")

    def on_mount(self) -> None:
        """Show it."""
        base_url = self.session.profile.base_url
        page = self.query_one(Page)
        page.tell(lambda width: operation_help(self._operation, base_url=base_url, width=width))
        page.focus()

    def action_open(self) -> None:
        """Fill in its form and run it."""
        ask_operation(self, self._operation)

    def action_copy(self) -> None:
        """Copy the operation's id."""
        self.copy(self._operation.id)

    def action_copy_raw(self) -> None:
        """Copy the curl command, with a variable where the key goes."""
        self.copy(as_curl(self._operation, {}, base_url=self.session.profile.base_url))
