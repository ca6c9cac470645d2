"""The make-believe company that the sandbox belongs to, and where its mail goes.

Lapak Nusantara is a marketplace in Jakarta with a payment arm and a coffee brand. Every domain is
below ``.example`` and every address in a documentation range, so none of it can reach anyone.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """A mailbox provider."""

    name: str
    domains: tuple[str, ...]
    mx_host: str
    share: float
    """Part of a usual audience that has its mailbox here."""
    inbox_rate: float
    """Percent of delivered mail that lands in the inbox; for show."""


PROVIDERS = (
    Provider("Gmail", ("gmail.example",), "gmail-smtp-in.l.gmail.example", 0.58, 98.5),
    Provider("Outlook", ("outlook.example", "hotmail.example"), "mx1.outlook.example", 0.14, 96.1),
    Provider("Yahoo", ("yahoo.example", "ymail.example"), "mta7.yahoo.example", 0.13, 95.2),
    Provider(
        "Corporate",
        ("bankartha.example", "samudera.example", "cendana-tekstil.example", "kampusraya.example"),
        "mx.corporate.example",
        0.15,
        97.3,
    ),
)
PROVIDER = {provider.name: provider for provider in PROVIDERS}


@dataclass(frozen=True, slots=True)
class Pool:
    """A pool of sending IPs."""

    name: str
    ips: tuple[str, ...]


POOLS = {
    "transactional": Pool("IP Pool A", ("192.0.2.10", "192.0.2.11")),
    "marketing": Pool("IP Pool B", ("192.0.2.20", "192.0.2.21", "192.0.2.22")),
}
POOL_OF_IP = {ip: pool for pool in POOLS.values() for ip in pool.ips}
WARMUP_DAY = {"192.0.2.22": 14}
"""Day of a 30-day warm-up, for the IPs that are not through it."""

SENDING_DOMAINS = (
    "mail.lapak.example",
    "promo.lapak.example",
    "notify.lapakpay.example",
    "halo.kopidarat.example",
)

SUBACCOUNTS = {
    "sub_001": "Marketing Team",
    "sub_002": "Storefront",
    "sub_003": "Lapak Pay",
    "sub_004": "Kopi Darat",
}

TEMPLATES = {
    "tpl_001": "Welcome Email",
    "tpl_002": "Order receipt",
    "tpl_003": "One-time code",
    "tpl_004": "Promotion",
    "tpl_005": "Abandoned cart",
    "tpl_006": "Invoice",
    "tpl_007": "Shipping update",
    "tpl_008": "Plain SMTP",
}


@dataclass(frozen=True, slots=True)
class User:
    """A person who works in the account."""

    id: int
    email: str
    ip: str


ADMIN = User(42, "admin@example.com", "203.0.113.1")
DEWI = User(51, "dewi.lestari@lapak.example", "203.0.113.61")
RIZKY = User(57, "rizky.pratama@lapak.example", "203.0.113.64")
SARI = User(63, "sari.wulandari@lapak.example", "203.0.113.66")
USERS = (ADMIN, DEWI, RIZKY, SARI)

SUPPORT, SUPPORT_NAME = "bantuan@lapak.example", "Bantuan Lapak"
"""Where customers write to, and who answers them."""

OPERATOR_IP = "203.0.113.50"
"""The office address, as which a caller on this machine appears in the logs."""
STRANGER_IP = "198.51.100.23"
"""An address that the account has never been used from."""

KEY_OPERATOR, KEY_STOREFRONT, KEY_PAYMENTS, KEY_DEPLOY = 1, 3, 5, 7
KEY_IP = {KEY_STOREFRONT: "203.0.113.20", KEY_PAYMENTS: "203.0.113.21", KEY_DEPLOY: "203.0.113.24"}

FIRST_NAMES = (
    "budi", "siti", "agus", "dewi", "eko", "fitri", "gilang", "hana", "indra", "joko", "kartika",
    "lina", "maya", "nanda", "oki", "putri", "rina", "slamet", "tono", "umi", "wati", "yudi",
)  # fmt: skip
WOMEN = frozenset(
    {"siti", "dewi", "fitri", "hana", "kartika", "lina", "maya", "putri", "rina", "umi", "wati"}
)
"""First names of women; the others are of men."""
LAST_NAMES = (
    "santoso", "wijaya", "lestari", "pratama", "saputra", "hidayat", "nugroho", "kusuma", "halim",
    "siregar", "nasution", "simanjuntak", "tanjung", "gunawan", "setiawan", "rahayu", "permana",
)  # fmt: skip

PLACES = (
    ("ID", "Jakarta"),
    ("ID", "Surabaya"),
    ("ID", "Bandung"),
    ("SG", "Singapore"),
    ("MY", "Kuala Lumpur"),
)
DEVICES = ("mobile", "mobile", "mobile", "desktop", "tablet")
CLIENTS = ("Gmail", "Gmail", "Apple Mail", "Outlook", "Yahoo Mail")
LINKS = (
    ("https://lapak.example/promo", "Promo Link"),
    ("https://lapak.example/orders", "Order page"),
    ("https://lapak.example/voucher", "Voucher"),
)
