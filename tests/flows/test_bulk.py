"""One operation over many records, from the plan to the file of what was not done."""

from __future__ import annotations

import asyncio
import errno
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from mttui.api.catalogue import operations
from mttui.sandbox.web.faults import Fault
from mttui.screens.bulk import BulkScreen
from tests.flows.world import World, open_world

DELETE = operations()["alerts.delete"]


@asynccontextmanager
async def a_plan(*ids: str, read_only: bool = False) -> AsyncIterator[World]:
    async with open_world(settings={"read_only": read_only}) as world:
        await world.until_shown("ACTIVE", within=30)
        targets = [(each, {"id": each}) for each in ids]
        world.app.push_screen(BulkScreen(DELETE, targets, f"Delete {len(ids)} alerts"))
        await world.settle()
        yield world


@pytest.fixture(autouse=True)
def exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "mttui" / "exports"


async def test_the_plan_is_asked_first_and_nothing_is_sent_before() -> None:
    async with a_plan("alr_001", "alr_002") as world:
        world.expect("Delete 2 alerts")
        world.expect("2 records, one request each")
        world.expect("About .* at 48 requests a minute")
        await world.press("n")
        world.expect("not started")
        assert not world.network.changes("/alerts")


async def work_a_run() -> None:
    async with a_plan("alr_001", "alr_404", "alr_002") as world:
        await world.press("y")
        await world.until_shown("finished", within=30)
        world.expect(r"✓ done 2 +✗ failed 1")
        world.expect("alr_404 +✗ failed +alert not found")
        assert len(world.network.changes("/alerts")) == 3


async def test_what_was_not_done_is_kept_in_a_file(exports: Path) -> None:
    await work_a_run()
    kept = await asyncio.to_thread(_only_file, exports)
    assert [json.loads(line)["name"] for line in kept] == ["alr_404"]


async def test_a_full_disk_is_said_and_the_rows_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _text: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("mttui.screens.bulk.write_privately", full)
    async with a_plan("alr_001", "alr_404") as world:
        await world.press("y")
        await world.until_shown("finished", within=30)
        assert "could not be written" in world.toasts()[-1]
        assert "No space left on device" in world.toasts()[-1]
        world.expect("alr_404 +✗ failed +alert not found")


def _only_file(folder: Path) -> list[str]:
    (kept,) = folder.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600, "nobody else may read it"
    return kept.read_text().splitlines()


async def test_a_paused_run_goes_on_where_it_was() -> None:
    async with a_plan("alr_001", "alr_002", "alr_003") as world:
        world.sandbox.faults.set("alerts.delete", Fault(latency_ms=2000))
        await world.press("y")
        await world.press("p")
        await world.advance(10)
        world.expect("PAUSED")
        assert len(world.network.changes("/alerts")) == 1
        await world.press("S")
        await world.until_shown("✓ done 3", within=30)
        assert len(world.network.changes("/alerts")) == 3


async def test_leaving_the_screen_does_not_end_the_run() -> None:
    async with a_plan("alr_001", "alr_002", "alr_003") as world:
        world.sandbox.faults.set("alerts.delete", Fault(latency_ms=2000))
        await world.press("y")
        await world.press("escape")
        await world.until_shown("alerts.delete: 3 done", within=30)


async def test_leaving_mttui_says_that_a_run_is_going_on() -> None:
    async with a_plan("alr_001", "alr_002", "alr_003") as world:
        world.sandbox.faults.set("alerts.delete", Fault(latency_ms=20_000))
        await world.press("y")
        await world.press("escape")
        await world.press("q")
        world.expect("1 bulk run would stop")


async def test_read_only_mode_sends_nothing() -> None:
    async with a_plan("alr_001", read_only=True) as world:
        world.expect("not started")
        await world.press("S")
        world.expect("not in read-only mode")
        assert not world.network.changes("/alerts")


async def test_ten_that_cannot_be_taken_back_want_their_number_typed() -> None:
    async with a_plan(*(f"alr_{n:03d}" for n in range(12))) as world:
        await world.press("y")
        assert not world.network.changes("/alerts")
        await world.press("backspace")
        await world.type("12")
        await world.press("enter")
        await world.until_shown("finished|PAUSED", within=60)
        assert world.network.changes("/alerts")
