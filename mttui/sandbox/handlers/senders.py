"""Senders and verified senders: from whom mail may come."""

from __future__ import annotations

from ..clock import iso
from ..company import SENDING_DOMAINS
from ..engine.documents import Document
from ..web.call import Call
from ..web.reply import Refusal, Reply, invalid, not_found
from .kept import Body, Kept, keep
from .registry import handles

_NAMES = ("Lapak Nusantara", "Promo Lapak", "Lapak Pay", "Kopi Darat")


def _domain_facts(email: str) -> Body:
    domain = email.rpartition("@")[2]
    ours = domain in SENDING_DOMAINS
    return {
        "domain": domain, "domainId": SENDING_DOMAINS.index(domain) + 1 if ours else None,
        "domainStatus": "Verified" if ours else "Unverified", "spf": ours, "dkim": ours, "dmarc": ours,
        "permitted": ours,
    }  # fmt: skip


def _check(_call: Call, body: Body) -> None:
    if "@" not in body["email"]:
        raise invalid("email", "must be an address")
    body.update(_domain_facts(body["email"]))


SENDERS = keep(
    Kept(
        "senders", "sender", "snd", label="email", needs=("name", "email"),
        defaults={"validate": False, "used": False, "deleted": False}, checks=_check, stamps=(),
        seeds=lambda _world, _start: [
            {
                "_id": f"snd_{number:03d}", "name": name, "email": f"halo@{domain}", "validate": True,
                "used": number < len(_NAMES), **_domain_facts(f"halo@{domain}"),
            }
            for number, (name, domain) in enumerate(zip(_NAMES, SENDING_DOMAINS, strict=True), start=1)
        ],
    )
)  # fmt: skip


@handles("senders.verify")
def verify(call: Call) -> Reply:
    """Send the message by which a sender proves that the address is his."""
    sender = SENDERS.find(call)
    SENDERS.put(call.world, {**sender.body, "validate": True, "lastValidate": iso(call.now)})
    return Reply(message="Verification email sent")


# Verified senders

VERIFIED = keep(
    Kept(
        "verified_senders", "verified sender", "vs", label="fromEmail", needs=("fromEmail",),
        defaults={"fromName": "", "replyTo": "", "nickname": "", "verified": False},
        stamps=("createdAt", "updatedAt"),
        seeds=lambda _world, _start: (
            {"_id": "vs_001", "fromName": "Lapak", "fromEmail": "halo@mail.lapak.example", "verified": True},
            {"_id": "vs_002", "fromName": "Founder", "fromEmail": "pendiri@gmail.example", "verified": False},
        ),
    ),
    leave=("create",),
)  # fmt: skip


@handles("verified_senders.create")
def create(call: Call) -> Reply:
    """Add one; it is verified by the token of the message that goes out."""
    reply = VERIFIED.create(call)
    return Reply(VERIFIED.put(call.world, {**reply.data, "verified": False}).body, status=201)


@handles("verified_senders.resend")
def resend(call: Call) -> Reply:
    """Send that message again."""
    if VERIFIED.find(call).body["verified"]:
        raise Refusal(409, "SENDER_ALREADY_VERIFIED", "the sender is verified already")
    return Reply(message="Verification resent")


@handles("verified_senders.verify")
def redeem(call: Call) -> Reply:
    """Verify by a token; the sandbox's tokens are the ids, and any other verifies the oldest that waits."""
    token = call.text("token", limit=500)
    waiting = [each for each in call.world.documents.all(VERIFIED.resource) if not each.body["verified"]]
    chosen = next((each for each in waiting if each.id == token), waiting[0] if waiting else None)
    if chosen is not None:
        VERIFIED.put(call.world, {**chosen.body, "verified": True, "updatedAt": iso(call.now)})
    return Reply(message="Sender verified")


def _facts(sender: Document) -> Body:
    return _domain_facts(sender.body["fromEmail"])


@handles("verified_senders.steps_completed.get")
def steps(call: Call) -> Reply:
    """Say what is done of what makes a sender fit to send."""
    sender = VERIFIED.find(call)
    return Reply({
        "senderVerified": sender.body["verified"],
        "domainVerified": _facts(sender)["domainStatus"] == "Verified",
    })  # fmt: skip


@handles("verified_senders.domain_warnings.get")
def warnings(call: Call) -> Reply:
    """Warn of a domain that others own or that is not authenticated."""
    sender = VERIFIED.find(call)
    if sender is None:
        raise not_found("VERIFIED_SENDER", "verified sender")
    facts = _facts(sender)
    hard = (
        []
        if facts["permitted"]
        else [f"{facts['domain']} is not a domain of this account: DMARC may refuse it"]
    )
    return Reply({"domain": facts["domain"], "warnings": hard})
