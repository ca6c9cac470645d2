"""What belongs to many kinds of records alike: the contact and the events of an address, and so on."""

from __future__ import annotations

from .resource import Relation


def of_address(path: str = "email") -> tuple[Relation, ...]:
    """Return what is known of an address: its contact, and what happened to its mail.

    Args:
        path: where the address stands in the record.
    """
    return (
        Relation("Contact", "contacts.list", {"search": path}),
        Relation("Events of the address", "events.list", {"email": path}),
    )


def of_domain(path: str = "domain") -> tuple[Relation, ...]:
    """Return what is known of a sending domain: its reputation, and what DMARC says of it.

    Args:
        path: where the domain stands in the record.
    """
    return (
        Relation("Reputation", "reputation.domains.get", {"domain": path}),
        Relation("DMARC and blocklists", "dmarc.domains.get", {"domain": path}),
    )
