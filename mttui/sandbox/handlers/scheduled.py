"""Messages that wait in the scheduled queue. Their id is the message's.

Fields the sandbox answers with: ``_id``, ``messageId``, ``email``, ``subject``, ``status``,
``scheduledFor``, ``createdAt``, and those that say where it came from.
"""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..engine.records import CANCELLED, SCHEDULED, Message, message_number, public_message_id
from ..web.call import Call
from ..web.reply import Reply, invalid, not_found
from .common import origin_fields
from .registry import handles

_FAR = 1 << 40
"""A time that nothing is scheduled for."""


def _public(message: Message) -> dict[str, Any]:
    shown_id = public_message_id(message.id)
    return {
        "_id": shown_id, "messageId": shown_id, "email": message.email, "to": message.email,
        "subject": message.subject or message.source.origin.subject, "status": message.state,
        "scheduledFor": iso(message.scheduled_for or message.accepted_at),
        "createdAt": iso(message.accepted_at), **origin_fields(message.source),
    }  # fmt: skip


def _find(call: Call) -> Message:
    number = message_number(call.path["id"])
    message = None if number is None else call.world.queue.scheduled(number)
    if message is None:
        raise not_found("SCHEDULED_MESSAGE", "scheduled message")
    return message


@handles("scheduled_messages.list")
def list_(call: Call) -> Reply:
    """List what waits, the next to leave first."""
    page, (start, end) = call.page(), call.time_range(0, default_end=_FAR)
    waiting = sorted(
        (message.scheduled_for or 0, message.id, message)
        for message in call.world.queue.waiting()
        if message.queue == SCHEDULED and start <= (message.scheduled_for or 0) < end
    )
    rows = [_public(m) for _, _, m in waiting[page.offset : page.offset + page.per_page]]
    return page.reply(rows, len(waiting))


@handles("scheduled_messages.get")
def get(call: Call) -> Reply:
    """Get one."""
    return Reply(_public(_find(call)))


@handles("scheduled_messages.update")
def update(call: Call) -> Reply:
    """Change when it leaves; the time must be in the future."""
    message, at = _find(call), call.moment("scheduledFor")
    if at <= call.now:
        raise invalid("scheduledFor", "must be in the future")
    call.world.queue.reschedule(message, at)
    call.world.ledger.changed(message)
    return Reply(_public(message))


@handles("scheduled_messages.cancel")
def cancel(call: Call) -> Reply:
    """Cancel it."""
    message, world = _find(call), call.world
    message.state, message.settled_at = CANCELLED, world.now
    world.ledger.changed(message)
    world.ledger.total(message.source, "cancelled")
    world.ledger.event(message, "cancelled", world.now)
    world.queue.drop([message])
    return Reply(message="Scheduled message cancelled")
