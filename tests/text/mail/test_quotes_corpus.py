"""The replies of the corpus, each compared as its source compares it."""

from __future__ import annotations

import email
import email.policy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from mttui.text.mail.letter import Kind
from mttui.text.mail.quotes import Fragment, split_reply
from tests.corpus import ROOT, entries, hostile, localized, messages, needs_corpus

pytestmark = needs_corpus

KEEP_SIGNATURES = ("talon", "quotequail")
"""Sources whose test of quotations counts signatures to what is visible."""

WHOLE_FORWARD = "a message passed on with nothing above it stays whole"
SHARED_LINE = "the introduction shares its line with words of the sender, which stay"
NOT_MET = {
    "reply/discourse-forwarded_message.txt": WHOLE_FORWARD,
    "quotequail_unwrap_08": WHOLE_FORWARD,
    "quotequail_unwrap_14": WHOLE_FORWARD,
    "quotequail_unwrap_17": WHOLE_FORWARD,
    "talon_dont_parse_quotations_for_forwarded_messages": "the other sources fold a forward below words",
    "talon_reply_and_quotation_splitter_share_line": SHARED_LINE,
    "talon_reply_and_quotation_splitter_share_line_2": SHARED_LINE,
    "talon_reply_and_quotation_splitter_share_line_3": SHARED_LINE,
    "signature/talon-short_url.txt": "thanks are words to the reader; the other sources keep them",
    "reply/discourse-embedded_email_17.txt": "keeps quotations that text follows; here they fold",
    "reply/discourse-embedded_email_12.txt": "an introduction torn apart by blank lines is in doubt",
}
"""Cases that are not met on purpose, and why."""


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    text: str
    expected: dict[str, Any]


def cases() -> Iterator[Case]:
    for entry in entries("reply-text", "signature"):
        if entry.expected:
            yield Case(entry.file, entry.text, entry.expected)
    for entry in entries("reply-mime"):
        message = email.message_from_bytes(entry.data, policy=email.policy.default)
        body = message.get_body(("plain",))
        assert body is not None
        yield Case(entry.file, body.get_content(), entry.expected)
    for entry in entries("reply-text-cases"):
        for each in entry.lines:
            yield Case(each["name"], each["input"], each)


CASES = list(cases())


def lines_of(case: Case, *kinds: Kind) -> str:
    lines = case.text.replace("\r\n", "\n").split("\n")
    return "\n".join(
        "\n".join(lines[each.start : each.end]) for each in split_reply(case.text) if each.kind in kinds
    )


def body_of(text: str) -> str:
    return lines_of(Case("", text, {}), Kind.BODY)


def same(found: str, expected: str, compare: str) -> bool:
    if compare == "trim-lines":
        found, expected = ("\n".join(line.strip() for line in each.split("\n")) for each in (found, expected))
    if compare == "first-fragment":
        return found.strip().startswith(expected.strip())
    if compare == "no-whitespace":
        return "".join(found.split()) == "".join(expected.split())
    # Blank lines at the ends belong to nobody: "exact" differs from "trim" in nothing else.
    return found.strip() == expected.strip()


def misses(case: Case) -> list[str]:
    """What of the expected is not so."""
    expected, missed = case.expected, []
    compare = expected.get("compare", "trim")
    body = lines_of(case, Kind.BODY)
    quote, signature = lines_of(case, Kind.QUOTE), lines_of(case, Kind.SIGNATURE)
    source = case.name.split("/")[-1].replace("_", "-").split("-")[0]
    shown = body
    if source in KEEP_SIGNATURES and not case.name.startswith("signature/"):
        shown = lines_of(case, Kind.BODY, Kind.SIGNATURE)
    if compare == "all-visible" and (quote or signature):
        missed.append("all is visible")
    if compare == "fields":
        visible, bottom = expected.get("visible"), expected.get("bottom", "")
        if expected["type"] is None:
            missed += ["nothing is quoted"] * bool(quote)
        elif not same(shown, f"{visible}\n{bottom}", "no-whitespace"):
            missed.append("visible")
        if expected.get("hidden", "") not in "\n".join(line.lstrip("> ") for line in quote.split("\n")):
            missed.append("hidden")
    elif "visible" in expected and not same(shown, expected["visible"], compare):
        missed.append("visible")
    if "signature" in expected and not same(signature, expected["signature"] or "", "trim"):
        missed.append("signature")
    missed += [f"contains {each!r}" for each in expected.get("contains", ()) if each not in body]
    missed += [f"excludes {each!r}" for each in expected.get("excludes", ()) if each in body]
    missed += [f"hides {each!r}" for each in expected.get("hiddenContains", ()) if each not in quote]
    if expected.get("signatureContains", "") not in signature:
        missed.append("signature contains")
    if expected.get("messages") == 1 and quote:
        missed.append("one message")
    return missed


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_reply_is_folded_as_its_source_says(case: Case) -> None:
    missed = misses(case)
    if case.name in NOT_MET:
        assert missed, "it is met: take it out of the ledger"
        pytest.skip(f"not met on purpose: {NOT_MET[case.name]}")
    assert not missed


def test_the_ledger_names_cases_that_there_are() -> None:
    assert NOT_MET.keys() <= {case.name for case in CASES}


def test_any_mail_is_covered_and_what_stays_is_not_folded_again() -> None:
    texts = [str(each["bodyText"] or "") for each in (*messages(), *localized())]
    texts += [case.text for case in CASES]
    assert len(texts) > 700
    for text in texts:
        lines, fragments = text.split("\n"), split_reply(text)
        assert [at for each in fragments for at in range(each.start, each.end)] == list(range(len(lines)))
        stays = body_of(text)
        assert body_of(stays) == stays


def test_hostile_text_is_all_in_sight() -> None:
    for each in hostile("bodyText"):
        if "quote" not in each.name and "signature" not in each.name:
            assert {fragment.kind for fragment in split_reply(each.value)} == {Kind.BODY}, each.name


def test_transactional_mail_is_all_in_sight() -> None:
    for each in localized():
        assert {fragment.kind for fragment in split_reply(each["bodyText"])} == {Kind.BODY}, each["file"]


def locales() -> list[dict[str, str]]:
    path = ROOT / "text" / "quote-headers-by-locale.json"
    return json.loads(path.read_text()) if path.is_file() else []


@pytest.mark.parametrize("locale", locales(), ids=lambda each: each["locale"])
def test_the_words_of_every_locale_are_known(locale: dict[str, str]) -> None:
    """As a mail program with these words would write it."""
    who, when = "Budi <budi@example.com>", "2 Mar 2026 09:12"
    labels = [
        (locale[name], value) for name, value in (("from", who), ("sent", when), ("to", "siti@example.com"))
    ]
    head = "\n".join(f"{label} {value}" for label, value in [*labels, (locale["subject"], "Laporan")])
    introductions = [head]
    if "separator" in locale:
        introductions += [locale["separator"], f"{locale['separator']}\n{head}"]
    if "replyHeader" in locale:
        with_date = locale["replyHeaderWithDate"].replace("%1$s", when).replace("%2$s", who)
        introductions.append(with_date)
        quoted = locale["replyHeader"].replace("%s", who)
        assert {each.kind for each in split_reply(f"{quoted}\n> Halo\nBaik.")} == {Kind.QUOTE, Kind.BODY}
    for introduction in introductions:
        text = f"Baik.\n\n{introduction}\n\nHalo"
        assert split_reply(text)[1:] == (Fragment(Kind.QUOTE, 2, len(text.split("\n"))),), introduction
