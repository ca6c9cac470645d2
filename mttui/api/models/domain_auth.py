"""Models of domain auth."""

from __future__ import annotations

from .base import Id, Identified, Model, Moment


class AuthenticatedDomain(Identified):
    """A domain that mail is sent from, and whether receivers can trust it."""

    domain: str | None = None
    spf_status: str | None = None
    dkim_status: str | None = None
    dmarc_status: str | None = None
    assignment: str | None = None
    status: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    cname_hostname: str | None = None
    cname_value: str | None = None
    cname_verified: bool | None = None
    dkim_hostname: str | None = None
    dkim_value: str | None = None
    dkim_verified: bool | None = None
    dkim_public_key: str | None = None
    dkim_private_key: str | None = None
    dkim_selector: str | None = None
    spf_hostname: str | None = None
    spf_value: str | None = None
    spf_verified: bool | None = None
    sub_account_id: Id | None = None
    sub_account_name: str | None = None
    tracking_domain_id: Id | None = None
    tracking_domain_name: str | None = None
    created_at: Moment = None


class DnsRecord(Model):
    """A record that the DNS must have.

    The reference shows no fields; these are the sandbox's own.
    """

    type: str | None = None
    host: str | None = None
    value: str | None = None
    status: str | None = None
    valid: bool | None = None
