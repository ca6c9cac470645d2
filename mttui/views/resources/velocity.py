"""Velocity control: what fired and by which rule, the rules, and whether sending goes on."""

from __future__ import annotations

from mttui.views.resource import Action, Field, Kind, Relation, ResourceView, Section

from .reasons import only_when

_IS_OVER = only_when("status", "active", say="The event is {state} already.")

VIEWS = (
    ResourceView(
        "velocity.events",
        title="Velocity events",
        one="velocity event",
        name="rule_name",
        columns=(
            Field("status", kind=Kind.STATUS, width=9, priority=8),
            Field("rule_name", "Rule", width=20, grow=3, priority=9),
            Field("metric_value", "Measured", Kind.PERCENT, width=8, priority=6),
            Field("threshold", "Limit", Kind.PERCENT, width=8, priority=5),
            Field("action", "Did", Kind.STATUS, width=9, priority=4),
            Field("triggered_at", "Age", priority=7),
        ),
        sections=(
            Section(
                "Event",
                (
                    Field("status", kind=Kind.STATUS),
                    Field("rule_name", "Rule"),
                    Field("triggered_at", "Fired"),
                    Field("metric_value", "Measured", Kind.PERCENT),
                    Field("threshold", "Limit", Kind.PERCENT),
                    Field("action", "Did", Kind.STATUS),
                ),
            ),
        ),
        relations=(
            Relation("Rule", "velocity.rules.get", {"id": "rule_id"}),
            Relation("Sending status", "velocity.status.get", {}),
            Relation("Bounces", "bounces.list", {}),
            Relation("Message events", "events.list", {}),
        ),
        actions=(
            Action("velocity.events.resolve", "Resolve", "r", unless=_IS_OVER),
            Action("velocity.events.dismiss", "Dismiss", "d", unless=_IS_OVER),
        ),
        empty="No rule fired. The rules say what is watched.",
    ),
    ResourceView(
        "velocity.rules",
        title="Velocity rules",
        one="velocity rule",
        name="name",
        columns=(
            Field("name", width=22, grow=3, priority=9),
            Field("active", width=6, priority=8),
            Field("metric", kind=Kind.STATUS, width=16, priority=6),
            Field("threshold", "Limit", Kind.PERCENT, width=8, priority=7),
            Field("action", "Does", Kind.STATUS, width=9, priority=5),
            Field("cooldown_minutes", "Cooldown min", width=12, priority=2),
            Field("created_at", "Age", priority=3),
        ),
        relations=(Relation("Velocity events", "velocity.events.list", {}),),
        empty="Nothing is watched: no rule stops a bad run. Press n to make one.",
    ),
    ResourceView(
        "velocity.status",
        title="Sending status",
        one="sending status",
        sections=(
            Section(
                "Sending",
                (
                    Field("sending_status", "Sending", kind=Kind.STATUS),
                    Field("active_events"),
                    Field("active_rules"),
                    Field("last_checked"),
                ),
            ),
        ),
        relations=(
            Relation("Velocity events", "velocity.events.list", {}),
            Relation("Velocity rules", "velocity.rules.list", {}),
        ),
    ),
)
