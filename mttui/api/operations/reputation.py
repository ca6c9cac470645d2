"""Reputation: how mailbox providers see the account, its domains and its IPs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.reputation import DomainReputation, IpReputation, IspRecommendation, ReputationScore


class ReputationScoreResource(Resource, id="reputation.score", section="Reputation"):
    """The account as a whole."""

    @operation("GET", "/v1/reputation/score")
    async def get(self) -> ReputationScore:
        """Get the account's reputation score and the factors it is made of."""


class ReputationDomains(Resource, id="reputation.domains", section="Reputation"):
    """Sending domains."""

    @operation("GET", "/v1/reputation/domains")
    async def list(self) -> Page[DomainReputation]:
        """List the reputation of every sending domain."""

    @operation("GET", "/v1/reputation/domains/{domain}")
    async def get(self, domain: str) -> DomainReputation:
        """Get the reputation of one sending domain.

        Args:
            domain: its name, as ``mail.example.com``.

        Raises:
            NotFound: it is not a sending domain of the account.
        """


class ReputationIps(Resource, id="reputation.ips", section="Reputation"):
    """Sending IPs."""

    @operation("GET", "/v1/reputation/ips")
    async def list(self) -> Page[IpReputation]:
        """List the reputation of every sending IP."""

    @operation("GET", "/v1/reputation/ips/{ip}")
    async def get(self, ip: str) -> IpReputation:
        """Get the reputation of one sending IP.

        Args:
            ip: the address.

        Raises:
            NotFound: it is not a sending IP of the account.
        """


class IspRecommendations(Resource, id="reputation.isp_recommendations", section="Reputation"):
    """What the platform advises for each mailbox provider."""

    @operation("GET", "/v1/reputation/isp-recommendations")
    async def list(self) -> Page[IspRecommendation]:
        """List daily limit, current volume and suggested action for each mailbox provider."""

    @operation("GET", "/v1/reputation/isp-recommendations/{domain}")
    async def get(self, domain: str) -> Page[IspRecommendation]:
        """Get the recommendations for one sending domain.

        Args:
            domain: its name, as ``mail.example.com``.

        Raises:
            NotFound: it is not a sending domain of the account.
        """


class Reputation(Resource, id="reputation", section="Reputation"):
    """Sender reputation."""

    score = Child(ReputationScoreResource)
    domains = Child(ReputationDomains)
    ips = Child(ReputationIps)
    isp_recommendations = Child(IspRecommendations)
