"""What the state of a record forbids, and why: domains, senders, bounces, IPs, velocity, teammates."""

from __future__ import annotations

from typing import Any

import pytest

from mttui.api.catalogue import operations
from mttui.api.models.base import Model
from mttui.views.describe import describe
from mttui.views.fields import row_model


def reason(resource: str, operation: str, sent: dict[str, Any]) -> str | None:
    """Return what is against an action with a record as the platform sends it."""
    view = describe(resource)
    assert view is not None
    model: type[Model] = row_model(operations()[view.source.id]) if view.source else Model
    action = next(each for each in view.actions if each.operation == operation)
    assert action.unless is not None
    return action.unless(model.read(sent))


VERIFIED = {"spfStatus": "verified", "dkimStatus": "Verified", "dmarcStatus": "VERIFIED"}


@pytest.mark.parametrize(
    ("resource", "operation", "allowed", "forbidden", "word"),
    [
        ("velocity.events", "velocity.events.resolve", "active", "resolved", "resolved already"),
        ("velocity.events", "velocity.events.dismiss", "ACTIVE", "DISMISSED", "dismissed already"),
        ("teammates", "teammates.resend_invite", "invited", "active", "accepted"),
    ],
)
def test_a_status_that_forbids(
    resource: str, operation: str, allowed: str, forbidden: str, word: str
) -> None:
    assert reason(resource, operation, {"status": allowed}) is None
    assert word in (reason(resource, operation, {"status": forbidden}) or "")


@pytest.mark.parametrize(
    ("resource", "operation", "flag"),
    [
        ("tracking_domains", "tracking_domains.verify", "verified"),
        ("link_branding", "link_branding.verify", "verified"),
        ("reverse_dns", "reverse_dns.validate", "valid"),
        ("senders", "senders.verify", "validate"),
        ("verified_senders", "verified_senders.resend", "verified"),
    ],
)
def test_what_is_verified_is_not_verified_again(resource: str, operation: str, flag: str) -> None:
    assert reason(resource, operation, {"_id": "1", flag: True})
    assert reason(resource, operation, {"_id": "1", flag: False}) is None
    assert reason(resource, operation, {"_id": "1"}) is None


def test_a_domain_is_verified_until_all_of_it_is() -> None:
    assert reason("domain_auth", "domain_auth.verify", VERIFIED)
    assert reason("domain_auth", "domain_auth.verify", VERIFIED | {"dmarcStatus": "pending"}) is None
    assert reason("domain_auth", "domain_auth.verify", {"spfStatus": "verified"}) is None


def test_only_a_suppressed_address_is_reactivated() -> None:
    assert reason("bounces", "bounces.reactivate", {"suppressed": False})
    assert reason("bounces", "bounces.reactivate", {"suppressed": True}) is None
    assert reason("bounces", "bounces.reactivate", {"email": "a@b.example"}) is None


def test_a_warm_up_is_started_once_and_stopped_while_it_runs() -> None:
    running, stopped = {"warmupStatus": "in_progress"}, {"warmupStatus": "stopped"}

    assert reason("ips", "ips.warmup.start", running)
    assert reason("ips", "ips.warmup.start", stopped) is None
    assert reason("ips", "ips.warmup.stop", running) is None
    assert "stopped" in (reason("ips", "ips.warmup.stop", stopped) or "")
