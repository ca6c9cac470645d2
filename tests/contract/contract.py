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
    # The SDK's wire type UpdateContactRequest.
    "contacts.update": frozenset(
        {"firstname", "lastname", "dayOfBirth", "gender", "phone", "company", "note"}
    ),
    # The reference shows no body, or only some fields; the others are those of creating one.
    "designs.update": frozenset({"name", "htmlContent", "textContent", "subject", "category"}),
    "inbound.routes.update": frozenset({"domain", "forwardUrl"}),
    "relay_webhooks.update": frozenset({"authToken"}),
    "snippets.update": frozenset({"text"}),
    "mailing_lists.members.update": frozenset({"vars"}),
    "inbound_parse.settings.update": frozenset({"url", "spamCheck", "sendRaw"}),
    "integrations.update": frozenset({"name", "provider", "config", "active"}),
    "ip_pools.update": frozenset({"name"}),
    "teammates.update": frozenset({"name", "role"}),
    "unsubscribe_groups.update": frozenset({"name", "description"}),
    "verified_senders.update": frozenset({"fromEmail", "fromName", "replyTo", "nickname"}),
    "webhooks.security.update": frozenset({"name", "enabled"}),
    # The reference shows no body; the fields are those of the SDK's or the public OpenAPI's requests.
    "content.lint": frozenset({"html", "subject", "text"}),
    "inbound.classify": frozenset({"from", "to", "subject", "body", "headers"}),
    "inbound.classify_batch": frozenset({"messages"}),
    "messages.predict_inbox": frozenset({"from", "to", "subject", "html"}),
    "messages.simulate": frozenset({"from", "to", "subject", "html", "substitutionData"}),
    "senders.update": frozenset({"name", "email", "assignment"}),
    "threads.reply": frozenset({"html", "text", "cc", "bcc"}),
    # The reference shows no body; the fields are those that the answer gives back.
    "automations.create": frozenset({"name"}),
    "automations.update": frozenset({"name"}),
    "campaigns.ab_test.create": frozenset({"variants", "metric", "sampleSize"}),
    "reverse_dns.create": frozenset({"ip", "domain", "subdomain"}),
    "smtp_credentials.create": frozenset({"username", "name"}),
    "vouchers.create": frozenset({"name", "code", "type", "value", "maxUsage", "expiresAt", "active"}),
    # The list of settings shows that each is on or off; what else they hold is the sandbox's own.
    "mail_settings.address_whitelist.update": frozenset({"enabled", "list"}),
    "mail_settings.template.update": frozenset({"enabled", "html"}),
    "tracking_settings.open.update": frozenset({"enabled"}),
    "tracking_settings.subscription.update": frozenset({"enabled", "text", "url"}),
    # The reference shows no body, but there is nothing to render or to test without a message; the
    # fields are named as in the spam check and the preview of a template.
    "preview.inbox.create": frozenset({"html", "subject"}),
    "preview.render": frozenset({"html", "subject", "substitutionData"}),
    "seed_tests.create": frozenset({"seedListId", "subject", "html"}),
}
"""Body fields that are declared although the reference does not show them there, each with its reason."""

QUERY_BEYOND_THE_REFERENCE: Mapping[str, frozenset[str]] = {
    # The SDK sorts contacts by a field's name, with "-" in front for descending.
    "contacts.list": frozenset({"sort"}),
    # The reference speaks of filters without naming them; these are those of the export.
    "email_activity.messages.list": frozenset({"to", "from", "subject", "status", "dateFrom", "dateTo"}),
}
"""Query parameters that are declared although the reference does not show them there."""

ONLY_COMPUTES: frozenset[str] = frozenset(
    {
        "content.lint",
        "messages.simulate",
        "messages.predict_inbox",
        "inbound.classify",
        "inbound.classify_batch",
        "preview.render",
        "preview.spam_check",
        "templates.preview",
        "templates.validate",
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
