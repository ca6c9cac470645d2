"""The nine screens: their digits, what is in them, and whose operations they are for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One of the nine screens."""

    id: str
    """As in ``go.ops``; also what the command line takes."""
    digit: str
    title: str
    aliases: tuple[str, ...]
    """Other words that the command line takes for it."""
    what: str
    """What is in it, in a sentence or two."""
    sections: tuple[str, ...]
    """Titles of the reference's sections whose operations belong here; none means all."""
    later: str = ""
    """What is still to come of it, in a sentence."""


PLACES: tuple[Place, ...] = (
    Place(
        "ops", "1", "Ops", ("home", "live"),
        "Live panels: queues, velocity, reputation, flow, quotas and alerts, webhook egress.",
        ("Sending Queues", "Velocity Control", "Reputation", "Stats Aggregate", "Quotas", "Alerts"),
    ),
    Place(
        "incidents", "2", "Incidents", ("events", "velocity"),
        "Velocity events, active first; the incident room with evidence, suspects, actions and timeline; "
        "the rules.",
        ("Velocity Control",),
    ),
    Place(
        "inbox", "3", "Inbox", ("threads", "mail"),
        "Threads in splits (open, pending, snoozed, closed, by label), a reading pane, a composer, saved "
        "answers, classification and bulk marks.",
        ("Threads", "Inbound Classify"),
    ),
    Place(
        "campaigns", "4", "Campaigns", ("sends",),
        "Campaigns, single sends, automations, batches, scheduled messages, A/B tests, templates, designs, "
        "snippets, categories, vouchers and streams; a composer with preflight; analytics as pictures.",
        (
            "Campaigns", "Campaign Actions", "Campaign Analytics", "A/B Testing", "Single Sends",
            "Automation", "Batch Sending", "Scheduled Messages", "Template Versions", "Designs", "Snippets",
            "Categories", "Vouchers", "Message Streams", "Email Preview", "Content Linting",
            "Send Simulation", "Marketing Stats",
        ),
    ),
    Place(
        "audiences", "5", "Audiences", ("contacts", "people"),
        "Contacts, labels, segments with a rule builder and a live count, recipient lists, mailing lists "
        "and their members, custom fields, forms, import and export with progress, validation.",
        (
            "Contacts", "Labels", "Segments", "Recipient Lists", "Mailing Lists", "Custom Fields", "Forms",
            "Import / Export", "Contact Activity", "Email Activity", "Email Validation",
            "Engagement Quality",
        ),
    ),
    Place(
        "deliverability", "6", "Deliverability", ("reputation",),
        "Reputation by domain, IP and mailbox provider; domain authentication with the DNS records to "
        "publish; DMARC, blocklists and spam traps; IPs, pools and warm-up; bounces; seed tests; "
        "statistics and metrics as charts; link branding, reverse DNS, tracking domains and senders.",
        (
            "Reputation", "Deliverability", "Domain Auth", "DMARC Monitoring", "IP Addresses", "IP Pools",
            "Bounces", "Bounce Extras", "Message Events", "Seed Lists", "Email Testing", "Stats Aggregate",
            "Advanced Metrics", "Link Branding", "Reverse DNS", "Tracking Domains", "Senders",
            "Verified Senders",
        ),
    ),
    Place(
        "compliance", "7", "Compliance", ("suppression", "privacy"),
        "Suppression, unsubscribes and groups, blocks, spam reports, allowlist, invalid addresses; privacy "
        "requests and erasure jobs; audit and API logs; IP access, SSO, enforced TLS, log redaction, "
        "idempotency and scopes.",
        (
            "Suppression", "Unsubscribes", "Unsubscribe Groups", "Block List", "Spam Reports", "Allowlist",
            "Invalid Emails", "Data Privacy", "Data Erasure", "Audit Logs", "API Logs", "IP Access", "SSO",
            "Enforced TLS", "Log Redaction", "Idempotency", "Scopes",
        ),
    ),
    Place(
        "platform", "8", "Platform", ("settings", "webhooks"),
        "Webhooks (test, security, egress, relay), inbound routes, domains and parse, integrations, mail "
        "and tracking settings, alerts, SMTP credentials, teammates, subusers, quotas, billing, account.",
        (
            "Webhooks", "Webhook Testing", "Webhook Security", "Webhook Egress", "Relay Webhooks",
            "Inbound", "Inbound Domains", "Inbound Parse", "Integrations", "Mail Settings",
            "Tracking Settings", "Alerts", "SMTP Credentials", "Teammates", "Subuser Management", "Quotas",
            "Billing", "User / Account",
        ),
    ),
    Place(
        "console", "9", "Console", ("operations", "api"),
        "Every operation of the platform: find it, read its help, copy it as curl.",
        (),
    ),
)  # fmt: skip
"""The screens in the order of their digits."""


def find_place(word: str) -> Place | None:
    """Return the place of that id, alias or digit, whatever its case."""
    return _BY_WORD.get(word.casefold())


_BY_WORD: Mapping[str, Place] = {
    word: place for place in PLACES for word in (place.id, place.digit, *place.aliases)
}
