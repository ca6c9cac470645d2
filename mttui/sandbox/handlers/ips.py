"""Sending IPs, their pools and their warm-up."""

from __future__ import annotations

from ..clock import iso
from ..company import POOL_OF_IP, POOLS, WARMUP_DAY
from ..engine.documents import Document
from ..engine.world import World
from ..web.call import Call, instant
from ..web.reply import Refusal, Reply
from .common import percent
from .kept import DAY, Body, Kept, keep
from .registry import handles

WARM_UP_DAYS = 30
_LIMIT = 20_000
"""Messages a day from the middle of a warm-up (public OpenAPI example)."""


def _ips(_world: World, start: int) -> list[Body]:
    refs = {pool.name: f"pool_{number:03d}" for number, pool in enumerate(POOLS.values(), start=1)}
    rows: list[Body] = []
    for number, (ip, pool) in enumerate(POOL_OF_IP.items(), start=1):
        day = WARMUP_DAY.get(ip)
        rows.append({
            "id": number, "ip": ip, "poolId": refs[pool.name], "poolName": pool.name,
            "warmupStatus": "in_progress" if day else "completed",
            "warmupStartedAt": iso(start - (day or 120) * DAY),
        })  # fmt: skip
    return rows


def _with_warm_up(call: Call, ip: Document) -> Body:
    window = call.world.ledger.window
    sent, bounced = (window.count(measure, "ip", ip.body["ip"]) for measure in ("sent", "bounced"))
    body = {**ip.body, "sent": sent, "bounceRate": percent(bounced, sent, 2)}
    if body["warmupStatus"] == "in_progress":
        day = min(WARM_UP_DAYS, 1 + (call.now - _seconds(body["warmupStartedAt"])) // DAY)
        body |= {"warmupDay": day, "warmupTotalDays": WARM_UP_DAYS, "dailyLimit": _LIMIT}
    return body


def _seconds(moment: str) -> int:
    return instant("warmupStartedAt", moment)


IPS = keep(
    Kept("ips", "IP address", code="IP", label="ip", stamps=(), seeds=_ips, shows=_with_warm_up),
    leave=("list",),
)


@handles("ips.list")
def list_(call: Call) -> Reply:
    """List them, by pool and by warm-up."""
    pool, status, page = call.query.get("poolId", ""), call.query.get("warmupStatus", "").lower(), call.page()
    found = [
        each
        for each in call.world.documents.all(IPS.resource)
        if pool in ("", each.body["poolId"]) and status in ("", each.body["warmupStatus"])
    ]
    shown = found[page.offset : page.offset + page.per_page]
    return page.reply([_with_warm_up(call, each) for each in shown], len(found))


@handles("ips.warmup.start")
def start(call: Call) -> Reply:
    """Begin a warm-up; one that runs is left as it is."""
    ip = IPS.find(call)
    if ip.body["warmupStatus"] != "in_progress":
        changed = {**ip.body, "warmupStatus": "in_progress", "warmupStartedAt": iso(call.now)}
        ip = IPS.put(call.world, changed)
    return Reply({name: ip.body[name] for name in ("id", "warmupStatus", "warmupStartedAt")})


@handles("ips.warmup.stop")
def stop(call: Call) -> Reply:
    """End a warm-up."""
    ip = IPS.find(call)
    if ip.body["warmupStatus"] != "in_progress":
        raise Refusal(409, "WARMUP_NOT_RUNNING", "the IP is not in a warm-up")
    IPS.put(call.world, {**ip.body, "warmupStatus": "stopped"})
    return Reply(message="Warmup stopped")


def _with_ips(call: Call, pool: Document) -> Body:
    ips = [each.body["ip"] for each in call.world.documents.all("ips") if each.body["poolId"] == pool.id]
    return {**pool.body, "ips": ips, "ipCount": len(ips)}


def _refuse_used(call: Call, pool: Document) -> None:
    if _with_ips(call, pool)["ips"]:
        call.world.documents.put(pool)
        raise Refusal(409, "IP_POOL_NOT_EMPTY", "the pool has IPs: move them first")


keep(
    Kept(
        "ip_pools", "IP pool", "pool", needs=("name",), shows=_with_ips, gone=_refuse_used,
        seeds=lambda _world, _start: [
            *(
                {"_id": f"pool_{number:03d}", "name": pool.name}
                for number, pool in enumerate(POOLS.values(), start=1)
            ),
            {"_id": "pool_009", "name": "Reserve"},
        ],
    )
)  # fmt: skip
