"""Which addresses and keys were not there before: a leaked key shows itself by where it is used from.

Who only reads is left out, and so is this very mttui: its own calls stand in the API log, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from mttui.api.models.api_logs import ApiLog
from mttui.api.models.audit_logs import AuditLog

_BEFORE = timedelta(minutes=30)
"""What was first seen longer than this before the incident is not new."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An address or a key that was first seen around the incident."""

    value: str
    first_seen: datetime | None
    calls: int
    """API calls in the log's latest page."""
    doing: str
    """The latest thing it changed, as ``POST /v1/campaigns``."""


@dataclass(frozen=True, slots=True)
class Newcomers:
    """What is new in the logs."""

    addresses: tuple[Newcomer, ...] = ()
    keys: tuple[Newcomer, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sighting:
    address: str | None
    key: str | None
    at: datetime | None
    doing: str
    changes: bool = True
    """Whether it was more than a look."""


def newcomers(
    audit: Iterable[AuditLog],
    recent: Iterable[ApiLog],
    older: Iterable[ApiLog],
    began: datetime | None,
    *,
    own_changes: Collection[str] = (),
) -> Newcomers:
    """Compare the latest log rows with older ones.

    Args:
        audit: the audit log's latest page.
        recent: the API log's latest page.
        older: a page of the API log from before.
        began: when the incident began; without it only ``older`` tells what was there before.
        own_changes: what mttui itself changed, as ``POST /v1/campaigns/1/cancel``.
    """
    sightings = [_of_api(row) for row in recent] + [_of_audit(row) for row in audit]
    before = [_of_api(row) for row in older]
    if began is not None:
        horizon = began - _BEFORE
        before += [seen for seen in sightings if seen.at is not None and seen.at < horizon]
    if not before:
        return Newcomers()
    return Newcomers(
        addresses=_new("address", sightings, before, own_changes),
        keys=_new("key", sightings, before, own_changes),
    )


def _new(
    name: str, sightings: list[_Sighting], before: list[_Sighting], own_changes: Collection[str]
) -> tuple[Newcomer, ...]:
    usual = {getattr(seen, name) for seen in before} | {None}
    found: dict[str, list[_Sighting]] = {}
    for seen in sightings:
        value = getattr(seen, name)
        if value not in usual:
            found.setdefault(value, []).append(seen)
    rows = [
        _newcomer(value, seen)
        for value, seen in found.items()
        if any(each.changes and each.doing not in own_changes for each in seen)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.calls, row.value)))


def _newcomer(value: str, sightings: list[_Sighting]) -> Newcomer:
    dated = sorted((seen for seen in sightings if seen.at is not None), key=_when)
    changing = [seen for seen in dated if seen.changes]
    latest = (changing or dated or sightings)[-1]
    return Newcomer(value, dated[0].at if dated else None, len(sightings), latest.doing)


def _when(seen: _Sighting) -> float:
    return seen.at.timestamp() if seen.at is not None else 0.0


def _of_api(row: ApiLog) -> _Sighting:
    doing = f"{row.method} {row.path}"
    return _Sighting(row.ip_address, row.api_key_id, row.timestamp, doing, changes=row.method != "GET")


def _of_audit(row: AuditLog) -> _Sighting:
    return _Sighting(row.ip_address, None, row.timestamp, f"{row.action} {row.resource}")
