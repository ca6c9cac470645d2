"""Names of the platform as words for people: ``velocity.rules`` to ``Velocity: rules``."""

from __future__ import annotations

import re

from mttui.api.operation import Operation

from .said import SAID

_UPPER = {
    "ab": "A/B", "amp": "AMP", "api": "API", "cname": "CNAME", "csv": "CSV", "dkim": "DKIM",
    "dmarc": "DMARC", "dns": "DNS", "html": "HTML", "id": "id", "ids": "ids", "ip": "IP", "ips": "IPs",
    "isp": "ISP", "json": "JSON", "mx": "MX", "rtbf": "RTBF", "smtp": "SMTP", "spf": "SPF", "sso": "SSO",
    "tls": "TLS", "txt": "TXT", "url": "URL", "utc": "UTC",
}  # fmt: skip
_BREAKS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\-./\s]+")
_KEPT_AS_IT_IS = ("ss", "us", "is", "ics")


def words(name: str) -> str:
    """Turn a name of code or wire into words: ``dueDate`` to ``due date``, ``dns_ips`` to ``DNS IPs``."""
    parts = [part for part in _BREAKS.split(name) if part]
    return " ".join(_UPPER.get(part.casefold(), part.casefold()) for part in parts)


def snake_case(name: str) -> str:
    """Turn a name on the wire into one of Python: ``dueDate`` to ``due_date``, ``_id`` to ``id``."""
    return "_".join(part.casefold() for part in _BREAKS.split(name) if part)


def sentence(text: str) -> str:
    """Write the first letter large."""
    return text[:1].upper() + text[1:]


def titled(name: str) -> str:
    """Turn a name into a title: ``created_at`` to ``Created at``."""
    return sentence(words(name))


def singular(noun: str) -> str:
    """Return the singular of a regular English noun: ``rules`` to ``rule``; others as they are."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(_KEPT_AS_IT_IS):
        return noun[:-1]
    return noun


def resource_title(resource: str, *, nested: bool = False) -> str:
    """Return the plural for people of a resource's id.

    Args:
        resource: as ``velocity.rules``.
        nested: whether it is always shown within another record, which says the rest.
    """
    head, *rest = resource.split(".")
    if not rest:
        return titled(head)
    return titled(rest[-1]) if nested else f"{titled(head)}: {' '.join(map(words, rest))}"


def deed_words(operation: Operation) -> str:
    """Return what an operation does, to what kind of thing: ``Cancel campaign``, ``Delete all blocks``."""
    if operation.id in SAID:
        return SAID[operation.id]
    resource, _, verb = operation.id.rpartition(".")
    *outer, last = (words(part) for part in resource.split("."))
    is_one = verb == "create" or ("{" in operation.path and verb != "list")
    return sentence(" ".join([words(verb), *map(singular, outer), singular(last) if is_one else last]))
