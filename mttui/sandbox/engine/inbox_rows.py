"""What the inbox keeps: a message, how a thread stands, and their rows in the tables.

Text of mail may hold lone surrogates, which are no UTF-8 and which SQLite does not take as text: it is kept
as bytes then.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..clock import iso

STATUSES = ("open", "pending", "snoozed", "closed")
INBOUND, OUTBOUND, BOTH = "inbound", "outbound", "both"
_NAMED = re.compile(r"\s*(.*?)\s*<([^<>]*)>\s*", re.DOTALL)

THREAD = (
    "id, subject, contact, name, status, direction, labels, created_at, updated_at, messages, preview,"
    " last_direction, inbound_at, outbound_at, responded_at, waiting_since"
)
MESSAGE = "id, thread_id, direction, at, place, sender, recipient, subject, text, html, headers, attachments"
PLACED = "id, thread_id, direction, at, place"
"""What is kept of a message that is written when it is read."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One message of a conversation."""

    direction: str
    sender: str
    """Address, with or without a name before it."""
    recipient: str
    subject: str
    text: str | None
    html: str | None = ""
    headers: Mapping[str, Any] | None = None
    attachments: Sequence[Any] = ()

    @property
    def customer(self) -> str:
        """Who it came from, or went to."""
        return self.sender if self.direction == INBOUND else self.recipient


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a conversation stands after its messages so far."""

    messages: int = 0
    direction: str = ""
    """Which ways its messages went."""
    last: str = ""
    """Which way the last one went."""
    inbound_at: int | None = None
    outbound_at: int | None = None
    responded_at: int | None = None
    """When the first message went out after the first came in."""
    waiting_since: int | None = None
    """When the oldest message came in that we have not answered; ``None`` when we wrote last."""

    def after(self, direction: str, at: int) -> Standing:
        """Return how it stands after one more message."""
        ways = direction if self.direction in ("", direction) else BOTH
        if direction == INBOUND:
            waiting = at if self.waiting_since is None else self.waiting_since
            return Standing(
                self.messages + 1, ways, direction, at, self.outbound_at, self.responded_at, waiting
            )
        responded = self.responded_at
        if responded is None and self.inbound_at is not None:
            responded = at
        return Standing(self.messages + 1, ways, direction, self.inbound_at, at, responded)


def split_address(written: str) -> tuple[str, str]:
    """Return name and address of what stands in a header, as ``Budi <budi@gmail.example>``."""
    match = _NAMED.fullmatch(written)
    if match is None:
        return "", written.strip()
    return match[1].strip('"').replace('\\"', '"'), match[2].strip()


def pack(text: str | None) -> str | bytes | None:
    """Return a text as SQLite takes it."""
    if text is None or text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def unpack(kept: Any) -> Any:
    """Return a text as it was before :func:`pack`."""
    return kept.decode("utf-8", "surrogatepass") if isinstance(kept, bytes) else kept


def thread_ref(number: int) -> str:
    """Return the id under which the API shows a thread."""
    return f"thr_{number:03d}"


def message_ref(number: int) -> str:
    """Return the id under which the API shows a message of a thread."""
    return f"inm_{number:03d}"


def number_of(ref: str) -> int | None:
    """Return the number behind the id of a thread or a message, or ``None`` when it is none."""
    digits = ref[4:]
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 15):  # noqa: PLR2004 (fits in 64 bits)
        return None
    number = int(digits)
    return number if ref in (thread_ref(number), message_ref(number)) else None


def thread_row(
    number: int, subject: str, customer: tuple[str, str], standing: Standing, *, status: str,
    labels: Sequence[str], began: int, shown: str,
) -> tuple[Any, ...]:  # fmt: skip
    """Return the row of a thread.

    Args:
        number: its number.
        subject: the subject of its first message.
        customer: name and address of whom it is with.
        standing: how it stands after its messages.
        status: how far it is dealt with.
        labels: what it is filed under.
        began: when it began.
        shown: the last message's own words on a line.
    """
    name, address = customer
    last_at = standing.inbound_at if standing.last == INBOUND else standing.outbound_at
    return (
        number, pack(subject), pack(address), pack(name), status, standing.direction,
        json.dumps(list(labels)) if labels else "[]", began, last_at, standing.messages, pack(shown),
        standing.last, standing.inbound_at, standing.outbound_at, standing.responded_at,
        standing.waiting_since,
    )  # fmt: skip


def message_row(number: int | None, thread: int, mail: Mail, at: int) -> tuple[Any, ...]:
    """Return the row of a message that is kept with its text."""
    return (
        number, thread, mail.direction, at, None, pack(mail.sender), pack(mail.recipient), pack(mail.subject),
        pack(mail.text), pack(mail.html), json.dumps(dict(mail.headers or {})),
        json.dumps(list(mail.attachments)),
    )  # fmt: skip


def read_mail(row: Sequence[Any]) -> Mail:
    """Read the message in a row that has its text."""
    sender, recipient, subject, text, html = map(unpack, row[5:10])
    return Mail(row[2], sender, recipient, subject, text, html, json.loads(row[10]), json.loads(row[11]))


def read_standing(row: Sequence[Any]) -> Standing:
    """Read how the thread of a row stands."""
    return Standing(row[9], row[5], row[11], row[12], row[13], row[14], row[15])


def answer_thread(row: Sequence[Any]) -> dict[str, Any]:
    """Return the thread of a row as it is answered."""
    subject, contact, name, shown = map(unpack, (row[1], row[2], row[3], row[10]))
    return {
        "_id": thread_ref(row[0]), "subject": subject, "contactEmail": contact, "contactName": name,
        "status": row[4], "direction": row[5], "labels": json.loads(row[6]), "messageCount": row[9],
        "preview": shown, "lastDirection": row[11], "createdAt": iso(row[7]), "updatedAt": iso(row[8]),
        "lastInboundAt": _iso(row[12]), "lastOutboundAt": _iso(row[13]), "firstResponseAt": _iso(row[14]),
        "waitingSince": _iso(row[15]),
    }  # fmt: skip


def answer_message(number: int, thread: int, at: int, mail: Mail) -> dict[str, Any]:
    """Return a message as it is answered."""
    return {
        "_id": message_ref(number), "threadId": thread_ref(thread), "direction": mail.direction,
        "from": mail.sender, "to": mail.recipient, "subject": mail.subject, "bodyText": mail.text,
        "bodyHtml": mail.html, "headers": dict(mail.headers or {}), "attachments": list(mail.attachments),
        "receivedAt": iso(at),
    }  # fmt: skip


def _iso(at: int | None) -> str | None:
    return None if at is None else iso(at)
