"""The contacts engine against a plain list of the same contacts."""

from __future__ import annotations

import random
import sqlite3
from typing import Any

import pytest

from mttui.sandbox.engine.contacts import ORDERS, Contacts, new_body
from mttui.sandbox.engine.people import CITIES, People
from mttui.sandbox.engine.schema import connect

START = 1_700_000_000


def plain(contacts: Contacts, text: str, order: str) -> list[str]:
    """Sort and search as a person would with all of them before him."""
    people, text = contacts.people, text.lower()
    rows: list[tuple[int, int, dict[str, Any]]] = [
        (people.created_at(i), i, people.body(i)) for i in range(people.count) if i not in contacts.gone
    ]
    kept = contacts._connection.execute("SELECT created_at, rowid, id FROM contacts").fetchall()
    for created, rowid, contact_id in kept:
        body = contacts.get(contact_id)
        assert body is not None
        known = people.index_of_id(contact_id)
        rows.append((created, known if known is not None else people.count + rowid, body))

    def has(body: dict[str, Any]) -> bool:
        return text in str(body["email"]).lower() or text in str(body["name"]).lower()

    found = [row for row in rows if has(row[2])]
    first = [row for row in found if row[2]["_id"].startswith("651f") and row[1] < people.count]
    if text and not first and len(text) >= 4 and any(c.lower().startswith(text) for c in CITIES):
        found = [row for row in rows if str(row[2]["city"]).lower().startswith(text)]
    key = (lambda row: row[2]["email"]) if order.endswith("email") else (lambda row: row[:2])
    found.sort(key=key, reverse=order.startswith("-"))
    return [row[2]["email"] for row in found]


def walk(contacts: Contacts, text: str, order: str) -> list[str]:
    rows: list[str] = []
    while True:
        page, total = contacts.page(search_for=text, order=order, offset=len(rows), limit=100)
        rows += [body["email"] for body in page]
        if len(rows) >= total:
            assert len(rows) == total
            return rows


@pytest.fixture
def connection() -> sqlite3.Connection:
    return connect(":memory:")


@pytest.mark.parametrize("count", [1, 3366, 4100])
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    "text", ["", "budi", "santoso2@g", "@yahoo", "2", "n1", "3@outlook.example", "zzz", "1a2", "Bandung"]
)
def test_pages_are_those_of_a_plain_list(
    connection: sqlite3.Connection, count: int, order: str, text: str
) -> None:
    contacts = Contacts(connection, People(count, START))
    assert walk(contacts, text, order) == plain(contacts, text, order)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("text", ["", "budi", "1", "@gmail"])
def test_what_was_changed_stands_where_it_belongs(
    connection: sqlite3.Connection, order: str, text: str
) -> None:
    contacts, rng = Contacts(connection, People(4000, START)), random.Random(5)
    for number in range(30):
        body = new_body(
            f"new{number}", START + number, {"email": f"budi.baru{number}@gmail.example", "name": "Budi"}
        )
        contacts.put(body, START + number)
    for _ in range(60):
        contacts.delete(People.id_of(rng.randrange(4000)))
    for _ in range(40):
        body = contacts.people.body(index := rng.randrange(4000))
        contacts.put({**body, "name": "Budi Lain"}, contacts.people.created_at(index))
    assert walk(contacts, text, order) == plain(contacts, text, order)


def test_a_contact_is_found_by_id_and_by_address(connection: sqlite3.Connection) -> None:
    contacts = Contacts(connection, People(5000, START))
    for index in (0, 1, 3365, 3366, 4999):
        body = contacts.people.body(index)
        assert contacts.get(body["_id"]) == body
        assert contacts.by_email(body["email"]) == body
    assert contacts.get(People.id_of(5000)) is None
    assert contacts.get("nonsense") is None
    assert contacts.by_email("budi.santoso99@gmail.example") is None
    assert contacts.by_email("budi.santoso01@gmail.example") is None


def test_a_deleted_contact_is_gone_and_a_changed_one_is_there_once(connection: sqlite3.Connection) -> None:
    contacts = Contacts(connection, People(100, START))
    body = contacts.people.body(7)
    contacts.put({**body, "city": "Ambon"}, 0)
    assert contacts.page()[1] == 100
    assert contacts.by_email(body["email"]) == {**body, "city": "Ambon"}
    assert contacts.delete(body["_id"])
    assert not contacts.delete(body["_id"])
    assert contacts.by_email(body["email"]) is None
    assert contacts.page()[1] == 99
