"""Lists and records of any resource, by their keys, on the real sandbox."""

from __future__ import annotations

from mttui.sandbox.web.faults import Fault
from mttui.screens.browse import BrowseScreen
from mttui.screens.detail import DetailScreen
from tests.flows.world import World, open_world


async def open_list(world: World, place: str, words: str) -> BrowseScreen:
    """Open a list from a place by looking for its name."""
    await world.press(place, "/")
    await world.type(words)
    await world.press("enter", "enter")
    screen = world.app.screen
    assert isinstance(screen, BrowseScreen), world.screen_text()
    return screen


async def test_a_place_opens_a_list_a_record_and_what_belongs_to_it() -> None:
    async with open_world() as world:
        await world.press("4")
        world.expect(r"^ 4 Campaigns")
        world.expect(r"^▸ Campaigns +list")
        await world.press("enter")
        world.expect(r"Campaigns › Campaigns .* in all  now")
        await world.press("enter")
        screen = world.app.screen
        assert isinstance(screen, DetailScreen)
        subject = screen.record().subject
        world.expect(rf"Campaigns › Campaigns › {subject[:12]}")
        world.expect(r"^ Id +\w+")
        world.expect(r"^. Analytics")
        await world.press("enter")
        await world.type("recip")
        await world.press("enter")
        assert isinstance(world.app.screen, BrowseScreen)
        world.expect(r"› Recipients")
        await world.press("escape", "escape", "escape")
        world.expect(r"^ 4 Campaigns")


async def test_one_goes_from_record_to_record_and_back_to_where_one_is() -> None:
    async with open_world() as world:
        rows = await open_list(world, "6", "bounces list")
        first = rows.view.identity(rows.record())
        await world.press("enter", "]")
        detail = world.app.screen
        assert isinstance(detail, DetailScreen)
        second = rows.view.identity(detail.record())
        assert second != first
        world.expect(r"2/\d")
        await world.press("[", "[")
        world.expect("This is the first one.")
        await world.press("]", "escape")
        assert rows.view.identity(rows.record()) == second


async def test_a_filter_says_who_looked() -> None:
    async with open_world() as world:
        rows = await open_list(world, "4", "campaigns list")
        await world.press("/")
        world.expect("enter searches all of it on the server")
        await world.type("kopi")
        await world.press("enter")
        world.expect(r"/ “kopi”: \d+ found by the server")
        assert any(each.path == "/v1/campaigns" for each in world.network.sent)
        await world.press("escape")
        assert rows.collection.search == ""
        await world.press("escape")

        rows = await open_list(world, "6", "bounces list")
        await world.press("/")
        await world.type("type=hard")
        await world.press("enter")
        world.expect("/ type=hard")
        assert {row.type for _, row in rows.collection.rows()} == {"hard"}
        await world.press("/")
        await world.type(" example")
        world.expect(r"“example”: \d+ of \d+( loaded)? match")


async def test_a_filter_with_a_value_that_cannot_be_is_refused_where_it_is_typed() -> None:
    async with open_world() as world:
        await open_list(world, "6", "message events")
        await world.press("/")
        await world.type("dateFrom=soon")
        await world.press("enter")
        world.expect(r"! .*date")


async def test_marks_stay_over_filters_and_lead_to_a_plan() -> None:
    async with open_world() as world:
        rows = await open_list(world, "8", "alerts")
        assert len(rows.collection) >= 2
        await world.press("x", "x")
        world.expect("2 marked")
        await world.press("/")
        await world.type("zzz")
        await world.press("enter")
        world.expect("None of the alerts is like that")
        assert len(rows.marked()) == 2
        await world.press("escape", "D")
        world.expect("Delete 2 alerts")


async def test_what_is_gone_is_no_longer_marked() -> None:
    async with open_world() as world:
        rows = await open_list(world, "8", "alerts")
        await world.press("x", "x")
        world.sandbox.faults.set("alerts.delete", Fault(status=409, times=1))
        await world.press("D", "y")
        await world.until_shown("✓ done 1 +✗ failed 1", within=30)
        await world.press("escape")
        world.expect("1 marked")
        assert [rows.view.identity(each) for each in rows.marked()] == ["alr_001"]


async def test_all_that_is_loaded_is_marked_and_said_so() -> None:
    async with open_world() as world:
        rows = await open_list(world, "6", "message events")
        await world.press("*")
        assert len(rows.marked()) == rows.collection.loaded < len(rows.collection)
        world.expect(r"\d+ events marked: those that are loaded, of")
        await world.press("*")
        assert not rows.marked()


async def test_a_range_is_marked() -> None:
    async with open_world() as world:
        rows = await open_list(world, "6", "message events")
        await world.press("x", "j", "j", "X")
        assert len(rows.marked()) == 4


async def test_half_a_list_is_not_sorted_and_the_reason_is_said() -> None:
    async with open_world() as world:
        await open_list(world, "6", "message events")
        await world.press("o")
        world.expect(r"not now: only 200 of [\d,]+ are loaded")
        await world.press("escape", "escape")
        rows = await open_list(world, "8", "alerts")
        await world.press("o")
        await world.type("type")
        world.expect(r"Watches +type, smallest or first first")
        await world.press("enter")
        world.expect(r"by Watches ↑")
        kinds = [rows.collection.row(at).type for at in range(len(rows.collection))]
        assert kinds == sorted(kinds)


async def test_actions_say_why_they_cannot_be_done() -> None:
    async with open_world(settings={"read_only": True}) as world:
        await open_list(world, "4", "campaigns list")
        await world.press("a")
        world.expect(r"Cancel  not now: Not in read-only mode")
        await world.press("escape", "D")
        world.expect("not in read-only mode|Not in read-only mode")
        assert not [each for each in world.network.sent if each.method != "GET"]


async def test_deleting_asks_then_the_list_is_read_again() -> None:
    async with open_world() as world:
        rows = await open_list(world, "8", "alerts")
        before, key = len(rows.collection), rows.grid.cursor_key
        await world.press("D")
        world.expect("cannot be undone")
        await world.press("y")
        assert len(rows.collection) == before - 1
        assert rows.collection.index_of(key or "") is None


async def test_a_list_that_cannot_be_read_says_so_and_what_to_do() -> None:
    async with open_world() as world:
        await world.press("8", "/")
        await world.type("alerts")
        await world.press("enter")
        world.network.is_down = True
        await world.press("enter")
        await world.until_shown("✗ no connection", within=120)
        world.expect("could not be read")
        world.network.is_down = False
        await world.until_shown(r"\d+ in all", within=60)
        assert not world.shows("✗ no connection")


async def test_what_was_read_stays_when_the_platform_is_away() -> None:
    async with open_world() as world:
        rows = await open_list(world, "8", "alerts")
        count = len(rows.collection)
        world.network.is_down = True
        await world.press("ctrl+r")
        await world.until_shown("STALE", within=120)
        assert len(rows.collection) == count


async def test_hidden_lists_ask_for_nothing() -> None:
    async with open_world() as world:
        await open_list(world, "6", "bounces list")
        await world.press("1")
        await world.advance(1)
        since = world.clock.monotonic()
        await world.advance(120)
        assert world.asked(since=since)["/v1/bounces"] == 0


async def test_copies_and_json_of_what_is_selected() -> None:
    async with open_world() as world:
        rows = await open_list(world, "8", "alerts")
        await world.press("y")
        assert world.app.clipboard == rows.view.identity(rows.record())
        await world.press("J")
        world.expect(r'"channel"')
        await world.press("escape", "Y")
        await world.type("curl")
        await world.press("enter")
        assert "$MAILTARGET_API_KEY" in world.app.clipboard
        assert rows.view.identity(rows.record()) in world.app.clipboard


async def test_the_command_line_opens_resources_by_name() -> None:
    async with open_world() as world:
        await world.press(":")
        await world.type("velocity.rules")
        await world.press("enter")
        screen = world.app.screen
        assert isinstance(screen, BrowseScreen)
        assert screen.view.resource == "velocity.rules"
        await world.press("escape", ":")
        await world.type("bounces")
        await world.press("enter")
        world.expect("Deliverability › Bounces")
        await world.press("escape", ":")
        await world.type("campaigns.list")
        await world.press("enter")
        world.expect("GET /v1/campaigns")
        await world.press("escape", ":")
        await world.type("single_sends promo")
        await world.press("enter")
        assert isinstance(world.app.screen, BrowseScreen)
        world.expect("“promo”")


async def test_what_needs_something_first_asks_in_a_form_and_then_opens() -> None:
    async with open_world() as world:
        await world.press("4", "/")
        await world.type("versions of a template")
        await world.press("enter", "enter")
        world.expect("List template versions +read")
        await world.type("tpl_001")
        await world.press("ctrl+s")
        assert isinstance(world.app.screen, BrowseScreen), world.screen_text()
        world.expect(r"Campaigns › Versions")
