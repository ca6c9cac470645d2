from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mttui.text import Role, Span, plain
from mttui.text.mail import Flow, Kind, Letter, Part, Piece, Row, pieces, read_letter
from mttui.text.mail.flow import CHUNK
from tests.text.mail.drawing import assert_safe, drawn, lines_of
from tests.text.samples import OWN
from tests.text.test_printable import ANY, TRICKY

ROWS = st.lists(
    st.builds(
        Row,
        st.lists(st.builds(Span, ANY | TRICKY, st.sampled_from(Role)), max_size=4).map(tuple),
        st.sampled_from(["", "> ", "• ", "  ", "\x1b[1m> ", "界 "]),
        st.sampled_from(["", "> ", "  "]),
        st.booleans(),
    ),
    max_size=6,
)
WORDS = st.lists(st.text("abc,.-é界", min_size=1, max_size=30), max_size=30)

QUOTED = Part(Kind.QUOTE, tuple(Row((Span(text),)) for text in ("────", "Budi menulis:", "> satu", "> dua")))
SIGNED = Part(Kind.SIGNATURE, (Row((Span("-- "),)), Row((Span("Ani"),))))
LETTER = Letter((Part(Kind.BODY, (Row((Span("Halo"),)), Row(()))), QUOTED, SIGNED))


def texts(flow: Flow, top: int = 0, height: int = 1_000) -> list[str]:
    return [plain(line) for line in flow.rows(top, height)]


def body(*lines: str) -> Part:
    return Part(Kind.BODY, tuple(Row((Span(text),) if text else ()) for text in lines))


@given(ROWS, st.integers(min_value=4, max_value=50))
def test_every_line_fits_and_is_safe(rows: list[Row], width: int) -> None:
    assert_safe(drawn(Letter((Part(Kind.BODY, rows),)), width), width)


@given(WORDS, st.integers(min_value=4, max_value=40))
def test_no_word_is_lost_by_wrapping(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = lines_of([Row((Span(text[: len(text) // 2]), Span(text[len(text) // 2 :], Role.STRONG)))], width)
    assert "".join("".join(lines).split()) == "".join(words)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one   two", 5, ["one", "two"]),
        ("    one two", 8, ["    one", "two"]),
        ("unbreakable", 5, ["unbre", "akabl", "e"]),
        ("a unbreakable", 5, ["a", "unbre", "akabl", "e"]),
        ("one ", 4, ["one "]),
        ("東京都千代田区", 5, ["東京", "都千", "代田", "区"]),
        ("go 東京都 now", 7, ["go 東京", "都 now"]),
        ("e\u0301te\u0301 e\u0301te\u0301", 4, ["été", "été"]),
        ("ab\x1b[0m", 4, ["ab␛[", "0m"]),
        ("", 4, [""]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert lines_of([Row((Span(text),))], width) == lines


def test_wrapping_keeps_roles() -> None:
    row = Row((Span("see "), Span("the shop", Role.LINK), Span("[1]", Role.LINK), Span(" now")), "> ", "| ")
    assert drawn(Letter((Part(Kind.BODY, (row,)),)), 11) == [
        (Span("> "), Span("see "), Span("the", Role.LINK)),
        (Span("| "), Span("shop", Role.LINK), Span("[1]", Role.LINK)),
        (Span("| "), Span("now")),
    ]


def test_what_does_not_wrap_is_cut() -> None:
    assert lines_of([Row((Span("one two three"),), "> ", "> ", wraps=False)], 9) == ["> one tw…"]
    assert lines_of([Row((Span("one"),), wraps=False)], 9) == ["one"]


def test_a_deep_prefix_leaves_half_of_the_width() -> None:
    assert lines_of([Row((Span("one two"),), "> " * 20, "> " * 20)], 10) == ["> > …one", "> > …two"]


def test_folded_parts_are_one_line_and_unfolded_ones_have_a_line_above() -> None:
    assert texts(Flow(pieces("m1", LETTER), 60)) == [
        *("Halo", ""),
        "▸ 4 quoted lines — Budi menulis:",
        "▸ signature, 2 lines",
    ]
    assert texts(Flow(pieces("m1", LETTER), 60, {("m1", 1)})) == [
        *("Halo", ""),
        *("▾ 4 quoted lines — Budi menulis:", "────", "Budi menulis:", "> satu", "> dua"),
        "▸ signature, 2 lines",
    ]
    assert texts(Flow(pieces("m1", LETTER), 12))[2:] == ["▸ 4 quoted …", "▸ signature…"]


def test_every_line_knows_the_part_it_belongs_to() -> None:
    flow = Flow([*pieces("m1", LETTER, Row((Span("From: Ani"),))), *pieces("m2", LETTER)], 60, {("m1", 1)})
    assert [flow.key_at(line) for line in (0, 1, 3, 7, 8, 9, 12, 99)] == [
        *(("m1", -1), ("m1", 0), ("m1", 1), ("m1", 1), ("m1", 2), ("m2", 0), ("m2", 2), None),
    ]
    assert [flow.fold_at(line) for line in (0, 1, 3, 8, 9)] == [None, None, ("m1", 1), ("m1", 2), None]
    assert flow.folds == (("m1", 1), ("m1", 2), ("m2", 1), ("m2", 2))
    assert [flow.line_of(key) for key in (("m1", -1), ("m1", 1), ("m2", 0), ("m3", 0))] == [0, 3, 9, None]


def test_the_height_is_a_lower_bound_until_all_is_laid_out() -> None:
    flow = Flow([Piece("a", body(*["word " * 30] * 500)), Piece("b", QUOTED)], 40)
    assert not flow.is_complete
    assert flow.height == 501
    seen = [flow.height]
    while not flow.lay_out(100):
        seen.append(flow.height)
    assert seen == sorted(seen)
    assert flow.height == flow.finish() == 500 * 4 + 1
    assert len(flow.rows(0, 10_000)) == flow.height


def test_any_window_shows_the_same_lines_as_the_whole() -> None:
    part = body(*(f"line {at} " + "word " * (at % 40) for at in range(400)))
    whole = texts(Flow([Piece("a", part)], 50), height=100_000)
    flow = Flow([Piece("a", part)], 50)
    for top in (0, 700, 3, CHUNK - 1, CHUNK, len(whole) - 5, 0):
        assert texts(flow, top, 30) == whole[top : top + 30]
    assert texts(flow, len(whole), 10) == []
    assert texts(flow, -5, 3) == whole[:3]
    assert texts(flow, 0, 0) == []


def test_empty_flows_and_parts() -> None:
    assert Flow([], 40).finish() == 0
    assert texts(Flow([Piece("a", body()), Piece("b", body("x")), Piece("c", body())], 40)) == ["x"]
    flow = Flow([Piece("a", body()), Piece("b", body("x"))], 40)
    assert (flow.key_at(0), flow.line_of("a"), flow.line_of("b")) == ("b", None, 0)


@pytest.mark.parametrize("text", OWN.values(), ids=OWN.keys())
def test_hostile_text_ten_thousand_times(text: str) -> None:
    flow = Flow(pieces(0, read_letter(text * 10_000, None)), 40)
    assert_safe(flow.rows(0, 100), 40)


def test_a_hundred_thousand_lines_are_laid_out_as_far_as_they_are_looked_at() -> None:
    letter = read_letter("line\n" * 100_000, None)
    flow = Flow(pieces(0, letter), 80)
    assert flow.height == 100_000
    assert texts(flow, 0, 2) == ["line", "line"]
    assert not flow.is_complete
    assert texts(flow, 99_998, 50) == ["line", "line"]
    assert flow.is_complete
