"""How a new world looks: who sends, what is configured, and the ids that the reference's examples use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..clock import iso
from ..company import (
    ADMIN,
    DEWI,
    KEY_IP,
    KEY_OPERATOR,
    KEY_PAYMENTS,
    KEY_STOREFRONT,
    OPERATOR_IP,
    RIZKY,
    SARI,
)
from .documents import Document
from .history import write_history
from .jobs import campaign_body
from .records import Origin
from .velocity import Event, new_rule
from .world import World

WARM_UP = 330
"""Seconds of traffic before the start, so that the five-minute window is full."""
_DAY, _HOUR = 86400, 3600

EXAMPLE_CAMPAIGN = "663f1a2b4c5d6e7f8a9b0c1d"
"""The campaign of the reference's examples."""

_STREAMS: tuple[tuple[str, str, Origin], ...] = (
    ("api", str(KEY_STOREFRONT), Origin(
        "Storefront", "Pesanan Anda sudah kami terima", "mail.lapak.example", rate=0.40,
        category="order", api_key=KEY_STOREFRONT, ip_address=KEY_IP[KEY_STOREFRONT])),
    ("api", str(KEY_PAYMENTS), Origin(
        "Lapak Pay codes", "Kode verifikasi Anda", "notify.lapakpay.example", rate=0.30,
        subaccount="sub_003", template="tpl_003", category="otp", api_key=KEY_PAYMENTS,
        ip_address=KEY_IP[KEY_PAYMENTS])),
    ("smtp", "1", Origin(
        "app-server", "Notifikasi toko", "mail.lapak.example", rate=0.20, template="tpl_008",
        category="notification", smtp_id=1, ip_address="203.0.113.31")),
    ("smtp", "2", Origin(
        "warehouse", "Daftar pengambilan barang", "mail.lapak.example", rate=0.02,
        template="tpl_008", category="notification", smtp_id=2, ip_address="203.0.113.33")),
    ("automation", "aut_001", Origin(
        "Abandoned cart", "Keranjang Anda masih menunggu", "promo.lapak.example", pool="marketing",
        profile="marketing", rate=0.12, subaccount="sub_001", template="tpl_005", category="cart")),
    ("automation", "aut_002", Origin(
        "Welcome series", "Selamat datang di Lapak", "promo.lapak.example", pool="marketing",
        profile="marketing", rate=0.06, subaccount="sub_001", template="tpl_001",
        category="welcome")),
    ("api", "3-later", Origin(
        "Shipping updates", "Paket Anda dikirim hari ini", "mail.lapak.example", rate=0.02,
        template="tpl_007", category="order", api_key=KEY_STOREFRONT,
        ip_address=KEY_IP[KEY_STOREFRONT], lead=(1200, 2700))),
)  # fmt: skip


Founder = Callable[[World, int], None]
"""Sets up the part of a family in a new world; takes the world and the second at which it starts."""
_FOUNDERS: list[Founder] = []


def founder(function: Founder) -> Founder:
    """Register what a family has in a new world: it runs before any mail flows."""
    _FOUNDERS.append(function)
    return function


def found(world: World) -> None:
    """Set a new world up and let it run until its start."""
    start = world.now
    world.now = start - WARM_UP
    with world.transaction():
        _configure(world, start)
        for set_up in _FOUNDERS:
            set_up(world, start)
        for kind, ref, origin in _STREAMS:
            world.add_source(kind, ref, origin, running=True)
        write_history(world, world.now)
        _reference_examples(world, start)
        _stand_in_queue(world)
        world.jobs.review()
        _drafts(world)
        for _ in range(WARM_UP):
            world.tick()
        world.scenario.prepare(world)


def _configure(world: World, start: int) -> None:
    put, long_ago = world.documents.put, start - 200 * _DAY
    for rule in (
        new_rule("rule_001", "Bounce rate spike", "bounce_rate", 5.0, "pause", long_ago),
        new_rule("rule_002", "Complaint rate", "complaint_rate", 1.0, "throttle", long_ago),
        new_rule("rule_003", "Spam block share", "spam_rate", 1.0, "throttle", long_ago),
    ):
        put(rule)
    world.velocity.reload()
    for number, (ip, note) in enumerate(
        (
            (OPERATOR_IP, "Office IP"),
            ("203.0.113.0/24", "Jakarta data centre"),
            ("0.0.0.0/0", "TEMPORARY for the migration, remove!"),
        ),
        start=1,
    ):
        entry = {"id": number, "ip": ip, "note": note, "createdAt": iso(long_ago + number * _DAY)}
        put(Document("ip_access", str(number), entry, label=note))
    world.access.reload()
    _credentials_and_alerts(world, long_ago)


def _credentials_and_alerts(world: World, long_ago: int) -> None:
    put = world.documents.put
    for source_place, (number, name) in enumerate(
        ((1, "app-server"), (2, "warehouse"), (3, "old-crm")), start=3
    ):
        body: dict[str, Any] = {
            "id": number, "name": name, "username": "smtp_mt_injection",
            "host": "smtp.mailtarget.example", "port": 587, "tls": True,
            "createdAt": iso(long_ago + number * _DAY),
        }  # fmt: skip
        if name != "old-crm":
            body["sourceId"] = source_place
        put(Document("smtp_credential", str(number), body, label=name))
    for number, (kind, threshold, channel) in enumerate(
        (("bounce_rate", 5.0, "email"), ("complaint_rate", 0.3, "email"), ("queue_depth", 5000.0, "email")),
        start=1,
    ):
        alert = {
            "_id": f"alr_{number:03d}", "type": kind, "threshold": threshold, "channel": channel,
            "active": True, "createdAt": iso(long_ago), "updatedAt": iso(long_ago),
        }  # fmt: skip
        put(Document("alert", f"alr_{number:03d}", alert, label=kind))


def _reference_examples(world: World, start: int) -> None:
    """Make what the reference's examples name: a campaign, an old event, old log rows."""
    origin = Origin(
        "Welcome", "Welcome Email", "promo.lapak.example", pool="marketing", profile="marketing",
        rate=0.2, members=420, subaccount="sub_001", template="tpl_001", category="welcome",
    )  # fmt: skip
    body = campaign_body(origin, "Mailtarget", ["new-users"])
    job = world.jobs.create("campaign", EXAMPLE_CAMPAIGN, origin, body)
    world.jobs.schedule(job, start + 5 * _DAY)
    old = start - 12 * _DAY
    world.velocity.store(
        Event(
            "evt_001", "rule_001", "Bounce rate spike", "bounce_rate", "pause", 7.2, 5.0, "resolved",
            old, old + 1500,
        )
    )  # fmt: skip
    _old_logs(world, start)


def _drafts(world: World) -> None:
    """Leave some work unfinished, as people do."""
    for kind, ref, name in (
        ("batch", "bat_002", "Year-end statements"),
        ("single_send", "ss_002", "Voucher for regulars"),
    ):
        origin = Origin(
            name, name, "promo.lapak.example", pool="marketing", profile="marketing", rate=0.5, members=180,
            subaccount="sub_001", template="tpl_004", category="promotion",
        )  # fmt: skip
        body: dict[str, object] = {
            "name": name, "subject": name, "senderId": "snd_001", "listIds": ["lst_002"],
            "segmentIds": [], "designId": "dsg_002", "categories": ["promotion"],
        }  # fmt: skip
        world.jobs.create(kind, ref, origin, body if kind == "single_send" else {"name": name})


def _old_logs(world: World, start: int) -> None:
    """Write what was done in the hours before by those who usually do things."""
    world.ledger.api_log("POST", "/v1/campaigns", 500, 245, KEY_STOREFRONT, ADMIN.ip, start - 8 * _HOUR)
    usual = (
        ("GET", "/v1/sending-queues", KEY_OPERATOR, OPERATOR_IP),
        ("POST", "/v1/transmissions", KEY_STOREFRONT, KEY_IP[KEY_STOREFRONT]),
        ("POST", "/v1/transmissions", KEY_PAYMENTS, KEY_IP[KEY_PAYMENTS]),
    )
    for minutes in range(7 * 60, 60, -5):
        method, path, key, ip = usual[minutes // 5 % len(usual)]
        world.ledger.api_log(method, path, 200, 38, key, ip, start - minutes * 60)
    for hours, user, action, resource, ref, details in (
        (30, RIZKY, "login", "user", str(RIZKY.id), {"method": "password"}),
        (28, DEWI, "login", "user", str(DEWI.id), {"method": "password"}),
        (26, SARI, "login", "user", str(SARI.id), {"method": "password"}),
        (6, ADMIN, "delete", "campaign", "cmp_001", {"campaignName": "April Newsletter"}),
        (5, DEWI, "schedule", "campaign", EXAMPLE_CAMPAIGN, {"campaignName": "Welcome Email"}),
        (3, SARI, "update", "automation", "aut_001", {"name": "Abandoned cart"}),
        (2, ADMIN, "login", "user", str(ADMIN.id), {"method": "password"}),
    ):
        world.audit(user, action, resource, ref, details, at=start - hours * _HOUR)
    world.audit(ADMIN, "login", "user", str(ADMIN.id), {}, at=start - 50 * 60, ip=OPERATOR_IP)


def _stand_in_queue(world: World) -> None:
    """Make msg_001, which failed, bnc_001, and messages that are scheduled already."""
    storefront, codes = world.source_of("api", "3"), world.source_of("api", "5")
    later = world.source_of("api", "3-later")
    if storefront is None or codes is None or later is None:
        raise LookupError("the streams come first")
    now, accept = world.now, world.traffic.accept
    failed = accept(storefront, "user@example.com", "Corporate", now)
    bounced = accept(codes, "invalid@example.com", "Corporate", now)
    chance = world.chance.at(-1)
    for _ in range(38):
        at = now + chance.whole(60, 2700)
        accept(later, f"pelanggan{chance.whole(100, 999)}@gmail.example", "Gmail", now, scheduled_for=at)
    accept(storefront, "alice@example.com", "Corporate", now)
    world.delivery.fail(failed, now)
    world.delivery.inject(bounced, now, chance)
    bounced.fate, bounced.delay = "550", None
    world.queue.drop([failed, bounced])
