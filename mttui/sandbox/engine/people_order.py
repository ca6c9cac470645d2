"""Which of the first contacts a search finds, and the n-th of them in an order, without looking at each.

A search text with digits can only match around the number of an address, one without digits only beside
it. So what is found is, name by name, some domains times some numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from .people import CITIES, People

_DIGITS = re.compile(r"\d+")
_LEAST_CITY = 4


@dataclass(frozen=True)
class Found:
    """What a search finds: for each name the domains, and numbers that are the same for all.

    ``numbers`` is sorted; ``None`` means all. Contacts beyond the last one do not count.
    """

    people: People
    domains: tuple[tuple[int, ...], ...]
    numbers: tuple[int, ...] | None = None

    @cached_property
    def _numbers(self) -> Sequence[int]:
        return range(self.people.numbers) if self.numbers is None else self.numbers

    @cached_property
    def _full(self) -> int:
        """Numbers that every combination has."""
        whole = self.people.count // self.people.combinations
        return bisect_right(self._numbers, whole - 1)

    @cached_property
    def _rest(self) -> int:
        """Places that have the last number as well; 0 when it is not among those found."""
        has_last = len(self._numbers) > self._full
        return self.people.count % self.people.combinations if has_last else 0

    @cached_property
    def _places(self) -> list[int]:
        """The places in a round of sign-ups, in their order."""
        place = self.people.place
        return sorted(place(name, domain) for name, some in enumerate(self.domains) for domain in some)

    @cached_property
    def _in_last(self) -> int:
        """How many of the places have the last number."""
        return bisect_right(self._places, self._rest - 1) if self._rest else 0

    def __len__(self) -> int:
        """Count them."""
        return len(self._places) * self._full + self._in_last

    def __contains__(self, index: int) -> bool:
        """Say whether a contact is among them."""
        name, domain, number = self.people.split(index)
        return (
            index < self.people.count
            and domain in self.domains[name]
            and (self.numbers is None or number in self.numbers)
        )

    # By time of sign-up, which is by index

    def by_time(self, rank: int) -> int:
        """Return the contact at a place, the oldest first."""
        width = len(self._places)
        block, at = divmod(rank, width)
        return self._numbers[block] * self.people.combinations + self._places[at]

    def before_in_time(self, index: int) -> int:
        """Return how many come before a contact, which need not be among them."""
        number, own = divmod(index, self.people.combinations)
        block = bisect_right(self._numbers, number - 1)
        before = min(block, self._full) * len(self._places)
        if block > self._full:
            before += self._in_last
        if block < len(self._numbers) and self._numbers[block] == number:
            most = len(self._places) if block < self._full else self._in_last
            before += min(bisect_right(self._places, own - 1), most)
        return before

    # By address

    @cached_property
    def _names(self) -> list[int]:
        """Names in the order of their addresses: what follows a name in an address is a digit."""
        return sorted(range(len(self.domains)), key=lambda name: f"{self.people.locals[name]}0")

    @cached_property
    def _sizes(self) -> list[int]:
        """How many there are up to and with each name, in that order."""
        return list(accumulate(self._size(name) for name in self._names))

    def _size(self, name: int) -> int:
        return len(self.domains[name]) * self._full + len(self._last_domains(name))

    def _last_domains(self, name: int) -> tuple[int, ...]:
        """Domains with which a name has the last number."""
        place, rest = self.people.place, self._rest
        return tuple(domain for domain in self.domains[name] if place(name, domain) < rest)

    @cached_property
    def _by_text(self) -> list[int]:
        """The numbers in the order of their digits followed by an @."""
        return sorted(self._numbers, key=lambda number: f"{number + 1}@")

    @cached_property
    def _place_of_last(self) -> int:
        """Where the last number stands among them; behind all when every combination has it."""
        if len(self._numbers) > self._full:
            return self._by_text.index(self._numbers[-1])
        return len(self._by_text)

    @cached_property
    def _sorted_domains(self) -> list[tuple[list[int], list[int]]]:
        """For each name its domains in the order of the alphabet, and those with the last number."""
        key = self.people.domains.__getitem__
        return [
            (sorted(some, key=key), sorted(self._last_domains(name), key=key))
            for name, some in enumerate(self.domains)
        ]

    def by_email(self, rank: int) -> int:
        """Return the contact at a place in the order of addresses."""
        at = bisect_right(self._sizes, rank)
        name = self._names[at]
        rank -= self._sizes[at - 1] if at else 0
        every, some = self._sorted_domains[name]
        place = self._place_of_last
        before = place * len(every)
        if rank < before:
            block, at_domain = divmod(rank, len(every))
            return self.people.join(name, every[at_domain], self._by_text[block])
        if rank < before + len(some):
            return self.people.join(name, some[rank - before], self._by_text[place])
        block, at_domain = divmod(rank - before - len(some), len(every))
        return self.people.join(name, every[at_domain], self._by_text[place + 1 + block])

    def before_in_alphabet(self, email: str) -> int:
        """Return how many addresses come before one, which need not be among them."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self.people.email(self.by_email(middle)) < email:
                low = middle + 1
            else:
                high = middle
        return low


def search(people: People, text: str) -> Found:
    """Find contacts whose address or name has a text; one that none has is looked for among the cities."""
    every = tuple(range(len(people.domains)))
    text = text.lower()
    runs = _DIGITS.findall(text)
    if not runs:
        found = Found(people, _without_digits(people, text, every))
        return found if len(found) or len(text) < _LEAST_CITY else _in_city(people, text, every)
    if len(runs) > 1:
        return Found(people, ((),) * len(people.names))
    before, digits, after = text.partition(runs[0])
    ends = _DIGITS.sub("", after) == after
    domains = tuple(d for d in every if f"@{people.domains[d]}".startswith(after))
    numbers = tuple(
        number
        for number in range(people.numbers)
        if _fits(str(number + 1), digits, starts=bool(before), ends=bool(after))
    )
    if not ends or not numbers:
        return Found(people, ((),) * len(people.names))
    return Found(people, tuple(domains if local.endswith(before) else () for local in people.locals), numbers)


def _fits(number: str, digits: str, *, starts: bool, ends: bool) -> bool:
    """Say whether digits match a number: from its start, up to its end, or anywhere in it."""
    if starts and ends:
        return number == digits
    if starts:
        return number.startswith(digits)
    return number.endswith(digits) if ends else digits in number


def _without_digits(people: People, text: str, every: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    some = tuple(d for d in every if text in f"@{people.domains[d]}")
    return tuple(
        every if text in local or text in full.lower() else some
        for local, full in zip(people.locals, people.full_names, strict=True)
    )


def _in_city(people: People, text: str, every: tuple[int, ...]) -> Found:
    cities = {city for city in CITIES if city.lower().startswith(text)}
    return Found(
        people,
        tuple(
            tuple(domain for domain in every if people.city(name, domain) in cities)
            for name in range(len(people.names))
        ),
    )
