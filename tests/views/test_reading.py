"""A conversation to read: in and out told apart, every line within its width whatever somebody wrote."""

from __future__ import annotations

import re
import time
from datetime import UTC, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttui.local.response_log import Turn
from mttui.stores.inbox.clocks import ResponseClock
from mttui.text import Line, line_width, plain
from mttui.views.reading import (
    EVERYTHING,
    Document,
    ReadingFacts,
    attachment_facts,
    heading_line,
    message_rule,
)
from tests.corpus import needs_corpus
from tests.text.samples import corpus

from .inbox_samples import HOSTILE_WORDS, NOW, conversation, mail, thread

JAKARTA = ZoneInfo("Asia/Jakarta")
FACTS = ReadingFacts(NOW, JAKARTA)
HOUR = timedelta(hours=1)
NOBODY: dict[str, Any] = {"from": None}
CLOCK = ResponseClock(Turn.FIRST, NOW - HOUR, HOUR * 4)
ANSWER = "It left today.\n\nOn Mon, 1 Jun 2026, Sari wrote:\n> Where is it?\n\n-- \nBudi\nLapak"


def drawn(document: Document) -> list[Line]:
    """All lines of a document."""
    lines: list[Line] = []
    while found := document.rows(len(lines), 200):
        lines += found
    return lines


def words(document: Document) -> str:
    return "\n".join(plain(each).rstrip() for each in drawn(document))


# Above


@pytest.mark.parametrize("focused", [True, False])
def test_the_heading_says_what_who_and_how_long_there_is(focused: bool) -> None:
    shown = plain(heading_line(thread(), CLOCK, NOW, 100, focused=focused))
    assert len(shown) == 100
    assert ("━" if focused else "─") in shown
    for part in ("Where is my order?", "Sari", "order vip", "● open", "answer in 3h 00m"):
        assert part in shown, shown


def test_the_heading_says_when_it_is_over_and_nothing_of_a_clock_that_does_not_run() -> None:
    late = ResponseClock(Turn.FIRST, NOW - HOUR * 9, HOUR)
    assert "answer ▲ 8h over" in plain(heading_line(thread(), late, NOW, 100, focused=True))
    assert "answer" not in plain(heading_line(thread(), None, NOW, 100, focused=True))


@given(text=HOSTILE_WORDS, width=st.integers(0, 160), focused=st.booleans())
@settings(max_examples=150, deadline=None)
def test_the_heading_takes_exactly_the_width(text: str, width: int, focused: bool) -> None:
    hostile = thread(subject=text, contact_name=text, labels=(text, text), status=text)
    assert line_width(heading_line(hostile, CLOCK, NOW, width, focused=focused)) == width


def test_which_way_a_message_went_who_wrote_it_and_when() -> None:
    shown = plain(message_rule(mail(), FACTS, 80))
    assert shown.startswith("─ ↓ in  sari@x.example ───")
    assert shown.endswith("─ Sun 22 Nov 19:00 WIB · 0s ago ")
    out = mail(direction="outbound", **{"from": "help@x.example", "to": "sari@x.example"})
    assert plain(message_rule(out, FACTS, 80)).startswith("─ ↑ out help@x.example → sari@x.example ──")
    nobody = mail(received_at=None, **NOBODY)
    assert "–" in plain(message_rule(nobody, FACTS, 80))
    assert "time unknown" in plain(message_rule(nobody, FACTS, 80))


def test_a_message_of_another_year_says_which() -> None:
    shown = plain(message_rule(mail(received_at=NOW - timedelta(days=3_000)), FACTS, 80))
    assert re.search(r"[A-Z][a-z]{2} \d+ [A-Z][a-z]{2} 2018 \d\d:\d\d WIB · 8y ago $", shown), shown


def test_of_several_messages_each_says_which_it_is() -> None:
    shown = words(Document(conversation(mail(), mail()), FACTS, 80))
    assert "↓ in  1/2 sari@x.example" in shown
    assert "↓ in  2/2 sari@x.example" in shown
    assert "1/1" not in words(Document(conversation(mail()), FACTS, 80))


def test_a_message_without_text_says_so() -> None:
    assert "(no text)" in words(Document(conversation(mail(" \n ")), FACTS, 80))
    assert "(no text)" not in words(Document(conversation(mail()), FACTS, 80))


@given(text=HOSTILE_WORDS, width=st.integers(0, 160), out=st.booleans())
@settings(max_examples=150, deadline=None)
def test_the_rule_above_a_message_takes_exactly_the_width(text: str, width: int, out: bool) -> None:
    way = "outbound" if out else "inbound"
    shown = message_rule(mail(direction=way, **{"from": text, "to": text}), FACTS, width)
    assert line_width(shown) == width


# The conversation


def test_messages_stand_in_their_order_and_the_newest_can_be_gone_to() -> None:
    document = Document(
        conversation(mail("First"), mail("Second", direction="outbound"), mail("Third")), FACTS, 60
    )
    shown = words(document)
    assert [shown.index(each) for each in ("First", "Second", "Third")] == sorted(
        shown.index(each) for each in ("First", "Second", "Third")
    )
    lines = shown.split("\n")
    assert "↓ in" in lines[document.start_of_last()]
    assert "Third" in "\n".join(lines[document.start_of_last() :])
    assert document.start_of_last() > 0
    assert document.height == len(lines)


def test_quotes_and_signatures_fold_to_a_line_and_unfold() -> None:
    folded = words(Document(conversation(mail(ANSWER)), FACTS, 60))
    assert "It left today." in folded
    assert "Where is it?" not in folded
    assert "Lapak" not in folded
    unfolded = words(Document(conversation(mail(ANSWER)), ReadingFacts(NOW, JAKARTA, unfolded=True), 60))
    assert "Where is it?" in unfolded
    assert "Lapak" in unfolded
    assert "anything" in EVERYTHING


def test_headers_are_shown_on_demand_and_not_all_of_thousands() -> None:
    headers: dict[str, Any] = {f"X-{number}": "v" for number in range(100)}
    headers["Received"] = ["one", "two"]
    one = conversation(mail(subject="Order", to="help@x.example", headers=headers))
    assert "X-1" not in words(Document(one, FACTS, 60))
    shown = words(Document(one, ReadingFacts(NOW, JAKARTA, headers=True), 60))
    assert "From: sari@x.example" in shown
    assert "Subject: Order" in shown
    assert "X-1: v" in shown
    assert "44 more headers" in shown
    few = conversation(mail(headers={"Received": ["one", "two"], "Odd": 7}))
    shown = words(Document(few, ReadingFacts(NOW, JAKARTA, headers=True), 60))
    assert "Received: one | two" in shown
    assert "Odd: 7" in shown


def test_links_and_attachments_stand_below_and_are_only_told() -> None:
    html = '<p>See <a href="https://evil.example/pay">https://bank.example</a></p>'
    attached = {
        "filename": "invoice.pdf",
        "contentType": "application/pdf",
        "size": 84_000,
        "url": "https://x/1",
    }
    shown = words(Document(conversation(mail("", html, attachments=[attached])), FACTS, 70))
    assert "[1]" in shown
    assert "https://evil.example/pay" in shown
    assert "▪ invoice.pdf  84.0 kB  application/pdf" in shown
    assert "!" in shown, "a link that says another address than it leads to is warned of"


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ({"filename": "a", "contentType": "t", "size": 1, "url": "u"}, ("a", "t", "1 B", "u")),
        ({"name": "a", "mimeType": "t", "downloadUrl": "u"}, ("a", "t", "", "u")),
        ({"type": "t", "size": "big"}, ("(no name)", "t", "", "")),
        ({"filename": None, "size": True}, ("(no name)", "", "", "")),
        ("just a name", ("just a name", "", "", "")),
        (None, ("None", "", "", "")),
    ],
)
def test_an_attachment_is_told_whatever_the_platform_sent(given: Any, facts: tuple[str, ...]) -> None:
    assert attachment_facts(given) == facts


@given(text=HOSTILE_WORDS, width=st.integers(16, 100), headers=st.booleans())
@settings(max_examples=40, deadline=None)
def test_no_line_is_wider_than_the_pane(text: str, width: int, headers: bool) -> None:
    hostile = mail(
        text, subject=text, headers={text: text}, to=text, **{"from": text},
        attachments=[{"filename": text, "contentType": text, "size": 10**12}],
    )  # fmt: skip
    html = mail("", f'<p>{text}</p><a href="{text}">x</a>')
    facts = ReadingFacts(NOW, UTC, unfolded=True, headers=headers)
    document = Document(conversation(hostile, html), facts, width)
    lines = document.rows(0, 60)
    assert lines
    assert max(line_width(each) for each in lines) <= width


@needs_corpus
def test_no_hostile_line_of_the_corpus_is_wider_than_the_pane() -> None:
    for text in corpus().values():
        hostile = mail(text, subject=text, to=text, headers={text: text}, **{"from": text})
        for each in Document(conversation(hostile), ReadingFacts(NOW, JAKARTA, headers=True), 60).rows(0, 40):
            assert line_width(each) <= 60
        assert line_width(message_rule(hostile, FACTS, 60)) == 60
        heading = heading_line(thread(subject=text, contact_name=text), CLOCK, NOW, 60, focused=True)
        assert line_width(heading) == 60


def test_what_is_not_looked_at_is_not_laid_out() -> None:
    """10 MB in 100,000 lines: the first screen costs what one of 1,000 lines does."""

    def seconds(lines: int) -> float:
        one = conversation(mail(("x" * 99 + "\n") * lines))
        began = time.process_time()
        assert len(Document(one, FACTS, 80).rows(0, 40)) == 40
        return time.process_time() - began

    short = min(seconds(1_000) for _ in range(3))
    long = min(seconds(100_000) for _ in range(2))
    assert long < max(20 * short, 0.05)
