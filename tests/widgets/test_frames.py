from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from mttui.widgets.frames import RESET, Look, Shown, change, look_of
from tests.terminal.emulator import Emulator

WIDTH, HEIGHT = 24, 4
STYLES = st.sampled_from(
    [
        None,
        *map(
            Style.parse,
            ["", "bold", "red", "dim blue on white", "reverse", "bold underline #00ff00 on #202020"],
        ),
    ]
)
TEXTS = st.text(st.sampled_from("ab  界é▁"), min_size=1, max_size=12)
LINES = st.lists(st.builds(Segment, TEXTS, STYLES), min_size=1, max_size=4)
EIGHT_BIT = ColorSystem.EIGHT_BIT


def strip_of(segments: list[Segment], width: int) -> Strip:
    return Strip(segments).adjust_cell_length(width, Style.parse("on black"))


FRAMES = st.lists(
    st.tuples(st.integers(0, HEIGHT - 1), LINES).map(lambda at: (at[0], 0, strip_of(at[1], WIDTH))),
    min_size=1,
    max_size=HEIGHT,
)


def seen(emulator: Emulator) -> list[object]:
    """What a terminal shows: blanks without what is not seen on them."""
    cells = (emulator.screen.buffer[y][x] for y in range(HEIGHT) for x in range(WIDTH))
    return [cell if cell.data.strip() or cell.reverse else (cell.bg, cell.underscore) for cell in cells]


@settings(max_examples=80)
@given(st.lists(FRAMES, min_size=1, max_size=5))
def test_the_terminal_shows_what_it_would_after_writing_everything(
    frames: list[list[tuple[int, int, Strip]]],
) -> None:
    lean, whole, shown = Emulator(WIDTH, HEIGHT), Emulator(WIDTH, HEIGHT), Shown()
    for frame in frames:
        lean.feed(shown.update(frame, EIGHT_BIT).encode())
        whole.feed(Shown().update(frame, EIGHT_BIT).encode())
        assert seen(lean) == seen(whole)
        assert lean.last_attributes == b"\x1b[m"


@given(FRAMES)
def test_what_is_shown_already_costs_nothing(frame: list[tuple[int, int, Strip]]) -> None:
    shown = Shown()
    last_of_each_line = list({y: (y, x, strip) for y, x, strip in frame}.values())
    assert shown.update(last_of_each_line, EIGHT_BIT)
    assert shown.update(last_of_each_line, EIGHT_BIT) == ""
    shown.forget()
    assert shown.update(last_of_each_line, EIGHT_BIT)


def written(shown: Shown, text: str, style: str = "", *, x: int = 0) -> str:
    return shown.update([(0, x, Strip([Segment(text, Style.parse(style))]))], EIGHT_BIT)


def test_only_what_differs_is_written() -> None:
    shown = Shown()
    assert written(shown, "pending 48,211 mails") == "\x1b[1;1Hpending 48,211 mails"
    assert written(shown, "pending 48,228 mails") == "\x1b[1;13H28"
    assert written(shown, "sending 48,228 Mails") == "\x1b[1;1Hs\x1b[16GM"


def test_half_of_a_wide_character_is_never_left() -> None:
    shown = Shown()
    written(shown, "a界b")
    assert written(shown, "ax b") == "\x1b[1;2Hx "
    assert written(shown, "a界b") == "\x1b[1;2H界"
    assert written(shown, "界", x=2) == "\x1b[1;3H界"
    assert written(shown, "a", x=1) == "\x1b[1;2Ha"


def test_styles_change_by_what_differs() -> None:
    shown = Shown()
    assert written(shown, "a", "bold red on blue") == "\x1b[1;1H\x1b[1;31;44ma\x1b[m"
    bold = Look(frozenset({"1"}), "31", "44")
    dim = Look(frozenset({"1", "2"}), "31", "44")
    assert change(bold, Look(frozenset(), "31", "44")) == "\x1b[22m"
    assert change(dim, bold) == "\x1b[22;1m"
    assert change(bold, bold._replace(foreground="32")) == "\x1b[32m"
    assert change(bold, RESET) == "\x1b[m"


def test_blanks_need_no_colour_of_text() -> None:
    shown = Shown()
    strip = Strip([Segment("a", Style.parse("bold red")), Segment("  ", Style.parse("blue"))])
    assert shown.update([(0, 0, strip)], EIGHT_BIT) == "\x1b[1;1H\x1b[1;31ma  \x1b[m"


def test_links_are_not_written() -> None:
    assert "example" not in written(Shown(), "text", "link https://evil.example")


def test_colours_are_brought_down_to_what_the_terminal_has() -> None:
    style = Style.parse("#ff0000 on #000000")
    assert look_of(style, ColorSystem.STANDARD) == Look(frozenset(), "31", "40")
    assert look_of(style, ColorSystem.EIGHT_BIT).foreground == "38;5;196"


@pytest.mark.parametrize("text", ["क्ष्म्य श्री", "நிலை", "ภาษาไทย", "한국", "é"], ids=ascii)
def test_what_follows_a_text_stays_in_its_column_however_wide_the_terminal_draws_it(text: str) -> None:
    emulator, shown = Emulator(WIDTH, HEIGHT), Shown()
    column = cell_len(text)
    for words in ("x" * WIDTH, f"{text}│ab"):
        strip = strip_of([Segment(words)], WIDTH)
        emulator.feed(shown.update([(0, 0, strip)], EIGHT_BIT).encode())
    after = "".join(emulator.screen.buffer[0][x].data for x in range(column, WIDTH))
    assert after.rstrip() == "│ab"
    assert "x" not in emulator.rows()[0]


def test_accents_cost_nothing() -> None:
    strip = strip_of([Segment("Cafe\u0301 olé")], WIDTH)
    assert Shown().update([(0, 0, strip)], EIGHT_BIT).count("G") == 0
