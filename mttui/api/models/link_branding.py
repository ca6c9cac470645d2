"""Models of link branding."""

from __future__ import annotations

from .base import Identified, Model, Moment


class LinkBrandingInfoDnsCname1(Model):
    """Link branding info dns cname1."""

    host: str | None = None
    value: str | None = None
    valid: bool | None = None


class LinkBrandingInfoDnsCname2(Model):
    """Link branding info dns cname2."""

    host: str | None = None
    value: str | None = None
    valid: bool | None = None


class LinkBrandingInfoDns(Model):
    """Link branding info dns."""

    cname1: LinkBrandingInfoDnsCname1 | None = None
    cname2: LinkBrandingInfoDnsCname2 | None = None


class LinkBrandingInfo(Identified):
    """Link branding info."""

    domain: str | None = None
    verified: bool | None = None
    is_default: bool | None = None
    dns: LinkBrandingInfoDns | None = None
    created_at: Moment = None
