"""Who may call the API, from the incident room: allow an address, or take one off the list."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_network
from typing import TYPE_CHECKING

from mttui.api.errors import ApiError
from mttui.api.models.ip_access import IpAccessRule
from mttui.views.choices import Choice

from .choose import Choose
from .dialogs import Ask, Question
from .saying import say_error

if TYPE_CHECKING:
    from .incident_levers import IncidentLevers

_ALLOW = "allow"


async def restrict_access(room: IncidentLevers) -> None:
    """Read the list of addresses, and ask what is to become of it."""
    try:
        rules = await room.session.client.ip_access.list()
    except ApiError as error:
        say_error(room.host, error, doing="IP access")
        return

    def chosen(choice: str | None) -> None:
        if choice == _ALLOW:
            _ask_for_address(room)
            return
        rule = next((rule for rule in rules if rule.id == choice), None)
        if rule is not None:
            lever = room.session.incidents.levers.forbid_address(rule, left=len(rules) - 1)
            room.ask_before(lever, lambda: lever.consequences)

    room.app.push_screen(Choose(f"Who may call the API: {_in_words(rules)}", _choices(rules)), chosen)


def _in_words(rules: Sequence[IpAccessRule]) -> str:
    return f"{len(rules)} on the list" if rules else "nobody is on the list, so everybody may"


def _choices(rules: Sequence[IpAccessRule]) -> list[Choice]:
    return [
        *(Choice(rule.id, f"Remove {rule.ip}", rule.note or "") for rule in rules),
        Choice(_ALLOW, "Allow an address", "adds it to the list"),
    ]


def _ask_for_address(room: IncidentLevers) -> None:
    def allow(text: str | None) -> None:
        if text:
            note = f"mttui, {room.incident.event.id}"
            lever = room.session.incidents.levers.allow_address(text, note)
            room.ask_before(lever, lambda: lever.consequences)

    question = Question("Address that may call the API", checks=_reason_against)
    room.app.push_screen(Ask(question), allow)


def _reason_against(text: str) -> str | None:
    try:
        ip_network(text)
    except ValueError:
        return "an IP address or a network, as 203.0.113.7 or 203.0.113.0/24"
    return None
