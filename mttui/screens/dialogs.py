"""Questions before something is done: yes or no, a word to type, a value to give.

What a dialog says may change while it is open: lines given as a function are asked for every second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from inspect import isawaitable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from mttui.api.operation import Effect
from mttui.text import Line, Role, Span, line, wrap
from mttui.views.keyboard import Keyboard, find_key
from mttui.widgets.bindings import dialog_bindings
from mttui.widgets.canvas import Canvas
from mttui.widgets.line_edit import LineEdit

from .host import Host

Paragraphs = Sequence[str | Line]
"""Text that is broken to the width, and lines that are shown as they are."""

Says = Paragraphs | Callable[[], Paragraphs]
"""What a dialog says; as a function, what it says now."""

_WIDEST = 76
_FRAME_WIDTH = 6
_FRAME_HEIGHT = 8
_TICK = 1.0
_EFFECT_WORDS: dict[Effect, Span] = {
    Effect.READ: Span("reads", Role.MUTED),
    Effect.CHANGE: Span("changes the platform", Role.WARN),
    Effect.SEND: Span("▲ mail goes out", Role.WARN),
    Effect.DESTROY: Span("▲ cannot be undone", Role.BAD),
}


@dataclass(frozen=True)
class Question:
    """What is asked before something is done."""

    title: str
    """What is done, to what."""
    says: Says = ()
    """What it will do and to how many."""
    effect: Effect | None = None
    """``None`` for what does not concern the platform."""
    yes: str = "Yes"
    no: str = "Cancel"
    cautious: bool = False
    """Mark no to begin with, as where something is destroyed."""
    word: str | None = None
    """The word that must be typed before it is done."""
    checks: Callable[[str], str | None] = lambda _: None
    """For :class:`Ask`: says what is wrong with a value, or ``None``."""


Result = TypeVar("Result")


class Dialog(ModalScreen[Result], inherit_bindings=False):
    """A box over the screen, with a title, what it says, and something to answer with."""

    BINDINGS: ClassVar[list[BindingType]] = dialog_bindings()

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Vertical(id="box"):
            yield Canvas(id="says")
            yield from self.compose_answer()

    def compose_answer(self) -> ComposeResult:
        """Yield what one answers with."""
        yield from ()

    def on_mount(self) -> None:
        """Say it, and go on saying it where it changes."""
        self.show_says()
        if callable(self.question.says):
            self.set_interval(_TICK, self.show_says)

    def on_resize(self) -> None:
        """Break the text anew."""
        self.show_says()

    def show_says(self) -> None:
        """Show what the question says now."""
        width = min(_WIDEST, self.app.size.width - _FRAME_WIDTH)
        if width <= 0 or not self.is_mounted:
            return
        says = self.question.says() if callable(self.question.says) else self.question.says
        lines = [*self._heading(width), *_broken(says, width)]
        room = max(1, self.app.size.height - _FRAME_HEIGHT)
        if len(lines) > room:
            lines = [*lines[: room - 1], line(Span("…", Role.MUTED))]
        box = self.query_one("#box")
        box.styles.width = width + _FRAME_WIDTH
        self.query_one("#says", Canvas).show(lines)

    def _heading(self, width: int) -> list[Line]:
        heading = [line(Span(part, Role.TITLE)) for part in wrap(self.question.title, width, lines=3)]
        if self.question.effect is None:
            return [*heading, ()]
        app = self.app
        where = app.account_line() if isinstance(app, Host) else ()
        return [*heading, line(_EFFECT_WORDS[self.question.effect], "  on ", *where), ()]

    async def action_press(self, key_id: str) -> None:
        """Do what a declared key does in this dialog."""
        handler: Callable[[], object] | None = getattr(self, f"action_{key_id.replace('.', '_')}", None)
        if handler is not None and isawaitable(result := handler()):
            await result


def _broken(says: Paragraphs, width: int) -> list[Line]:
    lines: list[Line] = []
    for paragraph in says:
        if isinstance(paragraph, str):
            lines += [line(part) for part in wrap(paragraph, width)] or [()]
        else:
            lines.append(paragraph)
    return lines


class Confirm(Dialog[bool]):
    """Yes or no. `y` is yes, `n` and escape are no, enter is what is marked.

    Where something is destroyed, no is marked to begin with.
    """

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self._yes_marked = not question.cautious and question.effect is not Effect.DESTROY

    def compose_answer(self) -> ComposeResult:
        """The two choices."""
        yield Canvas(id="choices")

    def on_mount(self) -> None:
        """Show what is marked."""
        self._show_choices()

    def action_dialog_yes(self) -> None:
        """Yes."""
        self.dismiss(result=True)

    def action_dialog_no(self) -> None:
        """No."""
        self.dismiss(result=False)

    def action_dialog_activate(self) -> None:
        """What is marked."""
        self.dismiss(self._yes_marked)

    def action_dialog_next(self) -> None:
        """Mark the other one."""
        self._yes_marked = not self._yes_marked
        self._show_choices()

    action_dialog_previous = action_dialog_next

    def _show_choices(self) -> None:
        keyboard = self.app.session.keyboard if isinstance(self.app, Host) else Keyboard()
        yes = _choice(keyboard.shown(find_key("dialog.yes")), self.question.yes)
        no = _choice(keyboard.shown(find_key("dialog.no")), self.question.no)
        self.query_one("#choices", Canvas).show(
            ((), line(*_marked(yes, at=self._yes_marked), "   ", *_marked(no, at=not self._yes_marked)))
        )


def _choice(key: str, words: str) -> tuple[Span, Span]:
    return Span(key, Role.KEY), Span(f" {words} ")


def _marked(choice: tuple[Span, Span], *, at: bool) -> tuple[Span, ...]:
    if at:
        return (Span(f"▸ {choice[0].text}{choice[1].text}", Role.SELECTED),)
    return (Span("  "), *choice)


class TypedConfirm(Dialog[bool]):
    """Done only once the question's word has been typed and enter pressed."""

    def compose_answer(self) -> ComposeResult:
        """The line to type into."""
        yield Canvas(id="asks")
        yield LineEdit("> ")
        yield Canvas(id="wrong")

    def on_mount(self) -> None:
        """Say which word."""
        word = Span(self.question.word or "", Role.STRONG)
        words = line("Type ", word, " and press enter; escape leaves it.")
        self.query_one("#asks", Canvas).show(((), words))
        self.query_one(LineEdit).focus()

    def on_line_edit_submitted(self, message: LineEdit.Submitted) -> None:
        """Do it if the word is right."""
        if message.text.strip() == self.question.word:
            self.dismiss(result=True)
        else:
            self.query_one("#wrong", Canvas).show((line(Span("! That is not the word.", Role.WARN)),))

    def action_dialog_no(self) -> None:
        """Leave it."""
        self.dismiss(result=False)


class Ask(Dialog[str | None]):
    """One line of text, checked before it is taken; ``None`` when it was left.

    Args:
        question: ``checks`` says what is wrong with a value.
        value: what is there to begin with.
    """

    def __init__(self, question: Question, value: str = "") -> None:
        super().__init__(question)
        self._value = value

    def compose_answer(self) -> ComposeResult:
        """The line to type into."""
        yield LineEdit("> ", self._value)
        yield Canvas(id="wrong")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(LineEdit).focus()
        hint = Span("enter takes it, escape leaves it", Role.MUTED)
        self.query_one("#wrong", Canvas).show((line(hint),))

    def on_line_edit_submitted(self, message: LineEdit.Submitted) -> None:
        """Take it if nothing is wrong with it."""
        wrong = self.question.checks(message.text.strip())
        if wrong is None:
            self.dismiss(message.text.strip())
        else:
            self.query_one("#wrong", Canvas).show((line(Span(f"! {wrong}", Role.WARN)),))

    def action_dialog_no(self) -> None:
        """Leave it."""
        self.dismiss(None)


def dialog_for(question: Question) -> Dialog[bool]:
    """Return the dialog that a question needs: a word to type, or yes and no."""
    return TypedConfirm(question) if question.word else Confirm(question)
