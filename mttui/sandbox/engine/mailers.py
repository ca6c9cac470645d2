"""How mail programs write a message: the signature below it, and what it answers quoted beneath.

Gmail, Outlook, Apple Mail, Yahoo, a phone, and a program in a terminal that quotes above the answer; each in
Indonesian and English, as they word and mark it. Times are those of Jakarta.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

JAKARTA = timezone(timedelta(hours=7))
_LONGEST_QUOTE = 20_000
"""Characters of a message that are quoted; what is longer is cut off."""
_WRAP = 78
_MARKS_SIGNATURES = frozenset({"gmail", "phone", "terminal"})
"""Programs whose signatures can be told from what is said."""

_DAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "id": ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
           "November", "Desember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quoted:
    """The message that is answered."""

    at: int
    name: str
    address: str
    to: str
    subject: str
    text: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """How somebody writes mail."""

    mailer: str
    """One of :data:`MAILERS`."""
    language: str
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A message in both its forms; ``html`` is empty where the program sends none."""

    text: str
    html: str = ""


NO_TABLE = Body("")


def write(words: str, hand: Hand, quoted: Quoted | None = None, table: Body = NO_TABLE) -> Body:
    """Write a message.

    Args:
        words: what the sender says.
        hand: the sender's program, language and signature.
        quoted: what is answered; ``None`` begins a conversation.
        table: what stands below the words, in both forms.
    """
    if quoted is not None:
        quoted = _cut(quoted)
    return MAILERS[hand.mailer](words, hand, quoted, table)


def shown_words(words: str, hand: Hand, table: Body = NO_TABLE) -> str:
    """Return what stands in the text before any quote and any signature that is marked as one."""
    return _join(words, table.text, "" if hand.mailer in _MARKS_SIGNATURES else hand.signature)


def paragraphs(words: str) -> str:
    """Return words as HTML: escaped, blank lines part paragraphs."""
    parts = (_escape(part).replace("\n", "<br>") for part in words.split("\n\n"))
    return "".join(f"<p>{part}</p>" for part in parts)


def _escape(text: str) -> str:
    return html.escape(text, quote=False)


def _cut(quoted: Quoted) -> Quoted:
    fits = len(quoted.html) <= _LONGEST_QUOTE
    return Quoted(
        quoted.at, quoted.name, quoted.address, quoted.to, quoted.subject, quoted.text[:_LONGEST_QUOTE],
        quoted.html if fits else "",
    )  # fmt: skip


def _divs(words: str) -> str:
    lines = (_escape(line) or "<br>" for line in words.split("\n"))
    return "".join(f"<div>{line}</div>" for line in lines)


def _inner(quoted: Quoted) -> str:
    """Return what is quoted as HTML."""
    return quoted.html or _divs(quoted.text)


def _marked(text: str) -> str:
    return "\n".join(f"> {line}" if line and line[0] != ">" else f">{line}" for line in text.split("\n"))


def jakarta(at: int) -> datetime:
    """Return a second as the time in Jakarta."""
    return datetime.fromtimestamp(at, UTC).astimezone(JAKARTA)


def _clock(when: datetime, language: str) -> str:
    if language == "id":
        return f"{when:%H.%M}"
    return f"{(when.hour - 1) % 12 + 1}:{when:%M} {'AM' if when.hour < 12 else 'PM'}"  # noqa: PLR2004 (noon)


def _short_day(when: datetime, language: str) -> str:
    return _day(when, language, 3)


def _long_day(when: datetime, language: str) -> str:
    return _day(when, language, None)


def _day(when: datetime, language: str, letters: int | None) -> str:
    """Return the day with its names cut to so many letters."""
    day, month = _DAYS[language][when.weekday()][:letters], _MONTHS[language][when.month - 1][:letters]
    date = f"{when.day} {month}" if language == "id" else f"{month} {when.day},"
    return f"{day}, {date} {when.year}"


def _join(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _gmail(words: str, hand: Hand, quoted: Quoted | None, table: Body, foot: str = "") -> Body:
    signature = f"-- \n{hand.signature}" if hand.signature else ""
    markup = f'<div dir="ltr">{_divs(words)}{table.html}</div>{_divs(foot) if foot else ""}'
    if signature:
        markup += (
            '<div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" '
            f'class="gmail_signature" data-smartmail="gmail_signature">{_divs(hand.signature)}</div>'
        )
    if quoted is None:
        return Body(_join(words, table.text, foot, signature), markup)
    line = _gmail_line(quoted, hand.language)
    markup += (
        f'<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">'
        f"{_escape(line)}<br></div>"
        '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid '
        f'rgb(204,204,204);padding-left:1ex">{_inner(quoted)}</blockquote></div>'
    )
    wrapped = line if len(line) <= _WRAP else "\n".join(line.rsplit(" ", 1))
    return Body(_join(words, table.text, foot, signature, wrapped, _marked(quoted.text)), markup)


def _gmail_line(quoted: Quoted, language: str) -> str:
    when, who = jakarta(quoted.at), f"{quoted.name} <{quoted.address}>"
    if language == "id":
        return f"Pada tanggal {_short_day(when, 'id')} pukul {_clock(when, 'id')} {who} menulis:"
    return f"On {_short_day(when, 'en')} at {_clock(when, 'en')} {who} wrote:"


_OUTLOOK_HEADS = {
    "id": ("Dari", "Dikirim", "Kepada", "Subjek"),
    "en": ("From", "Sent", "To", "Subject"),
}


def _outlook(words: str, hand: Hand, quoted: Quoted | None, table: Body) -> Body:
    text = _join(words, table.text, hand.signature)
    lines = _join(words, hand.signature).split("\n")
    own = "".join(f'<p class="MsoNormal">{_escape(line) or "&nbsp;"}</p>' for line in lines)
    markup = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><style>'
        "<!-- p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:Calibri,sans-serif;} --></style></head>"
        f'<body lang="{hand.language.upper()}"><div class="WordSection1">{own}{table.html}</div>'
    )
    if quoted is None:
        return Body(text, f"{markup}</body></html>")
    heads = _OUTLOOK_HEADS[hand.language]
    when = jakarta(quoted.at)
    values = (
        f"{quoted.name} <{quoted.address}>",
        f"{_long_day(when, hand.language)} {_clock(when, hand.language)}", quoted.to, quoted.subject,
    )  # fmt: skip
    lines = [f"{head}: {value}" for head, value in zip(heads, values, strict=True)]
    bold = (f"<b>{h}:</b> {_escape(v)}" for h, v in zip(heads, values, strict=True))
    markup += (
        '<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">'
        '<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" '
        f'color="#000000">{"<br>".join(bold)}</font><div>&nbsp;</div></div><div>{_inner(quoted)}</div>'
        "</body></html>"
    )
    return Body(_join(text, "_" * 32 + "\n" + "\n".join(lines), quoted.text), markup)


def _apple(words: str, hand: Hand, quoted: Quoted | None, table: Body) -> Body:
    text = _join(words, table.text, hand.signature)
    markup = (
        f'<html><body style="overflow-wrap: break-word;">{_divs(_join(words, hand.signature))}{table.html}'
    )
    if quoted is None:
        return Body(text, f"{markup}</body></html>")
    when, who = jakarta(quoted.at), f"{quoted.name} <{quoted.address}>"
    month = _MONTHS[hand.language][when.month - 1][:3]
    line = (
        f"Pada {when.day} {month} {when.year}, pukul {when:%H.%M}, {who} menulis:"
        if hand.language == "id"
        else f"On {when.day} {month} {when.year}, at {when:%H:%M}, {who} wrote:"
    )
    markup += (
        f'<div><br><blockquote type="cite"><div>{_escape(line)}</div><br>'
        f"<div>{_inner(quoted)}</div></blockquote></div></body></html>"
    )
    return Body(_join(text, _marked(f"{line}\n\n{quoted.text}")), markup)


def _yahoo(words: str, hand: Hand, quoted: Quoted | None, table: Body) -> Body:
    text = _join(words, table.text, hand.signature)
    own = _divs(_join(words, hand.signature))
    markup = f'<div class="yahoo-style-wrap" style="font-size:13px;">{own}{table.html}</div>'
    if quoted is None:
        return Body(text, markup)
    when, who = jakarta(quoted.at), f"{quoted.name} <{quoted.address}>"
    line = (
        f"Pada {_long_day(when, 'id')} pukul {when:%H.%M.%S} WIB, {who} menulis:"
        if hand.language == "id"
        else f"On {_long_day(when, 'en')} at {_clock(when, 'en')} GMT+7, {who} wrote:"
    )
    indented = "\n".join(f"   {each}".rstrip() for each in f"{line}\n\n{quoted.text}".split("\n"))
    markup += (
        f'<div id="yahoo_quoted_{quoted.at}" class="yahoo_quoted"><div>{_escape(line)}</div>'
        f"<div><br></div><div>{_inner(quoted)}</div></div>"
    )
    return Body(_join(text, indented), markup)


_PHONES = {
    "id": ("Dikirim dari iPhone saya", "Terkirim dari Samsung Galaxy saya"),
    "en": ("Sent from my iPhone", "Sent from my Galaxy"),
}


def _phone(words: str, hand: Hand, quoted: Quoted | None, table: Body) -> Body:
    """Write on a phone: short, with its advertisement for a signature; the quote is Gmail's."""
    sent_from = _PHONES[hand.language][len(words) % 2]
    return _gmail(words, Hand("gmail", hand.language), quoted, table, sent_from)


def _terminal(words: str, hand: Hand, quoted: Quoted | None, table: Body) -> Body:
    """Write as mutt does: no HTML, the answer below what it answers."""
    signature = f"-- \n{hand.signature}" if hand.signature else ""
    if quoted is None:
        return Body(_join(words, table.text, signature))
    when = jakarta(quoted.at)
    line = f"On {_short_day(when, 'en')} at {when:%H:%M:%S} +0700, {quoted.name} wrote:"
    return Body(f"{line}\n{_marked(quoted.text)}\n\n{_join(words, table.text, signature)}")


MAILERS: Mapping[str, Callable[[str, Hand, Quoted | None, Body], Body]] = {
    "gmail": _gmail, "outlook": _outlook, "apple": _apple, "yahoo": _yahoo, "phone": _phone,
    "terminal": _terminal,
}  # fmt: skip
PROGRAMS = {
    "gmail": "", "outlook": "Microsoft Outlook 16.0", "apple": "Apple Mail (2.3774.500.171)",
    "yahoo": "YMailNorrin", "phone": "", "terminal": "Mutt/2.2.12",
}  # fmt: skip
"""What each puts into ``X-Mailer``; the empty ones put nothing."""
