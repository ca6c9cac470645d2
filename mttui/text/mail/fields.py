"""The fields of a form in a mail, in words: what would be asked, though nothing can be sent."""

from __future__ import annotations

from mttui.text.figures import plural
from mttui.text.line import Role
from mttui.text.mail.looks import Given, said
from mttui.text.mail.rows import RowBuilder

_BUTTONS = frozenset(("submit", "button", "reset", "image"))
_OPTIONS = 5
"""How many choices of a list are named."""


class Fields:
    """Writes fields on the line, and counts what the forms of one mail ask for."""

    def __init__(self, out: RowBuilder) -> None:
        self.captured: list[str] | None = None
        """The text of the field that is open, which is not text of the mail."""
        self._out = out
        self._forms = 0
        self._asked = 0
        self._given: Given = {}

    def open_form(self, _given: Given) -> None:
        """Begin a `<form>`."""
        self._forms += 1

    def close_form(self) -> None:
        """End it, and say that it does nothing."""
        self._out.end_line()
        self._put("[this form cannot be sent from here]")
        self._out.end_line()

    def input(self, given: Given) -> None:
        """Write an `<input>`; nothing for one that nobody would see."""
        kind = said(given, "type").lower() or "text"
        if kind == "hidden":
            return
        if kind in _BUTTONS:
            self._put(f"[button {given.get('value') or given.get('alt') or kind}]")
            return
        self._asked += 1
        if kind in ("checkbox", "radio"):
            mark = "x" if "checked" in given else " "
            self._put(f"[{mark}]" if kind == "checkbox" else f"({mark})")
            return
        value = "" if kind == "password" else said(given, "value").strip()
        self._put(f"[{_label(given, kind)} {value or '____'} ({kind})]")

    def open(self, given: Given) -> None:
        """Begin a field that has text: a list, an area, a button."""
        self._given = given
        self.captured = []

    def open_option(self, _given: Given) -> None:
        """Begin an option of a list."""
        if self.captured is not None:
            self.captured.append("\n")

    def close_choice(self) -> None:
        """Write a `<select>` with the first of its options."""
        self._asked += 1
        named = [each for each in (" ".join(each.split()) for each in self._taken().split("\n")) if each]
        more = ["…"] if len(named) > _OPTIONS else []
        options = " / ".join([*named[:_OPTIONS], *more]) or "____"
        self._put(f"[{_label(self._given, 'choice')}: {options}]")

    def close_area(self) -> None:
        """Write a `<textarea>`."""
        self._asked += 1
        self._put(f"[{_label(self._given, 'text')} {' '.join(self._taken().split()) or '____'} (text)]")

    def close_button(self) -> None:
        """Write a `<button>`."""
        label = " ".join(self._taken().split())
        if label:
            self._put(f"[button {label}]")

    @property
    def note(self) -> str:
        """What the reader is told about it, empty when nothing is asked."""
        if not self._forms and not self._asked:
            return ""
        forms = "a form" if self._forms <= 1 else plural(self._forms, "form")
        fields = f" with {plural(self._asked, 'field')}" if self._asked else ""
        return f"{forms}{fields}: shown, cannot be sent"

    def _taken(self) -> str:
        captured, self.captured = self.captured or [], None
        return "".join(captured)

    def _put(self, words: str) -> None:
        self._out.aside(words, Role.MUTED)


def _label(given: Given, otherwise: str) -> str:
    for name in ("placeholder", "aria-label", "title", "name", "id"):
        label = " ".join(said(given, name).split())
        if label:
            return label
    return otherwise
