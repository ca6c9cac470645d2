"""Dmarc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.dmarc import (
        DmarcBlocklist,
        DmarcBlocklistEvent,
        DmarcDomain,
        DmarcHealth,
        DmarcMonitoredDomain,
        DmarcRecord,
        DmarcSetup,
        DmarcSpamTrap,
    )


class DmarcDomainsSetup(Resource, id="dmarc.domains.setup", section="DMARC Monitoring"):
    """Dmarc domains setup."""

    @operation("GET", "/v1/dmarc/domains/{domain}/setup")
    async def get(self, domain: str) -> DmarcSetup:
        """Get the DMARC setup instructions for a domain.

        Args:
            domain: the setup's domain.

        Raises:
            NotFound: there is none of that id.
        """


class DmarcDomainsBlocklists(Resource, id="dmarc.domains.blocklists", section="DMARC Monitoring"):
    """Dmarc domains blocklists."""

    @operation("GET", "/v1/dmarc/domains/{domain}/blocklists")
    async def get(self, domain: str) -> DmarcBlocklist:
        """Get a domain's blocklist status.

        Args:
            domain: the blocklist's domain.

        Raises:
            NotFound: there is none of that id.
        """


class DmarcDomainsRecords(Resource, id="dmarc.domains.records", section="DMARC Monitoring"):
    """Dmarc domains records."""

    @operation("GET", "/v1/dmarc/domains/{domain}/records")
    async def get(self, domain: str) -> DmarcRecord:
        """Get a domain's DMARC DNS records.

        Args:
            domain: the record's domain.

        Raises:
            NotFound: there is none of that id.
        """


class DmarcDomainsBlocklistEvents(Resource, id="dmarc.domains.blocklist_events", section="DMARC Monitoring"):
    """Dmarc domains blocklist events."""

    @operation("GET", "/v1/dmarc/domains/{domain}/blocklist-events")
    async def list(self, domain: str) -> Page[DmarcBlocklistEvent]:
        """List a domain's blocklist history.

        Args:
            domain: the blocklist event's domain.

        Raises:
            NotFound: there is none of that id.
        """


class DmarcSpamTraps(Resource, id="dmarc.spam_traps", section="DMARC Monitoring"):
    """Dmarc spam traps."""

    @operation("GET", "/v1/dmarc/spam-traps")
    async def list(self) -> Page[DmarcSpamTrap]:
        """List spam trap hits."""


class DmarcHealthScore(Resource, id="dmarc.health_score", section="DMARC Monitoring"):
    """Dmarc health score."""

    @operation("GET", "/v1/dmarc/health-score")
    async def get(self) -> DmarcHealth:
        """Get the overall email health score."""


class DmarcDomains(Resource, id="dmarc.domains", section="DMARC Monitoring"):
    """Dmarc domains."""

    blocklist_events = Child(DmarcDomainsBlocklistEvents)
    blocklists = Child(DmarcDomainsBlocklists)
    records = Child(DmarcDomainsRecords)
    setup = Child(DmarcDomainsSetup)

    @operation("GET", "/v1/dmarc/domains")
    async def list(self) -> Page[DmarcDomain]:
        """List all DMARC domains."""

    @operation("GET", "/v1/dmarc/domains/{domain}")
    async def get(self, domain: str) -> DmarcDomain:
        """Get the DMARC status of a domain.

        Args:
            domain: the domain's domain.

        Raises:
            NotFound: there is none of that id.
        """


class DmarcMonitoredDomains(Resource, id="dmarc.monitored_domains", section="DMARC Monitoring"):
    """Dmarc monitored domains."""

    @operation("GET", "/v1/dmarc/monitored-domains")
    async def list(self) -> Page[DmarcMonitoredDomain]:
        """List the domains being monitored."""


class Dmarc(Resource, id="dmarc", section="DMARC Monitoring"):
    """Dmarc."""

    domains = Child(DmarcDomains)
    health_score = Child(DmarcHealthScore)
    monitored_domains = Child(DmarcMonitoredDomains)
    spam_traps = Child(DmarcSpamTraps)
