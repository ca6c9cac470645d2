from __future__ import annotations

import pytest

from mttui.text.mail import Kind, read_letter
from tests.text.mail.drawing import kinds, words

REPLY = """Halo Ani,

boleh.

Pada Sen, 3 Mar 2025 pukul 10.12 Budi <budi@example.com> menulis:
> Jadi besok?
>
> Budi

--\u0020
Ani Wijaya
Mailtarget
"""


def test_a_reply_has_a_body_a_quote_and_a_signature() -> None:
    letter = read_letter(REPLY, None)
    assert kinds(letter) == ["body", "quote", "body", "signature"]
    assert letter.own_words == "Halo Ani,\n\nboleh."
    assert words(letter, Kind.QUOTE)[0].startswith("Pada Sen")
    assert words(letter, Kind.SIGNATURE) == ["--", "Ani Wijaya", "Mailtarget"]


def test_plain_text_stays_as_it_was() -> None:
    text = "\n\nHello,\n\n\n\n    indented\n  a | b\n\nbye\n\n"
    assert words(read_letter(text, None)) == ["Hello,", "", "", "", "    indented", "  a | b", "", "bye"]


@pytest.mark.parametrize("text", ["one\r\ntwo\r\n", "one\rtwo\r", "one\ntwo"])
def test_every_kind_of_line_end(text: str) -> None:
    assert words(read_letter(text, None)) == ["one", "two"]


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        " \r\n\u00a0 ",
        "View this email in your browser: https://a.example/1",
        "Your email client does not support HTML.\nhttps://a.example",
        "This message requires HTML.",
        "Lihat email ini di browser",
        "https://a.example/open",
        "----",
    ],
)
def test_html_is_read_when_the_text_says_nothing(text: str | None) -> None:
    assert words(read_letter(text, "<p>from html</p>")) == ["from html"]


@pytest.mark.parametrize(
    "text", ["Yes", "ok 👍", "I cannot view the page in your browser list.", "HTML is fine"]
)
def test_text_is_read_when_it_says_something(text: str) -> None:
    assert words(read_letter(text, "<p>from html</p>")) == [text]


def test_a_text_that_says_nothing_is_still_better_than_no_mail() -> None:
    assert words(read_letter("View this email in your browser", "")) == ["View this email in your browser"]


def test_html_that_came_as_text_is_read_as_html() -> None:
    assert words(read_letter("\n<!DOCTYPE html><html><body><p>a</p><p>b</p>", None)) == ["a", "", "b"]
    assert words(read_letter("<html><body>a", "<p>b</p>")) == ["b"]
    assert words(read_letter("<b>is</b> how bold is written", None)) == ["<b>is</b> how bold is written"]


def test_what_was_repaired_is_said_before_what_was_left_out() -> None:
    broken = "<p>caf\u00c3\u00a9</p><p hidden>x</p><img src='https://t.example/p' width=1 height=1>"
    letter = read_letter(None, broken)
    assert words(letter) == ["café"]
    assert letter.notes == (
        "charset repaired: UTF-8 had been read as windows-1252",
        "hidden text left out: 1 word",
        "1 tracking pixel, not loaded",
    )


def test_lone_surrogates_do_not_stop_anything() -> None:
    assert words(read_letter("a\ud800b", None)) == ["a\ud800b"]
    assert words(read_letter(None, "<p>a\ud800b \ud83d\ude00")) == ["a\ufffdb 😀"]
