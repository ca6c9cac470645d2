"""Every list and every single record that a place names opens on the sandbox, and its first row with it."""

from __future__ import annotations

import pytest

from mttui.screens.browse import BrowseScreen
from mttui.screens.detail import DetailScreen
from mttui.screens.opened import open_read
from mttui.views.contents import Entry, Opens, entries_of
from mttui.views.places import PLACES, Place
from tests.flows.world import World, open_world

SIZES = {"inbox": (80, 24), "campaigns": (120, 40), "audiences": (80, 24), "platform": (200, 50)}


@pytest.mark.parametrize("place", PLACES[2:8], ids=lambda place: place.id)
async def test_what_a_place_names_opens(place: Place) -> None:
    async with open_world(size=SIZES.get(place.id, (80, 24))) as world:
        at_once = [each for each in entries_of(place) if each.opens in (Opens.LIST, Opens.RECORD)]
        wrong = {}
        for entry in at_once:
            trouble = await opens(world, entry)
            if trouble:
                wrong[entry.operation.id] = trouble
        assert wrong == {}


async def opens(world: World, entry: Entry) -> str:
    """Open an entry and its first row; returns what went wrong."""
    world.session.client.transport.budget.per_minute = 100_000
    open_read(world.app, entry.operation, {}, ("Here",))
    await world.settle()
    screen = world.app.screen
    world.expect(rf"Here › {entry.title[:8]}")
    error = screen.collection.error if isinstance(screen, BrowseScreen) else None
    if isinstance(screen, BrowseScreen) and error is None and len(screen.collection):
        await world.press("enter")
        record = world.app.screen
        assert isinstance(record, DetailScreen)
        error = record._error
        world.expect(r"^ \S+")
        await world.press("escape")
    elif isinstance(screen, DetailScreen):
        error = screen._error
    await world.press("escape")
    return f"{error.short}: {error.message}" if error is not None else ""
