"""The conversations that an inbox begins with: any number of them, their messages not stored.

Conversation ``i`` is a pure function of the seed and ``i``: who writes, about what, how often it went back
and forth, and when. Its row in the table of threads is made once, at the start; what its messages say is
written whenever they are read. So 100,000 threads take seconds to make and little memory.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..chance import Chance
from .inbox import Rows
from .inbox_rows import INBOUND, OUTBOUND, Mail, Standing, thread_row
from .letters import AGENTS, ANSWERS, BY_PEOPLE, FOLLOW_UPS, GIVEN, PROMPTS, THANKS, TOPICS, Topic, lots
from .mailers import shown_words
from .people import People
from .preview import one_line
from .verdict import classify
from .writers import (
    Earlier,
    Writer,
    answered,
    customer_answer,
    draw_values,
    opening,
    opening_shown,
    our_body,
    our_message,
    our_words,
    writer_for,
)

_DAY = 86400
_LEAST_DAYS = 20
_A_DAY = 250
"""Threads a day that an inbox of many years of threads is spread over."""
_LEAN = 1.7
"""How much more recent than old threads there are."""
_NEWEST = 40
"""Seconds before the start that the newest are old at least."""
_TOO_NEW = 1800
"""Seconds for which a thread is not answered yet."""
_STREAM = 0x1E77E55
"""Keeps these draws apart from all others of the same seed."""
_LOTS = lots(TOPICS)
_TURNS = {
    "open": ((1, 3, 5), (0.6, 0.3, 0.1)),
    "pending": ((2, 4), (0.75, 0.25)),
    "snoozed": ((2, 4), (0.7, 0.3)),
    "closed": ((2, 3, 4, 5), (0.45, 0.27, 0.18, 0.1)),
}
"""How many messages a thread of a status has, and how often; an odd number ends with the customer."""
_WE_BEGIN = 0.06
_QUOTES_EVERY = 3
"""One in so many threads is answered from a mail program that quotes, not from a help desk."""
_AWAITED, _STILL_ANSWERED, _ANSWERED_WITHIN = 12 * 3600, 0.4, 4 * 3600
"""Of the threads that began so many seconds before the start, the share in which what we wrote is answered
later, and within how many seconds."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a conversation is, before its messages are written."""

    number: int
    topic: Topic
    writer: Writer
    values: Mapping[str, str]
    draw: int
    """Chooses between wordings."""
    status: str
    times: Sequence[int]
    we_began: bool = False

    def direction(self, place: int) -> str:
        """Return which way a message went."""
        return OUTBOUND if (place % 2 == 0) == self.we_began else INBOUND

    @property
    def standing(self) -> Standing:
        """How it stands after all its messages."""
        standing = Standing()
        for place, at in enumerate(self.times):
            standing = standing.after(self.direction(place), at)
        return standing

    @property
    def subject(self) -> str:
        """The subject of its first message."""
        template = PROMPTS[self.writer.hand.language][0] if self.we_began else self.topic.subject
        return template.format_map(self.values)


@dataclass(frozen=True)
class Conversations:
    """The conversations of the beginning."""

    seed: int
    start: int
    """Second at which the world began."""
    count: int
    people: People

    @functools.cached_property
    def _chance(self) -> Chance:
        return Chance(self.seed ^ _STREAM)

    def dump(self) -> dict[str, int]:
        """Return what they follow from beside the start; later options do not change them."""
        return {"seed": self.seed, "count": self.count, "contacts": self.people.count}

    def rows(self) -> Iterator[Rows]:
        """Return the rows of all, the oldest first; numbers count from 1. Messages are ``PLACED`` only."""
        message = 0
        for number in range(1, self.count + 1):
            outline = self.outline(number)
            messages = [
                (message + place, number, outline.direction(place - 1), at, place - 1)
                for place, at in enumerate(outline.times, start=1)
            ]
            message += len(messages)
            row = thread_row(
                number, outline.subject, (outline.writer.name, outline.writer.address), outline.standing,
                status=outline.status, labels=_labels(outline), began=outline.times[0],
                shown=one_line(self._shown(outline)),
            )  # fmt: skip
            yield row, messages

    def mails(self, number: int) -> Sequence[Mail]:
        """Write the messages of one."""
        outline = self.outline(number)
        mails: list[Mail] = []
        for place in range(len(outline.times)):
            mails.append(_write(outline, place, mails))
        return mails

    def awaited(self) -> Iterator[tuple[int, int]]:
        """Return the threads in which a customer is going to answer what we wrote, and when."""
        for number in range(self.count, 0, -1):
            if self._age(number) > _AWAITED:
                return
            standing = self.outline(number).standing
            chance = self._chance.at(-number)
            if standing.last == OUTBOUND and chance.happens(_STILL_ANSWERED):
                yield number, self.start + 120 + int(_ANSWERED_WITHIN * chance.random() ** 2)

    def outline(self, number: int) -> Outline:
        """Draw what one is."""
        chance = self._chance.at(number)
        topic = chance.pick(_LOTS)
        writer = writer_for(topic, *self.people.named(chance.whole(0, self.people.count - 1)))
        began = self.start - self._age(number)
        status, messages, we_began = self._course(topic, number, self.start - began, chance)
        return Outline(
            number, topic, writer, draw_values(chance, writer), chance.whole(0, 1 << 20), status,
            self._times(began, messages, chance), we_began,
        )  # fmt: skip

    def _age(self, number: int) -> int:
        span = max(_LEAST_DAYS, self.count / _A_DAY) * _DAY
        return _NEWEST + int(span * ((self.count - number + 0.5) / self.count) ** _LEAN)

    def _course(self, topic: Topic, number: int, age: int, chance: Chance) -> tuple[str, int, bool]:
        """Draw how one went: its status, how many messages it has, and whether we wrote first."""
        recency = number / self.count
        is_open = 0.1 + 0.45 * recency
        weights = (is_open, 0.18, 0.08, max(0.0, 0.74 - is_open))
        status = chance.weighted(("open", "pending", "snoozed", "closed"), weights)
        messages = chance.weighted(*_TURNS[status])
        we_began = chance.happens(_WE_BEGIN)
        if age < _TOO_NEW:
            return "open", 1, False
        if topic.kind not in BY_PEOPLE:
            return ("open" if status == "open" else "closed"), 1, False
        if not we_began:
            return status, messages, False
        return status, max(1, messages - 1) if status in {"pending", "snoozed"} else 2, True

    def _times(self, began: int, messages: int, chance: Chance) -> Sequence[int]:
        """Draw when its messages came and went, all of them before the start."""
        gaps = [
            600 + 50_000 * chance.random() ** 2 if place % 2 else 300 + 20_000 * chance.random() ** 2
            for place in range(messages - 1)
        ]
        room = (self.start - _NEWEST / 2 - began) * chance.between(0.4, 1)
        scale = min(1.0, room / sum(gaps)) if gaps else 1.0
        times = [began]
        for gap in gaps:
            times.append(times[-1] + max(1, int(gap * scale)))
        return times

    @staticmethod
    def _shown(outline: Outline) -> str:
        last = len(outline.times) - 1
        if last == 0 and not outline.we_began:
            return opening_shown(outline.topic, outline.writer, outline.values, outline.draw)
        words = _words(outline, last)
        return words if outline.direction(last) == OUTBOUND else shown_words(words, outline.writer.hand)


def first_conversations(start: int, *, seed: int, count: int, contacts: int) -> Conversations:
    """Return the conversations that follow from some options."""
    return Conversations(seed, start, count, People(contacts, start))


@functools.cache
def _label(topic: Topic) -> str:
    return classify(topic.subject, topic.openings[0]).category


def _labels(outline: Outline) -> Sequence[str]:
    """Return what a thread is filed under: most of those that were looked at are, few of the new ones."""
    if outline.status == "open" and outline.draw % 5:
        return ()
    urgent = ("urgent",) if outline.draw % 11 == 0 else ()
    return (_label(outline.topic), *urgent)


def _words(outline: Outline, place: int) -> str:
    """Return what a message says that is not the customer's first."""
    language, intent, draw = outline.writer.hand.language, outline.topic.intent, outline.draw + place
    if outline.direction(place) == INBOUND:
        settled = outline.status == "closed" and place == len(outline.times) - 1
        choice = THANKS[language] if settled else said(FOLLOW_UPS, language, intent)
        if outline.we_began:
            choice = GIVEN[language]
        return choice[draw % len(choice)].format_map(outline.values)
    agent = AGENTS[outline.draw % len(AGENTS)]
    if place == 0:
        return our_words(PROMPTS[language][1].format_map(outline.values), outline.writer, agent)
    choice = said(ANSWERS, language, intent)
    return our_words(choice[draw % len(choice)].format_map(outline.values), outline.writer, agent)


def said(phrases: Mapping[str, Mapping[str, Sequence[str]]], language: str, intent: str) -> Sequence[str]:
    """Return what is said in a language about an intent."""
    return phrases[language].get(intent) or phrases[language][""]


def _write(outline: Outline, place: int, before: Sequence[Mail]) -> Mail:
    at, number, writer = outline.times[place], outline.number, outline.writer
    if place == 0 and not outline.we_began:
        return opening(outline.topic, writer, outline.values, at, number, outline.draw)
    words = _words(outline, place)
    earlier = Earlier(before[-1], outline.times[place - 1]) if before else None
    if outline.direction(place) == INBOUND and earlier is not None:
        return customer_answer(words, writer, earlier, at, number, place)
    subject = answered(before[-1].subject) if before else outline.subject
    quoted = earlier if outline.draw % _QUOTES_EVERY == 0 else None
    return our_message(our_body(words, quoted), writer.written, subject, at, number, place, earlier)
