"""A form in one widget: all its fields, typed into one at a time, drawn a line a field.

One widget draws all, so that a form of any length opens at once and a key repaints only the lines that it
changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import events
from textual.message import Message

from mttui.text import Line
from mttui.views.form_rows import RowFacts, field_lines, label_width
from mttui.views.forms import LINES, PICKED, FormField

from .canvas import Canvas
from .editing import Typed
from .typing_lines import TypedLines, TypedText, edits_without, method_of

_EDITS = edits_without("ctrl+e")
"""ctrl+e opens the editor here."""


class Form(Canvas, can_focus=True):
    """The fields of a form, with the texts that stand in them.

    Args:
        fields: what can be typed.
        texts: what stands there to begin with, by path; what is not named is empty.
        fixed: paths of fields that cannot be changed.
    """

    DEFAULT_CSS = "Form { height: 1fr; padding: 0 1; }"

    class Moved(Message):
        """Another field is in hand."""

    class Changed(Message):
        """A text is another one."""

    class Submitted(Message):
        """Enter was pressed in the last field."""

    def __init__(
        self,
        fields: Sequence[FormField],
        texts: Mapping[str, str],
        *,
        fixed: frozenset[str] = frozenset(),
        id: str | None = None,  # noqa: A002 (Textual's name for it)
    ) -> None:
        super().__init__(id=id)
        self._fixed = fixed
        self._fields = tuple(fields)
        self._typed: dict[str, Typed] = {}
        self._errors: dict[str, str] = {}
        self._before: Mapping[str, str] = {}
        self._top = 0
        self._at = 0
        self._put_all(texts)
        self._at = next((at for at, each in enumerate(self._fields) if each.path not in fixed), 0)
        self._moves: Mapping[str, Callable[[], None]] = {
            "down": lambda: self._step(1),
            "up": lambda: self._step(-1),
            "tab": lambda: self.move(1),
            "shift+tab": lambda: self.move(-1),
            "pagedown": lambda: self.move(self._page()),
            "pageup": lambda: self.move(-self._page()),
            "enter": self._enter,
        }

    @property
    def texts(self) -> dict[str, str]:
        """What stands in each field, by path."""
        return {path: typed.text for path, typed in self._typed.items()}

    @property
    def in_hand(self) -> FormField | None:
        """The field that one types into; ``None`` where the form has no field."""
        return self._fields[self._at] if self._fields else None

    @property
    def _current(self) -> Typed | None:
        field = self.in_hand
        return None if field is None or field.path in self._fixed else self._typed[field.path]

    def compare_with(self, texts: Mapping[str, str]) -> None:
        """Mark the fields that say something else than these texts."""
        self._before = dict(texts)
        self.show_fields()

    def put(self, path: str, text: str) -> None:
        """Take another text for one field."""
        self._typed[path].put(text)
        self._changed(path)

    def put_all(self, texts: Mapping[str, str]) -> None:
        """Take other texts for all fields."""
        self._put_all(texts)
        self._errors = {}
        self.show_fields()
        self.post_message(self.Changed())

    def tell(self, errors: Mapping[str, str]) -> None:
        """Show what is wrong, each at its field, and go to the first of them."""
        self._errors = dict(errors)
        wrong = [at for at, each in enumerate(self._fields) if each.path in errors]
        if wrong:
            self._at = wrong[0]
            self.post_message(self.Moved())
        self.show_fields()

    def _put_all(self, texts: Mapping[str, str]) -> None:
        for each in self._fields:
            typed = TypedLines() if each.kind in LINES else TypedText()
            typed.put(texts.get(each.path, ""))
            self._typed[each.path] = typed

    # What keys do

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take what can be typed and what edits; the screen's letters do not work meanwhile."""
        return key in _EDITS or (character is not None and character.isprintable())

    def on_key(self, event: events.Key) -> None:
        """Type, choose, or move on."""
        act = self._moves.get(event.key)
        if act is None and self._takes(event):
            act = self._typing(event)
        if act is not None:
            event.stop()
            event.prevent_default()
            act()

    def _takes(self, event: events.Key) -> bool:
        return event.key in _EDITS or (event.is_printable and event.character is not None)

    def _typing(self, event: events.Key) -> Callable[[], None]:
        field, typed = self.in_hand, self._current
        if field is None or typed is None:
            return lambda: None
        if field.kind in PICKED:
            return lambda: self._choose(field, event)
        return lambda: self._edit(field, typed, event)

    def _edit(self, field: FormField, typed: Typed, event: events.Key) -> None:
        before = typed.text
        if event.key in _EDITS:
            method_of(typed, _EDITS[event.key])()
        elif event.character is not None:
            typed.insert(event.character)
        if typed.text == before:
            self.show_fields()
        else:
            self._changed(field.path)

    def _choose(self, field: FormField, event: events.Key) -> None:
        """Go to the next choice, to the one that begins like this, or to none."""
        values = list(field.choices) if field.must_be_given else ["", *field.choices]
        text = self._typed[field.path].text
        at = values.index(text) if text in values else -1
        if event.key in {"right", "space", "ctrl+f"}:
            chosen = values[(at + 1) % len(values)]
        elif event.key in {"left", "ctrl+b"}:
            chosen = values[(at - 1) % len(values)]
        elif event.character is not None and event.is_printable:
            after = [*values[at + 1 :], *values[: at + 1]]
            letter = event.character.casefold()
            chosen = next((each for each in after if each.casefold().startswith(letter)), text)
        else:
            chosen = "" if event.key in {"backspace", "delete", "ctrl+u", "ctrl+w"} else text
        if chosen != text:
            self.put(field.path, chosen)

    def on_paste(self, event: events.Paste) -> None:
        """Type what is pasted."""
        field, typed = self.in_hand, self._current
        if field is None or typed is None or field.kind in PICKED:
            return
        event.stop()
        typed.insert(event.text)
        self._changed(field.path)

    def _enter(self) -> None:
        field, typed = self.in_hand, self._current
        if field is not None and typed is not None and field.kind in LINES:
            typed.insert("\n")
            self._changed(field.path)
        elif self._at >= len(self._fields) - 1:
            self.post_message(self.Submitted())
        else:
            self.move(1)

    def _step(self, rows: int) -> None:
        typed = self._current
        if isinstance(typed, TypedLines) and typed.move(rows):
            self.show_fields()
        else:
            self.move(rows)

    def move(self, fields: int) -> None:
        """Take another field in hand."""
        at = max(0, min(self._at + fields, len(self._fields) - 1))
        if at != self._at:
            self._at = at
            self.show_fields()
            self.post_message(self.Moved())

    def _page(self) -> int:
        return max(1, self.content_size.height - 2)

    def _changed(self, path: str) -> None:
        self._errors.pop(path, None)
        self.show_fields()
        self.post_message(self.Changed())

    # What is seen

    def on_mount(self) -> None:
        """Show the fields."""
        self.show_fields()

    def on_resize(self) -> None:
        """Fit the fields to the room there is."""
        self.show_fields()

    def show_fields(self) -> None:
        """Draw the fields, with the one in hand in view."""
        width, height = self.content_size
        if not width or not height:
            return
        labels = label_width(self._fields, width)
        lines: list[Line] = []
        first = last = 0
        for at, each in enumerate(self._fields):
            drawn = field_lines(self._facts(at, each), labels, width)
            if at == self._at:
                first, last = len(lines), len(lines) + len(drawn)
            lines += drawn
        self._top = max(last - height, min(self._top, first, max(0, len(lines) - height)), 0)
        self.show(lines[self._top : self._top + height])

    def _facts(self, at: int, each: FormField) -> RowFacts:
        typed, fixed = self._typed[each.path], each.path in self._fixed
        return RowFacts(
            field=each,
            text=typed.text,
            caret=typed.caret,
            in_hand=at == self._at,
            fixed=fixed,
            changed=bool(self._before) and self._before.get(each.path, "") != typed.text,
            error=self._errors.get(each.path, ""),
        )
