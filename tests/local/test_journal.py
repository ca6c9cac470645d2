from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from mttui.local.database import Database
from mttui.local.errors import DatabaseError
from mttui.local.journal import Entry, Journal, Outcome, whoami
from mttui.local.redact import Redactor
from mttui.local.secret import Secret

AT = datetime(2026, 3, 1, 2, 41, 7, 250_000, tzinfo=UTC)


def asked(**changes: object) -> Entry:
    entry = Entry(
        at=AT,
        who="budi@ops1",
        profile="live",
        outcome=Outcome.ASKED,
        text="cancel Spring sale",
        operation="campaigns.cancel",
        target="663f1a2b",
        incident="evt_7",
        parameters={"id": "663f1a2b"},
    )
    return replace(entry, **changes)  # type: ignore[arg-type] # changes by name


@pytest.fixture
def journal(database: Database) -> Journal:
    return Journal(database, Redactor([Secret("sk-live-123")]))


def test_an_entry_comes_back_as_it_was(journal: Journal) -> None:
    number = journal.record(asked())
    assert journal.for_incident("live", "evt_7") == [asked(id=number)]


def test_the_outcomes_of_an_action(journal: Journal) -> None:
    number = journal.record(asked())
    late, later = AT + timedelta(seconds=30), AT + timedelta(seconds=63)
    journal.confirm(number, late, Outcome.NOT_CONFIRMED, "still SENDING after 30 s")
    journal.confirm(number, later, Outcome.CONFIRMED)
    (entry,) = journal.for_incident("live", "evt_7")
    assert entry.outcome is Outcome.CONFIRMED
    assert (entry.at, entry.confirmed_at, entry.settled_at) == (AT, later, later)
    assert entry.text == "still SENDING after 30 s"
    assert journal.outcomes(number) == [
        (late, Outcome.NOT_CONFIRMED, "still SENDING after 30 s"),
        (later, Outcome.CONFIRMED, ""),
    ]


def test_order_and_scope(journal: Journal) -> None:
    second = journal.record(asked(at=AT + timedelta(seconds=1)))
    first = journal.record(asked(at=AT))
    other = journal.record(asked(profile="staging"))
    elsewhere = journal.record(asked(incident=None, at=AT + timedelta(hours=1)))
    assert [entry.id for entry in journal.for_incident("live", "evt_7")] == [first, second]
    assert [entry.id for entry in journal.recent()] == [elsewhere, second, other, first]
    assert [entry.id for entry in journal.recent("live", limit=2)] == [elsewhere, second]
    assert [entry.id for entry in journal.for_incident("staging", "evt_7")] == [other]


def test_times_are_utc_and_need_a_zone(journal: Journal) -> None:
    jakarta = AT.astimezone(timezone(timedelta(hours=7)))
    journal.record(asked(at=jakarta))
    (entry,) = journal.recent()
    assert entry.at == AT
    assert entry.at.tzinfo is UTC
    with pytest.raises(ValueError, match="time zone"):
        journal.record(asked(at=AT.replace(tzinfo=None)))


def test_no_credential_is_written(journal: Journal, database: Database) -> None:
    number = journal.record(
        asked(
            text="curl -H 'Authorization: Bearer abcdef123' with sk-live-123",
            target="sk-live-123",
            parameters={"password": "hush", "nested": [{"apiKey": "hush", "name": "sk-live-123"}]},
        )
    )
    journal.confirm(number, AT, Outcome.FAILED, "401 for sk-live-123")
    everything = "\n".join(
        str(tuple(row))
        for table in ("journal", "journal_outcome")
        for row in database.query(f"SELECT * FROM {table}")
    )
    for gone in ("sk-live", "hush", "abcdef"):
        assert gone not in everything
    (entry,) = journal.recent()
    assert entry.parameters == {"password": "•••", "nested": [{"apiKey": "•••", "name": "•••"}]}


def test_hostile_text_is_kept_as_data(journal: Journal) -> None:
    text = "\x1b[2J'); DROP TABLE journal; -- \ud800 \u202e 👩‍👩‍👧"
    journal.record(asked(text=text, target=text, parameters={text: text}))
    (entry,) = journal.recent()
    assert entry.text == entry.target == text.replace("\ud800", "?")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal SET text = 'nothing happened'",
        "DELETE FROM journal",
        "UPDATE journal_outcome SET outcome = 'confirmed'",
        "DELETE FROM journal_outcome",
    ],
)
def test_it_is_append_only(journal: Journal, database: Database, sql: str) -> None:
    journal.confirm(journal.record(asked()), AT, Outcome.FAILED)
    with pytest.raises(DatabaseError, match="append-only"), database.transaction() as connection:
        connection.execute(sql)


def test_an_outcome_without_its_entry_is_refused(journal: Journal) -> None:
    with pytest.raises(DatabaseError) as caught:
        journal.confirm(404, AT, Outcome.CONFIRMED)
    assert isinstance(caught.value.__cause__, sqlite3.IntegrityError)


def test_who_is_named_behind_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    def user(name: str) -> Callable[[], str]:
        return lambda: name

    def nobody() -> str:
        raise OSError("no such user")

    monkeypatch.setattr("socket.gethostname", lambda: "ops1")
    monkeypatch.setattr("getpass.getuser", user("root"))
    assert whoami({}) == "root@ops1"
    assert whoami({"SUDO_USER": "budi"}) == "budi(root)@ops1"
    monkeypatch.setattr("getpass.getuser", nobody)
    monkeypatch.setattr("os.getuid", lambda: 1234)
    assert whoami({}) == "uid1234@ops1"
