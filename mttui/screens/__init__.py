"""The screens of the workstation, each imported when it is first opened."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mttui.stores.incident import Incident

    from .base import WorkScreen

BESPOKE: Mapping[str, tuple[str, str]] = {
    "ops": ("ops", "OpsScreen"),
    "incidents": ("incidents", "IncidentsScreen"),
    "inbox": ("inbox.screen", "InboxScreen"),
    "console": ("console", "ConsoleScreen"),
}
"""Module and class of the places that have a screen of their own, by the place's id."""

INCIDENT_ROOM = ("incident", "IncidentScreen")
"""Module and class of the incident room; the class takes an `Incident`."""


def place_screen(place_id: str) -> WorkScreen:
    """Make the screen of one of the nine places.

    Raises:
        KeyError: there is no such place.
    """
    if place_id in BESPOKE:
        screen: WorkScreen = _load(BESPOKE[place_id])()
        return screen
    from mttui.views.places import find_place  # noqa: PLC0415 (only where it is needed)

    from .place import PlaceScreen  # noqa: PLC0415 (imported when first opened)

    place = find_place(place_id)
    if place is None:
        raise KeyError(place_id)
    return PlaceScreen(place)


def incident_room(incident: Incident) -> WorkScreen:
    """Make the room of an incident."""
    room: WorkScreen = _load(INCIDENT_ROOM)(incident)
    return room


def _load(where: tuple[str, str]) -> Any:
    module, name = where
    return getattr(import_module(f".{module}", __package__), name)
