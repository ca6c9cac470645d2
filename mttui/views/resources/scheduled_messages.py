"""Scheduled messages: what goes out to whom, and when; it can still be stopped."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Field, Relation, ResourceView, Section

VIEWS = (
    ResourceView(
        "scheduled_messages",
        name="subject",
        key="id",
        columns=(
            Field("email", width=26, grow=2, priority=9),
            Field("subject", width=20, grow=3, priority=7),
            Field("status", width=9, priority=6),
            Field("sending_domain", "From domain", width=18, priority=2),
            Field("scheduled_for", "Due", width=7, priority=8),
            Field("created_at", "Age", width=4, priority=4),
        ),
        sections=(
            Section(
                "Message",
                (
                    Field("email"),
                    Field("subject"),
                    Field("status"),
                    Field("scheduled_for", "Due"),
                    Field("created_at", "Handed in"),
                ),
            ),
            Section(
                "Sent by",
                (
                    Field("campaign_id", "Campaign"),
                    Field("single_send_id", "Single send"),
                    Field("batch_id", "Batch"),
                    Field("template_id", "Template"),
                    Field("api_key_id", "API key"),
                    Field("ip_address", "Asked from"),
                    Field("sending_domain"),
                ),
            ),
        ),
        relations=(
            Relation("Campaign", "campaigns.get", {"id": "campaign_id"}),
            Relation("Single send", "single_sends.get", {"id": "single_send_id"}),
            Relation("Batch", "batches.get", {"id": "batch_id"}),
            Relation("Template", "templates.versions.list", {"id": "template_id"}),
            Relation("What happened to it", "events.list_by_message", {"message_id": "message_id"}),
            *of_address(),
            Relation("Sending queues", "sending_queues.get", {}),
        ),
        empty="Nothing waits to go out at a time of its own.",
    ),
)
