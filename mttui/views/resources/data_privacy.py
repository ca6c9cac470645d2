"""Privacy requests: who asked for what, and whether it is done."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

VIEWS = (
    ResourceView("data_privacy.rtbf", stands_in="data_privacy.requests.get"),
    ResourceView("data_privacy.opt_out", stands_in="data_privacy.requests.get"),
    ResourceView(
        "data_privacy.requests",
        runs=True,
        title="Privacy request",
        one="privacy request",
        name="email",
        key="id",
        sections=(
            Section(
                "Request",
                (
                    Field("email"),
                    Field("type", "Asked for", Kind.STATUS),
                    Field("status"),
                    Field("created_at", "Asked"),
                    Field("completed_at", "Done"),
                ),
            ),
        ),
        relations=(Relation("Suppression", "suppression.list", {"search": "email"}), *of_address()),
    ),
)
