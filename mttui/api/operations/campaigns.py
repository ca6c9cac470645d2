"""Campaigns: writing, sending, cancelling, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.campaigns import (
        AbTest,
        AbTestResult,
        AbTestVariantInput,
        Campaign,
        CampaignAction,
        CampaignAnalytics,
        CampaignRecipient,
        CampaignRecipientsInput,
        CampaignSenderInput,
    )

_SENDING_CHANGED = ("campaigns", "sending_queues", "scheduled_messages", "stats")


class CampaignAnalyticsResource(Resource, id="campaigns.analytics", section="Campaign Analytics"):
    """What became of a campaign."""

    @operation("GET", "/v1/campaigns/{id}/analytics")
    async def get(self, id: str) -> CampaignAnalytics:
        """Get a campaign's counts and rates.

        Args:
            id: the campaign's id.

        Raises:
            NotFound: there is no such campaign.
        """


class CampaignRecipients(Resource, id="campaigns.recipients", section="Campaign Analytics"):
    """Whom a campaign went to."""

    @operation("GET", "/v1/campaigns/{id}/recipients", paged=True)
    async def list(
        self,
        id: str,
        *,
        status: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
    ) -> Page[CampaignRecipient]:
        """List a campaign's recipients and what became of its message at each.

        The SDK requires ``status`` where the reference does not: better always give it.

        Args:
            id: the campaign's id.
            status: ``delivered``, ``opened``, ``clicked``, ``bounced`` or ``complained``.
            page: page number from 1.
            per_page: rows a page, 100 at most.

        Raises:
            NotFound: there is no such campaign.
        """


class CampaignsAbTestResults(Resource, id="campaigns.ab_test.results", section="A/B Testing"):
    """How the versions of a campaign do in an A/B test."""

    @operation("GET", "/v1/campaigns/{id}/ab-test/results")
    async def get(self, id: str) -> AbTestResult:
        """Get how each version does, and the winner once there is one.

        Args:
            id: the campaign's id.

        Raises:
            NotFound: there is no such campaign, or it has no A/B test.
        """


class CampaignsAbTest(Resource, id="campaigns.ab_test", section="A/B Testing"):
    """A/B tests: versions of a campaign that some recipients get before the rest get the best one."""

    results = Child(CampaignsAbTestResults)

    @operation("POST", "/v1/campaigns/{id}/ab-test", effect=Effect.CHANGE, refreshes=("campaigns.ab_test",))
    async def create(
        self,
        id: str,
        *,
        variants: Sequence[AbTestVariantInput] | None = None,
        metric: str | None = None,
        sample_size: int | None = None,
    ) -> AbTest:
        """Create an A/B test for a campaign (subject line, content or send time).

        Args:
            id: the campaign's id.
            variants: what is compared, two or more.
            metric: by what the winner is found, as ``open_rate``.
            sample_size: percent of the recipients that the test goes to, as ``20``.

        Raises:
            NotFound: there is no such campaign.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class Campaigns(Resource, id="campaigns", section="Campaigns"):
    """Mail to many contacts at once."""

    ab_test = Child(CampaignsAbTest)
    analytics = Child(CampaignAnalyticsResource)
    recipients = Child(CampaignRecipients)

    @operation("GET", "/v1/campaigns", paged=True)
    async def list(
        self, *, search: str | None = None, page: int | None = None, per_page: int | None = None
    ) -> Page[Campaign]:
        """List campaigns.

        Args:
            search: words to look for in names and subject lines.
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("POST", "/v1/campaigns", effect=Effect.CHANGE, refreshes=("campaigns",))
    async def create(
        self,
        *,
        subject: str,
        sender: CampaignSenderInput,
        type: str | None = None,
        start_type: str | None = None,
        due_date: datetime | None = None,
        recipients: CampaignRecipientsInput | None = None,
        html_content: str | None = None,
        email_type: str | None = None,
        snippet: str | None = None,
    ) -> Campaign:
        """Create a campaign.

        The reference does not say whether giving ``due_date`` already schedules it: read the stage in
        the answer.

        Args:
            subject: the subject line.
            sender: name and address of a verified sender.
            type: ``ONE_TIME`` in the reference.
            start_type: ``FIX_TIME`` in the reference.
            due_date: when it is to be sent.
            recipients: labels of the contacts it goes to.
            html_content: the message as HTML.
            email_type: ``HTMLV3`` in the reference.
            snippet: the preview line that mailboxes show after the subject.

        Raises:
            Unprocessable: a field is missing, or the sender is not verified.
        """

    @operation("GET", "/v1/campaigns/{id}")
    async def get(self, id: str) -> Campaign:
        """Get one campaign with its content.

        Args:
            id: the campaign's id.

        Raises:
            NotFound: there is no such campaign.
        """

    @operation("PUT", "/v1/campaigns/{id}", effect=Effect.CHANGE, refreshes=("campaigns",))
    async def update(
        self,
        id: str,
        *,
        subject: str | None = None,
        snippet: str | None = None,
        sender: CampaignSenderInput | None = None,
        type: str | None = None,
        start_type: str | None = None,
        due_date: datetime | None = None,
        recipients: CampaignRecipientsInput | None = None,
        html_content: str | None = None,
        email_type: str | None = None,
    ) -> Campaign:
        """Update a campaign; fields that are left out stay as they are.

        The docs allow it for drafts, and for scheduled campaigns until they start.

        Args:
            id: the campaign's id.
            subject: the subject line.
            snippet: the preview line that mailboxes show after the subject.
            sender: name and address of a verified sender.
            type: ``ONE_TIME`` in the reference.
            start_type: ``FIX_TIME`` in the reference.
            due_date: when it is to be sent.
            recipients: labels of the contacts it goes to.
            html_content: the message as HTML.
            email_type: ``HTMLV3`` in the reference.

        Raises:
            NotFound: there is no such campaign.
            BadRequest: its stage does not allow it.
        """

    @operation("DELETE", "/v1/campaigns/{id}", effect=Effect.DESTROY, refreshes=_SENDING_CHANGED)
    async def delete(self, id: str) -> Done:
        """Delete a campaign.

        Args:
            id: the campaign's id.

        Raises:
            NotFound: there is no such campaign.
        """

    @operation(
        "POST",
        "/v1/campaigns/{id}/send",
        effect=Effect.SEND,
        refreshes=_SENDING_CHANGED,
        section="Campaign Actions",
    )
    async def send(self, id: str) -> CampaignAction:
        """Send a campaign now; it must be complete and in a stage that can be sent.

        Args:
            id: the campaign's id.

        Raises:
            NotFound: there is no such campaign.
            BadRequest: it is not complete, or its stage does not allow it.
            SendingLimitReached: the day's or the month's limit is used up.
        """

    @operation(
        "POST",
        "/v1/campaigns/{id}/schedule",
        effect=Effect.SEND,
        refreshes=_SENDING_CHANGED,
        section="Campaign Actions",
    )
    async def schedule(self, id: str, *, due_date: datetime) -> CampaignAction:
        """Schedule a campaign to be sent at a given time.

        Args:
            id: the campaign's id.
            due_date: when it is to be sent.

        Raises:
            NotFound: there is no such campaign.
            BadRequest: it is not complete, or its stage does not allow it.
        """

    @operation(
        "POST",
        "/v1/campaigns/{id}/cancel",
        effect=Effect.DESTROY,
        refreshes=_SENDING_CHANGED,
        section="Campaign Actions",
    )
    async def cancel(self, id: str) -> CampaignAction:
        """Cancel a campaign and return it to the draft stage; what was delivered stays delivered.

        The docs name only scheduled campaigns: read the stage back to see that it took.

        Args:
            id: the campaign's id.

        Raises:
            NotFound: there is no such campaign.
            BadRequest: its stage does not allow it.
        """
