"""Relay webhooks: inbound mail passed on to a URL."""

from __future__ import annotations

from ..engine.documents import Document
from ..web.call import Call
from ..web.reply import invalid
from .kept import Body, Kept, keep


def _hide_token(_call: Call, relay: Document) -> Body:
    return {name: value for name, value in relay.body.items() if name != "authToken"}


def _check(_call: Call, body: Body) -> None:
    if not str(body.get("targetUrl", "")).startswith("https://"):
        raise invalid("targetUrl", "must begin with https://")


keep(
    Kept(
        "relay_webhooks", "relay webhook", "rw", needs=("name", "domain", "targetUrl"),
        defaults={"active": True},
        seeds=lambda _world, _start: (
            {
                "_id": "rw_001", "name": "Support Relay", "domain": "inbound.example.com",
                "targetUrl": "https://app.example.com/webhooks/inbound", "authToken": "secret-token-123",
            },
            {
                "_id": "rw_002", "name": "Seller questions", "domain": "tanya.lapak.example",
                "targetUrl": "https://seller.lapak.example/hooks/mail", "authToken": "tok-lapak-9",
            },
        ),
        shows=_hide_token, checks=_check,
    )
)  # fmt: skip
