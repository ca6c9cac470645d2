"""Link branding: domains of your own in the links of your mail, and what to publish for them."""

from __future__ import annotations

from mttui.views.resource import Action, Field, ResourceView, Section

from .reasons import when

VIEWS = (
    ResourceView(
        "link_branding",
        title="Branded links",
        one="link domain",
        name="domain",
        key="id",
        columns=(
            Field("domain", width=24, grow=3, priority=9),
            Field("verified", width=8, priority=8),
            Field("is_default", "Default", width=8, priority=6),
            Field("created_at", "Age", priority=7),
        ),
        sections=(
            Section(
                "Link domain",
                (
                    Field("domain"),
                    Field("verified"),
                    Field("is_default", "Default"),
                    Field("created_at", "Added"),
                ),
            ),
            Section("Publish in the DNS", (Field("dns"),)),
        ),
        actions=(
            Action(
                "link_branding.verify", "Verify", "v", unless=when("verified", "yes", say="It is verified.")
            ),
        ),
        empty="Links show the platform's own domain. Press n to use one of yours.",
    ),
)
