"""Message streams: kinds of mail that are kept apart."""

from __future__ import annotations

from ..web.call import Call
from ..web.reply import Refusal, Reply
from .kept import Kept, keep
from .registry import handles

STREAMS = keep(
    Kept(
        "message_streams",
        "stream",
        "ms",
        needs=("name", "type"),
        defaults={"description": "", "active": True},
        stamps=("createdAt", "updatedAt"),
        seeds=lambda _world, _start: (
            {
                "_id": "ms_001",
                "name": "Transactional Emails",
                "type": "transactional",
                "description": "Order confirmations and receipts",
            },
            {
                "_id": "ms_002",
                "name": "Promotions",
                "type": "marketing",
                "description": "Campaigns of the marketing team",
            },
            {
                "_id": "ms_003",
                "name": "Support replies",
                "type": "inbound",
                "description": "Answers to customers",
            },
        ),
    )
)


def _set_active(call: Call, *, active: bool) -> Reply:
    stream = STREAMS.find(call)
    words = "unarchived" if active else "archived"
    if stream.body["active"] is active:
        raise Refusal(409, f"STREAM_ALREADY_{words.upper()}", f"the stream is {words} already")
    STREAMS.put(call.world, {**stream.body, "active": active})
    return Reply(message=f"Stream {words}")


@handles("message_streams.archive")
def archive(call: Call) -> Reply:
    """Archive a stream."""
    return _set_active(call, active=False)


@handles("message_streams.unarchive")
def unarchive(call: Call) -> Reply:
    """Take a stream out of the archive; one that is not in it is answered all the same."""
    if STREAMS.find(call).body["active"]:
        return Reply(message="Stream unarchived")
    return _set_active(call, active=True)
