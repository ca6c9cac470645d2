"""Verified senders: single addresses that may send, proven by a message to them."""

from __future__ import annotations

from mttui.views.resource import Action, Relation, ResourceView

from .reasons import when

VIEWS = (
    ResourceView(
        "verified_senders",
        title="Verified senders",
        one="verified sender",
        name="from_email",
        key="id",
        relations=(
            Relation("Steps that are done", "verified_senders.steps_completed.get", {}),
            Relation("Warnings about its domain", "verified_senders.domain_warnings.get", {}),
        ),
        actions=(
            Action(
                "verified_senders.resend",
                "Send the verification again",
                "v",
                unless=when("verified", "yes", say="The sender is verified."),
            ),
        ),
        empty="No address was verified by itself. Press n to add one; domains prove theirs as a whole.",
    ),
)
