"""Messages that are queued for later."""

from __future__ import annotations

from .base import Id, Identified, Moment


class ScheduledMessage(Identified):
    """One message that waits for its time.

    The reference gives no field but ``scheduledFor``, which its update takes; the others are the
    sandbox's own.
    """

    message_id: Id | None = None
    email: str = ""
    """The recipient."""
    to: str | None = None
    """The recipient, under the name that messages are created with."""
    subject: str = ""
    status: str | None = None
    scheduled_for: Moment = None
    campaign_id: Id | None = None
    batch_id: Id | None = None
    single_send_id: Id | None = None
    template_id: Id | None = None
    api_key_id: Id | None = None
    """The key it was handed in with."""
    ip_address: str | None = None
    """The address it was handed in from."""
    sending_domain: str | None = None
    created_at: Moment = None
