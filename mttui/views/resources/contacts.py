"""Contacts: who they are, whether they can be written to, and all that is known of their mail."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

VIEWS = (
    ResourceView(
        "contacts",
        name="email",
        key="id",
        columns=(
            Field("email", width=28, grow=3, priority=9, sort="email"),
            Field("name", width=16, grow=2, priority=7),
            Field("state", width=9, priority=8),
            Field("labels", width=10, grow=1, priority=5),
            Field("city", width=12, priority=3),
            Field("created_at", "Age", width=4, priority=6, sort="createdAt"),
        ),
        sections=(
            Section(
                "Contact",
                (
                    Field("email"),
                    Field("name"),
                    Field("state"),
                    Field("labels"),
                    Field("segments"),
                    Field("created_at", "Added"),
                    Field("subscribe_source", "Subscribed by"),
                    Field("unsubscribe_reason", "Unsubscribed, as"),
                    Field("unsubscribe_origin", "Unsubscribed by"),
                ),
            ),
            Section(
                "Person",
                (
                    Field("firstname", "First name"),
                    Field("lastname", "Last name"),
                    Field("phone"),
                    Field("company"),
                    Field("city"),
                    Field("country"),
                    Field("gender"),
                    Field("day_of_birth"),
                    Field("note"),
                    Field("custom_field", "Custom fields"),
                ),
            ),
        ),
        relations=(
            Relation("Activity", "contacts.activity.list", {"id": "id"}),
            Relation("Messages", "email_activity.messages.list", {"to": "email"}),
            Relation("Events", "events.list", {"email": "email"}),
            Relation("Suppression", "suppression.list", {"search": "email"}),
            Relation("Unsubscribes", "unsubscribes.list", {"search": "email"}),
            Relation("Blocks", "blocks.list", {"search": "email"}),
        ),
        empty="There is no contact. Press n for one, or import a file of them with a.",
    ),
    ResourceView(
        "contacts.activity",
        title="Activity",
        one="activity",
        name="event",
        key="message_id",
        columns=(
            Field("event", kind=Kind.STATUS, width=12, priority=9),
            Field("metadata.url", "Link", width=24, grow=3, priority=6),
            Field("campaign_id", "Campaign", width=12, grow=1, priority=5),
            Field("metadata.ip", "From IP", width=15, priority=3),
            Field("timestamp", "Age", width=4, priority=8),
        ),
        relations=(
            Relation("Campaign", "campaigns.get", {"id": "campaign_id"}),
            Relation("Whole way of the message", "events.list_by_message", {"message_id": "message_id"}),
        ),
        empty="The contact did nothing yet.",
    ),
    ResourceView(
        "contacts.export",
        runs=True,
        title="Export of contacts",
        one="export",
        sections=(
            Section(
                "Export",
                (
                    Field("status"),
                    Field("total_rows", "Contacts"),
                    Field("format"),
                    Field("download_url", "Download"),
                    Field("created_at", "Asked for"),
                    Field("completed_at", "Done"),
                ),
            ),
        ),
    ),
)
