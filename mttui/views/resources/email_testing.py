"""Email testing: checks of a message's code, links, images and accessibility, and what they found."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, ResourceView, Section

_CHECK = (
    Field("id", "Check", width=14, grow=1, priority=9),
    Field("status", kind=Kind.STATUS, width=10, priority=8),
)
_AGE = Field("created_at", "Age", Kind.MOMENT, priority=6)
_SCORED = (
    *_CHECK,
    Field("score", width=6, priority=7),
    Field("issues", width=10, priority=5),
    _AGE,
)
_FOUND = (
    Section("Check", (Field("id", "Check"), Field("status", kind=Kind.STATUS), Field("score"))),
    Section("Found", (Field("issues"),)),
)

VIEWS = (
    ResourceView(
        "email_testing.accessibility",
        title="Accessibility checks",
        one="accessibility check",
        columns=_SCORED,
        sections=_FOUND,
        empty="Nothing was checked yet. Press n, and give the message's HTML.",
    ),
    ResourceView(
        "email_testing.code_analysis",
        title="Code checks",
        one="code check",
        columns=_SCORED,
        sections=_FOUND,
        empty="Nothing was checked yet. Press n, and give the message's HTML.",
    ),
    ResourceView(
        "email_testing.link_validation",
        title="Link checks",
        one="link check",
        columns=(
            *_CHECK,
            Field("broken_links", "Broken", width=7, priority=7),
            Field("total_links", "Links", width=6, priority=5),
            _AGE,
        ),
        empty="No links were checked yet. Press n, and give the message's HTML.",
    ),
    ResourceView("email_testing.image_validation", title="Image checks", one="image check"),
)
