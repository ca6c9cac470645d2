"""A conversation to read: one message after the other, in and out told apart, laid out as one looks."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any

from mttui.api.models.threads import Thread
from mttui.stores.inbox.clocks import ResponseClock
from mttui.stores.inbox.conversations import Conversation, Mail
from mttui.text import (
    UNKNOWN,
    Line,
    Role,
    Span,
    ago,
    cell_len,
    fit_line,
    line,
    line_width,
    plural,
    size,
    truncate,
    wrap,
)

from .inbox import NO_SUBJECT, clock_span, state_span, who

if TYPE_CHECKING:
    from mttui.text.mail import Piece as MailPiece

_MOST_HEADERS = 60
_HEADER_LINES = 2
_IN, _OUT = "↓ in ", "↑ out"
_LABELS_SHOWN = 40
_MARGIN = 2
_SPACE = Span(" ")
_BEFORE, _AFTER = -1, "after"
"""Names of what stands before and after the text of a message."""


@dataclass(frozen=True, slots=True)
class ReadingFacts:
    """What a conversation is shown with."""

    now: datetime
    zone: tzinfo
    unfolded: bool = False
    """Whether quoted text and signatures are shown in full."""
    headers: bool = False
    """Whether the headers of the messages are shown."""


class Document:
    """A conversation at a width; what is not looked at is not laid out.

    Args:
        conversation: what was written.
        facts: with what it is shown.
        width: cells.
    """

    def __init__(self, conversation: Conversation, facts: ReadingFacts, width: int) -> None:
        from mttui.text.mail import Flow  # noqa: PLC0415 (with the first mail that is read)

        room = max(1, width - _MARGIN)
        pieces = [
            each
            for at, mail in enumerate(conversation.mails)
            for each in _pieces(at, mail, facts, room, of=len(conversation.mails))
        ]
        self._last, self._start = len(conversation.mails) - 1, -1
        self._flow = Flow(pieces, room, EVERYTHING if facts.unfolded else frozenset())

    def rows(self, top: int, count: int) -> list[Line]:
        """Return the lines that are looked at; fewer than so many at the end."""
        return [(_SPACE, *spans) for spans in self._flow.rows(top, count)]

    @property
    def height(self) -> int:
        """How many lines there are; at least so many while not all are laid out."""
        return self._flow.height

    def start_of_last(self) -> int:
        """Return the line at which the newest message begins."""
        if self._start < 0:
            self._start = self._flow.line_of((self._last, _BEFORE)) or 0
        return self._start


class _Everything(Container[object]):
    def __contains__(self, _key: object) -> bool:
        return True


EVERYTHING = _Everything()
"""The names of all parts that can be folded."""


def _pieces(at: int, mail: Mail, facts: ReadingFacts, width: int, *, of: int) -> Iterator[MailPiece]:
    from mttui.text.mail import Kind, Part, Piece, Row, pieces  # noqa: PLC0415 (see above)

    def whole(lines: Iterable[Line]) -> list[Row]:
        return [Row(spans, wraps=False) for spans in lines]

    rule = message_rule(mail, facts, width, place=f"{at + 1}/{of} " if of > 1 else "")
    above = whole([rule, *_above(mail, facts, width)])
    yield from pieces(at, mail.letter, *above)
    yield Piece((at, _AFTER), Part(Kind.BODY, whole([*_below(mail, width), ()])))


def heading_line(
    thread: Thread, clock: ResponseClock | None, now: datetime, width: int, *, focused: bool
) -> Line:
    """Write what thread it is, above its messages: subject, person, labels, state and clock."""
    edge = Role.ACCENT if focused else Role.MUTED
    rule = "━" if focused else "─"
    state, left = state_span(thread), clock_span(clock, now)
    labels = truncate(" ".join(thread.labels), _LABELS_SHOWN)
    right = [Span(f" {labels}", Role.MUTED), Span("  "), state]
    if left.text != UNKNOWN:
        right += [Span("  answer in " if left.role is not Role.BAD else "  answer ", Role.MUTED), left]
    right.append(Span(f" {rule}", edge))
    room = max(0, width - line_width(tuple(right)) - 4)
    subject = truncate(thread.subject or NO_SUBJECT, room)
    person = truncate(f"  {who(thread)}", max(0, room - cell_len(subject)))
    spans = (Span(f"{rule} ", edge), Span(subject, Role.TITLE), Span(person, Role.MUTED), Span(" "))
    gap = width - line_width(spans) - line_width(tuple(right))
    return fit_line((*spans, Span(rule * max(0, gap), edge), *right), width)


def message_rule(mail: Mail, facts: ReadingFacts, width: int, *, place: str = "") -> Line:
    """Write above a message which way it went, who wrote it, and when.

    Args:
        mail: the message.
        facts: with what it is shown.
        width: cells.
        place: which one of how many it is.
    """
    message = mail.message
    way = Span(_OUT, Role.GOOD) if mail.is_outbound else Span(_IN, Role.KEY)
    sender = message.from_ or UNKNOWN
    to = f" → {message.to}" if mail.is_outbound and message.to else ""
    when = _when(message.received_at, facts)
    room = max(0, width - cell_len(when) - cell_len(way.text) - cell_len(place) - 6)
    name = truncate(f"{sender}{to}", room)
    rest = max(0, room - cell_len(name))
    spans = line(
        Span("─ ", Role.MUTED), way, " ", Span(place, Role.MUTED), Span(name, Role.STRONG),
        Span(f" {'─' * rest} ", Role.MUTED), Span(when, Role.MUTED), Span(" "),
    )  # fmt: skip
    return fit_line(spans, width)


def _when(moment: datetime | None, facts: ReadingFacts) -> str:
    if moment is None:
        return "time unknown"
    local = moment.astimezone(facts.zone)
    age = ago((facts.now - moment).total_seconds())
    year = "" if local.year == facts.now.astimezone(facts.zone).year else f" {local.year}"
    return f"{local:%a} {local.day} {local:%b}{year} {local:%H:%M %Z} · {age} ago"


def _above(mail: Mail, facts: ReadingFacts, width: int) -> Iterator[Line]:
    """Yield what stands between the rule and the text: headers, and what to know about the text."""
    message = mail.message
    if facts.headers:
        shown = {
            "From": message.from_,
            "To": message.to,
            "Subject": message.subject,
            **_headers(message.headers),
        }
        for name, value in list(shown.items())[:_MOST_HEADERS]:
            for at, part in enumerate(wrap(f"{name}: {value}", max(1, width - 4), lines=_HEADER_LINES)):
                yield line("  " if at else "", Span(part, Role.MUTED))
        if len(shown) > _MOST_HEADERS:
            yield line(Span(f"… {plural(len(shown) - _MOST_HEADERS, 'more header')}", Role.MUTED))
        yield ()
    for note in mail.letter.notes:
        yield line(Span(f"! {truncate(note, max(1, width - 2))}", Role.WARN))
    if not any(part.says_something for part in mail.letter.parts):
        yield line(Span("(no text)", Role.MUTED))


def _headers(headers: Mapping[str, Any] | None) -> dict[str, str]:
    found = {}
    for name, value in (headers or {}).items():
        values = value if isinstance(value, list | tuple) else [value]
        found[str(name)] = " | ".join(map(str, values))
    return found


def _below(mail: Mail, width: int) -> Iterator[Line]:
    """Yield what follows the text: attachments, and where its links lead."""
    for attachment in mail.message.attachments:
        name, kind, length, _ = attachment_facts(attachment)
        shown = truncate(name, max(1, width - cell_len(length) - 8))
        room = max(0, width - cell_len(shown) - cell_len(length) - 9)
        words = "  ".join(part for part in (length, truncate(kind, room)) if part)
        yield line(" ", Span("▪ ", Role.ACCENT), shown, Span(f"  {words}", Role.MUTED))
    for link in mail.letter.links:
        number = f"[{link.number}] "
        room = max(1, width - cell_len(number) - 3)
        yield line(" ", Span(number, Role.LINK), Span(truncate(link.target, room), Role.MUTED))
        if link.warning:
            yield line(" ", Span(f"! {truncate(link.warning, max(1, width - 5))}", Role.WARN))


def attachment_facts(attachment: Any) -> tuple[str, str, str, str]:
    """Return name, type, size and address of an attachment, whatever the platform sent of them."""
    given = attachment if isinstance(attachment, Mapping) else {"filename": str(attachment)}
    name = str(given.get("filename") or given.get("name") or "(no name)")
    kind = str(given.get("contentType") or given.get("mimeType") or given.get("type") or "")
    length = given.get("size")
    known = length if isinstance(length, int | float) and not isinstance(length, bool) else None
    address = str(given.get("url") or given.get("downloadUrl") or "")
    return name, kind, size(known) if known is not None else "", address
