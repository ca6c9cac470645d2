"""Teammates: who may do what in the account.

The reference names no field of the list: the columns are told by the records themselves.
"""

from __future__ import annotations

from mttui.views.resource import Action, Relation, ResourceView

from .reasons import when

VIEWS = (
    ResourceView(
        "teammates",
        name="email",
        key="id",
        relations=(
            Relation("Audit log", "audit_logs.list", {}),
            Relation("Scopes there are", "scopes.list", {}),
        ),
        actions=(
            Action(
                "teammates.resend_invite",
                "Send the invitation again",
                unless=when("status", "active", say="The invitation was accepted."),
            ),
        ),
        empty="You are alone. Press n to invite somebody by email.",
    ),
)
