"""From what was measured to a plugin's line: ``MAILTARGET QUOTA OK - words | performance data``."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mttui.api.errors import ApiError
from mttui.text import printable

from .measures import Check, Figure, Measured, Missing, State, worst
from .ranges import Range

if TYPE_CHECKING:
    from mttui.api.client import Mailtarget

_LONGEST = 400
"""Characters of words: some monitoring systems cut a line at 1 kB and lose the performance data."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The state and the line to print."""

    state: State
    line: str


async def judge_all(client: Mailtarget, checks: Mapping[str, Check], seconds: float) -> Judged:
    """Measure, side by side, and judge.

    Args:
        client: the account.
        checks: what to measure, by name.
        seconds: the most that it may take; what takes longer is UNKNOWN.
    """
    found = await asyncio.gather(*(_measured(client, check, seconds) for check in checks.values()))
    states = [
        worst(measured.state, *(judge(figure, check) for figure in measured.figures))
        for measured, check in zip(found, checks.values(), strict=True)
    ]
    state = worst(*states)
    said = zip(checks, states, found, strict=True)
    words = "; ".join(
        measured.words if len(checks) == 1 else f"{name} {each.name}: {measured.words}"
        for name, each, measured in said
    )
    data = " ".join(
        _performance(figure, check, "" if len(checks) == 1 else f"{name}_")
        for (name, check), measured in zip(checks.items(), found, strict=True)
        for figure in measured.figures
    )
    title = f"{next(iter(checks)).upper()} {state.name}" if len(checks) == 1 else state.name
    return Judged(state, one_line(title, words) + (f" | {data}" if data else ""))


async def _measured(client: Mailtarget, check: Check, seconds: float) -> Measured:
    try:
        async with asyncio.timeout(seconds):
            return await check.measure(client)
    except TimeoutError:
        return Measured(f"no answer within {seconds:g} s", (), State.UNKNOWN)
    except Missing as error:
        return Measured(str(error), (), State.UNKNOWN)
    except ApiError as error:
        return Measured(f"{error.short}: {error.message}", (), State.UNKNOWN)


def judge(figure: Figure, check: Check) -> State:
    """Hold a figure against the thresholds of its check."""
    if not figure.is_judged:
        return State.OK
    if check.critical is not None and check.critical.alerts(figure.value):
        return State.CRITICAL
    if check.warning is not None and check.warning.alerts(figure.value):
        return State.WARNING
    return State.OK


def one_line(title: str, words: str) -> str:
    """Return the line without performance data: nothing in it acts on a terminal or begins such data."""
    return f"MAILTARGET {title} - {printable(words, limit=_LONGEST).replace('|', '¦')}"


def _performance(figure: Figure, check: Check, before: str) -> str:
    def text(bound: Range | None) -> str:
        return bound.text if bound is not None and figure.is_judged else ""

    high = "" if figure.high is None else f"{figure.high:.10g}"
    value = f"{before}{figure.label}={figure.value:.10g}{figure.unit}"
    return f"{value};{text(check.warning)};{text(check.critical)};0;{high}"
