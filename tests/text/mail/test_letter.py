from __future__ import annotations

from mttui.text import Role, Span
from mttui.text.mail import Kind, Letter, Part, Row, read_letter


def row(text: str, first: str = "") -> Row:
    return Row((Span(text),), first)


def test_own_words_are_those_of_the_sender() -> None:
    letter = Letter(
        (
            Part(Kind.BODY, (row("Hello,"), Row(()), row("yes", "• "))),
            Part(Kind.QUOTE, (row("Budi wrote:"),)),
            Part(Kind.BODY, (row("no  "),)),
            Part(Kind.SIGNATURE, (row("-- "),)),
        )
    )
    assert letter.own_words == "Hello,\n\n• yes\nno"


def test_own_words_have_no_link_numbers_but_keep_what_looks_like_one() -> None:
    letter = read_letter(
        None, '<p>see <a href="https://a.example">a</a><a href="https://b.example">[2]</a>, [3]</p>'
    )
    assert letter.own_words == "see a[2], [3]"
    assert letter.parts[0].rows[0].spans[-1] == Span(", [3]", Role.NORMAL)


def test_own_words_end_somewhere() -> None:
    assert len(read_letter("word " * 1_000_000, None).own_words) == 200_000
    assert 199_900 < len(read_letter("\n".join(["line"] * 100_000), None).own_words) <= 200_000


def test_nothing_to_read_has_no_parts() -> None:
    assert read_letter(None, None) == Letter(())
    assert read_letter("  \n\n", "<p>&nbsp;</p>") == Letter(())
