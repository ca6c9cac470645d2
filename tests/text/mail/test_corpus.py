"""The shared corpus through the reader and the layout: nothing fails, nothing reaches the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from mttui.text.mail import Kind, Letter, read_letter
from tests import corpus
from tests.text.mail.drawing import assert_safe, drawn, words

pytestmark = corpus.needs_corpus

WIDTHS = (40, 80, 120)
DIFFERS = {
    # The name of the sender, above the rule, is folded away there as well.
    "reply-html/talon-reply-separated-by-hr.html",
}


def bodies() -> Iterator[tuple[str, str | None, str | None]]:
    """Every body of the corpus: its name, its text, its HTML."""
    for each in corpus.index():
        if each.kind in ("html", "reply-html"):
            yield each.file, None, each.text
        elif each.kind in ("reply-text", "signature", "script-sample", "hostile-strings", "bidi", "emoji"):
            yield each.file, each.text, None
    for message in (*corpus.messages(), *corpus.localized()):
        yield message["subject"] or "", message["bodyText"], message["bodyHtml"]
        yield message["subject"] or "", None, message["bodyHtml"]
    for bad in corpus.hostile():
        yield bad.name, bad.value, None
        yield bad.name, None, bad.value
        yield bad.name, None, f'<a href="{bad.value}">{bad.value}</a><img alt="{bad.value}" src="x">'


def test_everything_can_be_read_and_drawn_at_every_width() -> None:
    count = 0
    for name, text, html in bodies():
        try:
            letter = read_letter(text, html)
            for width in WIDTHS:
                for unfold in (False, True):
                    assert_safe(drawn(letter, width, unfold=unfold, most=1_000), width)
        except Exception as error:
            error.add_note(f"in {name!a}")
            raise
        count += 1
    assert count > 1_500


def test_notes_and_links_are_words_about_the_mail() -> None:
    for _, text, html in bodies():
        letter = read_letter(text, html)
        assert all(note.strip() and "\n" not in note for note in letter.notes)
        assert [link.number for link in letter.links] == list(range(1, len(letter.links) + 1))


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("entry", corpus.entries("reply-html"), ids=lambda entry: entry.file)
def test_replies_in_html_fold_as_their_sources_expect(entry: corpus.Entry) -> None:
    letter = read_letter(None, entry.text)
    own, hidden = letter.own_words, said(letter, Kind.QUOTE)
    expected = entry.expected
    if entry.file in DIFFERS:
        assert bare(expected["visible"]) in bare(own)
        return
    if "visible" in expected and expected["compare"] in ("exact", "trim", "trim-lines", "no-whitespace"):
        assert bare(own) == bare(expected["visible"])
    for text in expected.get("contains", ()):
        assert text in own
    for text in expected.get("excludes", ()):
        assert text not in own
    for text in expected.get("hiddenContains", ()):
        assert bare(text) in bare(hidden)


def said(letter: Letter, kind: Kind) -> str:
    return "\n".join(words(letter, kind))


@pytest.mark.parametrize(
    "entry", [each for each in corpus.entries("html") if each.expected], ids=lambda each: each.file
)
def test_transactional_mail_says_what_its_own_text_version_says(entry: corpus.Entry) -> None:
    wanted = set(re.findall(r"\w{4,}", entry.expected["companionText"].lower()))
    found = set(re.findall(r"\w{4,}", said(read_letter(None, entry.text), Kind.BODY).lower()))
    assert len(wanted & found) >= 0.85 * len(wanted)
