from __future__ import annotations

import pytest

from mttui.text import Role, Span
from mttui.text.mail.plain import TextRows, links_of, row
from tests.text.mail.drawing import lines_of


@pytest.mark.parametrize(
    ("line", "first", "hang", "text"),
    [
        ("hello ", "", "", "hello"),
        ("   indented", "   ", "   ", "indented"),
        ("> > quoted", "> > ", "> > ", "quoted"),
        (">> quoted", ">> ", ">> ", "quoted"),
        ("  - item", "  ", "    ", "- item"),
        ("12. item", "", "    ", "12. item"),
        ("2025 was", "", "", "2025 was"),
        ("-- ", "", "", "--"),
        ("a\tb", "", "", "a       b"),
        ("\t\t", "", "", ""),
    ],
)
def test_a_line_hangs_over_as_it_begins(line: str, first: str, hang: str, text: str) -> None:
    made = row(line)
    assert (made.first, made.hang, "".join(span.text for span in made.spans)) == (first, hang, text)


def test_wrapped_lines_keep_their_mark_and_their_indentation() -> None:
    rows = TextRows(["> one two three", "   - one two three", "https://example.com/a/very/long/path"])
    assert lines_of(rows, 12) == [
        *("> one two", "> three"),
        *("   - one two", "     three"),
        *("https://exam", "ple.com/a/ve", "ry/long/path"),
    ]


def test_addresses_are_links_without_the_sentence_around_them() -> None:
    text = "see (https://a.example/x_(y)), https://b.example. And <HTTP://c.example?q=1#f>!"
    assert [span.text for span in row(text).spans if span.role is Role.LINK] == [
        "https://a.example/x_(y)",
        "https://b.example",
        "HTTP://c.example?q=1#f",
    ]
    assert "".join(span.text for span in row(text).spans) == text
    assert [each.target for each in links_of(text + text)] == [
        "https://a.example/x_(y)",
        "https://b.example",
        "HTTP://c.example?q=1#f",
    ]


def test_an_address_ends_where_a_control_begins() -> None:
    assert row("https://a.example/\x1b[31m").spans[0] == Span("https://a.example/", Role.LINK)


def test_links_are_listed_up_to_a_number() -> None:
    assert len(links_of(" ".join(f"https://a.example/{at}" for at in range(10_000)))) == 500


def test_a_line_that_is_too_long_becomes_rows() -> None:
    rows = TextRows(["short", "word " * 10_000, "x" * 40_000])
    texts = ["".join(span.text for span in each.spans) for each in rows]
    assert max(map(len, texts)) <= 16_000
    assert " ".join(texts[1:5]).split() == ["word"] * 10_000
    assert "".join(texts[5:]) == "x" * 40_000


def test_rows_are_a_sequence() -> None:
    rows = TextRows(["a", "b", "c"])
    assert len(rows) == 3
    assert [each.spans for each in rows[1:]] == [(Span("b"),), (Span("c"),)]
    assert rows[-1] == row("c")
