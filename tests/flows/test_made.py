"""What was made is shown as it stands, and what the platform works on is followed to its end."""

from __future__ import annotations

from mttui.api.catalogue import operations
from mttui.api.errors import Refused
from mttui.api.models.base import Done
from mttui.screens.detail import DetailScreen
from mttui.screens.form import FormScreen
from mttui.views.describe import view_of_made
from tests.contract.asking import arguments_of
from tests.flows.world import World, open_world


async def test_what_is_made_can_be_read_where_the_platform_reads_it() -> None:
    faults, read = {}, set()
    async with open_world(rate_limit=100_000) as world:
        client = world.session.client
        client.transport.budget.per_minute = 100_000
        for operation in [each for each in operations().values() if each.id.endswith(".create")]:
            given = await arguments_of(client, operation)
            try:
                answer = await client.call(operation, given)
            except Refused:
                continue  # it is there already
            made = view_of_made(operation, answer, given)
            if made is None or isinstance(answer, Done):
                continue
            view, known = made
            assert view.read is not None
            try:
                await client.call(view.read, known)
            except Refused as trouble:
                faults[operation.id] = f"{known}: {trouble.short}"
            read.add(operation.id)
    assert faults == {}
    assert {"campaigns.create", "labels.create", "data_privacy.rtbf.create", "validate.bulk.create"} <= read


async def start_export(world: World) -> DetailScreen:
    await world.press("5", "enter", "a")
    await world.type("export contacts")
    await world.press("enter", "ctrl+s")
    screen = world.app.screen
    assert isinstance(screen, DetailScreen), world.screen_text()
    return screen


async def test_an_export_is_followed_until_it_can_be_fetched() -> None:
    async with open_world() as world:
        await start_export(world)
        world.expect(r"^ Status +pending")
        await world.until_shown(r"^ Status +completed", within=30)
        world.expect(r"^ Download +http")
        asked = world.asked()["/v1/contacts/export/exp_002"]
        await world.advance(60)
        assert world.asked()["/v1/contacts/export/exp_002"] == asked
        await world.press("ctrl+r")
        assert world.asked()["/v1/contacts/export/exp_002"] == asked + 1


async def test_what_is_frozen_or_hidden_is_not_followed() -> None:
    async with open_world() as world:
        await start_export(world)
        await world.press("1")
        await world.advance(1)
        since = world.clock.monotonic()
        await world.advance(60)
        assert world.asked(since=since)["/v1/contacts/export/exp_002"] == 0
        await world.press("5")
        await world.until_shown(r"^ Status +completed", within=10)


async def test_a_person_who_is_forgotten_can_be_followed() -> None:
    async with open_world() as world:
        await world.press("7", "/")
        await world.type("forget a person")
        await world.press("enter", "enter")
        assert isinstance(world.app.screen, FormScreen)
        await world.type("budi@example.com")
        await world.press("ctrl+s")
        world.expect("Forget a person")
        await world.press("y")
        world.expect("Compliance › Privacy request")
        world.expect(r"^ Status +pending")
        await world.until_shown(r"^ Status +completed", within=60)
