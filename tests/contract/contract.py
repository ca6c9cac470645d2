"""The contract as the tests see it, and how much of it is declared so far."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from typing import Any

from mttui.api.catalogue import operations
from mttui.api.operation import Effect

from .make_compact import COMPACT

BODY_BEYOND_THE_REFERENCE: Mapping[str, frozenset[str]] = {
    # The SDK updates a campaign with the fields it creates one with (wire type CampaignRequest).
    "campaigns.update": frozenset(
        {"sender", "type", "startType", "dueDate", "recipients", "htmlContent", "emailType"}
    ),
    # The reference shows two or three fields, or none, and says that the update is partial.
    "velocity.rules.update": frozenset({"metric", "action", "active"}),
    "alerts.update": frozenset({"type", "threshold", "channel"}),
    "single_sends.update": frozenset({"name", "subject", "senderId", "listIds", "segmentIds", "designId"}),
}
"""Body fields that are declared although the reference does not show them there, each with its reason."""

ONLY_COMPUTES: frozenset[str] = frozenset(
    {
        "content.lint",
        "messages.simulate",
        "messages.predict_inbox",
        "inbound.classify",
        "inbound.classify_batch",
        "preview.render",
        "preview.spam_check",
        "validate.single.create",
    }
)
"""Operations that change nothing although they are no GET."""


@functools.cache
def contract() -> Mapping[str, Mapping[str, Any]]:
    """Return all operations of the reference by id."""
    return {facts["id"]: facts for facts in json.loads(COMPACT.read_text("utf-8"))}


@functools.cache
def extensions() -> tuple[Mapping[str, Any], ...]:
    """Return the operations that the product needs although the reference does not have them."""
    return tuple(json.loads(COMPACT.with_name("extensions.json").read_text("utf-8")))


@functools.cache
def declared_sections() -> frozenset[str]:
    """Return the sections of the reference of which mttui has operations."""
    return frozenset(operation.section for operation in operations().values())


def declared() -> tuple[Mapping[str, Any], ...]:
    """Return the operations of the declared sections, in the reference's order."""
    return tuple(facts for facts in contract().values() if facts["section"] in declared_sections())


def expected_effect(facts: Mapping[str, Any]) -> Effect:
    """Return the effect that the contract's marks ask for."""
    if facts.get("destructive"):
        return Effect.DESTROY
    if facts.get("sends_mail"):
        return Effect.SEND
    if facts["method"] == "GET" or facts["id"] in ONLY_COMPUTES:
        return Effect.READ
    return Effect.CHANGE
