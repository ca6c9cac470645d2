"""Newcomers: what is in the latest log rows and was not there before."""

from __future__ import annotations

from datetime import datetime, timedelta

from mttui.api.models.api_logs import ApiLog
from mttui.api.models.audit_logs import AuditLog
from mttui.stores.newcomers import newcomers
from tests.stepped_clock import START


def call(address: str, key: int, at: datetime, path: str = "/v1/campaigns") -> ApiLog:
    return ApiLog.read(
        {"ipAddress": address, "apiKeyId": key, "timestamp": at.isoformat(), "method": "POST", "path": path}
    )


OLDER = [call("192.0.2.1", 1, START - timedelta(hours=3)), call("192.0.2.2", 2, START - timedelta(hours=3))]


def test_an_address_never_seen_before_is_named_with_what_it_did_last() -> None:
    recent = [
        call("192.0.2.1", 1, START),
        call("203.0.113.9", 1, START - timedelta(minutes=2), "/v1/smtp-credentials"),
        call("203.0.113.9", 1, START, "/v1/batches"),
    ]
    found = newcomers([], recent, OLDER, START)
    (address,) = found.addresses
    assert (address.value, address.calls, address.doing) == ("203.0.113.9", 2, "POST /v1/batches")
    assert address.first_seen == START - timedelta(minutes=2)
    assert found.keys == ()


def test_a_new_key_is_told_from_a_new_address() -> None:
    found = newcomers([], [call("192.0.2.1", 9, START)], OLDER, START)
    assert [key.value for key in found.keys] == ["9"]
    assert found.addresses == ()


def test_the_audit_log_counts_as_well() -> None:
    login = AuditLog.read(
        {
            "ipAddress": "203.0.113.9",
            "timestamp": START.isoformat(),
            "action": "create",
            "resource": "smtp_credential",
        }
    )
    (address,) = newcomers([login], [], OLDER, START).addresses
    assert address.doing == "create smtp_credential"


def test_without_anything_from_before_nothing_is_called_new() -> None:
    assert newcomers([], [call("203.0.113.9", 1, START)], [], START).addresses == ()


def test_rows_from_well_before_the_incident_are_what_was_usual() -> None:
    recent = [call("192.0.2.7", 1, START - timedelta(hours=1)), call("192.0.2.7", 1, START)]
    assert newcomers([], recent, [], START).addresses == ()


def test_who_only_reads_is_no_suspect() -> None:
    reading = ApiLog.read(
        {
            "ipAddress": "203.0.113.9",
            "apiKeyId": 9,
            "timestamp": START.isoformat(),
            "method": "GET",
            "path": "/v1/stats",
        }
    )
    found = newcomers([], [reading], OLDER, START)
    assert (found.addresses, found.keys) == ((), ())


def test_what_mttui_itself_did_does_not_accuse_this_box() -> None:
    cancelled = call("203.0.113.50", 5, START, "/v1/campaigns/c1/cancel")
    own = {"POST /v1/campaigns/c1/cancel"}
    assert newcomers([], [cancelled], OLDER, START, own_changes=own).addresses == ()
    other = call("203.0.113.50", 5, START, "/v1/batches")
    assert newcomers([], [cancelled, other], OLDER, START, own_changes=own).addresses
