from __future__ import annotations

import pytest

from mttui.text.mail import Kind, read_letter
from tests.text.mail.drawing import kinds, words

GMAIL = """<div dir="ltr">Yes, please.</div><br><div class="gmail_quote">
<div class="gmail_attr">Pada Sen, 3 Mar 2025 pukul 10.12 Budi
&lt;<a href="mailto:budi@example.com">budi@example.com</a>&gt; menulis:<br></div>
<blockquote class="gmail_quote">Shall we?</blockquote></div>"""
OUTLOOK = """<p class=MsoNormal>Yes, please.</p><div style='border:none;border-top:solid #B5C4DF 1.0pt'>
<p class=MsoNormal><b>From:</b> Budi [mailto:budi@example.com]<br><b>Sent:</b> Monday, March 3, 2025 10:12 AM
<br><b>To:</b> Ani<br><b>Subject:</b> Offer</p></div><p class=MsoNormal>Shall we?</p>"""
OUTLOOK_WEB = """<div>Yes, please.</div><div id="appendonsend"></div><hr>
<div id="divRplyFwdMsg"><b>Von:</b> Budi<br><b>Gesendet:</b> Montag, 3. März 2025</div><div>Shall we?</div>"""
APPLE = """Yes, please.<div><blockquote type="cite"><div>On 3 Mar 2025, at 10:12, Budi wrote:</div>
Shall we?</blockquote></div>"""
THUNDERBIRD = """<p>Yes, please.</p><div class="moz-cite-prefix">Am 03.03.25 um 10:12 schrieb Budi:</div>
<blockquote type="cite" cite="mid:1@example.com"><p>Shall we?</p></blockquote>"""
YAHOO = """<div>Yes, please.</div>
<div class="ydp9yahoo_quoted"><div>On Monday, Budi wrote:</div><div>Shall we?</div></div>"""
HOTMAIL = """<div>Yes, please.<hr id="stopSpelling">Date: Thu, 26 Jun 2014 13:53:45 +0400<br>
Subject: Offer<br>From: budi@example.com<br><br>Shall we?</div>"""


@pytest.mark.parametrize("source", [GMAIL, OUTLOOK, OUTLOOK_WEB, APPLE, THUNDERBIRD, YAHOO, HOTMAIL])
def test_what_mail_programs_mark_as_quoted_folds(source: str) -> None:
    letter = read_letter(None, source)
    assert kinds(letter) in (["body", "quote"], ["body", "quote", "body"])
    assert letter.own_words == "Yes, please."
    assert "Shall we?" in words(letter, Kind.QUOTE)[-1]


def test_an_attribution_belongs_to_the_quote_it_introduces() -> None:
    source = """<p>Yes.</p><p>On Mon, 3 Mar 2025 at 10:12, Budi &lt;budi@example.com&gt; wrote:</p>
    <blockquote type="cite">Shall we?</blockquote>"""
    letter = read_letter(None, source)
    assert letter.own_words == "Yes."
    assert words(letter, Kind.QUOTE)[0].startswith("On Mon")


def test_answers_between_quotes_stay_in_sight() -> None:
    source = """<div class="gmail_quote">On Mon, Budi wrote:<br><blockquote>First?</blockquote>
    <div>Answer one.</div><blockquote>Second?</blockquote><div>Answer two.</div></div>"""
    letter = read_letter(None, source)
    assert "Answer one." in letter.own_words
    assert "Answer two." in letter.own_words


def test_a_quote_in_a_quote_is_all_quoted() -> None:
    source = """<p>Mine.</p><div class="gmail_quote">On Mon, 3 Mar 2025 at 10:12, Budi &lt;b@example.com&gt;
    wrote:<blockquote>His.<div class="gmail_quote">On Sun, Ani wrote:<blockquote>Her.</blockquote>Ps.</div>
    </blockquote></div>"""
    letter = read_letter(None, source)
    assert letter.own_words == "Mine."


def test_an_indented_paragraph_is_no_quote() -> None:
    letter = read_letter(None, '<p>Our terms:</p><blockquote class="gmail_quote">Thirty days.</blockquote>')
    assert letter.own_words == "Our terms:\n\n> Thirty days."


def test_a_frame_around_the_fields_of_a_contact_form_is_no_quote() -> None:
    source = """<p>New message:</p><div style="border-top:1px solid #ccc">From: Budi<br>Email: b@e.example<br>
    Subject: Help<br>Message: It does not work.</div>"""
    letter = read_letter(None, source)
    assert kinds(letter) == ["body"]
    assert "It does not work." in letter.own_words


def test_what_was_passed_on_without_a_word_is_not_folded() -> None:
    source = """<div class="gmail_quote">---------- Forwarded message ----------<br>
    From: Budi<br><br>The news.</div>"""
    letter = read_letter(None, source)
    assert kinds(letter) == ["body"]
    assert "The news." in letter.own_words


def test_signatures_fold() -> None:
    source = """<p>Yes.</p>-- <br>
    <div class="gmail_signature" data-smartmail="gmail_signature"><b>Ani</b><br>Sales</div>"""
    letter = read_letter(None, source)
    assert kinds(letter) == ["body", "signature"]
    assert letter.own_words == "Yes."
    assert words(letter, Kind.SIGNATURE) == ["--", "Ani", "Sales"]


def test_a_signature_alone_does_not_hide_the_mail() -> None:
    letter = read_letter(
        None, "<blockquote type=cite>Shall we?</blockquote><div class=moz-signature>Ani</div>"
    )
    assert "Shall we?" in letter.own_words
