"""Who may use the account from where: the IP access list. Empty, it lets everyone in.

Besides plain addresses it takes networks (``203.0.113.0/24``), which is the sandbox's own extension.
"""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from .documents import Documents

KIND = "ip_access"


class Access:
    """The IP access list, for the API and for SMTP alike."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._known: dict[str, bool] = {}
        self._networks: list[str] = []
        self.reload()

    def reload(self) -> None:
        """Read the list again after a change."""
        self._known.clear()
        self._networks = [document.body["ip"] for document in self._documents.all(KIND)]

    def allows(self, ip: str) -> bool:
        """Say whether an address may come in."""
        known = self._known.get(ip)
        if known is None:
            address = ip_address(ip)
            known = not self._networks or any(
                address in ip_network(network, strict=False) for network in self._networks
            )
            self._known[ip] = known
        return known
