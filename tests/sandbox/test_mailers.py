"""How mail programs write, and what a list shows of what they wrote."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mttui.sandbox.engine.letters import FLOOD, TOPICS, Topic
from mttui.sandbox.engine.mailers import MAILERS, Body, Hand, Quoted, shown_words, write
from mttui.sandbox.engine.preview import LENGTH, one_line, own_words, preview, visible_text
from mttui.sandbox.engine.verdict import classify
from mttui.sandbox.engine.writers import writer_of

AT = int(datetime(2026, 4, 10, 10, 40, tzinfo=UTC).timestamp())
OURS = "Halo Budi,\n\nKami cek <dulu> & kabari.\n\nSalam,\nSari"
US = "Bantuan Lapak <bantuan@lapak.example>"
QUOTED = Quoted(AT, "Bantuan Lapak", "bantuan@lapak.example", "Budi <b@kantor.example>", "Re: Pesanan", OURS)
WORDS = "Masih belum sampai.\n\nTolong dicek lagi ya <3"

LINES = {
    ("gmail", "id"): f"Pada tanggal Jum, 10 Apr 2026 pukul 17.40 {US}\nmenulis:",
    ("gmail", "en"): f"On Fri, Apr 10, 2026 at 5:40 PM {US} wrote:",
    ("apple", "id"): f"> Pada 10 Apr 2026, pukul 17.40, {US} menulis:",
    ("apple", "en"): f"> On 10 Apr 2026, at 17:40, {US} wrote:",
    ("outlook", "id"): "Dikirim: Jumat, 10 April 2026 17.40\nKepada: Budi <b@kantor.example>",
    ("outlook", "en"): "Sent: Friday, April 10, 2026 5:40 PM\nTo: Budi <b@kantor.example>",
    ("yahoo", "id"): f"   Pada Jumat, 10 April 2026 pukul 17.40.00 WIB, {US} menulis:",
    ("yahoo", "en"): f"   On Friday, April 10, 2026 at 5:40 PM GMT+7, {US} wrote:",
    ("phone", "id"): "\n\nDikirim dari iPhone saya\n\nPada tanggal",
    ("phone", "en"): "\n\nSent from my iPhone\n\nOn Fri",
    ("terminal", "en"): "On Fri, Apr 10, 2026 at 17:40:00 +0700, Bantuan Lapak wrote:\n> Halo Budi,\n>\n> ",
}  # fmt: skip


@pytest.mark.parametrize(("mailer", "language"), LINES)
def test_each_program_quotes_in_its_own_way(mailer: str, language: str) -> None:
    body = write(WORDS, Hand(mailer, language), QUOTED)
    assert LINES[mailer, language] in body.text
    assert "Kami cek <dulu> & kabari." in body.text
    if mailer != "terminal":
        assert "Kami cek &lt;dulu&gt; &amp; kabari." in body.html
        assert "lagi ya &lt;3" in body.html


@pytest.mark.parametrize("mailer", sorted(MAILERS))
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("signature", ["", "Budi Santoso\nPurchasing | Kantor"])
def test_a_list_shows_what_was_said_and_not_what_was_quoted(
    mailer: str, language: str, signature: str
) -> None:
    hand, table = (
        Hand(mailer, language, signature),
        Body("Barang 1", "<table><tr><td>Barang</td></tr></table>"),
    )
    for quoted in (None, QUOTED):
        body = write(WORDS, hand, quoted, table)
        shown = one_line(shown_words(WORDS, hand, table))
        assert preview(body.text, body.html) == shown
        assert shown.startswith("Masih belum sampai. Tolong dicek lagi ya <3 Barang 1")
        if body.html:
            in_html = preview("", body.html)
            assert in_html.startswith("Masih belum sampai. Tolong dicek lagi ya <3")
            assert "Kami cek" not in in_html


def test_a_long_message_is_not_quoted_as_a_whole() -> None:
    long = Quoted(AT, "A", "a@b.example", "", "", "x" * 1_000_000, "<p>" + "x" * 1_000_000)
    body = write("Oke", Hand("gmail", "en"), long)
    assert len(body.text) + len(body.html) < 60_000


def test_the_same_address_writes_the_same_way() -> None:
    first, again = (writer_of("Budi", "budi1@gmail.example", "id") for _ in range(2))
    assert first == again
    found = {
        writer_of("A", f"a{n}@{d}.example", "id").hand.mailer for n in range(9) for d in ("gmail", "toko")
    }
    assert found == {"gmail", "phone", "outlook", "apple", "terminal"}
    assert writer_of("", "\ud800@x", "id").written == "\ud800@x"


@pytest.mark.parametrize(
    ("text", "markup", "shown"),
    [
        ("Hello\r\n\r\n  there\t!", None, "Hello there !"),
        ("Yes.\n\nOn Fri, Apr 10, 2026 at 5:40 PM A <a@b.example>\nwrote:\n\n> No?", None, "Yes."),
        ("> No?\nYes.", None, "Yes."),
        ("Yes.\n-- \nBob", None, "Yes."),
        ("Yes.\n\n-----Original Message-----\nFrom: a", None, "Yes."),
        ("From: here to there is far.\nReally.", None, "From: here to there is far. Really."),
        ("On Friday he wrote:\nnothing.", None, "On Friday he wrote: nothing."),
        ("> only a quote", None, "> only a quote"),
        ("x" * 200, None, "x" * 139 + "…"),
        (
            None,
            "<style>p{}</style><script>x()</script><p>Hi&nbsp;&amp; <b>bye</b></p><!-- no -->",
            "Hi & bye",
        ),
        (" \n", "<head><title>T</title></head>1 < 2", "1 < 2"),
        ("", '<p>Yes</p><div class="gmail_quote">No?</div>', "Yes"),
        (None, None, ""),
        ("", "<style>never closed", ""),
    ],
)
def test_previews(text: str | None, markup: str | None, shown: str) -> None:
    assert preview(text, markup) == shown


@given(st.text(), st.text() | st.text(alphabet="<>/!-&;=\"' \nabstyle"))
def test_any_text_has_a_preview_of_one_line(text: str, markup: str) -> None:
    shown = preview(text, markup)
    assert len(shown) <= LENGTH
    assert shown == " ".join(shown.split())
    assert set(own_words(text).split()) <= set(text.replace("\r\n", "\n").split()) | {"wrote:", "menulis:"}


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<style>",
        "<!--",
        "<div>",
        "&amp;",
        "> ",
        "-- \nB\n",
        "x\n",
        "On a wrote:\n",
        "\ud800",
        "From: a\n",
    ],
)
def test_big_bodies_are_looked_at_in_no_time(piece: str) -> None:
    body = piece * (5_000_000 // len(piece))
    began = time.process_time()
    preview(body, None)
    preview(None, body)
    assert time.process_time() - began < 1


def test_visible_text_is_words_only() -> None:
    assert visible_text("a<br>b<img alt='x>'>c").split() == ["a", "b", "'>c"]


@pytest.mark.parametrize(
    "topic", [*TOPICS, *FLOOD[:4]], ids=lambda topic: f"{topic.language}-{topic.subject[:20]}"
)
def test_letters_are_told_by_their_words(topic: Topic) -> None:
    """What the sandbox writes it also understands: the kind of letter and its language."""
    kinds = {"bounce": "bounce", "away": "out-of-office", "auto": "auto-reply", "spam": "spam"}
    verdicts = [classify(topic.subject, words) for words in topic.openings]
    wanted = kinds.get(topic.kind)
    if wanted is not None:
        assert {verdict.category for verdict in verdicts} == {wanted}
    else:
        assert not {verdict.category for verdict in verdicts} & set(kinds.values())
        assert {verdict.language for verdict in verdicts} == {topic.language}


def test_headers_tell_a_program() -> None:
    automatic = {"auto-submitted": "auto-replied"}
    assert classify("Re: refund", "We got it", automatic).category == "auto-reply"
    assert classify("Undelivered mail", "refund", automatic).category == "bounce"
    assert classify("Re: refund", "Saya sedang cuti", automatic).category == "out-of-office"
    assert classify("Re: refund", "We got it", {"Auto-Submitted": "no"}).category == "billing"
