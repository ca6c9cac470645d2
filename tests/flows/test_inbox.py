"""Triage by keys: the screen moves at once, the request follows, and everything can be taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import httpx

from mttui.local.inbox_settings import Advance, AdvanceSettings, InboxSettings, SplitSettings
from mttui.local.opinions import Decision
from tests.flows.inbox import CONFIG, inbox_of, on_platform, open_inbox, selected
from tests.flows.network import Spoil
from tests.flows.world import World


def count_of(world: World, name: str) -> int | None:
    screen = inbox_of(world)
    split = next(each for each in screen.inbox.splits if each.name == name)
    return screen.inbox.count_of(split)


async def test_splits_have_counts_and_tab_goes_round() -> None:
    async with open_inbox() as world:
        counts = [count_of(world, name) for name in ("Open", "Pending", "Snoozed", "Closed")]
        assert all(counts)
        assert sum(filter(None, counts)) == world.sandbox.options.threads
        world.expect(rf"▸Open {counts[0]}")
        await world.press("tab")
        world.expect(rf"▸Pending {counts[1]}")
        assert all(row.status == "pending" for _, row in inbox_of(world).threads.rows())
        await world.press("tab")
        await world.until(lambda: len(inbox_of(world).threads) == counts[2], within=30)
        await world.press("tab", "tab")
        world.expect("▸Open")
        await world.press("shift+tab")
        world.expect("▸Closed")


async def test_done_shows_the_next_thread_before_the_platform_answers() -> None:
    async with open_inbox() as world:
        first, screen = selected(world), inbox_of(world)
        following = screen.threads.row(1)
        world.network.hangs = True
        before = count_of(world, "Open")
        await world.press("d")
        assert following is not None
        assert selected(world).id == following.id
        assert count_of(world, "Open") == (before or 0) - 1
        world.expect("Closed “")
        assert on_platform(world, first)["status"] == "open"


async def test_done_is_confirmed_by_the_platform_and_stays_done_when_the_list_is_read_again() -> None:
    async with open_inbox() as world:
        first = selected(world)
        await world.press("d")
        assert on_platform(world, first)["status"] == "closed"
        await world.advance(90)
        assert inbox_of(world).threads.index_of(first.id) is None
        assert len(world.network.changes("/status")) == 1


async def test_a_refusal_puts_the_thread_back_and_says_why() -> None:
    async with open_inbox() as world:
        first = selected(world)
        world.network.spoil = _refuse("/status")
        await world.press("d")
        assert selected(world).id != first.id or inbox_of(world).threads.index_of(first.id) == 0
        assert inbox_of(world).threads.index_of(first.id) == 0
        assert any("put back" in toast and "no such" in toast for toast in world.toasts())


async def test_everything_is_taken_back_the_last_first() -> None:
    async with open_inbox() as world:
        first = selected(world)
        await world.press("d")
        second = selected(world)
        await world.press("p")
        await world.press("u")
        assert selected(world).id == second.id
        await world.press("u")
        assert selected(world).id == first.id
        assert {on_platform(world, each)["status"] for each in (first, second)} == {"open"}
        await world.press("u")
        assert any("Nothing was done" in toast for toast in world.toasts())


async def test_a_wrong_key_is_taken_back_even_after_the_list_was_read_anew() -> None:
    async with open_inbox() as world:
        first = selected(world)
        await world.press("d")
        await world.advance(120)
        await world.press("u")
        assert selected(world).id == first.id
        assert on_platform(world, first)["status"] == "open"


async def test_marked_threads_are_dealt_with_together_and_taken_back_together() -> None:
    async with open_inbox() as world:
        await world.press("x", "x", "x")
        marked = list(inbox_of(world).threads.marks.values())
        await world.press("d")
        assert [on_platform(world, each)["status"] for each in marked] == ["closed"] * 3
        assert not inbox_of(world).threads.marks
        await world.press("u")
        assert [on_platform(world, each)["status"] for each in marked] == ["open"] * 3


async def test_many_at_once_are_asked_about_first() -> None:
    async with open_inbox() as world:
        await world.press("*")
        many = len(inbox_of(world).threads.marks)
        assert many > 25
        await world.press("d")
        world.expect(f"Close {many} threads\\?")
        world.expect("requests a minute")
        assert not world.network.changes("/status")
        await world.press("y")
        await world.until(lambda: len(world.network.changes("/status")) == many, within=120)
        assert count_of(world, "Open") == 0


async def test_advance_is_a_setting_of_each_action() -> None:
    stays = replace(CONFIG, inbox=replace(CONFIG.inbox, advance=AdvanceSettings(done=Advance.STAY)))
    async with open_inbox(config=stays) as world:
        first = selected(world)
        await world.press("d")
        assert selected(world).id == first.id
        world.expect("○ closed")
        await world.press("j")
        assert selected(world).id != first.id
    back = replace(CONFIG, inbox=replace(CONFIG.inbox, advance=AdvanceSettings(done=Advance.PREVIOUS)))
    async with open_inbox(config=back) as world:
        await world.press("j", "j")
        previous = inbox_of(world).threads.row(1)
        await world.press("d")
        assert previous is not None
        assert selected(world).id == previous.id


async def test_reading_goes_over_the_whole_screen_and_back_to_the_list() -> None:
    async with open_inbox() as world:
        await world.press("enter")
        assert not world.shows("First words")
        await world.press("]")
        second = inbox_of(world).threads.row(1)
        assert second is not None
        assert selected(world).id == second.id
        await world.press("d")
        assert on_platform(world, second)["status"] == "closed"
        assert not world.shows("First words")
        await world.press("escape")
        world.expect("First words")


async def test_read_again_with_nothing_new_one_stays_where_one_is() -> None:
    async with open_inbox(size=(60, 15)) as world:
        screen = inbox_of(world)
        await world.press("enter")
        await world.until(lambda: screen.conversation is not None, within=10)
        while len(screen.conversation.mails if screen.conversation else ()) < 4:
            await world.press("]")
            await world.settle()
        begun_at, thread = screen.pane.top, selected(world)
        await world.press("g")
        top, text = screen.pane.top, world.screen_text()
        assert (top, begun_at > 0) == (0, True)
        before = screen.conversation
        await screen.inbox.conversations.fetch(thread)
        await world.settle()
        assert screen.conversation is not before
        assert (screen.pane.top, world.screen_text()) == (top, text)


async def test_snoozed_until_a_time_it_comes_back_by_itself() -> None:
    async with open_inbox() as world:
        first = selected(world)
        await world.press("s")
        await world.type("5m")
        world.expect("or until they write")
        await world.press("enter")
        assert on_platform(world, first)["status"] == "snoozed"
        assert inbox_of(world).threads.index_of(first.id) is None
        await world.until(lambda: on_platform(world, first)["status"] == "open", within=6 * 60, step=10)
        assert any("Back in the inbox, its time has come" in toast for toast in world.toasts())
        assert inbox_of(world).threads.index_of(first.id) is not None


async def test_a_snooze_that_makes_no_sense_says_what_does() -> None:
    async with open_inbox() as world:
        first = selected(world)
        await world.press("s")
        await world.type("qwerty")
        await world.press("enter")
        assert on_platform(world, first)["status"] == "open"
        assert any("tomorrow" in toast for toast in world.toasts())


async def test_labels_are_put_on_and_taken_off() -> None:
    async with open_inbox() as world:
        first = selected(world)
        await world.press("l")
        await world.type("vip")
        await world.press("enter")
        assert on_platform(world, first)["labels"] == [*first.labels, "vip"]
        assert selected(world).id == first.id
        await world.press("l")
        await world.type("vip")
        await world.press("enter")
        assert on_platform(world, first)["labels"] == list(first.labels)


async def test_after_a_label_the_next_keys_mean_the_thread_that_the_cursor_is_on() -> None:
    async with open_inbox() as world:
        first, second = selected(world), inbox_of(world).threads.row(1)
        await world.press("l")
        await world.type("vip")
        await world.press("enter", "d")
        assert on_platform(world, first)["status"] == "closed"
        assert second is not None
        assert selected(world).id == second.id
        await world.press("p")
        assert on_platform(world, second)["status"] == "pending"
        assert on_platform(world, first)["status"] == "closed"


async def test_a_suggestion_is_applied_only_when_it_is_taken_and_is_remembered() -> None:
    async with open_inbox() as world:
        await world.press("c")
        first, screen = selected(world), inbox_of(world)
        verdict = screen.inbox.verdicts.known[first.id]
        assert on_platform(world, first)["labels"] == list(first.labels)
        await world.press("enter")
        assert set(verdict.suggested_labels) <= set(on_platform(world, first)["labels"])
        rows = screen.inbox.files.opinions.rows(screen.inbox.profile)
        assert [each.decision for each in rows] == [Decision.ACCEPTED]


async def test_a_filter_says_what_it_looked_through() -> None:
    async with open_inbox(threads=5_000) as world:
        await world.press("/")
        await world.type("pesanan")
        await world.until(lambda: inbox_of(world).threads.is_scanned, within=60)
        world.expect(r"looked through 1,[01]00 of [\d,]+, the latest")
        await world.press("enter", "escape")
        assert not inbox_of(world).threads.looks_through


async def test_saved_filters_are_splits() -> None:
    billing = SplitSettings("Bills", labels=("billing",), first=timedelta(hours=1))
    config = replace(CONFIG, inbox=InboxSettings(splits=(billing,), classify_on_arrival=False))
    async with open_inbox(config=config) as world:
        await world.press("shift+tab")
        await world.until(lambda: inbox_of(world).threads.is_scanned, within=60)
        rows = [row for _, row in inbox_of(world).threads.rows()]
        assert rows
        assert all("billing" in row.labels and row.status == "open" for row in rows)
        world.expect(rf"▸Bills {len(rows)}")


async def test_who_waits_longest_stands_first() -> None:
    async with open_inbox() as world:
        await world.press("o")
        await world.until(lambda: inbox_of(world).threads.is_scanned, within=60)
        screen = inbox_of(world)
        clocks = [screen.inbox.clock_of(row) for _, row in screen.threads.rows()]
        due = [clock.due_at for clock in clocks if clock is not None]
        assert due
        assert due == sorted(due)
        world.expect("▲ .* over")


async def test_read_only_mode_changes_nothing_and_says_so() -> None:
    async with open_inbox(settings={"read_only": True}) as world:
        for key in ("d", "p", "s", "r", "l", "t", "O"):
            await world.press(key)
        assert not world.network.changes()
        assert any("read-only" in toast for toast in world.toasts())


async def test_a_budget_of_triage_lets_one_go_on() -> None:
    async with open_inbox() as world:
        for _ in range(30):
            await world.press("d")
        assert len(world.network.changes("/status")) == 30
        assert world.session.client.transport.budget.per_minute == world.session.profile.budget.incident


def _refuse(part: str) -> Spoil:
    def spoil(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.method == "GET" or part not in request.url.path:
            return response
        body = {"message": "no such status", "error": "STATUS_INVALID"}
        return httpx.Response(422, content=json.dumps(body), headers={"content-type": "application/json"})

    return spoil


async def test_saved_filters_are_counted_before_they_are_looked_at_and_kept_fresh() -> None:
    billing = SplitSettings("Bills", labels=("billing",))
    config = replace(CONFIG, inbox=InboxSettings(splits=(billing,), classify_on_arrival=False))
    async with open_inbox(config=config) as world:
        await world.until(lambda: count_of(world, "Bills") is not None, within=30)
        before = count_of(world, "Bills")
        await world.press("l")
        await world.type("billing")
        await world.press("enter")
        assert count_of(world, "Bills") == (before or 0) + 1
        await world.press("shift+tab", "d")
        assert count_of(world, "Bills") == before
        await world.advance(200)
        assert count_of(world, "Bills") is not None
