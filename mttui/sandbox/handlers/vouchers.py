"""Vouchers: codes that campaigns give away."""

from __future__ import annotations

from ..clock import iso
from ..engine.world import World
from ..web.call import Call
from .kept import DAY, Body, Kept, keep


def _vouchers(_world: World, start: int) -> list[Body]:
    known = (
        ("MERDEKA25", "Independence Day", "percentage", 25, 1000, 412),
        ("KOPIPAGI", "Morning coffee", "percentage", 10, 200, 200),
    )
    return [
        {
            "_id": f"vch_{number:03d}", "code": code, "name": name, "type": kind, "value": value,
            "maxUsage": most, "usedCount": used, "expiresAt": iso(start + 30 * DAY), "active": used < most,
        }
        for number, (code, name, kind, value, most, used) in enumerate(known, start=1)
    ]  # fmt: skip


def _complete(call: Call, body: Body) -> None:
    body.setdefault("code", f"LPK{call.world.fresh_id()[:6].upper()}{call.world.documents.next_seq()}")
    body.setdefault("expiresAt", iso(call.now + 30 * DAY))


keep(
    Kept(
        "vouchers",
        "voucher",
        "vch",
        label="code",
        defaults={
            "name": "", "type": "percentage", "value": 10, "maxUsage": 100, "usedCount": 0, "active": True,
        },
        seeds=_vouchers,
        checks=_complete,
    )
)  # fmt: skip
