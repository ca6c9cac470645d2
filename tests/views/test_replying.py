"""Replies in words: to whom, what becomes of the thread, and a quote of nothing but what can be typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttui.local.draft import Draft, new_draft
from mttui.local.inbox_settings import AnswerSettings
from mttui.text import line_width, plain, printable
from mttui.views.replying import (
    address_lines,
    answer_choices,
    answers_words,
    came_in_lines,
    came_in_title,
    quote_of,
    then_choices,
    then_words,
    values_for,
)
from tests.corpus import needs_corpus
from tests.text.samples import corpus

from .inbox_samples import HOSTILE, HOSTILE_WORDS, conversation, mail, thread

JAKARTA = ZoneInfo("Asia/Jakarta")


def draft(**fields: object) -> Draft:
    return replace(new_draft("live", "t1", body="Halo"), **fields)  # type: ignore[arg-type]


def test_to_whom_it_goes_and_what_becomes_of_the_thread() -> None:
    first, second, third = map(
        plain,
        address_lines(
            thread(), draft(cc=("a@x.example",), bcc=("b@x.example", "c@x.example"), status="closed"), 100,
            now="saved",
        ),
    )  # fmt: skip
    assert first == " To Sari <sari@x.example>  Cc: a@x.example  Bcc: b@x.example, c@x.example"
    assert second == " Re Where is my order?"
    assert third == " ↳  then close it  saved"
    nobody = address_lines(thread(contact_name=None, contact_email=None, subject=None), draft(), 100)
    assert [plain(each) for each in nobody] == [
        " To –", " Re (no subject)", " ↳  the thread stays as it is  ",
    ]  # fmt: skip


@given(text=HOSTILE_WORDS, width=st.integers(10, 120))
@settings(max_examples=80, deadline=None)
def test_the_addresses_keep_to_the_width(text: str, width: int) -> None:
    hostile = thread(subject=text, contact_name=text, contact_email=text)
    for each in address_lines(hostile, draft(cc=(text,)), width)[:2]:
        assert line_width(each) <= width


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "the thread stays as it is"),
        ({"status": "pending"}, "then set it pending"),
        ({"status": "strange"}, "then strange"),
        ({"labels": ("a", "b")}, "then label it a, b"),
        ({"status": "closed", "labels": ("a",)}, "then close it and label it a"),
        ({"snooze": timedelta(days=3), "status": "snoozed"}, "then snooze it for 3d 0h"),
    ],
)
def test_what_follows_in_words(fields: dict[str, object], words: str) -> None:
    assert then_words(draft(**fields)) == words


def test_what_may_follow_says_what_is_chosen_now() -> None:
    chosen = {each.id: each.hint for each in then_choices(draft(status="closed"))}
    assert chosen == {"closed": "chosen now", "pending": "", "open": "", "leave": ""}
    assert {each.id: each.hint for each in then_choices(draft())}["leave"] == "chosen now"
    snoozed = then_choices(draft(status="closed", snooze=timedelta(hours=1)))
    assert not any(each.hint for each in snoozed)


def test_saved_answers_say_what_they_do() -> None:
    answers = {
        "refund": AnswerSettings("On its way.", title="Refund", key="1", labels=("refund",), status="closed"),
        "wait": AnswerSettings("Soon.", snooze=timedelta(days=2), status="snoozed"),
        "plain": AnswerSettings("Just  some\nwords " * 20),
    }
    shown = answer_choices(answers)
    assert [each.id for each in shown] == ["refund", "wait", "plain"]
    assert [each.hint for each in shown[:2]] == ["closed, refund", "snooze 2d 0h"]
    assert shown[2].hint.startswith("Just some words Just")
    assert len(shown[2].hint) == 60


def test_several_answers_are_shown_as_the_first_of_them_gets_it() -> None:
    answer = AnswerSettings("Halo {{first_name}},\n\nthe refund is on its way. {{me}}")
    people = [thread(contact_name=f"Sari {n}", contact_email=f"sari{n}@x.example") for n in range(10)]
    says = answers_words(people, answer, "budi", left_out=1)
    assert says[0] == "Sari 0 gets: Halo Sari, the refund is on its way. budi"
    assert says[1] == "The others get it with their own names and figures."
    assert says[2].startswith("To Sari 0 <sari0@x.example>, Sari 1 <sari1@x.example>, ")
    assert says[2].endswith(", Sari 7 <sari7@x.example> and 2 more.")
    assert says[3:] == ["Left out, as something cannot be filled in: 1 thread."]
    assert answers_words(people[:2], AnswerSettings("On its way."), "budi") == [
        "Each gets: On its way.",
        "To Sari 0 <sari0@x.example>, Sari 1 <sari1@x.example>.",
    ]


def test_variables_hold_nothing_that_cannot_be_typed() -> None:
    values = values_for(thread(contact_name="\x1b[2JSari", subject="\u202egpj"), "budi")
    assert all(value == printable(value) for value in values.values())
    assert values["me"] == "budi"


# Quotes


def test_a_quote_is_of_what_they_wrote_last() -> None:
    one = conversation(
        mail("First"),
        mail("Second\n\nthird line"),
        mail("Ours", direction="outbound", **{"from": "us@x.example"}),
    )
    assert quote_of(one, JAKARTA) == (
        "On 22 Nov 2026, 19:00, sari@x.example wrote:\n> Second\n> \n> third line"
    )
    assert quote_of(conversation(mail("Ours", direction="outbound")), JAKARTA) == ""
    assert quote_of(conversation(), JAKARTA) == ""
    nobody = conversation(mail("Hm", received_at=None, **{"from": None}))
    assert quote_of(nobody, JAKARTA) == "they wrote:\n> Hm"


def test_a_quote_leaves_out_what_they_quoted() -> None:
    text = "It came.\n\nOn Mon, 1 Jun 2026, Budi wrote:\n> It left today."
    assert quote_of(conversation(mail(text)), JAKARTA).endswith("wrote:\n> It came.")


def test_a_quote_of_very_much_is_cut_and_says_so() -> None:
    quoted = quote_of(conversation(mail("line\n" * 5_000)), JAKARTA).split("\n")
    assert len(quoted) == 202
    assert quoted[-1] == "> […]"
    endless = quote_of(conversation(mail("x" * 1_000_000)), JAKARTA)
    assert len(endless) < 60_000
    assert endless.endswith("…")


@given(text=HOSTILE_WORDS, name=HOSTILE_WORDS)
@settings(max_examples=80, deadline=None)
def test_a_quote_holds_nothing_that_cannot_be_typed(text: str, name: str) -> None:
    quoted = quote_of(conversation(mail(text, **{"from": name})), JAKARTA)
    head, *lines = quoted.split("\n")
    assert head.endswith("wrote:")
    assert all(each.startswith("> ") for each in lines)
    typed = [part for each in (head, *lines) for part in (each[:1_500], each[1_500:])]
    assert all(part == printable(part) for part in typed)


# What came in meanwhile


def test_what_came_in_is_shown_briefly() -> None:
    lines = [plain(each) for each in came_in_lines([mail("word " * 200), mail("Two")], 40)]
    assert lines[0] == "↓ in  sari@x.example"
    assert lines[6].endswith("…")
    assert lines[7:] == ["↓ in  sari@x.example", "  Two"]
    assert came_in_title(thread(), [mail()]) == "1 message from Sari came in while you wrote"
    assert came_in_title(thread(), [mail(), mail()]).startswith("2 messages from Sari")


def test_what_came_in_keeps_to_the_width() -> None:
    for text in HOSTILE.values():
        shown = came_in_lines([mail(text, **{"from": text})] * 5, 40)
        assert 0 < len(shown) <= 12
        assert all(line_width(each) <= 40 for each in shown)


@needs_corpus
def test_hostile_mail_of_the_corpus_is_quoted_as_what_can_be_typed() -> None:
    for text in corpus().values():
        one = mail(text, **{"from": text})
        for each in quote_of(conversation(one), JAKARTA).split("\n"):
            assert each[:1_500] == printable(each[:1_500])
        assert all(line_width(each) <= 40 for each in came_in_lines([one], 40))
