"""Where the panels of a screen stand, as data, worked out for the room there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple


class Area(NamedTuple):
    """A rectangle of cells."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Slot:
    """Room for one panel. Sizes are in cells along the split that holds it."""

    panel: str
    """The panel's id."""
    least: int = 1
    weight: int = 1
    """Its part of what is left once every part has its least."""
    most: int | None = None


@dataclass(frozen=True)
class Split:
    """Parts beside or below each other."""

    way: Literal["across", "down"]
    parts: tuple[Slot | Split, ...]
    least: int = 1
    weight: int = 1
    most: int | None = None


Part = Slot | Split


def across(*parts: Part, least: int = 1, weight: int = 1, most: int | None = None) -> Split:
    """Put parts beside each other."""
    return Split("across", parts, least, weight, most)


def down(*parts: Part, least: int = 1, weight: int = 1, most: int | None = None) -> Split:
    """Put parts below each other."""
    return Split("down", parts, least, weight, most)


def place(part: Part, area: Area, *, gap: int = 1) -> Iterator[tuple[str, Area]]:
    """Yield each panel's id with its area; panels that find no room are left out.

    Args:
        part: what to place.
        area: where.
        gap: empty columns between parts that stand beside each other.
    """
    if area.width <= 0 or area.height <= 0:
        return
    if isinstance(part, Slot):
        yield part.panel, area
        return
    if part.way == "across":
        room = area.width - gap * (len(part.parts) - 1)
        x = area.x
        for inner, width in zip(part.parts, share(part.parts, room), strict=True):
            yield from place(inner, Area(x, area.y, width, area.height), gap=gap)
            x += width + gap
    else:
        y = area.y
        for inner, height in zip(part.parts, share(part.parts, area.height), strict=True):
            yield from place(inner, Area(area.x, y, area.width, height), gap=gap)
            y += height


def share(parts: Sequence[Part], room: int) -> list[int]:
    """Share out cells: each its least in turn while they last, then by weight up to its most."""
    sizes: list[int] = []
    left = max(0, room)
    for part in parts:
        sizes.append(min(part.least, left))
        left -= sizes[-1]
    growing = [at for at, part in enumerate(parts) if part.weight]
    while left and growing:
        total = sum(parts[at].weight for at in growing)
        unit = left
        for at in growing:
            most = parts[at].most
            wish = max(1, unit * parts[at].weight // total)
            given = min(wish, left, wish if most is None else max(0, most - sizes[at]))
            sizes[at] += given
            left -= given
        growing = [at for at in growing if (most := parts[at].most) is None or sizes[at] < most]
    return sizes
