"""Reputation. The reference names no fields: those here are listed in :mod:`..engine.reputation`."""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..company import POOL_OF_IP, PROVIDERS, SENDING_DOMAINS, WARMUP_DAY
from ..engine.reputation import LINE
from ..engine.velocity import rate
from ..web.call import Call
from ..web.reply import Reply, not_found
from .registry import handles

_GRADES = ((90, "excellent"), (75, "good"), (60, "fair"), (0, "poor"))
_PENDING_DMARC = "halo.kopidarat.example"
_ISP_LIMITS = {"Gmail": 80_000, "Outlook": 40_000, "Yahoo": 30_000, "Corporate": 40_000}
_NEAR = 0.8
"""Part of the daily limit from which volume should not grow."""


def _factor(name: str, score: float, value: object) -> dict[str, Any]:
    status = "good" if score >= _GRADES[1][0] else "warning" if score >= _GRADES[2][0] else "bad"
    return {"name": name, "score": round(score, 1), "value": value, "status": status}


@handles("reputation.score.get")
def score(call: Call) -> Reply:
    """Get the account's score with what it is made of."""
    world = call.world
    value = world.reputation.score()
    bounce, complaint = rate(world.ledger.window, "bounce_rate"), rate(world.ledger.window, "complaint_rate")
    grade = next(word for floor, word in _GRADES if value >= floor)
    factors = [
        _factor("domain_auth", 95.0, "3 of 4 domains enforce DMARC"),
        _factor("bounce_rate", max(0.0, 100 - 8 * bounce), round(bounce, 2)),
        _factor("complaint_rate", max(0.0, 100 - 100 * complaint), round(complaint, 3)),
        _factor("blocklist", 100.0, "clean"),
        _factor("engagement", min(100.0, value + 2), "opens as usual"),
    ]
    return Reply(
        {"score": value, "grade": grade, "factors": factors, "updatedAt": iso(world.velocity.last_checked)}
    )


def _isp_scores(value: float) -> dict[str, float]:
    return {p.name: round(max(0.0, value - place), 1) for place, p in enumerate(PROVIDERS)}


def _recent(call: Call, dimension: str, key: str) -> dict[str, Any]:
    window = call.world.ledger.window
    sent, bounced = window.count("sent", dimension, key), window.count("bounced", dimension, key)
    return {"sent": sent, "bounced": bounced, "bounceRate": round(100 * bounced / sent, 2) if sent else 0.0}


def _domain(call: Call, domain: str) -> dict[str, Any]:
    value = call.world.reputation.score("domain", domain)
    dmarc = "pending" if domain == _PENDING_DMARC else "verified"
    return {
        "domain": domain, "score": value, "spf": "verified", "dkim": "verified", "dmarc": dmarc,
        "blocklisted": False, "blocklists": [], "ispScores": _isp_scores(value),
        "updatedAt": iso(call.world.velocity.last_checked), **_recent(call, "domain", domain),
    }  # fmt: skip


def _ip(call: Call, ip: str) -> dict[str, Any]:
    value = call.world.reputation.score("ip", ip)
    return {
        "ip": ip, "score": value, "pool": POOL_OF_IP[ip].name, "warmupDay": WARMUP_DAY.get(ip),
        "blocklisted": False, "blocklists": [], "ispScores": _isp_scores(value),
        "updatedAt": iso(call.world.velocity.last_checked), **_recent(call, "ip", ip),
    }  # fmt: skip


@handles("reputation.domains.list")
def domains(call: Call) -> Reply:
    """List the sending domains."""
    return Reply([_domain(call, domain) for domain in call.world.reputation.keys("domain")])


@handles("reputation.domains.get")
def domain(call: Call) -> Reply:
    """Get one sending domain."""
    return Reply(_domain(call, _known_domain(call)))


@handles("reputation.ips.list")
def ips(call: Call) -> Reply:
    """List the sending IPs."""
    return Reply([_ip(call, ip) for ip in call.world.reputation.keys("ip")])


@handles("reputation.ips.get")
def ip(call: Call) -> Reply:
    """Get one sending IP."""
    if call.path["ip"] not in POOL_OF_IP:
        raise not_found("IP", "IP address")
    return Reply(_ip(call, call.path["ip"]))


def _known_domain(call: Call) -> str:
    name = call.path["domain"]
    if name not in SENDING_DOMAINS:
        raise not_found("DOMAIN", "sending domain")
    return name


def _recommendations(call: Call, domain_name: str | None) -> list[dict[str, Any]]:
    midnight = call.now - call.now % 86400
    volumes = dict(
        call.world.connection.execute(
            "SELECT key, sum(n) FROM tallies WHERE dimension = 'provider' AND measure = 'sent'"
            " AND bucket >= ? GROUP BY key",
            (midnight,),
        ).fetchall()
    )
    sinking = rate(call.world.ledger.window, "bounce_rate") > LINE
    rows = []
    for isp, limit in _ISP_LIMITS.items():
        volume = volumes.get(isp, 0)
        action = "reduce" if sinking or volume > limit else "hold" if volume > _NEAR * limit else "maintain"
        rows.append(
            {
                "isp": isp,
                "domain": domain_name,
                "dailyLimit": limit,
                "currentVolume": volume,
                "action": action,
            }
        )
    return rows


@handles("reputation.isp_recommendations.list")
def recommendations(call: Call) -> Reply:
    """List what to do per mailbox provider."""
    return Reply(_recommendations(call, None))


@handles("reputation.isp_recommendations.get")
def recommendations_of_domain(call: Call) -> Reply:
    """List what to do per mailbox provider for one sending domain."""
    return Reply(_recommendations(call, _known_domain(call)))
