"""Campaigns: how far each has come, what became of it, and at whom."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Action, Field, Kind, Relation, ResourceView, Section

from .reasons import only_when

_WAITS = only_when("stage", "draft", "scheduled", say="The campaign is {state}: it can be sent only once.")
_GOES_OUT = only_when(
    "stage", "scheduled", "sending", say="The campaign is {state}: there is nothing to cancel."
)

VIEWS = (
    ResourceView(
        "campaigns",
        name="subject",
        key="id",
        columns=(
            Field("subject", width=26, grow=4, priority=9),
            Field("stage", kind=Kind.STATUS, width=9, priority=8),
            Field("sent_count", "Sent", width=9, priority=6),
            Field("member_count", "Recipients", width=10, priority=7),
            Field("sender.email", "From", width=18, grow=1, priority=2),
            Field("due_date", "Due", width=7, priority=4),
            Field("created_at", "Age", width=4, priority=5),
        ),
        sections=(
            Section(
                "Campaign",
                (
                    Field("subject"),
                    Field("snippet", "Preview line"),
                    Field("stage", kind=Kind.STATUS),
                    Field("member_count", "Recipients"),
                    Field("sent_count", "Sent"),
                    Field("due_date", "Due"),
                    Field("started_at", "Began to send"),
                    Field("id"),
                ),
            ),
            Section("From and to", (Field("sender", "From"), Field("recipients", "To"))),
            Section("Message", (Field("email_type"), Field("html_content", "Content"))),
        ),
        relations=(
            Relation("Analytics", "campaigns.analytics.get", {"id": "id"}),
            Relation("Recipients", "campaigns.recipients.list", {"id": "id"}),
            Relation(
                "Recipients that bounced", "campaigns.recipients.list", {"id": "id"}, {"status": "bounced"}
            ),
            Relation("Bounces", "bounces.list", {"campaign_id": "id"}),
            Relation("Message events", "events.list", {"campaign_id": "id"}),
            Relation("Clicked links", "marketing_stats.campaigns.links.list", {"id": "id"}),
            Relation("A/B test", "campaigns.ab_test.results.get", {"id": "id"}),
        ),
        actions=(
            Action("campaigns.send", "Send now", "s", unless=_WAITS),
            Action("campaigns.schedule", "Schedule", "t", unless=_WAITS),
            Action("campaigns.cancel", "Cancel", "c", unless=_GOES_OUT),
        ),
        empty="There is no campaign. Press n to draft one.",
    ),
    ResourceView(
        "campaigns.analytics",
        title="Analytics",
        one="analytics",
        name="subject",
        key="campaign_id",
        sections=(
            Section(
                "Rates",
                (
                    Field("open_rate", "Opened"),
                    Field("click_rate", "Clicked"),
                    Field("bounce_rate", "Bounced"),
                ),
            ),
            Section(
                "Messages",
                (
                    Field("sent_count", "Sent"),
                    Field("delivered_count", "Delivered"),
                    Field("open_count", "Opened"),
                    Field("click_count", "Clicked"),
                    Field("bounce_count", "Bounced"),
                    Field("complaint_count", "Complaints"),
                    Field("unsubscribe_count", "Unsubscribed"),
                ),
            ),
            Section(
                "Not out yet",
                (
                    Field("pending_count", "Waiting"),
                    Field("processing_count", "On their way"),
                    Field("delayed_count", "Put off"),
                    Field("failed_count", "Failed"),
                    Field("cancelled_count", "Cancelled"),
                ),
            ),
        ),
        relations=(
            Relation("Campaign", "campaigns.get", {"id": "campaign_id"}),
            Relation("Bounces", "bounces.list", {"campaign_id": "campaign_id"}),
            Relation("Clicked links", "marketing_stats.campaigns.links.list", {"id": "campaign_id"}),
        ),
    ),
    ResourceView(
        "campaigns.recipients",
        name="email",
        key="email",
        columns=(
            Field("email", width=34, grow=3, priority=9),
            Field("status", width=10, priority=8),
            Field("bounce_reason", "Bounced, as", width=18, grow=2, priority=5),
            Field("visit_count", "Visits", width=6, priority=2),
            Field("sent_at", "Sent", width=7, priority=7),
        ),
        relations=of_address(),
        empty="It went to nobody yet.",
    ),
    ResourceView(
        "campaigns.ab_test.results",
        title="A/B test",
        one="A/B test",
        name="metric",
        key="campaign_id",
        sections=(
            Section(
                "Test",
                (
                    Field("status", kind=Kind.STATUS),
                    Field("metric", "Decided by"),
                    Field("sample_size", "Sample (percent)", Kind.COUNT),
                    Field("winner_id", "Winner"),
                    Field("variants"),
                ),
            ),
        ),
        relations=(Relation("Campaign", "campaigns.get", {"id": "campaign_id"}),),
    ),
)
