"""DMARC: how domains authenticate, who lists them, and which traps were hit."""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..company import SENDING_DOMAINS
from ..engine.velocity import rate
from ..web.call import Call
from ..web.reply import Reply, not_found
from .kept import DAY
from .registry import handles

_DOMAINS = ("example.com", *SENDING_DOMAINS)
_NOT_CONFIGURED = "halo.kopidarat.example"
_GRADES = (
    (97, "A+"),
    (93, "A"),
    (90, "A-"),
    (87, "B+"),
    (83, "B"),
    (80, "B-"),
    (70, "C"),
    (60, "D"),
    (0, "F"),
)


def _status(domain: str) -> str:
    return "not_configured" if domain == _NOT_CONFIGURED else "pass"


def _domain(call: Call) -> str:
    domain = call.path["domain"].lower()
    if domain not in _DOMAINS:
        raise not_found("DOMAIN", "domain")
    return domain


def _checked(call: Call) -> str:
    return iso(call.now - call.now % 3600)


@handles("dmarc.domains.list")
def domains(call: Call) -> Reply:
    """List domains and how they stand."""
    return Reply([
        {"domain": each, "dmarcStatus": _status(each), "lastChecked": _checked(call)} for each in _DOMAINS
    ])  # fmt: skip


@handles("dmarc.domains.get")
def domain(call: Call) -> Reply:
    """Get how one stands."""
    name = _domain(call)
    configured = _status(name) == "pass"
    return Reply({
        "domain": name, "dmarcStatus": _status(name), "policy": "reject" if configured else "none",
        "spfAligned": True, "dkimAligned": configured, "lastChecked": _checked(call),
    })  # fmt: skip


@handles("dmarc.domains.records.get")
def records(call: Call) -> Reply:
    """Get what is published."""
    name = _domain(call)
    dmarc = f"v=DMARC1; p=reject; rua=mailto:dmarc@{name}" if _status(name) == "pass" else ""
    return Reply({
        "domain": name, "dmarcRecord": dmarc, "spfRecord": "v=spf1 include:spf.mailtarget.example -all",
        "dkimSelector": "mt1",
    })  # fmt: skip


@handles("dmarc.domains.setup.get")
def setup(call: Call) -> Reply:
    """Get what is to be published next: watch first, then quarantine, then reject."""
    name = _domain(call)
    value = f"v=DMARC1; p=none; rua=mailto:dmarc@{name}"
    return Reply({
        "domain": name, "steps": [{"record": "TXT", "host": f"_dmarc.{name}", "value": value}],
        "currentStatus": _status(name),
    })  # fmt: skip


@handles("dmarc.monitored_domains.list")
def monitored(call: Call) -> Reply:
    """List the domains that are watched."""
    since = iso(call.world.opened - 100 * DAY)[:10]
    return Reply([{"domain": each, "monitoringSince": since, "status": "active"} for each in _DOMAINS])


@handles("dmarc.domains.blocklists.get")
def blocklists(call: Call) -> Reply:
    """Say whether a domain is listed."""
    name = _domain(call)
    return Reply({"domain": name, "listed": False, "blocklists": [], "lastChecked": _checked(call)})


@handles("dmarc.domains.blocklist_events.list")
def blocklist_events(call: Call) -> Reply:
    """List when a domain was listed."""
    _domain(call)
    listed = call.world.opened - 26 * DAY
    return Reply([
        {
            "blocklist": "spamhaus.org", "listedAt": iso(listed), "delistedAt": iso(listed + 79200),
            "reason": "High complaint rate",
        }
    ])  # fmt: skip


@handles("dmarc.spam_traps.list")
def spam_traps(call: Call) -> Reply:
    """List the traps that were hit: each bad import finds some more."""
    (hard,) = call.world.connection.execute("SELECT count(*) FROM bounces WHERE type = 'hard'").fetchone()
    rows: list[dict[str, Any]] = []
    for number, source in enumerate(("purchased_list", "old_import"), start=1):
        rows.append({
            "email": f"trap{'' if number == 1 else number}@spamtrap.example.com",
            "hitCount": 3 + hard // (400 * number), "lastHit": iso(call.now - number * 7200),
            "source": source,
        })  # fmt: skip
    return Reply(rows)


@handles("dmarc.health_score.get")
def health(call: Call) -> Reply:
    """Get a score and what it is made of."""
    window = call.world.ledger.window
    factors = {
        "dmarc": 95, "spf": 100, "dkim": 100, "blocklist": 80, "spamTraps": 60,
        "bounceRate": max(0, round(100 - 8 * rate(window, "bounce_rate"))),
    }  # fmt: skip
    score = round(sum(factors.values()) / len(factors))
    grade = next(word for floor, word in _GRADES if score >= floor)
    return Reply({"score": score, "grade": grade, "factors": factors})
