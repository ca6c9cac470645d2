"""DMARC: whether others can forge one's domains, and how healthy sending is."""

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
    """What the DNS should say of a domain."""

    @operation("GET", "/v1/dmarc/domains/{domain}/setup")
    async def get(self, domain: str) -> DmarcSetup:
        """Get the DNS records that a domain still needs for DMARC.

        Args:
            domain: the domain, as ``example.com``.

        Raises:
            NotFound: there is no such domain.
        """


class DmarcDomainsBlocklists(Resource, id="dmarc.domains.blocklists", section="DMARC Monitoring"):
    """Which blocklists a domain is on now."""

    @operation("GET", "/v1/dmarc/domains/{domain}/blocklists")
    async def get(self, domain: str) -> DmarcBlocklist:
        """Get which blocklists a domain is on now.

        Args:
            domain: the domain, as ``example.com``.

        Raises:
            NotFound: there is no such domain.
        """


class DmarcDomainsRecords(Resource, id="dmarc.domains.records", section="DMARC Monitoring"):
    """What the DNS says of a domain."""

    @operation("GET", "/v1/dmarc/domains/{domain}/records")
    async def get(self, domain: str) -> DmarcRecord:
        """Get a domain's DMARC and SPF records and its DKIM selector.

        Args:
            domain: the domain, as ``example.com``.

        Raises:
            NotFound: there is no such domain.
        """


class DmarcDomainsBlocklistEvents(Resource, id="dmarc.domains.blocklist_events", section="DMARC Monitoring"):
    """When a domain was put on a blocklist and taken off."""

    @operation("GET", "/v1/dmarc/domains/{domain}/blocklist-events")
    async def list(self, domain: str) -> Page[DmarcBlocklistEvent]:
        """List when a domain was put on blocklists and taken off, and why.

        Args:
            domain: the domain, as ``example.com``.

        Raises:
            NotFound: there is no such domain.
        """


class DmarcSpamTraps(Resource, id="dmarc.spam_traps", section="DMARC Monitoring"):
    """Addresses that exist to catch senders who did not ask."""

    @operation("GET", "/v1/dmarc/spam-traps")
    async def list(self) -> Page[DmarcSpamTrap]:
        """List spam traps that were hit, how often and from which source."""


class DmarcHealthScore(Resource, id="dmarc.health_score", section="DMARC Monitoring"):
    """How healthy sending is in one figure."""

    @operation("GET", "/v1/dmarc/health-score")
    async def get(self) -> DmarcHealth:
        """Get how healthy sending is, from 0 to 100, and what it follows from."""


class DmarcDomains(Resource, id="dmarc.domains", section="DMARC Monitoring"):
    """Domains and how far they are protected against forgery."""

    blocklist_events = Child(DmarcDomainsBlocklistEvents)
    blocklists = Child(DmarcDomainsBlocklists)
    records = Child(DmarcDomainsRecords)
    setup = Child(DmarcDomainsSetup)

    @operation("GET", "/v1/dmarc/domains")
    async def list(self) -> Page[DmarcDomain]:
        """List domains with their DMARC status."""

    @operation("GET", "/v1/dmarc/domains/{domain}")
    async def get(self, domain: str) -> DmarcDomain:
        """Get a domain's DMARC status, policy and alignment.

        Args:
            domain: the domain, as ``example.com``.

        Raises:
            NotFound: there is no such domain.
        """


class DmarcMonitoredDomains(Resource, id="dmarc.monitored_domains", section="DMARC Monitoring"):
    """Domains that are watched."""

    @operation("GET", "/v1/dmarc/monitored-domains")
    async def list(self) -> Page[DmarcMonitoredDomain]:
        """List the domains that are watched."""


class Dmarc(Resource, id="dmarc", section="DMARC Monitoring"):
    """What DMARC says of the account's domains."""

    domains = Child(DmarcDomains)
    health_score = Child(DmarcHealthScore)
    monitored_domains = Child(DmarcMonitoredDomains)
    spam_traps = Child(DmarcSpamTraps)
