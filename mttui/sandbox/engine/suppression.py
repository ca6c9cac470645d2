"""Addresses that get no mail of the account but transactional mail: added by hand, opted out, unsubscribed.

Lookups are exact and mind the case (platform-facts, section 6).
"""

from __future__ import annotations

from .documents import Document, Documents

KIND = "suppression"


class Suppression:
    """The addresses that were put on the list; kept in memory, because every message asks."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._addresses = {each.id for each in documents.all(KIND)}

    def __contains__(self, email: object) -> bool:
        """Say whether an address is on the list."""
        return email in self._addresses

    def add(self, email: str, source: str, at: str) -> bool:
        """Put an address on the list; says whether it was not on it before.

        Args:
            email: the address.
            source: why, in words of the platform: ``Manual``, ``Link Unsubscribe``.
            at: when, as it is answered.
        """
        if email in self._addresses:
            return False
        body = {"email": email, "type": "Non-transactional", "source": source, "createdAt": at}
        self._documents.put(Document(KIND, email, body, label=email))
        self._addresses.add(email)
        return True

    def remove(self, email: str) -> bool:
        """Take an address off the list; says whether it was on it."""
        self._addresses.discard(email)
        return self._documents.delete(KIND, email)
