"""State in a file, and what is kept of a long run."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from mttui.sandbox import Sandbox, SandboxOptions
from mttui.sandbox.engine.upkeep import KEEP_MESSAGES, tidy

from .helpers import START, platform, sandbox
from .test_invariants import check

TABLES = ("messages", "events", "bounces", "tallies", "totals", "velocity_events", "api_logs", "audit_logs")


def contents(opened: Sandbox) -> dict[str, set[tuple[object, ...]]]:
    """Return every row; counts that came back to nothing are left out."""
    run = opened.world.connection.execute
    tables = {table: set(run(f"SELECT * FROM {table}").fetchall()) for table in TABLES}
    tables["tallies"] = {row for row in tables["tallies"] if row[-1] != 0}
    return tables


@pytest.mark.parametrize("pause_at", [45, 130, 400])
def test_a_restart_goes_on_as_if_nothing_happened(tmp_path: Path, pause_at: int) -> None:
    with sandbox("bounce-spike") as whole, sandbox("bounce-spike", db=str(tmp_path / "a.db")) as first:
        whole.clock.step(600)
        whole.catch_up()
        first.clock.step(pause_at)
        first.catch_up()
        expected = contents(whole)
    with sandbox("bounce-spike", db=str(tmp_path / "a.db")) as second:
        second.clock.step(600 - pause_at)
        second.catch_up()
        check(second)
        assert second.world.velocity.status == "paused"
        assert contents(second) == expected


def test_a_file_keeps_what_was_changed(tmp_path: Path) -> None:
    path = str(tmp_path / "state.db")
    with sandbox(db=path) as opened:
        opened.world.access.reload()
        with opened.world.transaction():
            opened.world.egress.config["maxPerSecond"] = 7
            opened.world.documents.delete("ip_access", "3")
    with sandbox(db=path) as opened:
        assert opened.world.egress.config["maxPerSecond"] == 7
        assert not opened.world.access.allows("198.51.100.1")


def test_another_scenario_begins_where_the_file_is(tmp_path: Path) -> None:
    path = str(tmp_path / "state.db")
    reached = 0
    for scenario, status in (
        ("calm", "active"),
        ("bounce-spike", "paused"),
        ("calm", "paused"),
        ("bounce-spike", "paused"),
    ):
        with sandbox(scenario, db=path) as opened:
            assert opened.world.now == START.timestamp() + reached
            opened.clock.step(200)
            opened.catch_up()
            reached += 200
            assert opened.world.velocity.status == status
            check(opened)


async def test_tidying_changes_no_figure() -> None:
    async with platform("bounce-spike") as api:
        api.step(2400)
        paths = (
            "/v1/stats", "/v1/quotas", "/v1/metrics/sending-ip", "/v1/metrics/bounce-reasons",
            "/v1/campaigns/664a0be1c9d3f27a5e81b6d0/analytics", "/v1/quotas/history",
        )  # fmt: skip
        before = [await api.data(path) for path in paths]
        world = api.sandbox.world
        with world.transaction():
            tidy(world.connection, world.now + KEEP_MESSAGES)
        (left,) = world.connection.execute(
            "SELECT count(*) FROM messages WHERE state IN ('delivered', 'bounced')"
        ).fetchone()
        assert left < 200
        after = [await api.data(path) for path in paths]
        for quota in (before[1], after[1]):
            del quota["rateLimitRemaining"], quota["rateLimitReset"]
        assert after == before


def test_a_long_run_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mttui.sandbox.engine.upkeep.KEEP_MESSAGES", 1800)
    monkeypatch.setattr("mttui.sandbox.engine.upkeep._COARSE", ((1200, 3600),))
    with sandbox() as opened:
        sizes: list[Counter[str]] = []
        for hours in (2, 1):
            opened.clock.step(hours * 3600)
            opened.catch_up()
            run = opened.world.connection.execute
            counts = {t: run(f"SELECT count(*) FROM {t}").fetchone()[0] for t in TABLES}
            sizes.append(Counter(counts))
        for table in ("messages", "events", "tallies"):
            assert sizes[1][table] < 1.2 * sizes[0][table], table


def test_a_file_of_another_version_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    with sqlite3.connect(path) as old:
        old.execute("CREATE TABLE threads (id INTEGER PRIMARY KEY, ref TEXT)")
    old.close()
    before = path.read_bytes()
    with pytest.raises(sqlite3.DatabaseError, match="another version"):
        Sandbox(SandboxOptions(db=str(path), start=START))
    assert path.read_bytes() == before
