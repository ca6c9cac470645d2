"""Invalid emails: addresses that bounced for good."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Field, ResourceView

VIEWS = (
    ResourceView(
        "invalid_emails",
        title="Invalid emails",
        one="invalid email",
        name="email",
        key="email",
        columns=(
            Field("email", width=26, grow=2, priority=9),
            Field("reason", width=24, grow=3, priority=7),
            Field("created_at", "Age", priority=8),
        ),
        relations=of_address(),
        empty="No address bounced for good.",
    ),
)
