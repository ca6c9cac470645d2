"""Single sign-on: by which identity provider people come in."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

VIEWS = (
    ResourceView(
        "sso",
        title="Single sign-on",
        one="single sign-on",
        name="provider",
        sections=(
            Section(
                "Single sign-on",
                (
                    Field("enabled"),
                    Field("provider"),
                    Field("sign_on_url", "Sign-on URL"),
                    Field("entity_id", "Entity", Kind.TEXT),
                    Field("created_at", "Set up"),
                    Field("updated_at", "Changed"),
                ),
            ),
            Section("Certificate", (Field("certificate", kind=Kind.BODY),)),
        ),
        relations=(Relation("Teammates", "teammates.list", {}),),
    ),
)
