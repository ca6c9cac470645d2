"""Restricting who may call the API, from the incident room."""

from __future__ import annotations

from mttui.sandbox.web.faults import Fault
from mttui.stores.timeline import Outcome
from tests.flows.test_levers import incident_room, only


async def test_an_address_is_taken_off_the_list_after_asking() -> None:
    async with incident_room() as (world, incident):
        await world.press("i")
        await world.until_shown("Who may call the API: 3 on the list", within=5)
        world.expect("Remove 0.0.0.0/0")
        await world.type("0.0.0.0")
        await world.press("enter")
        world.expect("Remove 0.0.0.0/0 from those that may call the API")
        world.expect("The 2 left on the list can still call")
        await world.press("y")
        await world.until(
            lambda: only(world, incident, "ip_access.delete").outcome is Outcome.CONFIRMED, within=40
        )
        (change,) = world.network.changes("/ip-access")
        assert change.method == "DELETE"


async def test_an_address_is_allowed_when_it_is_one() -> None:
    async with incident_room() as (world, incident):
        await world.press("i")
        await world.until_shown("Allow an address", within=5)
        await world.type("allow")
        await world.press("enter")
        await world.type("office")
        await world.press("enter")
        world.expect("an IP address or a network")
        await world.press(*["backspace"] * 6)
        await world.type("203.0.113.7")
        await world.press("enter")
        world.expect("Allow API calls from 203.0.113.7")
        await world.press("y")
        await world.until(
            lambda: only(world, incident, "ip_access.create").outcome is Outcome.CONFIRMED, within=40
        )


async def test_a_list_that_cannot_be_read_is_said() -> None:
    async with incident_room() as (world, _):
        world.sandbox.faults.set("ip_access.list", Fault(status=403))
        await world.press("i")
        await world.until_shown("IP access: ", within=5)
        assert not world.network.changes("/ip-access")
