"""Rows and what kind each is, made into the parts of a letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from mttui.text.mail.letter import Kind


class Run(NamedTuple):
    """Rows of one kind that follow each other."""

    kind: Kind
    start: int
    end: int


def runs(kinds: Iterable[Kind]) -> Iterator[Run]:
    """Group rows by their kind."""
    start = 0
    for kind, group in groupby(kinds):
        end = start + sum(1 for _ in group)
        yield Run(kind, start, end)
        start = end


def settle(found: Iterable[Run], is_blank: Callable[[int], bool]) -> list[Run]:
    """Leave the blank rows at the edges of what is folded outside, and those around the letter away."""
    settled: list[Run] = []
    for kind, start, end in found:
        first, last = _within(start, end, is_blank)
        if kind is Kind.BODY or first == last:
            _add_body(settled, start, end)
            continue
        _add_body(settled, start, first)
        settled.append(Run(kind, first, last))
        _add_body(settled, last, end)
    return _trimmed(settled, is_blank)


def _add_body(settled: list[Run], start: int, end: int) -> None:
    if start == end:
        return
    if settled and settled[-1].kind is Kind.BODY:
        start = settled.pop().start
    settled.append(Run(Kind.BODY, start, end))


def _trimmed(settled: list[Run], is_blank: Callable[[int], bool]) -> list[Run]:
    if settled and settled[0].kind is Kind.BODY:
        kind, start, end = settled[0]
        settled[0] = Run(kind, _within(start, end, is_blank)[0], end)
    if settled and settled[-1].kind is Kind.BODY:
        kind, start, end = settled[-1]
        first, last = _within(start, end, is_blank)
        settled[-1] = Run(kind, start, last if first < last else start)
    return [each for each in settled if each.start < each.end]


def _within(start: int, end: int, is_blank: Callable[[int], bool]) -> tuple[int, int]:
    while start < end and is_blank(start):
        start += 1
    while end > start and is_blank(end - 1):
        end -= 1
    return start, end
