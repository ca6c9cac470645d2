"""Metrics: how a period's messages spread over one dimension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import When
    from ..models.metrics import MetricShare


class SendingIpMetrics(Resource, id="metrics.sending_ip", section="Advanced Metrics"):
    """By sending IP."""

    @operation("GET", "/v1/metrics/sending-ip")
    async def list(self, *, date_from: When | None = None, date_to: When | None = None) -> Page[MetricShare]:
        """Get messages by sending IP.

        Args:
            date_from: start of the range.
            date_to: end of the range.
        """


class TemplateMetrics(Resource, id="metrics.template", section="Advanced Metrics"):
    """By template."""

    @operation("GET", "/v1/metrics/template")
    async def list(self, *, date_from: When | None = None, date_to: When | None = None) -> Page[MetricShare]:
        """Get messages by template.

        Args:
            date_from: start of the range.
            date_to: end of the range.
        """


class SubaccountMetrics(Resource, id="metrics.subaccount", section="Advanced Metrics"):
    """By subaccount."""

    @operation("GET", "/v1/metrics/subaccount")
    async def list(self, *, date_from: When | None = None, date_to: When | None = None) -> Page[MetricShare]:
        """Get messages by subaccount.

        Args:
            date_from: start of the range.
            date_to: end of the range.
        """


class BounceReasonsMetrics(Resource, id="metrics.bounce_reasons", section="Advanced Metrics"):
    """By bounce reason."""

    @operation("GET", "/v1/metrics/bounce-reasons")
    async def list(self, *, date_from: When | None = None, date_to: When | None = None) -> Page[MetricShare]:
        """Get bounces by reason; the key is the SMTP code.

        Args:
            date_from: start of the range.
            date_to: end of the range.
        """


class BounceClassificationsMetrics(Resource, id="metrics.bounce_classifications", section="Advanced Metrics"):
    """By bounce classification."""

    @operation("GET", "/v1/metrics/bounce-classifications")
    async def list(self, *, date_from: When | None = None, date_to: When | None = None) -> Page[MetricShare]:
        """Get bounces by classification: hard, soft and so on.

        Args:
            date_from: start of the range.
            date_to: end of the range.
        """


class DelayReasonsMetrics(Resource, id="metrics.delay_reasons", section="Advanced Metrics"):
    """By delay reason."""

    @operation("GET", "/v1/metrics/delay-reasons")
    async def list(self, *, date_from: When | None = None, date_to: When | None = None) -> Page[MetricShare]:
        """Get delayed deliveries by reason.

        Args:
            date_from: start of the range.
            date_to: end of the range.
        """


class LinkEngagementMetrics(Resource, id="metrics.link_engagement", section="Advanced Metrics"):
    """By link."""

    @operation("GET", "/v1/metrics/link-engagement")
    async def list(self, *, date_from: When | None = None, date_to: When | None = None) -> Page[MetricShare]:
        """Get clicks by link.

        Args:
            date_from: start of the range.
            date_to: end of the range.
        """


class Metrics(Resource, id="metrics", section="Advanced Metrics"):
    """Breakdowns of what was sent."""

    sending_ip = Child(SendingIpMetrics)
    template = Child(TemplateMetrics)
    subaccount = Child(SubaccountMetrics)
    bounce_reasons = Child(BounceReasonsMetrics)
    bounce_classifications = Child(BounceClassificationsMetrics)
    delay_reasons = Child(DelayReasonsMetrics)
    link_engagement = Child(LinkEngagementMetrics)
