"""Where mail comes from: each second, every running source has some messages accepted."""

from __future__ import annotations

from ..chance import Chance
from ..company import FIRST_NAMES, LAST_NAMES, PROVIDER, PROVIDERS, Provider
from ..outcomes import PROFILES
from .access import Access
from .ledger import Ledger
from .people import whole_rounds
from .queue import Queue
from .records import REGULAR, SCHEDULED, Message, Source

PREFETCH = 5_000
"""A job does not resolve more recipients while this many of its messages wait."""
_SEND_PATH = "/v1/transmissions"


class Traffic:
    """Accepts messages into the queue."""

    def __init__(self, ledger: Ledger, queue: Queue, access: Access, contacts: int) -> None:
        self._highest = whole_rounds(contacts)
        self._ledger = ledger
        self._queue = queue
        self._access = access
        self.api_trouble = 0.0
        """Share of the customers' own API calls that the platform answers with 503."""

    def accept(
        self,
        source: Source,
        email: str,
        provider: str,
        now: int,
        *,
        scheduled_for: int | None = None,
        subject: str | None = None,
    ) -> Message:
        """Accept one message; it waits from now on."""
        message = Message(
            self._ledger.next_message_id(),
            source,
            email,
            provider,
            now,
            queue=REGULAR if scheduled_for is None else SCHEDULED,
            scheduled_for=scheduled_for,
            subject=subject,
        )
        self._ledger.total(source, "accepted")
        self._ledger.changed(message)
        self._queue.add(message)
        return message

    def arrive(self, source: Source, now: int, chance: Chance) -> None:
        """Accept what a running source brings in this second."""
        origin = source.origin
        arriving = chance.arrivals(origin.rate)
        if not arriving:
            return
        if origin.members is not None:
            arriving = min(arriving, source.remaining, max(0, PREFETCH - source.pending))
        lapsed = PROFILES[origin.profile].lapsed
        for _ in range(arriving):
            if origin.ip_address is not None and not self._let_in(source, now, chance):
                continue
            email, provider = recipient(chance, lapsed, self._highest)
            at = None if origin.lead is None else now + chance.whole(*origin.lead)
            self.accept(source, email, provider, now, scheduled_for=at)

    def _let_in(self, source: Source, now: int, chance: Chance) -> bool:
        """Answer the call with which a customer's system brings a message; log it if it is HTTP."""
        origin = source.origin
        ip = origin.ip_address or ""
        allowed = self._access.allows(ip)
        if origin.api_key is None:
            return allowed
        troubled = self.api_trouble > 0 and chance.happens(self.api_trouble)
        status = 403 if not allowed else 503 if troubled else 202
        duration = chance.whole(18, 90) * (12 if troubled else 1)
        self._ledger.api_log("POST", _SEND_PATH, status, duration, origin.api_key, ip, now)
        return status == 202  # noqa: PLR2004  # Accepted


def recipient(chance: Chance, lapsed: float, highest: int) -> tuple[str, str]:
    """Draw an address and the name of the provider it is at.

    Args:
        chance: draws.
        lapsed: share of addresses that are no contact's: those of a list bought or badly kept.
        highest: the highest number behind a name; with those up to it every address is a contact's.
    """
    provider = _provider(chance.random())
    domain = chance.pick(provider.domains)
    if lapsed and chance.happens(lapsed):
        return f"{chance.pick(LAST_NAMES)}{chance.whole(1000, 9999)}@{domain}", provider.name
    local = f"{chance.pick(FIRST_NAMES)}.{chance.pick(LAST_NAMES)}{chance.whole(1, highest)}"
    return f"{local}@{domain}", provider.name


def _provider(draw: float) -> Provider:
    for provider in PROVIDERS:
        draw -= provider.share
        if draw < 0:
            return provider
    return PROVIDERS[-1]


def provider_of(email: str) -> str:
    """Return the name of the mailbox provider that an address is at."""
    domain = email.rpartition("@")[2].lower()
    found = (name for name, provider in PROVIDER.items() if domain in provider.domains)
    return next(found, "Corporate")
