"""Reverse DNS: the name that each sending IP answers to."""

from __future__ import annotations

from mttui.views.resource import Action, Field, Relation, ResourceView, Section

from .reasons import when

VIEWS = (
    ResourceView(
        "reverse_dns",
        title="Reverse DNS",
        one="reverse DNS record",
        name="ip",
        key="id",
        columns=(
            Field("ip", "IP", width=16, priority=9),
            Field("rdns", "Name", width=24, grow=3, priority=8),
            Field("valid", width=6, priority=7),
            Field("domain", width=18, grow=1, priority=4),
            Field("created_at", "Age", priority=6),
        ),
        sections=(
            Section(
                "Reverse DNS",
                (
                    Field("ip", "IP"),
                    Field("rdns", "Name"),
                    Field("valid"),
                    Field("domain"),
                    Field("subdomain"),
                    Field("created_at", "Added"),
                ),
            ),
        ),
        relations=(Relation("Reputation of the IP", "reputation.ips.get", {"ip": "ip"}),),
        actions=(
            Action("reverse_dns.validate", "Validate", "v", unless=when("valid", "yes", say="It is valid.")),
        ),
        empty="No IP has a name of yours. Press n to give it one.",
    ),
)
