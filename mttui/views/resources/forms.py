"""Forms: how many filled each in, and with what."""

from __future__ import annotations

from mttui.views.resource import Field, Relation, ResourceView

VIEWS = (
    ResourceView(
        "forms",
        name="name",
        key="id",
        columns=(
            Field("name", width=24, grow=3, priority=9),
            Field("submission_count", "Submissions", width=11, priority=8),
            Field("created_at", "Age", width=4, priority=7),
        ),
        relations=(Relation("Submissions", "forms.submissions.list", {"id": "id"}),),
        empty="There is no form. Press n to make one.",
    ),
    ResourceView(
        "forms.submissions",
        title="Submissions",
        one="submission",
        name="data.email",
        key="id",
        columns=(
            Field("data.email", "Email", width=26, grow=1, priority=9),
            Field("data", "All of it", width=24, grow=3, priority=6),
            Field("created_at", "Age", width=4, priority=8),
        ),
        relations=(
            Relation("Contact", "contacts.list", {"search": "data.email"}),
            Relation("Form", "forms.get", {"id": "form_id"}),
        ),
        empty="Nobody filled the form in yet.",
    ),
)
