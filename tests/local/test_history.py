"""The calls of this box: found by words, kept without credentials, not without end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mttui.local import history
from mttui.local.database import Database
from mttui.local.history import Calls, CallsInMemory, History, PastCall
from mttui.local.redact import Redactor

AT = datetime(2026, 11, 23, 2, 40, tzinfo=UTC)
KEY = "mt-live-0123456789"


@pytest.fixture(params=["file", "memory"])
def calls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[History]:
    if request.param == "memory":
        yield CallsInMemory(Redactor([KEY]))
        return
    with Database(tmp_path / "state.db") as database:
        yield Calls(database, Redactor([KEY]))


def call(operation: str, **arguments: object) -> PastCall:
    return PastCall(AT, "prod", operation, arguments, 200, 38.0)


def test_a_call_is_found_by_all_of_its_words(calls: History) -> None:
    calls.add(call("contacts.list", search="Budi"))
    calls.add(call("contacts.get", id="c1"))
    calls.add(call("labels.list"))
    assert [each.operation for each in calls.find()] == ["labels.list", "contacts.get", "contacts.list"]
    assert [each.operation for each in calls.find("contacts budi")] == ["contacts.list"]
    assert calls.find("budi labels") == []
    assert [each.operation for each in calls.find(limit=1)] == ["labels.list"]


def test_what_comes_back_is_what_was_kept(calls: History) -> None:
    calls.add(PastCall(AT, "prod", "alerts.get", {"id": "a/1"}, None, 12.5, "no answer"))
    (found,) = calls.find()
    assert (found.at, found.profile, found.arguments) == (AT, "prod", {"id": "a/1"})
    assert (found.status, found.milliseconds, found.error) == (None, 12.5, "no answer")
    assert found.id


def test_no_credential_is_kept(calls: History) -> None:
    calls.add(call("user.password.update", password="hunter2hunter2", note=f"was {KEY}"))
    (found,) = calls.find()
    assert "hunter2" not in str(found)
    assert KEY not in str(found)
    assert set(found.hidden) == {"password", "note"}
    assert calls.find("hunter2") == []


def test_old_calls_go(calls: History, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "KEPT", 3)
    for number in range(5):
        calls.add(call("alerts.get", id=f"a{number}"))
    assert [each.arguments["id"] for each in calls.find()] == ["a4", "a3", "a2"]


def test_half_a_surrogate_pair_does_no_harm(calls: History) -> None:
    calls.add(call("contacts.list", search="\ud83d"))
    assert len(calls.find("contacts")) == 1
