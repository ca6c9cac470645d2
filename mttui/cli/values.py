"""Kinds of values that options take."""

from __future__ import annotations

import math

import click
from click.shell_completion import CompletionItem


class Finite(click.ParamType[float]):
    """A number within bounds; neither `nan` nor `inf`, which `FloatRange` lets through.

    Args:
        low: the smallest allowed.
        high: the largest allowed; none for no bound.
    """

    name = "number"

    def __init__(self, low: float, high: float | None = None) -> None:
        self._low = low
        self._high = high

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number, or a usage error which says what is allowed."""
        try:
            number = float(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a number.", param, ctx)
        too_high = self._high is not None and number > self._high
        if not math.isfinite(number) or number < self._low or too_high:
            bound = f"{self._low:g} or more" if self._high is None else f"{self._low:g} to {self._high:g}"
            self.fail(f"{value} is not in range: {bound}.", param, ctx)
        return number


class ScenarioName(click.ParamType[str]):
    """The name of a scenario of the sandbox, which is imported only to check it."""

    name = "name"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, or a usage error that lists the known ones."""
        from mttui.sandbox import SCENARIOS

        name = str(value)
        if name not in SCENARIOS:
            self.fail(f"there is no scenario {name!r}. Known: {', '.join(SCENARIOS)}.", param, ctx)
        return name

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The names that begin so, each with its summary."""
        from mttui.sandbox import SCENARIOS

        return [
            CompletionItem(name, help=scenario.summary)
            for name, scenario in SCENARIOS.items()
            if name.startswith(incomplete)
        ]
