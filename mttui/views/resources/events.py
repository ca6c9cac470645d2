"""Message events: what happened to whose mail, and where that mail came from."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

_ORIGINS = (
    Relation("Campaign", "campaigns.get", {"id": "campaign_id"}),
    Relation("Single send", "single_sends.get", {"id": "single_send_id"}),
    Relation("Automation", "automations.get", {"id": "automation_id"}),
    Relation("Batch", "batches.get", {"id": "batch_id"}),
    Relation("Template", "templates.versions.list", {"id": "template_id"}),
)

VIEWS = (
    ResourceView(
        "events",
        one="event",
        name="email",
        columns=(
            Field("event", width=11, priority=8),
            Field("email", width=24, grow=3, priority=9),
            Field("subject", width=18, grow=3, priority=6),
            Field("reason", width=14, grow=2, priority=4),
            Field("provider", width=9, priority=5),
            Field("sending_ip", "From IP", width=13, priority=3),
            Field("timestamp", "Age", priority=7),
        ),
        sections=(
            Section(
                "Event",
                (
                    Field("event", kind=Kind.STATUS),
                    Field("timestamp", "When"),
                    Field("email"),
                    Field("subject"),
                    Field("reason"),
                    Field("code", "SMTP code", Kind.TEXT),
                    Field("bounce_type", kind=Kind.STATUS),
                    Field("bounce_class", kind=Kind.TEXT),
                    Field("url", "Clicked link"),
                ),
            ),
            Section(
                "Sent by",
                (
                    Field("campaign_id", "Campaign"),
                    Field("single_send_id", "Single send"),
                    Field("automation_id", "Automation"),
                    Field("batch_id", "Batch"),
                    Field("template_id", "Template"),
                    Field("smtp_credential_id", "SMTP credential"),
                    Field("api_key_id", "API key"),
                    Field("ip_address", "Asked from"),
                ),
            ),
            Section(
                "Way",
                (
                    Field("sending_domain"),
                    Field("sending_ip", "Sending IP"),
                    Field("recipient_domain"),
                    Field("provider"),
                    Field("message_id", "Message"),
                ),
            ),
        ),
        relations=(
            Relation("Whole way of the message", "events.list_by_message", {"message_id": "message_id"}),
            *_ORIGINS,
            Relation("Contact", "contacts.list", {"search": "email"}),
            Relation("Reputation of the IP", "reputation.ips.get", {"ip": "sending_ip"}),
            Relation("Reputation of the domain", "reputation.domains.get", {"domain": "sending_domain"}),
        ),
        empty="Nothing happened to any mail in this time.",
    ),
)
