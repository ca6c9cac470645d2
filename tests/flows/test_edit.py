"""Changing a record: read anew, shown as a difference, and held against what others did meanwhile."""

from __future__ import annotations

from mttui.api.catalogue import operations
from mttui.screens.browse import BrowseScreen
from mttui.screens.edit import EditScreen
from tests.flows.test_browse import open_list
from tests.flows.world import World, open_world


async def edit_first(world: World, place: str, words: str) -> tuple[BrowseScreen, EditScreen]:
    """Open the form of the first record of a list."""
    rows = await open_list(world, place, words)
    await world.press("e")
    screen = world.app.screen
    assert isinstance(screen, EditScreen), world.screen_text()
    return rows, screen


async def elsewhere(world: World, operation: str, screen: EditScreen, **values: object) -> None:
    """Let somebody else change the record that is in the form."""
    await world.session.client.call(operations()[operation], {**screen.ids, **values})


async def go_to(world: World, screen: EditScreen, path: str) -> None:
    """Go to a field and empty it."""
    for _ in screen.fields:
        field = screen.form.in_hand
        assert field is not None
        if field.path == path:
            break
        await world.press("tab")
    await world.erase(len(screen.form.texts[path]))


async def test_only_what_was_changed_is_sent_after_it_was_shown() -> None:
    async with open_world() as world:
        _, screen = await edit_first(world, "5", "labels")
        was = screen.form.texts["name"]
        await go_to(world, screen, "name")
        await world.type("Penting")
        await world.press("ctrl+s")
        world.expect("1 change")
        world.expect(f"Name: {was} → Penting")
        assert not [each for each in world.network.sent if each.method in {"PUT", "PATCH"}]
        await world.press("y")
        world.expect("done")
        sent = [each for each in world.network.sent if each.method in {"PUT", "PATCH"}]
        assert len(sent) == 1
        await world.until_shown("Penting", within=10)
        await world.press("u")
        await world.until_shown(was, within=20)


async def test_nothing_changed_sends_nothing() -> None:
    async with open_world() as world:
        _, screen = await edit_first(world, "5", "labels")
        await world.press("ctrl+s")
        world.expect("Nothing was changed")
        assert world.app.screen is screen
        assert not [each for each in world.network.sent if each.method in {"PUT", "PATCH"}]


async def test_what_others_changed_elsewhere_is_taken_over_and_said() -> None:
    async with open_world() as world:
        _, screen = await edit_first(world, "5", "labels")
        await go_to(world, screen, "name")
        await world.type("Penting")
        await elsewhere(world, "labels.update", screen, color="#00ff00")
        await world.press("ctrl+s")
        world.expect("Somebody else changed 1 field")
        world.expect("theirs +#00ff00")
        assert screen.form.texts["color"] == "#00ff00"
        await world.press("enter")
        world.expect("done")
        label = await world.session.client.call(operations()["labels.list"], {})
        row = next(each for each in label.rows if each.name == "Penting")
        assert row.color == "#00ff00"


async def test_a_clash_is_shown_and_nothing_is_marked_that_overwrites() -> None:
    async with open_world() as world:
        _, screen = await edit_first(world, "5", "labels")
        await go_to(world, screen, "name")
        await world.type("Penting")
        await elsewhere(world, "labels.update", screen, name="Gawat")
        sent = len(world.network.sent)
        await world.press("ctrl+s")
        world.expect("both changed it")
        world.expect("mine +Penting")
        await world.press("enter")
        assert world.app.screen is screen
        assert screen.form.texts["name"] == "Penting"
        assert not [each for each in world.network.sent[sent:] if each.method in {"PUT", "PATCH"}]


async def test_what_is_gone_cannot_be_changed_and_is_said_to_be_gone() -> None:
    async with open_world() as world:
        _, screen = await edit_first(world, "5", "labels")
        await go_to(world, screen, "name")
        await world.type("Penting")
        await elsewhere(world, "labels.delete", screen)
        await world.press("ctrl+s")
        world.expect("This label is gone: somebody deleted it. Nothing was sent.")
        assert world.app.screen is screen
