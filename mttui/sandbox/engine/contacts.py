"""All contacts: those of the beginning, less what was deleted, and what was created, changed or imported.

The first are never stored (:mod:`.people`); the table holds the others. A page takes its part of both.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Any

from ..clock import iso
from .people import People
from .people_order import Found, search

Body = dict[str, Any]
_KEPT_SEARCHES = 32
_COLUMNS = "id, email, created_at, body"
_ORDERS = {
    "createdAt": "created_at, rowid", "-createdAt": "created_at DESC, rowid DESC",
    "email": "email", "-email": "email DESC",
}  # fmt: skip
ORDERS = tuple(_ORDERS)
"""Ways in which a list can be sorted."""


class Contacts:
    """The contacts of a world.

    Args:
        connection: where those are kept that are not as they were in the beginning.
        people: those of the beginning.
    """

    def __init__(self, connection: sqlite3.Connection, people: People) -> None:
        self.people = people
        self.version = 0
        """Counts up with every change, for what is counted and kept."""
        self._connection = connection
        self._gone = sorted(row[0] for row in connection.execute("SELECT place FROM contacts_gone"))
        self._searches: OrderedDict[str, Found] = OrderedDict()
        self._ranks: dict[tuple[str, bool], list[int]] = {}
        self._ranks_at = 0

    # One

    def get(self, contact_id: str) -> Body | None:
        """Return a contact, or ``None``."""
        row = self._connection.execute("SELECT body FROM contacts WHERE id = ?", (contact_id,)).fetchone()
        if row is not None:
            return dict(json.loads(row[0]))
        index = self.people.index_of_id(contact_id)
        return None if index is None or self._is_gone(index) else self.people.body(index)

    def by_email(self, email: str) -> Body | None:
        """Return the contact of an address, or ``None``."""
        row = self._connection.execute("SELECT body FROM contacts WHERE email = ?", (email,)).fetchone()
        if row is not None:
            return dict(json.loads(row[0]))
        index = self.people.index_of(email)
        return None if index is None or self._is_gone(index) else self.people.body(index)

    def put(self, body: Body, created_at: int) -> None:
        """Keep a contact, new or changed; ``created_at`` in epoch seconds."""
        index = self.people.index_of_id(str(body["_id"]))
        if index is not None:
            self._leave_out(index)
            created_at = self.people.created_at(index)
        text = f"{body.get('email', '')} {body.get('name', '')} {body.get('city', '')}".lower()
        self._connection.execute(
            "INSERT INTO contacts (id, email, created_at, text, body) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET email = excluded.email, text = excluded.text,"
            " body = excluded.body",
            (body["_id"], body["email"], created_at, text, json.dumps(body)),
        )
        self.version += 1

    def delete(self, contact_id: str) -> bool:
        """Delete a contact; says whether it was there."""
        self.version += 1
        kept = self._connection.execute("DELETE FROM contacts WHERE id = ?", (contact_id,)).rowcount > 0
        index = self.people.index_of_id(contact_id)
        if index is None:
            return kept
        was_there = kept or not self._is_gone(index)
        self._leave_out(index)
        return was_there

    def _is_gone(self, index: int) -> bool:
        at = bisect_left(self._gone, index)
        return at < len(self._gone) and self._gone[at] == index

    def _leave_out(self, index: int) -> None:
        if not self._is_gone(index):
            self._gone.insert(bisect_left(self._gone, index), index)
            self._connection.execute("INSERT INTO contacts_gone VALUES (?)", (index,))

    # Many

    def page(
        self, *, search_for: str = "", order: str = "-createdAt", offset: int = 0, limit: int = 20
    ) -> tuple[list[Body], int]:
        """Return one page and how many there are.

        Args:
            search_for: part of an address or a name, or a city.
            order: one of :data:`ORDERS`.
            offset: contacts before the page.
            limit: contacts on it.
        """
        found, kept = self._found(search_for), self._kept_count(search_for)
        gone = self._gone_ranks(found, search_for, by_email=order.endswith("email"))
        total = len(found) - len(gone) + kept
        picks = _Merge(self, found, gone, search_for, order, kept)
        return [picks.at(rank) for rank in range(offset, min(offset + limit, total))], total

    def all(self, search_for: str = "") -> Iterator[Body]:
        """Yield all that a search finds, the oldest first, one at a time."""
        found = self._found(search_for)
        for rank in range(len(found)):
            index = found.by_time(rank)
            if not self._is_gone(index):
                yield self.people.body(index)
        where, given = _where(search_for)
        for (body,) in self._connection.execute(f"SELECT body FROM contacts{where} ORDER BY rowid", given):  # noqa: S608 (our own SQL)
            yield dict(json.loads(body))

    def changed(self) -> Iterator[Body]:
        """Yield those that are not as they were in the beginning."""
        for (body,) in self._connection.execute("SELECT body FROM contacts"):
            yield dict(json.loads(body))

    @property
    def gone(self) -> Sequence[int]:
        """Places of the first contacts that were deleted, or changed and so are kept."""
        return self._gone

    def _found(self, text: str) -> Found:
        if text not in self._searches:
            self._searches[text] = search(self.people, text)
            if len(self._searches) > _KEPT_SEARCHES:
                self._searches.popitem(last=False)
        return self._searches[text]

    def _gone_ranks(self, found: Found, text: str, *, by_email: bool) -> list[int]:
        """Return the places that those which are gone would have among what a search finds."""
        if self._ranks_at != self.version:
            self._ranks.clear()
            self._ranks_at = self.version
        if (text, by_email) not in self._ranks:
            gone = (index for index in self._gone if index in found)
            places = (
                found.before_in_alphabet(self.people.email(index))
                if by_email
                else found.before_in_time(index)
                for index in gone
            )
            self._ranks[text, by_email] = sorted(places)
        return self._ranks[text, by_email]

    def _kept_count(self, text: str) -> int:
        where, given = _where(text)
        (count,) = self._connection.execute(f"SELECT count(*) FROM contacts{where}", given).fetchone()  # noqa: S608 (our own SQL)
        return int(count)


def _where(text: str) -> tuple[str, tuple[str, ...]]:
    return (" WHERE instr(text, ?) > 0", (text.lower(),)) if text else ("", ())


class _Merge:
    """Two sorted lists as one: the first contacts, by arithmetic, and those that are kept, by SQL."""

    def __init__(
        self, contacts: Contacts, found: Found, gone: list[int], text: str, order: str, kept: int
    ) -> None:
        self._people, self._connection = contacts.people, contacts._connection  # noqa: SLF001 (one thing in two classes)
        self._found, self._text, self._order, self._kept = found, text, order, kept
        self._by_email = order.endswith("email")
        self._descending = order.startswith("-")
        self._gone_ranks = gone
        self._rows: dict[int, tuple[str, int, Body]] = {}

    def at(self, rank: int) -> Body:
        """Return the contact at a place."""
        low, high = max(0, rank - self._first_count), min(rank, self._kept)
        while low < high:  # how many of the kept come before the place
            middle = (low + high) // 2
            if self._comes_before(middle) + middle < rank:
                low = middle + 1
            else:
                high = middle
        if low < self._kept and self._comes_before(low) + low == rank:
            return self._row(low)[2]
        return self._people.body(self._first(rank - low))

    @property
    def _first_count(self) -> int:
        return len(self._found) - len(self._gone_ranks)

    def _first(self, rank: int) -> int:
        """Return the first contact at a place among those that are still as they were."""
        if self._descending:
            rank = self._first_count - 1 - rank
        for gone in self._gone_ranks:
            if gone <= rank:
                rank += 1
        return self._found.by_email(rank) if self._by_email else self._found.by_time(rank)

    def _comes_before(self, kept: int) -> int:
        """Return how many of the first come before one that is kept."""
        email, created_at, body = self._row(kept)
        if self._by_email:
            before = self._found.before_in_alphabet(email)
        else:
            before = self._found.before_in_time(self._sign_up_place(str(body["_id"]), created_at))
        before -= bisect_left(self._gone_ranks, before)
        return self._first_count - before if self._descending else before

    def _sign_up_place(self, contact_id: str, created_at: int) -> int:
        """Return the place among the first that a time of sign-up has."""
        known = self._people.index_of_id(contact_id)
        if known is not None:
            return known
        return self._people.count if created_at >= self._people.start else 0

    def _row(self, kept: int) -> tuple[str, int, Body]:
        if kept not in self._rows:
            where, given = _where(self._text)
            row = self._connection.execute(
                f"SELECT {_COLUMNS} FROM contacts{where} ORDER BY {_ORDERS[self._order]} LIMIT 1 OFFSET ?",  # noqa: S608 (our own SQL)
                (*given, kept),
            ).fetchone()
            self._rows[kept] = (row[1], row[2], dict(json.loads(row[3])))
        return self._rows[kept]


def new_body(contact_id: str, now: int, given: Body) -> Body:
    """Return a new contact with everything that it has."""
    first, last = str(given.get("firstname", "")), str(given.get("lastname", ""))
    blank: Body = {
        "_id": contact_id, "email": "", "createdAt": iso(now), "name": f"{first} {last}".strip(),
        "firstname": "", "lastname": "", "dayOfBirth": None, "gender": "", "phone": "", "city": "",
        "country": "", "note": "", "company": "", "customPeriod": [], "customField": {}, "labels": [],
        "segments": [], "index": "contacts-main", "state": "ACTIVE", "deletedState": "ACTIVE",
        "tester": False, "unsubscribeReason": "", "unsubscribeOrigin": "", "funnel": "Aware",
        "subscribeSource": {"channel": "API", "id": "api", "name": "API"}, "campaigns": [], "scenarios": [],
    }  # fmt: skip
    return {**blank, **given}
