"""Threads: conversations with customers, answered, labelled and closed."""

from __future__ import annotations

from typing import Any

from ..company import FIRST_NAMES, LAST_NAMES
from ..engine.founding import founder
from ..engine.inbox import BOTH, INBOUND, OUTBOUND, STATUSES, Mail
from ..engine.letters import LETTERS, classify
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, invalid, not_found, required
from .registry import handles

SUPPORT = "bantuan@lapak.example"
_THREADS = 240
_SPAN = 20 * 86400
_LISTED = ("open", "pending", "closed")
"""Statuses that a list can be filtered by (the reference's list)."""
_DIRECTIONS = (INBOUND, OUTBOUND, BOTH)
_ANSWER = "Terima kasih sudah menghubungi kami. Kami cek dulu, ya."


@founder
def found(world: World, start: int) -> None:
    """Let customers have written."""
    for number in range(_THREADS):
        subject, text, _ = LETTERS[number * 7 % len(LETTERS)]
        first, last = FIRST_NAMES[number % len(FIRST_NAMES)], LAST_NAMES[number * 5 % len(LAST_NAMES)]
        sender = f"{first}.{last}1@gmail.example"
        at = start - _SPAN + _SPAN * (number + 1) // (_THREADS + 1)
        order = f"LPK-{4000 + number * 37 % 5000}"
        mail = Mail(
            INBOUND, sender, SUPPORT, subject.format(n=order),
            f"{text.format(n=order)}\n\n{first.title()} {last.title()}",
        )  # fmt: skip
        verdict = classify(mail.subject, mail.text)
        status = ("open", "open", "pending", "closed", "closed", "snoozed")[number % 6]
        ref = world.inbox.begin(mail, at, status=status, labels=[verdict.category])
        if status != "open":
            answer = Mail(OUTBOUND, SUPPORT, sender, f"Re: {mail.subject}", _ANSWER)
            world.inbox.add(ref, answer, min(start, at + 3600))


def find(call: Call) -> dict[str, Any]:
    """Return the thread that the path names.

    Raises:
        Refusal: 404.
    """
    thread = call.world.inbox.thread(call.path["id"])
    if thread is None:
        raise not_found("THREAD", "thread")
    return thread


def _filter(call: Call, name: str, known: tuple[str, ...]) -> str:
    value = call.query.get(name, "").lower()
    if value and value not in known:
        raise invalid(name, f"must be one of {', '.join(known)}")
    return value


@handles("threads.list")
def list_(call: Call) -> Reply:
    """List threads, the latest first."""
    page = call.page()
    filters = {
        "status": _filter(call, "status", _LISTED), "search": call.query.get("search", ""),
        "direction": _filter(call, "direction", _DIRECTIONS),
    }  # fmt: skip
    rows, total = call.world.inbox.threads(filters, page.offset, page.per_page)
    return page.reply(rows, total)


@handles("threads.get")
def get(call: Call) -> Reply:
    """Get one thread."""
    return Reply(find(call))


@handles("threads.messages.list")
def messages(call: Call) -> Reply:
    """List its messages, the oldest first."""
    return Reply(call.world.inbox.messages(find(call)["_id"]))


@handles("threads.labels.update")
def set_labels(call: Call) -> Reply:
    """Set its labels."""
    thread, labels = find(call), call.fields().get("labels")
    if not isinstance(labels, list) or not all(isinstance(each, str) for each in labels):
        raise invalid("labels", "must be a list of texts")
    call.world.inbox.change(thread["_id"], call.now, labels=list(dict.fromkeys(labels)))
    return Reply(find(call))


@handles("threads.status.update")
def set_status(call: Call) -> Reply:
    """Set its status."""
    thread = find(call)
    call.world.inbox.change(thread["_id"], call.now, status=call.choice("status", STATUSES))
    return Reply(find(call))


@handles("threads.reply")
def reply(call: Call) -> Reply:
    """Answer: the message joins the thread, which is not reopened by it."""
    thread, fields = find(call), call.fields()
    text, html = str(fields.get("text") or ""), str(fields.get("html") or "")
    if not text and not html:
        raise required("text")
    subject = thread["subject"]
    mail = Mail(
        OUTBOUND, SUPPORT, thread["contactEmail"],
        subject if subject.lower().startswith("re:") else f"Re: {subject}", text, html,
        {"Cc": ", ".join(map(str, fields.get("cc") or ()))} if fields.get("cc") else {},
    )  # fmt: skip
    number = call.world.inbox.add(thread["_id"], mail, call.now)
    sent = next(
        each for each in call.world.inbox.messages(thread["_id"]) if each["_id"] == f"inm_{number:03d}"
    )
    return Reply({**sent, "threadId": thread["_id"]}, status=201)
