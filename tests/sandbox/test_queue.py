"""What leaves the queue in a second, and whose it is."""

from __future__ import annotations

from collections import Counter

import pytest

from mttui.sandbox.chance import Chance
from mttui.sandbox.engine.queue import CAPACITY, SHARE, Queue
from mttui.sandbox.engine.records import CANCELLED, SCHEDULED, Message, Origin, Source


def source(number: int) -> Source:
    return Source(number, "api", str(number), Origin(f"s{number}", "Hi", "mail.lapak.example"))


def fill(queue: Queue, from_: Source, count: int, first: int = 1) -> list[Message]:
    messages = [Message(first + n, from_, "a@b.example", "Gmail", 0) for n in range(count)]
    for message in messages:
        queue.add(message)
    return messages


@pytest.mark.parametrize("status", ["active", "throttled", "paused"])
def test_each_status_lets_out_its_part_of_the_capacity(status: str) -> None:
    queue, chance = Queue(), Chance(1)
    fill(queue, source(1), 5000)
    left = sum(len(queue.release(second, status, chance)) for second in range(200))
    assert left == pytest.approx(200 * CAPACITY * SHARE[status], abs=1)


def test_an_empty_queue_saves_no_credit() -> None:
    queue, chance = Queue(), Chance(1)
    for second in range(100):
        assert queue.release(second, "active", chance) == []
    fill(queue, source(1), 100)
    assert len(queue.release(100, "active", chance)) <= CAPACITY + 1


def test_a_source_leaves_in_its_own_order() -> None:
    queue, chance = Queue(), Chance(1)
    fill(queue, source(1), 50)
    numbers = [m.id for second in range(10) for m in queue.release(second, "active", chance)]
    assert numbers == sorted(numbers)


def test_a_backlog_does_not_starve_the_others() -> None:
    queue, chance = Queue(), Chance(1)
    fill(queue, source(1), 6400)
    fill(queue, source(2), 400, first=10_000)
    left = Counter(m.source.id for second in range(200) for m in queue.release(second, "paused", chance))
    assert left[2] / left.total() == pytest.approx(0.2, abs=0.08)


def test_a_scheduled_message_waits_for_its_time() -> None:
    queue, chance = Queue(), Chance(1)
    message = Message(1, source(1), "a@b.example", "Gmail", 0, queue=SCHEDULED, scheduled_for=50)
    queue.add(message)
    assert queue.release(49, "active", chance) == []
    assert queue.waiting() == [message]
    assert queue.release(50, "active", chance) == [message]


def test_a_message_moved_later_leaves_once_and_then() -> None:
    queue, chance = Queue(), Chance(1)
    message = Message(1, source(1), "a@b.example", "Gmail", 0, queue=SCHEDULED, scheduled_for=50)
    queue.add(message)
    queue.reschedule(message, 80)
    left = [(second, m.id) for second in range(100) for m in queue.release(second, "active", chance)]
    assert left == [(80, 1)]


def test_what_is_cancelled_does_not_leave() -> None:
    queue, chance = Queue(), Chance(1)
    messages = fill(queue, source(1), 10)
    for message in messages[:9]:
        message.state = CANCELLED
    queue.drop(messages[:9])
    assert [m.id for second in range(5) for m in queue.release(second, "active", chance)] == [10]
