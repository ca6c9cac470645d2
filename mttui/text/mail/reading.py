"""Reads a mail: which of its two bodies, what is repaired, what folds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mttui.text.line import plain
from mttui.text.mail.bounds import LIMIT
from mttui.text.mail.charset import repair
from mttui.text.mail.folds import Run, runs, settle
from mttui.text.mail.html import render
from mttui.text.mail.letter import Kind, Letter, Part, Row
from mttui.text.mail.plain import TextRows, links_of
from mttui.text.mail.quotes import split_reply

_STUB = 400
"""How many characters a text has at most that only says where the mail is to be read."""
_STUB_WORDS = re.compile(
    r"view (?:(?:this|the|it|your) )?(?:(?:e-?mail|message|newsletter|version) )?"
    r"(?:online|in (?:(?:a|your|the) )?(?:web ?)?browser)"
    r"|(?:does not|doesn't|can ?not|can't|unable to) (?:display|show|view|read|support)[^.]{0,40}html"
    r"|html[ -](?:version|capable|enabled|e?-?mail)|requires? (?:an )?html|this is an html message"
    r"|(?:lihat|buka) (?:email|pesan|versi)[^.]{0,30}(?:browser|peramban|online)"
    r"|im browser (?:ansehen|anzeigen|öffnen)|dans (?:votre|un) navigateur|en (?:su|tu|el) navegador",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S+")
_MARKUP = re.compile(
    r"\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<(?:!doctype )?html|<head[\s>]|<body[\s>])",
    re.IGNORECASE,
)


def read_letter(text: str | None, html: str | None) -> Letter:
    """Make of the bodies of a mail what is read on a terminal. Nothing is fetched for it.

    The text is what is read when it says something. The HTML is read instead when there is no
    text, when the text is but an apology (`view this mail in your browser`, `your program cannot
    show HTML`), and when the text is HTML source itself. To read the HTML whatever the text says,
    pass no text.

    Args:
        text: the plain text body; of any length, it is laid out as it is looked at.
        html: the HTML body; its first 2,000,000 characters are read.

    Returns:
        The letter; one that says nothing has no parts.
    """
    text = text or ""
    html = html or ""
    if _MARKUP.match(text[:2_000]):
        return _of_html(text if not html.strip() else html)
    if html.strip() and not _says_something(text):
        return _of_html(html)
    return _of_text(text)


def _says_something(text: str) -> bool:
    if len(text) > _STUB:
        return True
    words = _URL.sub("", text).strip(" \t\r\n-=*_·|.\ufeff\u200b\u00a0")
    return bool(words) and not _STUB_WORDS.search(text)


def _of_text(text: str) -> Letter:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    repaired = repair(text.rstrip())
    if not repaired.text:
        return Letter(())
    lines = repaired.text.split("\n")
    found = [Run(each.kind, each.start, each.end) for each in split_reply(repaired.text)]
    settled = settle(found, lambda at: not lines[at].strip())
    parts = tuple(Part(kind, TextRows(lines[start:end])) for kind, start, end in settled)
    return Letter(parts, links_of(repaired.text), repaired.notes)


def _of_html(html: str) -> Letter:
    notes: list[str] = []
    if len(html) > LIMIT:
        notes.append(
            f"cut after {LIMIT // 1_000_000} MB: the rest of {len(html) / 1_000_000:.1f} MB was not read"
        )
    repaired = repair(html[:LIMIT])
    rendered = render(repaired.text)
    rows = rendered.rows
    kinds = _with_words(rows, _folded(rows, rendered.kinds))
    settled = settle(runs(kinds), lambda at: not plain(rows[at].spans).strip())
    parts = tuple(Part(kind, tuple(rows[start:end])) for kind, start, end in settled)
    return Letter(parts, rendered.links, (*notes, *repaired.notes, *rendered.notes))


def _folded(rows: Sequence[Row], kinds: Sequence[Kind]) -> list[Kind]:
    """Fold by the words too: what the mail program did not mark, an attribution may show.

    What it did mark is shown to the search as quoted, so that what introduces it is found.
    """
    words = "\n".join(map(_as_plain, rows, kinds))
    folded = list(kinds)
    for kind, start, end in split_by_words(words):
        for at in range(start, end):
            if folded[at] is Kind.BODY:
                folded[at] = kind
    return folded


def _as_plain(row: Row, kind: Kind) -> str:
    words = row.words
    if words.endswith("───"):
        return words.replace("─", "-")
    return "> " + words if kind is Kind.QUOTE and not row.first.startswith(">") else words


def split_by_words(words: str) -> list[Run]:
    """Return the runs of `split_reply` over a text; none when there is no text."""
    return [Run(each.kind, each.start, each.end) for each in split_reply(words)] if words else []


def _with_words(rows: Sequence[Row], kinds: list[Kind]) -> list[Kind]:
    """Leave in sight what was passed on when nothing else is said."""
    if any(kind is Kind.BODY and plain(row.spans).strip() for row, kind in zip(rows, kinds, strict=True)):
        return kinds
    return [Kind.BODY if kind is Kind.QUOTE else kind for kind in kinds]
