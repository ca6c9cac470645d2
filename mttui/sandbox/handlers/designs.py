"""Designs: reusable message content, one's own and ready-made."""

from __future__ import annotations

from ..clock import iso
from ..engine.documents import Document
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply
from .kept import Body, Kept, keep
from .registry import handles

_PAGE = "<html><body><h1>{name}</h1><p>Halo {{{{name}}}},</p><p>{text}</p></body></html>"


def _design(ref: str, name: str, category: str, text: str) -> Body:
    return {
        "_id": ref, "name": name, "subject": name, "category": category, "textContent": text,
        "htmlContent": _PAGE.format(name=name, text=text),
        "thumbnailUrl": f"https://cdn.lapak.example/designs/{ref}.png",
    }  # fmt: skip


def _own(_world: World, _start: int) -> list[Body]:
    return [
        _design("dsg_001", "Monthly newsletter", "newsletter", "Kabar bulan ini dari Lapak Nusantara."),
        _design("dsg_002", "Voucher", "promotion", "Ada voucher untuk Anda."),
        _design("dsg_003", "Order receipt", "transactional", "Pesanan Anda sudah kami terima."),
    ]


def _ready_made(_world: World, _start: int) -> list[Body]:
    return [
        _design("pre_001", "Plain announcement", "announcement", "Write your announcement here."),
        _design("pre_002", "Product grid", "promotion", "Show your products here."),
        _design("pre_003", "Welcome", "onboarding", "Welcome your customers here."),
    ]


DESIGNS = keep(
    Kept(
        "designs",
        "design",
        "dsg",
        defaults={
            "name": "Untitled",
            "subject": "",
            "htmlContent": "",
            "textContent": "",
            "category": "other",
        },
        stamps=("createdAt", "updatedAt"),
        seeds=_own,
    )
)
PREBUILT = keep(
    Kept("designs.prebuilt", "design", "pre", stamps=("createdAt", "updatedAt"), seeds=_ready_made)
)


def _copy(call: Call, original: Document) -> Reply:
    now = iso(call.now)
    body = {
        **original.body,
        "_id": DESIGNS.new_id(call.world),
        "name": f"{original.body['name']} (copy)",
        "createdAt": now,
        "updatedAt": now,
    }
    return Reply(DESIGNS.put(call.world, body).body, status=201)


@handles("designs.duplicate")
def duplicate(call: Call) -> Reply:
    """Make another design like one."""
    return _copy(call, DESIGNS.find(call))


@handles("designs.prebuilt.duplicate")
def duplicate_prebuilt(call: Call) -> Reply:
    """Make a design of one's own from a ready-made one."""
    return _copy(call, PREBUILT.find(call))
