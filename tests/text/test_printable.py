from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len as rich_cell_len
from rich.cells import split_graphemes

from mttui.text import ELLIPSIS, printable, sanitise
from tests.text.samples import CORPUS, OWN, corpus

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
TRICKY = st.text(
    st.sampled_from("ae1 ☺❤👍\u0301\u0338\u20e3\u200d\ufe0e\ufe0f\U0001f3fd\U0001f1e9\u1161가한\n\t\x1b=")
)


def assert_safe(shown: str) -> None:
    for char in shown:
        category = unicodedata.category(char)
        assert category[0] != "C", f"U+{ord(char):04X} ({category}) in {shown!a}"
        assert category not in ("Zl", "Zp")
        assert category != "Zs" or char == " "
    # One cell table for all: every character alone is as wide as it is in its string.
    assert rich_cell_len(shown) == sum(map(rich_cell_len, shown))
    shown.encode("utf-8")


@pytest.mark.parametrize("text", OWN.values(), ids=OWN.keys())
def test_own_samples_are_made_safe(text: str) -> None:
    assert_safe(printable(text))


@pytest.mark.skipif(not CORPUS.is_file(), reason="the shared corpus is not on this machine")
def test_the_corpus_is_made_safe() -> None:
    samples = corpus()
    assert len(samples) > 100
    for text in samples.values():
        assert_safe(printable(text))
        assert_safe(printable(text, limit=20))


@given(ANY | TRICKY)
def test_any_text_is_made_safe_and_a_second_pass_changes_nothing(text: str) -> None:
    shown = printable(text)
    assert_safe(shown)
    assert printable(shown) == shown


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_plain_ascii_is_left_alone(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\nb\r\nc\td", "a↵b↵c d"),
        ("a\rb", "a␍b"),
        ("abc\x7f", "abc␡"),
        ("\x07" * 2000, "‹␇×2000›"),
        ("\x9b2J", "‹U+009B›2J"),
        ("invoice_\u202efdp.exe", "invoice_‹U+202E›fdp.exe"),
        ("ur\u200bgent", "ur‹U+200B›gent"),
        ("pay\xadpal", "pay‹U+00AD›pal"),
        ("x" + "\u200c" * 40, "x‹U+200C×40›"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\U0001f469\U0001f467"),
        ("\u2764\ufe0f\u200d\U0001f525", "\u2764\U0001f525"),
        ("Ann\u200d\u200d", "Ann‹U+200D›‹U+200D›"),
        ("a\ufe0f", "a‹U+FE0F›"),
        ("1\ufe0f\u20e3", "1\u20e3"),
        ("\U0001f44d\U0001f3ff!", "\U0001f44d!"),
        ("\U0001f1ee\U0001f1e9", "‹ID›"),
        ("\U0001f1e6\U0001f1e7\U0001f1e8", "‹AB›‹C›"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4‹tag:gb›"),
        ("e\u0301", "é"),
        ("\u0301a", "◌\u0301a"),
        ("H" + "\u0316" * 10, "H" + "\u0316" * 3 + "‹+7›"),
        ("bad \ud800 end", "bad ‹U+D800› end"),
        ("\ud83d\ude00", "😀"),
        ("\u1112\u1161\u11ab", "한"),
        ("\ue0b0", "‹U+E0B0›"),
        ("\u2800\u3164", "‹U+2800›‹U+3164›"),
        ("a\u00a0b\u3000c", "a b  c"),
        ("one\u2028two", "one‹U+2028›two"),
        ("[red]x[/red]", "[red]x[/red]"),
        ("مرحبا", "مرحبا"),
        ("naïve – ‘quoted’ 東京", "naïve – ‘quoted’ 東京"),
    ],
)
def test_what_is_hidden_shows(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_too_long_is_cut() -> None:
    assert printable("abcdef", limit=3) == "abc" + ELLIPSIS
    assert printable("abc", limit=3) == "abc"


def test_a_huge_string_costs_what_is_shown() -> None:
    for part in ("x", "界", "\x1b[31m", "\u202e"):
        huge = part * (10_000_000 // len(part))
        started = time.thread_time()
        printable(huge)
        # Scanning ten million characters takes seconds; two thousand, milliseconds.
        assert time.thread_time() - started < 0.2


@given(TRICKY)
def test_no_grapheme_is_lost_to_the_cells(text: str) -> None:
    shown = printable(text)
    spans, width = split_graphemes(shown)
    assert sum(cells for _, _, cells in spans) == width
    assert all(cells > 0 for _, _, cells in spans)


def test_what_is_taken_to_be_plain_is_what_looking_at_each_character_says() -> None:
    plain = [chr(code) for code in range(0x20, 0x3000) if sanitise._PLAIN(chr(code))]
    wrong = [char for char in plain if sanitise._make_visible(char) != char or rich_cell_len(char) != 1]
    assert wrong == []
    assert {"é", "Ж", "λ", "─"} <= set(plain)
