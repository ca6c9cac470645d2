"""The contacts that a world begins with: any number of them, none of them stored.

Contact ``i`` is a pure function of ``i``: name, mailbox domain and a number make its address, and its
place in a cycle of 840 makes most of the rest. So a page of a million costs what a page of a thousand
costs, and what is searched for is found by arithmetic over 374 names and 9 domains. Only what was changed
is kept, see :mod:`.contacts`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..clock import iso
from ..company import FIRST_NAMES, LAST_NAMES, PROVIDERS, WOMEN

CYCLE = 840
"""Contacts after which everything but name and address comes again."""
CITIES = (
    "Jakarta", "Surabaya", "Bandung", "Medan", "Semarang", "Makassar", "Yogyakarta", "Denpasar",
    "Palembang", "Malang",
)  # fmt: skip
_FUNNELS = ("Aware", "Engaged", "Customer", "Loyal Customer", "Promoter")
_COMPANIES = ("", "", "Bank Artha", "Samudera", "Cendana Tekstil", "")
_SOURCES = ("landing-page", "checkout", "event", "import")
LABELS = ("enterprise", "trial", "VIP", "newsletter", "new-users", "seller", "buyer", "inactive")
_LABEL_EVERY = (12, 7, 24, 2, 10, 5, 3, 28)
_ID_TAIL = "7a2b4f9b72a5"
_SPACING = 40
"""Seconds between two sign-ups."""
_STRIDE = 1597
"""Combinations between one sign-up and the next, so that neighbours have little in common; no divisor of it
divides the number of combinations."""


def whole_rounds(contacts: int) -> int:
    """Return the highest number that every name and domain has with so many contacts, at least 1."""
    combinations = len(FIRST_NAMES) * len(LAST_NAMES) * sum(len(p.domains) for p in PROVIDERS)
    return max(1, contacts // combinations)


def attributes(place: int) -> dict[str, Any]:
    """Return what a contact's place in the cycle says of it."""
    state = "ACTIVE" if place % 20 else ("Unsubscribed" if place % 40 else "Hard Bounce")
    return {
        "dayOfBirth": f"{1960 + place % 45}-{1 + place % 12:02d}-{1 + place % 28:02d}",
        "gender": "",
        "phone": f"+62812{3_000_000 + place * 7919 % 6_999_999:07d}",
        "city": "",
        "country": "Indonesia", "note": "", "company": _COMPANIES[place % len(_COMPANIES)],
        "customPeriod": [], "customField": {"source": _SOURCES[place % 4]},
        "labels": [name for name, every in zip(LABELS, _LABEL_EVERY, strict=True) if place % every == 0],
        "segments": [], "index": "contacts-main", "state": state, "deletedState": "ACTIVE",
        "tester": place % 420 == 0,
        "unsubscribeReason": "Too many messages" if state == "Unsubscribed" else "",
        "unsubscribeOrigin": "link" if state == "Unsubscribed" else "", "funnel": _FUNNELS[place % 5],
        "subscribeSource": {"channel": "CONTACT_BOOK", "id": "book-001", "name": "Main Contact Book"},
        "campaigns": [], "scenarios": [],
    }  # fmt: skip


@dataclass(frozen=True)
class People:
    """The contacts of the beginning.

    Contact ``i`` has the number ``i // combinations`` (from 0) and the place ``i % combinations``. The place
    times a stride is its combination, which is name times domain.
    """

    count: int
    start: int
    """Second at which the world began; the last of them signed up just before."""
    domains: tuple[str, ...] = tuple(domain for provider in PROVIDERS for domain in provider.domains)
    names: tuple[tuple[str, str], ...] = tuple((f, last) for f in FIRST_NAMES for last in LAST_NAMES)
    _cycle: dict[int, dict[str, Any]] = field(default_factory=dict, compare=False)

    @cached_property
    def combinations(self) -> int:
        """Names times domains."""
        return len(self.names) * len(self.domains)

    @property
    def numbers(self) -> int:
        """Numbers that are in use; the last may lack some combinations."""
        return -(-self.count // self.combinations)

    @cached_property
    def locals(self) -> tuple[str, ...]:
        """What stands before the number, by name."""
        return tuple(f"{first}.{last}" for first, last in self.names)

    @cached_property
    def full_names(self) -> tuple[str, ...]:
        """The name for people, by name."""
        return tuple(f"{first.title()} {last.title()}" for first, last in self.names)

    def split(self, index: int) -> tuple[int, int, int]:
        """Return name, domain and number of a contact, each by place."""
        number, place = divmod(index, self.combinations)
        name, domain = divmod(place * _STRIDE % self.combinations, len(self.domains))
        return name, domain, number

    def join(self, name: int, domain: int, number: int) -> int:
        """Return the contact of a name, a domain and a number; it may lie beyond the last one."""
        return number * self.combinations + self.place(name, domain)

    def place(self, name: int, domain: int) -> int:
        """Return where a name and a domain stand in each round of sign-ups."""
        return (name * len(self.domains) + domain) * self._stride_back % self.combinations

    @cached_property
    def _stride_back(self) -> int:
        return pow(_STRIDE, -1, self.combinations)

    def email(self, index: int) -> str:
        """Return an address."""
        return self.named(index)[1]

    def named(self, index: int) -> tuple[str, str]:
        """Return the name for people and the address."""
        name, domain, number = self.split(index)
        return self.full_names[name], f"{self.locals[name]}{number + 1}@{self.domains[domain]}"

    def index_of(self, email: str) -> int | None:
        """Return the contact of an address, or ``None``."""
        local, _, domain = email.partition("@")
        stem = local.rstrip("0123456789")
        digits = local[len(stem) :]
        if domain not in self.domains or stem not in self._places or not digits or digits[0] == "0":
            return None
        index = self.join(self._places[stem], self.domains.index(domain), int(digits) - 1)
        return index if index < self.count else None

    @cached_property
    def _places(self) -> dict[str, int]:
        return {local: place for place, local in enumerate(self.locals)}

    @staticmethod
    def id_of(index: int) -> str:
        """Return an id of 24 hexadecimal digits."""
        return f"651f{index:08x}{_ID_TAIL}"

    def index_of_id(self, contact_id: str) -> int | None:
        """Return the contact of an id, or ``None``."""
        if len(contact_id) != 24 or not contact_id.startswith("651f") or not contact_id.endswith(_ID_TAIL):  # noqa: PLR2004 (an id's length)
            return None
        try:
            index = int(contact_id[4:12], 16)
        except ValueError:
            return None
        return index if index < self.count else None

    @staticmethod
    def city(name: int, domain: int) -> str:
        """Return where the contacts of a name and a domain live, whatever their place in the cycle."""
        return CITIES[(31 * name + 17 * domain) // 7 % len(CITIES)]

    def gender(self, name: int) -> str:
        """Return the gender that a first name tells."""
        return "FEMALE" if self.names[name][0] in WOMEN else "MALE"

    def created_at(self, index: int) -> int:
        """Return the second at which a contact signed up; the higher the index the later."""
        return self.start - (self.count - index) * _SPACING

    def place_in_cycle(self, index: int) -> dict[str, Any]:
        """Return what all contacts at this place of the cycle share; not to be changed."""
        place = index % CYCLE
        if place not in self._cycle:
            self._cycle[place] = attributes(place)
        return self._cycle[place]

    def body(self, index: int) -> dict[str, Any]:
        """Return a contact as it is answered."""
        name, domain, _ = self.split(index)
        first, last = self.names[name]
        return {
            "_id": self.id_of(index), "email": self.email(index), "createdAt": iso(self.created_at(index)),
            "name": self.full_names[name], "firstname": first.title(), "lastname": last.title(),
            **self.place_in_cycle(index), "gender": self.gender(name), "city": self.city(name, domain),
        }  # fmt: skip
