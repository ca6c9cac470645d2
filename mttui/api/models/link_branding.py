"""Models of link branding."""

from __future__ import annotations

from .base import Identified, Model, Moment


class BrandedLinkCname1(Model):
    """The first record."""

    host: str | None = None
    value: str | None = None
    valid: bool | None = None


class BrandedLinkCname2(Model):
    """The second record."""

    host: str | None = None
    value: str | None = None
    valid: bool | None = None


class BrandedLinkDns(Model):
    """Records that the DNS must have."""

    cname1: BrandedLinkCname1 | None = None
    cname2: BrandedLinkCname2 | None = None


class BrandedLink(Identified):
    """A domain of one's own for links in mail."""

    domain: str | None = None
    verified: bool | None = None
    is_default: bool | None = None
    dns: BrandedLinkDns | None = None
    created_at: Moment = None
