"""Campaigns, the answers of their actions, their analytics and their recipients.

The reference gives no answer for any but the actions; the fields of the others are the SDK's and the
public OpenAPI's (wire types ``CampaignDetail``, ``CampaignAnalytics``, ``CampaignRecipient``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .base import Id, Identified, Input, Model, Moment


class CampaignSender(Model):
    """Whom a campaign comes from."""

    email: str = ""
    name: str | None = None


class CampaignRecipients(Model):
    """Whom a campaign goes to."""

    labels: tuple[str, ...] = ()
    """Names or ids of labels."""


class CampaignSenderInput(Input):
    """Whom a campaign is to come from."""

    email: str
    """A verified sender."""
    name: str | None = None


class CampaignRecipientsInput(Input):
    """Whom a campaign is to go to."""

    labels: Sequence[str]
    """Names or ids of labels."""


class AbTestVariantInput(Input):
    """One of what an A/B test compares."""

    name: str | None = None
    """What people call it, as ``A``."""
    subject: str | None = None
    """The subject line."""
    html_content: str | None = None
    """The message as HTML, named as a campaign names it: no source shows it here."""


class Campaign(Identified):
    """A campaign. A list leaves out the content; reading one gives all of it."""

    name: str | None = None
    """Not in any source; shown where it comes."""
    subject: str = ""
    type: str | None = None
    """``ONE_TIME`` in the reference."""
    stage: str | None = None
    """``DRAFT``, ``SCHEDULED``, ``SENDING``; ``sent`` and others elsewhere, in either case."""
    email_id: Id | None = None
    active: bool | None = None
    member_count: int | None = None
    """Recipients."""
    sent_count: int | None = None
    """Messages sent so far."""
    last_update: Moment = None
    sender: CampaignSender | None = None
    recipients: CampaignRecipients | None = None
    email_type: str | None = None
    """``HTMLV3`` in the reference."""
    html_content: str | None = None
    snippet: str | None = None
    """The preview line that mailboxes show after the subject."""
    start_type: str | None = None
    """``FIX_TIME`` in the reference."""
    due_date: Moment = None
    started_at: Moment = None
    """When it began to send. This and the two below are the sandbox's own."""
    created_at: Moment = None
    updated_at: Moment = None


class CampaignAction(Model):
    """The answer of send, schedule and cancel."""

    campaign_id: Id | None = None
    stage: str | None = None
    """The stage it is in now."""
    due_date: Moment = None
    """Only after scheduling."""
    message: str = ""


class CampaignAnalytics(Model):
    """What became of a campaign. Rates are percent with one decimal."""

    campaign_id: Id | None = None
    subject: str = ""
    sent_count: int | None = None
    delivered_count: int | None = None
    open_count: int | None = None
    click_count: int | None = None
    bounce_count: int | None = None
    complaint_count: int | None = None
    unsubscribe_count: int | None = None
    open_rate: float | None = None
    """Of what was delivered."""
    click_rate: float | None = None
    """Of what was delivered."""
    bounce_rate: float | None = None
    """Of what was sent."""
    pending_count: int | None = None
    """Messages that wait. This and those below are the sandbox's own."""
    processing_count: int | None = None
    """Messages on their way out."""
    delayed_count: int | None = None
    """Messages that the receiving side put off."""
    failed_count: int | None = None
    """Messages that could not be handed to the network."""
    cancelled_count: int | None = None


class CampaignRecipient(Model):
    """What became of a campaign at one recipient."""

    contact_id: Id | None = None
    email: str = ""
    name: str | None = None
    firstname: str | None = None
    lastname: str | None = None
    status: str | None = None
    """``delivered``, ``opened``, ``clicked``, ``bounced`` or ``complained``."""
    labels: tuple[str, ...] = ()
    delivered_at: Moment = None
    """``None`` when it bounced."""
    bounced_at: Moment = None
    bounce_reason: str | None = None
    first_visited: Moment = None
    last_visited: Moment = None
    visit_count: int | None = None
    sent_at: Moment = None
    """The sandbox's own."""


class AbTest(Model):
    """A comparison of versions of a campaign."""

    campaign_id: Id | None = None
    status: str | None = None
    variants: tuple[Any, ...] = ()
    winner_id: Id | None = None
    metric: str | None = None
    sample_size: int | None = None


class AbTestResult(Model):
    """How the versions of a campaign do."""

    campaign_id: Id | None = None
    status: str | None = None
    variants: tuple[Any, ...] = ()
    winner_id: Id | None = None
    metric: str | None = None
    sample_size: int | None = None
