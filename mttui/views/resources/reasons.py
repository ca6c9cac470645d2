"""Why an action cannot be done with a record in the state that it is in.

Each of these makes a :data:`mttui.views.resource.Reason`. A state that the platform did not send is no
reason: it is asked, and answers itself.
"""

from __future__ import annotations

from typing import Any

from mttui.views.fields import value_at
from mttui.views.resource import Reason, Record
from mttui.views.wording import words


def when(path: str, *states: str, say: str) -> Reason:
    """Forbid an action in some states.

    Args:
        path: where the state stands, by Python names.
        states: the states, ``yes`` and ``no`` of a flag; compared without regard to case.
        say: the reason; ``{state}`` in it becomes the state in words.
    """
    forbidden = set(map(_plain, states))

    def reason(record: Record) -> str | None:
        state = value_at(record, path)
        return _said(say, state) if state is not None and _plain(state) in forbidden else None

    return reason


def only_when(path: str, *states: str, say: str) -> Reason:
    """Forbid an action in all states but some; see :func:`when`."""
    allowed = set(map(_plain, states))

    def reason(record: Record) -> str | None:
        state = value_at(record, path)
        return None if state in (None, "") or _plain(state) in allowed else _said(say, state)

    return reason


def all_of(*paths: str, state: str, say: str) -> Reason:
    """Forbid an action where all of some values are in one state, as every DNS record verified."""

    def reason(record: Record) -> str | None:
        values = [value_at(record, path) for path in paths]
        return say if all(each is not None and _plain(each) == _plain(state) for each in values) else None

    return reason


def _plain(state: Any) -> str:
    return ("yes" if state else "no") if isinstance(state, bool) else words(str(state))


def _said(say: str, state: Any) -> str:
    return say.replace("{state}", _plain(state))
