"""Keys that come faster than the screen: each finds what the one before it opened, or left."""

from __future__ import annotations

from mttui.sandbox.web.faults import Fault
from mttui.screens.inbox.composer import ComposerScreen
from tests.flows.inbox import inbox_of, messages, on_platform, open_inbox, selected
from tests.flows.world import World

SLOW = Fault(latency_ms=2_000)


def composer(world: World) -> ComposerScreen:
    assert isinstance(world.app.screen, ComposerScreen), world.screen_text()
    return world.app.screen


async def test_what_is_typed_behind_a_key_goes_to_the_dialog_that_it_opens() -> None:
    async with open_inbox() as world:
        first, second = selected(world), inbox_of(world).threads.row(1)
        await world.burst("s", *"3h", "enter", "d")
        await world.settle()
        assert second is not None
        assert on_platform(world, first)["status"] == "snoozed"
        assert on_platform(world, second)["status"] == "closed", "the key after it means the next thread"


async def test_a_label_in_one_breath() -> None:
    async with open_inbox() as world:
        first = selected(world)
        await world.burst("l", *"delayed", "enter", "d")
        await world.settle()
        assert "delayed" in on_platform(world, first)["labels"]
        assert on_platform(world, first)["status"] == "closed"


async def test_a_saved_answer_is_chosen_and_sent_in_one_breath() -> None:
    async with open_inbox() as world:
        first = selected(world)
        await world.burst("t", "1", "ctrl+s", "d")
        await world.settle()
        assert inbox_of(world) is world.app.screen, world.screen_text()
        assert len(world.network.changes("/status")) == 1
        await world.advance(15)
        assert messages(world, first)[-1]["direction"] == "outbound"


async def test_words_typed_while_a_reply_opens_are_words_of_the_reply() -> None:
    async with open_inbox() as world:
        await world.press("G")
        thread = selected(world)
        world.sandbox.faults.set("threads.messages.list", SLOW)
        await world.press("g", "G")
        world.session.inbox.conversations._kept.clear()
        await world.burst("r", *"dopey")
        world.expect("Reading the thread")
        assert not world.network.changes()
        await world.until(lambda: isinstance(world.app.screen, ComposerScreen), within=5)
        await world.settle()
        assert composer(world).editor.text == "dopey"
        assert composer(world).draft.body == "dopey"
        assert composer(world).thread.id == thread.id


async def test_escape_leaves_a_reply_that_is_about_to_open_and_what_was_typed_of_it() -> None:
    async with open_inbox() as world:
        world.sandbox.faults.set("threads.messages.list", SLOW)
        world.session.inbox.conversations._kept.clear()
        await world.burst("r", *"dd", "escape")
        await world.advance(10)
        assert inbox_of(world) is world.app.screen
        assert not world.network.changes()
        await world.press("d")
        assert len(world.network.changes("/status")) == 1, "keys are worked on again"


async def test_a_reply_that_cannot_be_opened_takes_what_was_typed_with_it() -> None:
    async with open_inbox() as world:
        world.sandbox.faults.set("threads.messages.list", Fault(status=404, latency_ms=2_000))
        world.session.inbox.conversations._kept.clear()
        await world.burst("r", *"dd")
        await world.advance(10)
        assert inbox_of(world) is world.app.screen
        assert not world.network.changes()


async def test_what_is_typed_after_sending_is_meant_for_the_inbox() -> None:
    async with open_inbox() as world:
        first, second = selected(world), inbox_of(world).threads.row(1)
        await world.press("r")
        composer(world)
        world.sandbox.faults.set("threads.messages.list", SLOW)
        await world.burst(*"Yes", "ctrl+s", "d")
        await world.advance(5)
        assert inbox_of(world) is world.app.screen
        await world.advance(15)
        assert second is not None
        assert on_platform(world, second)["status"] == "closed"
        sent = [each["bodyText"] for each in messages(world, first) if each["direction"] == "outbound"]
        assert sent[-1] == "Yes"
