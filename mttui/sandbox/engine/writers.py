"""Who writes to us and with what, and their letters with all that belongs to them: headers, files, quotes."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Any

from ..chance import Chance
from ..company import SUPPORT, SUPPORT_NAME
from .inbox_rows import INBOUND, OUTBOUND, Mail, split_address
from .letters import AUTO, AWAY, BOUNCE, CLOSINGS, GREETINGS, NEWSLETTER, ORDER, PRODUCTS, SPAM, Topic
from .mailers import NO_TABLE, PROGRAMS, Body, Hand, Quoted, jakarta, paragraphs, shown_words, write
from .preview import visible_text

_PROGRAMS_WRITE = frozenset({AUTO, AWAY, BOUNCE})
"""Kinds of letters that have plain text only, with neither signature nor quote."""
_FILES = "https://files.mailtarget.example/inbound"
"""Where the platform keeps what was attached; nothing is there."""
_MAILERS_AT = {
    "gmail": ("gmail", "gmail", "phone"), "outlook": ("outlook",), "hotmail": ("outlook", "phone"),
    "yahoo": ("yahoo", "phone"), "ymail": ("yahoo",),
}  # fmt: skip
"""Programs that people use, by the first part of their mailbox's domain."""
_AT_WORK = ("outlook", "apple", "terminal")
_COMPANY_SIGNATURE = "{name}\nPurchasing | {company}\nT +62 21 555 {digits}  |  www.{domain}"
_NEWSLETTER = (
    "Panen raya kopi Gayo: diskon 20% sampai hari Minggu.\n\n"
    "Lihat semua kopi: https://click.lapak.example/r/7f3a9c\n\n"
    "Anda menerima email ini karena berlangganan Kabar Lapak. Berhenti: https://click.lapak.example/u/7f3a9c"
)
_NEWSLETTER_HTML = (
    '<div style="display:none;max-height:0;overflow:hidden">Diskon 20% sampai hari Minggu</div>'
    '<table width="600" role="presentation" cellpadding="0" cellspacing="0"><tr><td>'
    '<img src="https://img.lapak.example/gayo.jpg" width="600" alt="Karung kopi Gayo di gudang">'
    "</td></tr><tr><td><h1>Panen raya kopi Gayo</h1><p>Diskon <b>20%</b> sampai hari Minggu.</p>"
    '<p><a href="https://click.lapak.example/r/7f3a9c">lapak.example/kopi</a></p></td></tr>'
    '<tr><td style="font-size:11px">Anda menerima email ini karena berlangganan Kabar Lapak. '
    '<a href="https://click.lapak.example/u/7f3a9c">Berhenti langganan</a></td></tr></table>'
    '<img src="https://click.lapak.example/o/7f3a9c.gif" width="1" height="1" alt="">'
)
_SPAM_HTML = (
    '<center><font size="6" color="red">{words}</font></center>'
    '<div style="font-size:1px;color:#ffffff">laporan rapat notulen agenda terima kasih salam</div>'
    '<img src="http://hadiah.example/p.gif?u=bantuan" width="1" height="1">'
)


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody who writes mail."""

    name: str
    address: str
    hand: Hand

    @property
    def written(self) -> str:
        """Name and address as a header has them."""
        return f"{self.name} <{self.address}>" if self.name else self.address

    @property
    def first(self) -> str:
        """What to call them."""
        return self.name.partition(" ")[0] or self.address.partition("@")[0]


US = Writer(SUPPORT_NAME, SUPPORT, Hand("gmail", "id"))
_DAEMON = Writer("Mail Delivery System", "mailer-daemon@mail.lapak.example", Hand("terminal", "en"))
_HELPDESK = Writer("Samudera Helpdesk", "no-reply@samudera.example", Hand("terminal", "en"))
_SPAMMER = Writer("Panitia Hadiah", "info@hadiah.example", Hand("gmail", "id"))


def writer_of(name: str, address: str, language: str) -> Writer:
    """Return who writes from an address; the same address writes with the same program and signature."""
    draw = zlib.crc32(address.encode("utf-8", "surrogatepass"))
    domain = address.rpartition("@")[2]
    company = domain.partition(".")[0]
    programs = _MAILERS_AT.get(company, _AT_WORK)
    signature = ("", "", name)[draw // 7 % 3]
    if programs is _AT_WORK:
        signature = _COMPANY_SIGNATURE.format(
            name=name, company=company.title(), digits=1000 + draw % 9000, domain=domain
        )
    return Writer(name, address, Hand(programs[draw % len(programs)], language, signature))


def writer_for(topic: Topic, name: str, address: str) -> Writer:
    """Return who writes about a topic: the person, or the program that answers in their place."""
    programs = {BOUNCE: _DAEMON, AUTO: _HELPDESK, SPAM: _SPAMMER}
    return programs.get(topic.kind) or writer_of(name, address, topic.language)


def draw_values(chance: Chance, writer: Writer) -> dict[str, str]:
    """Draw what differs from one letter to the next: order, amount, product, units."""
    thousands = chance.whole(35, 980)
    point = "." if writer.hand.language == "id" else ","
    return {
        "order": f"LPK-{chance.whole(1000, 9999)}", "amount": f"Rp{thousands}{point}000",
        "product": chance.pick(PRODUCTS), "units": str(chance.whole(20, 900)), "first": writer.first,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a letter answers: the message, and the ids of all before it."""

    mail: Mail
    at: int

    @property
    def ids(self) -> Sequence[str]:
        """Message-IDs up to it, the oldest first."""
        found = f"{header(self.mail, 'References')} {header(self.mail, 'Message-ID')}"
        return found.split()


def header(mail: Mail, name: str) -> str:
    """Return a header of a message by its name in any case; the first where there are several."""
    for key, value in (mail.headers or {}).items():
        if key.lower() == name.lower():
            first = value[0] if isinstance(value, list) and value else value
            return first if isinstance(first, str) else ""
    return ""


def opening(topic: Topic, writer: Writer, values: Mapping[str, str], at: int, number: int, draw: int) -> Mail:
    """Write the first message of a conversation.

    Args:
        topic: what it is about.
        writer: who writes.
        values: what the words are filled in with.
        at: when.
        number: the thread's number.
        draw: chooses between wordings, and whether files are attached.
    """
    words = opening_words(topic, values, draw)
    body = write(
        words, writer.hand, _newsletter(at) if topic.kind == NEWSLETTER else None, _table(topic, values)
    )
    if topic.kind in _PROGRAMS_WRITE:
        body = Body(words)
    elif topic.kind == SPAM:
        body = Body(words, _SPAM_HTML.format(words=words))
    more = {} if topic.kind not in _AUTOMATIC_HEADERS else dict(_AUTOMATIC_HEADERS[topic.kind])
    subject = topic.subject.format_map(values)
    headers = {**_headers(writer.written, US.written, subject, at, number, 0), **_program(writer), **more}
    return Mail(
        INBOUND, writer.written, US.written, subject, body.text, body.html, headers,
        _files(topic, values, number, draw),
    )  # fmt: skip


def opening_words(topic: Topic, values: Mapping[str, str], draw: int) -> str:
    """Return what an opening says, without signature and quotes."""
    return topic.openings[draw % len(topic.openings)].format_map(values)


def opening_shown(topic: Topic, writer: Writer, values: Mapping[str, str], draw: int) -> str:
    """Return what a list shows of an opening, though longer."""
    if topic.kind in _PROGRAMS_WRITE:
        return opening_words(topic, values, draw)
    return shown_words(opening_words(topic, values, draw), writer.hand, _table(topic, values))


def customer_answer(words: str, writer: Writer, earlier: Earlier, at: int, number: int, place: int) -> Mail:
    """Write what a customer answers, with our message quoted as the customer's program does it.

    Args:
        words: what the customer says.
        writer: the customer.
        earlier: our message.
        at: when.
        number: the thread's number.
        place: messages before it.
    """
    mail = earlier.mail
    body = write(words, writer.hand, _quote(earlier, SUPPORT_NAME, SUPPORT, writer.written))
    headers = _headers(writer.written, US.written, answered(mail.subject), at, number, place, earlier)
    return Mail(
        INBOUND, writer.written, US.written, answered(mail.subject), body.text, body.html,
        {**headers, **_program(writer)},
    )  # fmt: skip


def _quote(earlier: Earlier, name: str, address: str, to: str) -> Quoted:
    mail = earlier.mail
    text = mail.text or visible_text(mail.html or "").strip()
    return Quoted(earlier.at, name, address, to, mail.subject, text, mail.html or "")


def our_words(words: str, customer: Writer, agent: str) -> str:
    """Return what one of us says, with greeting and closing."""
    language = customer.hand.language
    greeting = GREETINGS[language].format(first=customer.first)
    return "\n\n".join((greeting, words, CLOSINGS[language].format(agent=agent)))


def our_message(
    body: Body, to: str, subject: str, at: int, number: int, place: int, earlier: Earlier | None = None,
    copies: Mapping[str, str] | None = None,
) -> Mail:  # fmt: skip
    """Write a message of ours.

    Args:
        body: its text and HTML.
        to: the customer, with or without a name.
        subject: the subject, already an answer's where it is one.
        at: when.
        number: the thread's number.
        place: messages before it.
        earlier: what it answers.
        copies: ``Cc`` and ``Bcc``.
    """
    headers = {**_headers(US.written, to, subject, at, number, place, earlier), **(copies or {})}
    return Mail(OUTBOUND, US.written, to, subject, body.text, body.html, headers)


def our_body(words: str, earlier: Earlier | None = None) -> Body:
    """Return words of ours in both forms, with the customer's message quoted if it is given."""
    if earlier is None:
        return Body(words, paragraphs(words))
    name, address = split_address(earlier.mail.sender)
    return write(words, US.hand, _quote(earlier, name, address, US.written))


def answered(subject: str) -> str:
    """Return the subject of an answer."""
    return subject if subject.lower().startswith("re:") else f"Re: {subject}"


_AUTOMATIC_HEADERS: Mapping[str, Mapping[str, str]] = {
    AUTO: {"Auto-Submitted": "auto-replied", "Precedence": "auto_reply"},
    AWAY: {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"},
    BOUNCE: {"Auto-Submitted": "auto-replied", "Return-Path": "<>"},
    SPAM: {"Precedence": "bulk"},
}


def is_automatic(mail: Mail) -> bool:
    """Say whether a program sent a message, which nobody answers for."""
    local = mail.sender.lower()
    return (
        header(mail, "Auto-Submitted").lower() not in ("", "no")
        or header(mail, "Precedence").lower() in ("bulk", "list", "junk", "auto_reply")
        or any(name in local for name in ("mailer-daemon", "postmaster@", "no-reply", "noreply"))
    )


def _headers(
    sender: str, to: str, subject: str, at: int, number: int, place: int, earlier: Earlier | None = None
) -> dict[str, str]:
    domain = sender.rpartition("@")[2].rstrip(">")
    found = {
        "From": sender, "To": to, "Subject": subject, "Date": format_datetime(jakarta(at)),
        "Message-ID": f"<{at:x}.{number}.{place}@{domain}>", "MIME-Version": "1.0",
    }  # fmt: skip
    ids = earlier.ids if earlier is not None else ()
    return {**found, "In-Reply-To": ids[-1], "References": " ".join(ids)} if ids else found


def _program(writer: Writer) -> dict[str, str]:
    program = PROGRAMS[writer.hand.mailer]
    return {"X-Mailer": program} if program else {}


def _files(topic: Topic, values: Mapping[str, str], number: int, draw: int) -> Sequence[Mapping[str, Any]]:
    if topic.kind == BOUNCE:
        return (_file("", "message/delivery-status", 412, number), _file("", "message/rfc822", 3407, number))
    if draw % 3 == 0:
        return ()
    return tuple(
        _file(name.format_map(values), kind, low + draw * 7919 % (high - low), number)
        for name, kind, low, high in topic.files
    )


def _file(name: str, kind: str, size: int, number: int) -> Mapping[str, Any]:
    found = {"filename": name, "contentType": kind, "size": size}
    return {**found, "url": f"{_FILES}/{number:06x}/{name or kind.partition('/')[2]}"}


def _newsletter(at: int) -> Quoted:
    sent = at - at % 86400 - 86400 + 2 * 3600
    return Quoted(
        sent, "Kabar Lapak", "kabar@promo.lapak.example", "Pelanggan <pelanggan@lapak.example>",
        "Kabar Lapak: panen raya kopi Gayo", _NEWSLETTER, _NEWSLETTER_HTML,
    )  # fmt: skip


def _table(topic: Topic, values: Mapping[str, str]) -> Body:
    """Return the order that a letter shows, as text and as HTML."""
    if topic.kind != ORDER:
        return NO_TABLE
    rows = (
        ("Barang", "Jumlah", "Harga"),
        (values["product"], "2", values["amount"]),
        ("ongkos kirim", "1", "Rp18.000"),
    )
    text = "\n".join(f"{name:<20} {count:>6} {price:>12}" for name, count, price in rows)
    cells = "".join(
        "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>"
        for row, tag in zip(rows, ("th", "td", "td"), strict=True)
    )
    return Body(
        text, f'<table border="1" cellpadding="4"><caption>{values["order"]}</caption>{cells}</table>'
    )
