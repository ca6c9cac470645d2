"""Message events: what happened to single messages.

The reference names the filters but no field of an event. Those declared here are the sandbox's own,
with the names that the platform's other families and webhooks use where they have one.
"""

from __future__ import annotations

from .base import Id, Identified, Moment


class MessageEvent(Identified):
    """One thing that happened to one message."""

    message_id: Id | None = None
    event: str | None = None
    """``delivered``, ``opened``, ``clicked``, ``bounced``, ``complained`` or ``unsubscribed``."""
    email: str = ""
    """The recipient."""
    campaign_id: Id | None = None
    batch_id: Id | None = None
    single_send_id: Id | None = None
    automation_id: Id | None = None
    template_id: Id | None = None
    smtp_credential_id: Id | None = None
    """The credential it was sent with, when it came in by SMTP."""
    api_key_id: Id | None = None
    """The key it was sent with, when it came in through the API."""
    subject: str = ""
    recipient_domain: str | None = None
    provider: str | None = None
    """Mailbox provider, as ``Gmail``."""
    sending_ip: str | None = None
    """The platform's address that sent it."""
    sending_domain: str | None = None
    ip_address: str | None = None
    """The address it was handed in from."""
    bounce_type: str | None = None
    """``hard`` or ``soft``."""
    bounce_class: int | None = None
    """Bounce classification code, as 10 for an invalid recipient (platform-facts, section 5)."""
    code: Id | None = None
    """SMTP status, as ``550``."""
    reason: str | None = None
    """What the receiving server said."""
    url: str | None = None
    """The link that was clicked."""
    timestamp: Moment = None
