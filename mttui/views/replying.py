"""Replies in words: to whom they go, what becomes of the thread, what is quoted, what is filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from mttui.api.models.threads import Thread
from mttui.local.answers import fill, variables
from mttui.local.draft import Draft
from mttui.local.inbox_settings import AnswerSettings
from mttui.stores.inbox.conversations import Conversation, Mail
from mttui.stores.inbox.splits import CLOSED, OPEN, PENDING
from mttui.text import UNKNOWN, Line, Role, Span, count, duration, line, plural, printable, truncate, wrap

from .choices import Choice
from .inbox import NO_SUBJECT, who_briefly

_QUOTED_LINES = 200
_SHOWN_LINES = 12
_SENDER = 100
_SHOWN_TEXT, _LISTED = 200, 8
_THENS = (
    (CLOSED, "close it"),
    (PENDING, "set it pending"),
    (OPEN, "set it open"),
    ("", "change nothing"),
)


def address_lines(thread: Thread, draft: Draft, width: int, *, now: str = "") -> list[Line]:
    """Write to whom a reply goes, and what becomes of its thread."""
    name = thread.contact_name
    address = thread.contact_email or UNKNOWN
    to = f"{name} <{address}>" if name else address
    copies = "".join(
        f"  {label}: {', '.join(listed)}"
        for label, listed in (("Cc", draft.cc), ("Bcc", draft.bcc))
        if listed
    )
    first = line(Span(" To ", Role.MUTED), Span(truncate(to + copies, max(1, width - 6)), Role.STRONG))
    subject = line(Span(" Re ", Role.MUTED), Span(truncate(thread.subject or NO_SUBJECT, max(1, width - 6))))
    then = line(Span(" ↳  ", Role.MUTED), Span(then_words(draft)), Span(f"  {now}", Role.MUTED))
    return [first, subject, then]


def then_words(draft: Draft) -> str:
    """Say what becomes of the thread once the reply is out."""
    parts = []
    if draft.snooze:
        parts.append(f"snooze it for {duration(draft.snooze.total_seconds())}")
    elif draft.status:
        parts.append(dict(_THENS).get(draft.status, draft.status))
    if draft.labels:
        parts.append(f"label it {', '.join(draft.labels)}")
    return f"then {' and '.join(parts)}" if parts else "the thread stays as it is"


def then_choices(draft: Draft) -> list[Choice]:
    """Return what may become of the thread."""
    return [
        Choice(status or "leave", words, "chosen now" if draft.status == status and not draft.snooze else "")
        for status, words in _THENS
    ]


def answer_choices(answers: Mapping[str, AnswerSettings]) -> list[Choice]:
    """Return the saved answers, each with the key that takes it."""
    return [
        Choice(name, answer.title or name, _answer_hint(answer), answer.key or "")
        for name, answer in answers.items()
    ]


def answers_words(
    threads: Sequence[Thread], answer: AnswerSettings, me: str, *, left_out: int = 0
) -> list[str]:
    """Say what several people are about to get, as the first of them gets it, and who they are.

    Args:
        threads: whose people; at least one.
        answer: what they get.
        me: who answers.
        left_out: threads in whose answer something could not be filled in.
    """
    first, rest = threads[0], len(threads) - _LISTED
    text = fill(answer.text, values_for(first, me)).text
    is_same = text == answer.text
    who = "Each" if is_same else who_briefly(first)
    says = [f"{who} gets: {truncate(' '.join(text.split()), _SHOWN_TEXT)}"]
    if not is_same and len(threads) > 1:
        says.append("The others get it with their own names and figures.")
    more = f" and {count(rest)} more" if rest > 0 else ""
    says.append(f"To {', '.join(map(_recipient, threads[:_LISTED]))}{more}.")
    if left_out:
        says.append(f"Left out, as something cannot be filled in: {plural(left_out, 'thread')}.")
    return says


def _recipient(thread: Thread) -> str:
    name, address = thread.contact_name, thread.contact_email
    return f"{name} <{address}>" if name and address else who_briefly(thread)


def _answer_hint(answer: AnswerSettings) -> str:
    then = [answer.status] if answer.status else []
    if answer.snooze:
        then = [f"snooze {duration(answer.snooze.total_seconds())}"]
    return ", ".join([*then, *answer.labels]) or truncate(" ".join(answer.text.split()), 60)


def values_for(thread: Thread, me: str) -> dict[str, str]:
    """Return what the variables of a saved answer stand for."""
    return variables(
        name=printable(thread.contact_name or ""),
        email=printable(thread.contact_email or ""),
        subject=printable(thread.subject or ""),
        me=me,
    )


def quote_of(conversation: Conversation, zone: tzinfo) -> str:
    """Write what the person wrote last as a quote; only words that can be typed."""
    inbound = [mail for mail in conversation.mails if not mail.is_outbound]
    if not inbound:
        return ""
    mail = inbound[-1]
    words = [printable(part) for part in mail.letter.own_words.split("\n")]
    if len(words) > _QUOTED_LINES:
        words = [*words[:_QUOTED_LINES], "[…]"]
    when = mail.message.received_at
    at = f"On {when.astimezone(zone):%d %b %Y, %H:%M}, " if when else ""
    sender = truncate(mail.message.from_ or "they", _SENDER)
    return "\n".join([f"{at}{sender} wrote:", *(f"> {each}" for each in words)])


def came_in_lines(came_in: Sequence[Mail], width: int) -> list[Line]:
    """Show what came in while a reply was written, beside what it answers."""
    lines: list[Line] = []
    for mail in came_in:
        sender = truncate(mail.message.from_ or UNKNOWN, width - 6)
        lines.append(line(Span("↓ in  ", Role.KEY), Span(sender, Role.STRONG)))
        lines += [line("  ", part) for part in wrap(mail.letter.own_words, max(1, width - 2), lines=6)]
    return lines[:_SHOWN_LINES]


def came_in_title(thread: Thread, came_in: Sequence[Mail]) -> str:
    """Say that something came in."""
    return f"{plural(len(came_in), 'message')} from {who_briefly(thread)} came in while you wrote"
