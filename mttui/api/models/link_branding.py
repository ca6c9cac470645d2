"""Models of link branding."""

from __future__ import annotations

from .base import Identified, Model, Moment


class BrandedLinkCname1(Model):
    """Link branding info dns cname1."""

    host: str | None = None
    value: str | None = None
    valid: bool | None = None


class BrandedLinkCname2(Model):
    """Link branding info dns cname2."""

    host: str | None = None
    value: str | None = None
    valid: bool | None = None


class BrandedLinkDns(Model):
    """Link branding info dns."""

    cname1: BrandedLinkCname1 | None = None
    cname2: BrandedLinkCname2 | None = None


class BrandedLink(Identified):
    """Link branding info."""

    domain: str | None = None
    verified: bool | None = None
    is_default: bool | None = None
    dns: BrandedLinkDns | None = None
    created_at: Moment = None
