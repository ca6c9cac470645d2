"""Replies: called back in time, sent once whatever happens on the wire, and never over what came in."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import httpx
import pytest

from mttui.local.errors import DatabaseError
from mttui.sandbox.engine.inbox_rows import Mail
from mttui.screens.inbox.composer import ComposerScreen
from tests.flows.inbox import (
    CONFIG,
    WINDOW,
    compose,
    drafts_written,
    inbox_of,
    messages,
    number,
    on_platform,
    open_inbox,
    selected,
)
from tests.flows.world import World

SECONDS = WINDOW.total_seconds()


def sent(world: World, thread: Any, text: str) -> list[dict[str, Any]]:
    """The messages with this text that went out."""
    rows = messages(world, thread)
    return [each for each in rows if each["direction"] == "outbound" and each["bodyText"] == text]


def posts(world: World) -> list[Any]:
    return world.network.changes("/reply")


async def came_in(world: World, thread: Any, text: str) -> None:
    """Let the person write again."""
    inbox, now = world.sandbox.world.inbox, world.sandbox.world.now
    mail = Mail("inbound", "someone@gmail.example", "bantuan@lapak.example", "Re: again", text)
    inbox.add(number(thread), mail, now)


async def test_a_reply_goes_out_once_its_window_is_over() -> None:
    async with open_inbox() as world:
        thread = selected(world)
        await compose(world, "It left today.")
        await world.press("ctrl+s")
        world.expect(r"The reply to .* goes out in 10 s")
        await world.advance(SECONDS - 1)
        assert not posts(world)
        world.expect("goes out in 1 s")
        await world.advance(2)
        assert len(sent(world, thread, "It left today.")) == 1
        world.expect("Reply sent to")


async def test_a_reply_is_called_back_with_all_that_was_typed() -> None:
    async with open_inbox() as world:
        thread = selected(world)
        await compose(world, "Too early")
        await world.press("ctrl+s")
        await world.advance(5)
        await world.press("u")
        await world.until(lambda: isinstance(world.app.screen, ComposerScreen), within=5)
        world.expect("Too early")
        await world.advance(60)
        assert not posts(world)
        assert not sent(world, thread, "Too early")


async def test_what_was_sent_cannot_be_called_back() -> None:
    async with open_inbox() as world:
        await compose(world, "Gone")
        await world.press("ctrl+s")
        await world.advance(SECONDS + 2)
        await world.press("u")
        assert any("Nothing was done" in toast for toast in world.toasts())


async def test_status_and_labels_go_with_the_reply() -> None:
    async with open_inbox() as world:
        thread = selected(world)
        await world.press("t", "1")
        await world.until(lambda: isinstance(world.app.screen, ComposerScreen), within=5)
        world.expect("then close it and label it refund")
        await world.press("ctrl+s")
        assert inbox_of(world).threads.index_of(thread.id) is None, "it leaves the split at once"
        await world.advance(SECONDS + 2)
        record = on_platform(world, thread)
        assert record["status"] == "closed"
        assert "refund" in record["labels"]


async def test_a_variable_that_is_not_filled_in_blocks_sending() -> None:
    async with open_inbox() as world:
        await world.press("t")
        await world.type("order")
        await world.press("enter")
        await world.until(lambda: isinstance(world.app.screen, ComposerScreen), within=5)
        await world.press("ctrl+s")
        world.expect("Not sent: order must be filled in")
        await world.advance(60)
        assert not posts(world)


async def test_what_came_in_while_one_wrote_is_shown_first() -> None:
    async with open_inbox() as world:
        thread = selected(world)
        await compose(world, "My answer")
        await came_in(world, thread, "Never mind, it has arrived.")
        await world.press("ctrl+s")
        world.expect("1 message from .* came in while you wrote")
        world.expect("Never mind, it has arrived.")
        world.expect("You wrote: My answer")
        await world.press("n")
        await world.advance(60)
        assert not posts(world)
        world.expect("What came in stands below")
        await world.press("ctrl+s")
        await world.advance(SECONDS + 2)
        assert len(sent(world, thread, "My answer")) == 1


async def test_what_comes_in_during_the_window_holds_the_reply() -> None:
    async with open_inbox() as world:
        thread = selected(world)
        await compose(world, "My answer")
        await world.press("ctrl+s")
        await world.advance(3)
        await came_in(world, thread, "Wait!")
        await world.advance(SECONDS + 5)
        assert not posts(world)
        assert any("was not sent: they wrote meanwhile" in toast for toast in world.toasts())
        world.expect("✎ draft")


@pytest.mark.parametrize("is_done", [True, False])
async def test_after_a_cut_the_thread_is_read_before_a_second_attempt(is_done: bool) -> None:
    async with open_inbox() as world:
        thread = selected(world)
        await compose(world, "Exactly once")
        await world.press("ctrl+s")
        cuts = iter([True])

        def is_cut(request: httpx.Request) -> bool:
            return request.url.path.endswith("/reply") and next(cuts, False)

        def cut(request: httpx.Request, response: httpx.Response) -> httpx.Response:
            if is_cut(request):
                raise httpx.ReadError("cut", request=request)
            return response

        if is_done:
            world.network.spoil = cut
        else:
            world.network.loses = is_cut
        await world.advance(SECONDS + 120)
        assert len(sent(world, thread, "Exactly once")) == 1
        assert len({each.idempotency_key for each in posts(world)}) == 1
        reads = [each.at for each in world.network.sent if each.path.endswith("/messages")]
        attempts = [each.at for each in posts(world)]
        assert all(any(one < read <= other for read in reads) for one, other in pairwise(attempts))


async def test_a_refused_reply_is_a_draft_again() -> None:
    async with open_inbox() as world:
        thread = selected(world)
        await compose(world, "Refused")

        def refuse(request: httpx.Request, response: httpx.Response) -> httpx.Response:
            if request.method == "POST":
                return httpx.Response(422, json={"message": "suppressed recipient", "error": "SUPPRESSED"})
            return response

        await world.press("ctrl+s")
        world.network.spoil = refuse
        await world.advance(SECONDS + 2)
        assert any("refused" in toast and "suppressed recipient" in toast for toast in world.toasts())
        world.network.spoil = None
        await world.press("g")
        assert selected(world).id == thread.id
        await world.press("r")
        await world.until(lambda: isinstance(world.app.screen, ComposerScreen), within=5)
        world.expect("Refused")


async def test_without_a_connection_it_waits_and_goes_out_once_there_is_one() -> None:
    async with open_inbox() as world:
        thread = selected(world)
        await compose(world, "Patient")
        await world.press("ctrl+s")
        world.network.is_down = True
        await world.advance(SECONDS + 20)
        world.expect("waits: no connection")
        world.network.is_down = False
        await world.advance(90)
        assert len(sent(world, thread, "Patient")) == 1


async def test_a_draft_is_kept_and_gone_on_with() -> None:
    async with open_inbox() as world:
        await compose(world, "Half a sen")
        await world.press("escape")
        world.expect("Kept as a draft")
        await drafts_written(world)
        await world.advance(1)
        world.expect("✎ draft")
        screen = await compose(world, "tence")
        assert screen.editor.text == "Half a sentence"
        await world.press("ctrl+x")
        world.expect("The draft is thrown away.  u takes it back")
        await drafts_written(world)
        await world.advance(1)
        assert not world.shows("✎ draft")
        await world.press("u")
        await drafts_written(world)
        inbox = world.session.inbox
        assert [each.body for each in inbox.files.drafts.within_reach(inbox.profile)] == ["Half a sentence"]


async def test_nothing_is_said_of_a_reply_of_which_nothing_was_written() -> None:
    async with open_inbox() as world:
        for key in ("escape", "ctrl+x"):
            await compose(world)
            await world.press(key)
            assert not world.shows("draft")


async def test_several_are_answered_at_once_after_saying_to_whom() -> None:
    async with open_inbox() as world:
        await world.press("x", "x", "x", "t", "1")
        await world.until_shown("Send 3 replies", within=10)
        world.expect("mail goes out")
        world.expect("Then close it and label it refund.")
        assert not posts(world)
        await world.press("y")
        await world.until_shown("and 2 more. goes out", within=20)
        await world.advance(SECONDS + 3)
        assert len(posts(world)) == 3
        assert len({each.path for each in posts(world)}) == 3
        assert len({each.idempotency_key for each in posts(world)}) == 3


async def test_with_no_window_it_is_asked_first() -> None:
    at_once = replace(CONFIG, inbox=replace(CONFIG.inbox, undo_seconds=0))
    async with open_inbox(config=at_once) as world:
        thread = selected(world)
        await compose(world, "Now")
        await world.press("ctrl+s")
        world.expect("It goes out at once")
        await world.press("y")
        await world.advance(1)
        assert len(sent(world, thread, "Now")) == 1


async def test_leaving_sends_what_waits() -> None:
    async with open_inbox() as world:
        thread = selected(world)
        await compose(world, "Before I go")
        await world.press("ctrl+s")
        await world.session.inbox.close(send=True)
        assert len(sent(world, thread, "Before I go")) == 1


async def test_what_an_earlier_run_left_can_be_called_back(tmp_path: Any) -> None:
    state, db = tmp_path / "state.db", str(tmp_path / "sandbox.db")
    async with open_inbox(state=state, db=db) as world:
        thread = selected(world)
        await compose(world, "Left over")
        await world.press("ctrl+s")
        await world.session.inbox.close(send=False)
        assert not posts(world)
    async with open_inbox(state=state, db=db) as world:
        await world.until_shown("goes out in", within=30)
        await world.advance(SECONDS + 20)
        assert len(sent(world, thread, "Left over")) == 1


async def test_who_answers_claims_the_thread_while_it_lasts() -> None:
    claims = replace(CONFIG, inbox=replace(CONFIG.inbox, claim="budi"))
    async with open_inbox(config=claims) as world:
        thread = selected(world)
        await compose(world, "Mine")
        await world.settle()
        assert "claim:budi" in on_platform(world, thread)["labels"]
        await world.press("escape")
        await world.settle()
        assert "claim:budi" not in on_platform(world, thread)["labels"]


async def test_trouble_with_the_disk_is_said_and_the_text_stays() -> None:
    async with open_inbox() as world:
        screen = await compose(world, "Still he")
        files = world.session.inbox.files
        files.on_trouble(DatabaseError("state.db: database or disk is full", advice="Make room."))
        await world.settle()
        assert any("disk is full" in toast for toast in world.toasts())
        assert screen.editor.text == "Still he"
