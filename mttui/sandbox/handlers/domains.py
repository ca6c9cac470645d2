"""Domains: authentication, link branding, tracking, reverse DNS and inbound, each with its DNS records.

A record is found in the DNS when its domain is one of the company's, or below ``.example`` or
``example.com``, and was asked for once before: the first look is too early, as it is in life.
"""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..company import POOL_OF_IP, SENDING_DOMAINS
from ..engine.documents import Document
from ..web.call import Call
from ..web.reply import Refusal, Reply, invalid
from .kept import DAY, Body, Kept, keep
from .registry import handles

_PENDING_DMARC = "halo.kopidarat.example"
_FIRST_LINK = "sendlinks.mailtarget.example"
_SECOND_LINK = "sendlinks2.mailtarget.example"


def is_published(domain: str) -> bool:
    """Say whether the sandbox's DNS knows a domain."""
    return domain in SENDING_DOMAINS or domain.endswith((".example", "example.com"))


def _check_domain(_call: Call, body: Body) -> None:
    domain = str(body.get("domain", ""))
    if "." not in domain or "/" in domain or " " in domain:
        raise invalid("domain", "must be a domain")


# Domain authentication


def _auth(_call: Call, document: Document) -> Body:
    body = document.body
    return {**body, "assignment": "MASTER_AND_ALL_SUBACCOUNTS"}


def _auth_seed(number: int, domain: str, start: int) -> Body:
    dmarc = "pending" if domain == _PENDING_DMARC else "verified"
    return {
        "id": number, "domain": domain, "spfStatus": "verified", "dkimStatus": "verified",
        "dmarcStatus": dmarc, "createdAt": iso(start - (200 - number) * DAY),
    }  # fmt: skip


AUTH = keep(
    Kept(
        "domain_auth", "domain", label="domain", code="DOMAIN", stamps=(), shows=_auth,
        seeds=lambda _world, start: [
            _auth_seed(number, domain, start)
            for number, domain in enumerate(("example.com", *SENDING_DOMAINS), start=1)
        ],
    )
)  # fmt: skip


@handles("domain_auth.dns_records.list")
def dns_records(call: Call) -> Reply:
    """List what is to be published."""
    body = AUTH.find(call).body
    domain = body["domain"]
    records = (
        ("TXT", domain, "v=spf1 include:spf.mailtarget.example -all", body["spfStatus"]),
        (
            "TXT",
            f"mt1._domainkey.{domain}",
            "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GN",
            body["dkimStatus"],
        ),
        ("TXT", f"_dmarc.{domain}", f"v=DMARC1; p=none; rua=mailto:dmarc@{domain}", body["dmarcStatus"]),
    )
    return Reply([
        {"type": kind, "host": host, "value": value, "status": status, "valid": status == "verified"}
        for kind, host, value, status in records
    ])  # fmt: skip


@handles("domain_auth.verify")
def verify_auth(call: Call) -> Reply:
    """Look into the DNS: what is published there becomes verified."""
    domain = AUTH.find(call)
    if is_published(domain.body["domain"]):
        names = ("spfStatus", "dkimStatus", "dmarcStatus")
        AUTH.put(call.world, {**domain.body, **dict.fromkeys(names, "verified")})
    return Reply(_auth(call, AUTH.find(call)))


# Link branding


def _dns(number: int, domain: str, *, valid: bool) -> Body:
    return {
        "cname1": {"host": domain, "value": _FIRST_LINK, "valid": valid},
        "cname2": {"host": f"{12344 + number}.{domain}", "value": _SECOND_LINK, "valid": valid},
    }


def _brand(_call: Call, link: Document) -> Body:
    body = link.body
    head = {name: body[name] for name in ("id", "domain", "verified", "isDefault")}
    return {
        **head,
        "dns": _dns(body["id"], body["domain"], valid=body["verified"]),
        "createdAt": body["createdAt"],
    }


def _change_brand(call: Call, body: Body) -> None:
    _check_domain(call, body)
    known = call.world.documents.get("link_branding", str(body.get("id", "")))
    if known is not None and known.body["domain"] != body["domain"]:
        body["verified"] = False


BRANDS = keep(
    Kept(
        "link_branding", "branded link", label="domain", needs=("domain",), code="LINK_BRANDING",
        defaults={"verified": False, "isDefault": False}, shows=_brand, checks=_change_brand,
        seeds=lambda _world, _start: (
            {"id": 1, "domain": "links.example.com", "verified": True, "isDefault": True},
            {"id": 2, "domain": "klik.lapak.example", "verified": False},
        ),
    )
)  # fmt: skip


@handles("link_branding.verify")
def verify_brand(call: Call) -> Reply:
    """Look into the DNS."""
    link = BRANDS.find(call)
    return Reply(
        _brand(call, BRANDS.put(call.world, {**link.body, "verified": is_published(link.body["domain"])}))
    )


# Tracking domains

TRACKING = keep(
    Kept(
        "tracking_domains", "tracking domain", "trk", label="domain", needs=("domain",),
        defaults={"verified": False}, checks=_check_domain,
        seeds=lambda _world, _start: (
            {"_id": "trk_001", "domain": "track.lapak.example", "verified": True},
            {"_id": "trk_002", "domain": "t.kopidarat.example"},
        ),
    )
)  # fmt: skip


@handles("tracking_domains.verify")
def verify_tracking(call: Call) -> Reply:
    """Look into the DNS."""
    domain = TRACKING.find(call)
    return Reply(
        TRACKING.put(call.world, {**domain.body, "verified": is_published(domain.body["domain"])}).body
    )


# Reverse DNS


def _complete_rdns(_call: Call, body: Body) -> None:
    if body["ip"] not in POOL_OF_IP:
        raise invalid("ip", "is none of the account's IPs")
    _check_domain(_call, body)
    body["rdns"] = f"{body['subdomain']}.{body['domain']}"


REVERSE = keep(
    Kept(
        "reverse_dns", "reverse DNS", code="REVERSE_DNS", label="rdns",
        defaults={"ip": "192.0.2.10", "domain": "lapak.example", "subdomain": "out", "valid": False},
        checks=_complete_rdns,
        seeds=lambda _world, _start: [
            {"id": number, "ip": ip, "domain": "lapak.example", "subdomain": f"out{number}",
             "rdns": f"out{number}.lapak.example", "valid": number < len(POOL_OF_IP)}
            for number, ip in enumerate(POOL_OF_IP, start=1)
        ],
    ),
    leave=("delete",),
)  # fmt: skip


@handles("reverse_dns.delete")
def delete_rdns(call: Call) -> Reply:
    """Delete one."""
    REVERSE.delete(call)
    return Reply(message="Reverse DNS deleted")


@handles("reverse_dns.validate")
def validate_rdns(call: Call) -> Reply:
    """Look into the DNS."""
    entry = REVERSE.find(call)
    valid = is_published(entry.body["domain"])
    REVERSE.put(call.world, {**entry.body, "valid": valid})
    return Reply({"valid": valid})


# Inbound domains


def _verify_mx(_call: Call, document: Document) -> dict[str, Any]:
    return document.body


INBOUND = keep(
    Kept(
        "inbound_domains", "inbound domain", "ibd", label="domain", needs=("domain",),
        defaults={"mxVerified": False}, shows=_verify_mx, checks=_check_domain,
        seeds=lambda _world, _start: (
            {"_id": "ibd_001", "domain": "inbound.example.com", "mxVerified": True},
            {"_id": "ibd_002", "domain": "tanya.lapak.example", "mxVerified": True},
        ),
    ),
    leave=("get",),
)  # fmt: skip


@handles("inbound_domains.get")
def inbound_domain(call: Call) -> Reply:
    """Get one; reading it looks for its MX record."""
    domain = INBOUND.find(call)
    if not domain.body["mxVerified"] and is_published(domain.body["domain"]):
        domain = INBOUND.put(call.world, {**domain.body, "mxVerified": True})
    return Reply(domain.body)


def refuse_unknown(domain: str) -> None:
    """Refuse a sending domain that is not verified.

    Raises:
        Refusal: 422.
    """
    if domain not in SENDING_DOMAINS:
        raise Refusal(422, "DOMAIN_NOT_VERIFIED", f"{domain} is not verified")
