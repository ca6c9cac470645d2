"""Chance that repeats: every tick draws from its own stream, so a run follows from the seed alone."""

from __future__ import annotations

import functools
import math
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_STRIDE = 0x9E3779B97F4A7C15
"""Odd multiplier that sends neighbouring ticks to unrelated seeds (Knuth's golden ratio)."""


@functools.cache
def _none_at(rate: float) -> float:
    """Return how likely it is that nothing comes in one second."""
    return math.exp(-rate)


class Chance:
    """A random stream that can be set to a place: same seed and place, same draws."""

    def __init__(self, seed: int, place: int = 0) -> None:
        self._seed = seed
        self._random = random.Random()  # noqa: S311  # a simulation that must repeat, nothing secret
        self.random = self._random.random
        self.at(place)

    def at(self, place: int) -> Chance:
        """Go to the stream of ``place``; returns itself."""
        self._random.seed((self._seed * 0x1F123BB5 + place + 1) * _STRIDE & 0xFFFFFFFFFFFFFFFF)
        return self

    def between(self, low: float, high: float) -> float:
        """Draw evenly between two bounds."""
        return low + (high - low) * self.random()

    def whole(self, low: int, high: int) -> int:
        """Draw a whole number, both ends included."""
        return low + int((high - low + 1) * self.random())

    def pick(self, items: Sequence[T]) -> T:
        """Draw one item, all alike."""
        return items[int(len(items) * self.random())]

    def weighted(self, items: Sequence[T], weights: Sequence[float]) -> T:
        """Draw one item, each in proportion to its weight."""
        place = self.random() * sum(weights)
        for item, weight in zip(items, weights, strict=True):
            place -= weight
            if place < 0:
                return item
        return items[-1]

    def happens(self, share: float) -> bool:
        """Draw yes with the given share."""
        return self.random() < share

    def arrivals(self, rate: float) -> int:
        """Draw how many come in one second at ``rate`` a second (Poisson)."""
        limit, product, count = _none_at(rate), self.random(), 0
        while product > limit:
            product *= self.random()
            count += 1
        return count

    def hex_id(self) -> str:
        """Draw an id as the platform writes them: 24 hex digits."""
        return f"{self._random.getrandbits(96):024x}"
