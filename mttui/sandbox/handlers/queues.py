"""The sending queues."""

from __future__ import annotations

from ..engine.records import (
    FAILED,
    PENDING,
    PROCESSING,
    REGULAR,
    SCHEDULED,
    Message,
    message_number,
)  # fmt: skip
from ..web.call import Call
from ..web.reply import Refusal, Reply, not_found
from .registry import handles

_SHOWN = (PENDING, PROCESSING, FAILED)


@handles("sending_queues.get")
def get(call: Call) -> Reply:
    """Count what waits, is on its way, and failed, in each queue."""
    counts = {queue: dict.fromkeys(_SHOWN, 0) for queue in (REGULAR, SCHEDULED)}
    for queue, state, n in call.world.connection.execute(
        "SELECT queue, state, count(*) FROM messages WHERE state IN (?, ?, ?) GROUP BY queue, state",
        _SHOWN,
    ):
        counts[queue][state] = n
    return Reply(counts)


@handles("sending_queues.scheduled.purge")
def purge(call: Call) -> Reply:
    """Cancel everything in the scheduled queue."""
    for source in call.world.sources.values():
        call.world.jobs.drop_pending(source, SCHEDULED)
    return Reply(message="Scheduled queue purged")


@handles("sending_queues.resend")
def resend(call: Call) -> Reply:
    """Put a failed message back into its queue."""
    world = call.world
    number = message_number(call.text("messageId"))
    row = world.connection.execute("SELECT * FROM messages WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise not_found("MESSAGE", "message")
    message = Message.from_row(row, world.sources[row[1]])
    if message.state != FAILED:
        raise Refusal(409, "MESSAGE_NOT_FAILED", f"the message is {message.state}, not failed")
    message.state, message.settled_at, message.scheduled_for = PENDING, None, None
    message.queue = REGULAR
    world.ledger.total(message.source, "failed", -1)
    world.ledger.changed(message)
    world.queue.add(message)
    return Reply(message="Message resent")
