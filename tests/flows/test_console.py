"""The console: an operation found by what is meant, run, looked into, and made again from the history."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from mttui.api.catalogue import operations
from mttui.sandbox.web.faults import Fault
from mttui.screens.answer import AnswerScreen
from tests.flows.world import World, open_world


@asynccontextmanager
async def console(**options: Any) -> AsyncIterator[World]:
    async with open_world(**options) as world:
        await world.until_shown("ACTIVE", within=30)
        await world.press("9")
        yield world


async def run(world: World, operation_id: str, **arguments: Any) -> None:
    """Run an operation past its form."""
    world.app.push_screen(AnswerScreen(operations()[operation_id], arguments))
    await world.settle()


async def test_an_operation_is_found_by_what_is_meant() -> None:
    async with console() as world:
        world.expect(f"{len(operations())} operations")
        await world.press("/")
        await world.type("resume sending")
        first = world.screen_text().splitlines()
        assert any("▸ velocity.events.resolve" in row for row in first), world.screen_text()
        await world.press("enter", "i")
        world.expect("POST /v1/velocity/events/{id}/resolve")


async def test_an_answer_is_a_tree_with_what_the_wire_said() -> None:
    async with console() as world:
        await world.press("enter")
        await world.until_shown("200 OK", within=5)
        world.expect(r"velocity.rules.list +✓ 200 OK +\d+ ms +1 attempt")
        world.expect("GET /v1/velocity/rules")
        world.expect("name +Bounce rate spike")
        await world.press("h")
        world.expect("content-type: +application/json")
        await world.press("h", "enter")
        world.expect("▸ data +.3 elements.")
        await world.press("/")
        await world.type("spike")
        world.expect("data.0.name +Bounce rate spike")
        await world.press("escape")
        world.expect("▸ data")


async def test_a_long_value_is_read_whole() -> None:
    async with console() as world:
        await run(world, "velocity.rules.get", id="rule_001")
        await world.until_shown("200 OK", within=5)
        await world.press("j", "enter")
        world.expect("^ ?/data/_id")
        world.expect("rule_001")


async def test_an_error_says_its_code_and_what_to_do() -> None:
    async with console() as world:
        await run(world, "campaigns.get", id="no/such")
        await world.until_shown("✗ 404", within=5)
        world.expect("CAMPAIGN_NOT_FOUND")
        world.expect("GET /v1/campaigns/no%2Fsuch")
        await world.press("y")
        world.expect("There is no answer to look into")


async def test_a_slow_answer_says_how_long_it_takes() -> None:
    async with console() as world:
        world.sandbox.faults.set("quotas.get", Fault(latency_ms=8000))
        await run(world, "quotas.get")
        await world.advance(4)
        world.expect("quotas.get +asking … [34] s")
        await world.until_shown("200 OK", within=10)


async def test_a_send_is_asked_first_and_no_means_no() -> None:
    async with console() as world:
        await run(world, "campaigns.send", id="663f1a2b4c5d6e7f8a9b0c1d")
        await world.until_shown("mail goes out", within=5)
        await world.press("n")
        assert not world.network.changes("/send")
        world.expect("operations")


async def test_read_only_mode_sends_nothing() -> None:
    async with console(settings={"read_only": True}) as world:
        await run(world, "alerts.delete", id="alr_001")
        world.expect("read-only")
        assert not world.network.changes("/alerts")


async def test_the_history_finds_a_call_and_makes_it_again(tmp_path: Path) -> None:
    async with console(state=tmp_path / "state.db") as world:
        await run(world, "velocity.rules.get", id="rule_002")
        await world.until_shown("200 OK", within=5)
        await world.press("escape")
        await run(world, "campaigns.get", id="none")
        await world.until_shown("✗ 404", within=5)
        await world.press("escape", "H")
        await world.until_shown("2 calls", within=5)
        world.expect("campaigns.get +✗ 404 +id=none")
        await world.press("/")
        await world.type("rule_002")
        await world.until_shown("1 call like", within=5)
        await world.press("enter", "r")
        await world.until_shown("velocity.rules.get +✓ 200", within=5)


async def test_what_is_copied_holds_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    async with console() as world:
        monkeypatch.setattr(world.app, "copy_to_clipboard", copied.append)
        await run(world, "velocity.rules.get", id="rule_001")
        await world.until_shown("200 OK", within=5)
        for word in ("curl", "api line", "Python"):
            await world.press("Y")
            await world.type(word)
            await world.press("enter")
        assert copied[0].startswith("curl ")
        assert copied[1] == "mttui api velocity.rules.get id=rule_001"
        assert "httpx.request" in copied[2]
        assert all(world.sandbox.api_key not in each for each in copied)
        assert "$MAILTARGET_API_KEY" in copied[0]
