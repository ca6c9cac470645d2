"""Snoozes: threads come back once, by time or because somebody wrote, whatever copy is there to wake them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mttui.local.errors import DatabaseError
from mttui.stores.inbox.snoozing import _READ_AT_MOST, REPLIES_EVERY, UNTIL_REPLY

from .copies import Copy
from .desk import Desk
from .mail_platform import Wire

HOUR = timedelta(hours=1)
REFUSAL = Wire(done_after=None, status=422)
NO_CONNECTION = Wire(refused=True)


@pytest.fixture
async def copy(desk: Desk) -> Copy:
    for number in range(3):
        desk.platform.add(f"t{number}")
    return desk.copy()


async def snooze(
    desk: Desk, copy: Copy, *names: str, length: timedelta = HOUR, on_reply: bool = True
) -> None:
    threads = [desk.thread(name) for name in names or ("t0",)]
    until = desk.clock.now() + length
    await copy.snoozing.put(threads, until, "Snoozed", wake_on_reply=on_reply)
    await copy.triage.close()


def status(desk: Desk, name: str = "t0") -> str:
    return str(desk.platform.threads[name]["status"])


def wakings(desk: Desk) -> int:
    """How often a thread was opened again on the platform."""
    return sum(each.body == {"status": "open"} for each in desk.platform.changes())


async def look(desk: Desk, *copies: Copy) -> None:
    for copy in copies:
        await copy.snoozing.look()
    await desk.rest()


# By time


async def test_it_comes_back_when_its_time_has_come_and_not_before(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy)
    assert status(desk) == "snoozed"
    await desk.clock.sleep(HOUR.total_seconds() - 1)
    await look(desk, copy)
    assert (status(desk), copy.told.woke) == ("snoozed", [])
    await desk.clock.sleep(2)
    await look(desk, copy)
    assert status(desk) == "open"
    ((thread, why),) = copy.told.woke
    assert (thread.id, why) == ("t0", "its time has come")
    assert (copy.snooze_of("t0"), copy.snoozing.known) == (None, {})
    assert copy.triage.last_act is None, "what was undoable was the snooze, and it is over"


async def test_of_two_copies_one_wakes_it(desk: Desk, copy: Copy) -> None:
    other = desk.copy()
    await snooze(desk, copy)
    await desk.clock.sleep(HOUR.total_seconds() + 1)
    first, second = copy.do(copy.snoozing.look()), other.do(other.snoozing.look())
    await first
    await second
    assert status(desk) == "open"
    assert wakings(desk) == 1
    assert len(copy.told.woke) + len(other.told.woke) == 1


async def test_it_comes_back_after_a_restart(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy)
    await copy.kill(desk.family)
    await desk.clock.sleep(HOUR.total_seconds() + 1)
    later = desk.copy()
    await look(desk, later)
    assert status(desk) == "open"
    assert len(later.told.woke) == 1


async def test_a_copy_that_dies_over_it_leaves_it_to_the_next(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy)
    await desk.clock.sleep(HOUR.total_seconds() + 1)
    desk.always(Wire(takes=5.0))
    copy.do(copy.snoozing.look())
    await desk.clock.sleep(1)
    other = desk.copy()
    desk.spoil("")
    await look(desk, other)
    assert status(desk) == "snoozed", "the one that is at it lives"
    await copy.kill(desk.family)
    await look(desk, other)
    assert status(desk) == "open"


async def test_a_thread_that_somebody_opened_already_is_let_be(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy)
    desk.platform.threads["t0"]["status"] = "closed"
    await desk.clock.sleep(HOUR.total_seconds() + 1)
    await look(desk, copy)
    assert (status(desk), copy.told.woke, copy.snooze_of("t0")) == ("closed", [], None)


async def test_a_thread_that_is_gone_is_forgotten(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy)
    del desk.platform.threads["t0"]
    await desk.clock.sleep(HOUR.total_seconds() + 1)
    await look(desk, copy)
    assert copy.snooze_of("t0") is None


# On a reply


async def test_it_comes_back_when_they_write(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy, length=UNTIL_REPLY)
    await desk.clock.sleep(REPLIES_EVERY)
    await look(desk, copy)
    assert status(desk) == "snoozed"
    desk.platform.write("t0", "inbound", "Hello?")
    await desk.clock.sleep(REPLIES_EVERY)
    await look(desk, copy)
    assert status(desk) == "open"
    assert [why for _, why in copy.told.woke] == ["there is a reply"]


async def test_what_we_write_wakes_nothing(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy)
    desk.platform.write("t0", "outbound", "Any news?")
    await desk.clock.sleep(REPLIES_EVERY)
    await look(desk, copy)
    assert status(desk) == "snoozed"


async def test_one_that_is_to_sleep_until_its_time_is_not_woken_by_a_reply(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy, on_reply=False)
    desk.platform.write("t0", "inbound", "Hello?")
    await desk.clock.sleep(REPLIES_EVERY)
    await look(desk, copy)
    assert status(desk) == "snoozed"
    assert not any(each.path == "/v1/threads" for each in desk.platform.asked)


async def test_replies_are_looked_for_with_one_request_a_minute(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy, "t0", "t1", "t2")
    desk.platform.asked.clear()
    for _ in range(20):
        await look(desk, copy)
        await desk.clock.sleep(15)
    assert len(desk.platform.asked) == 5


# Trouble


async def test_a_full_disk_puts_nothing_to_sleep(desk: Desk, copy: Copy) -> None:
    desk.is_full = True
    with pytest.raises(DatabaseError):
        await snooze(desk, copy)
    assert status(desk) == "open"
    assert copy.overlay.version("t0") is None


@pytest.mark.parametrize("trouble", [NO_CONNECTION, Wire(done_after=None, status=503), REFUSAL])
async def test_what_cannot_be_woken_is_woken_at_a_later_look(desk: Desk, copy: Copy, trouble: Wire) -> None:
    await snooze(desk, copy)
    await desk.clock.sleep(HOUR.total_seconds() + 1)
    desk.always(trouble)
    await look(desk, copy)
    assert copy.told.woke == []
    desk.spoil("")
    other = desk.copy()
    await look(desk, other)
    assert status(desk) == "open", "another copy may do it, too"
    assert len(other.told.woke) == 1


async def test_a_refused_waking_is_tried_again(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy)
    await desk.clock.sleep(HOUR.total_seconds() + 1)
    desk.spoil("/status", REFUSAL)
    await look(desk, copy)
    assert status(desk) == "snoozed"
    await look(desk, copy)
    assert status(desk) == "open"
    assert len(copy.told.woke) == 1


async def test_a_disk_that_fills_up_while_several_wake_keeps_none_asleep(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy, "t0", "t1", "t2")
    await desk.clock.sleep(HOUR.total_seconds() + 1)
    copy.disk.is_full = lambda: wakings(desk) == 1
    await look(desk, copy)
    assert [status(desk, f"t{n}") for n in range(3)] == ["open", "snoozed", "snoozed"]
    assert len(copy.told.trouble) == 1
    copy.disk.is_full = lambda: False
    await look(desk, copy)
    assert [status(desk, f"t{n}") for n in range(3)] == ["open"] * 3
    assert copy.snoozing.known == {}
    assert wakings(desk) == 3


# By hand


async def test_undo_wakes_it_and_forgets_until_when(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy)
    assert copy.triage.undo() is not None
    await copy.triage.close()
    await desk.rest()
    assert (status(desk), copy.snooze_of("t0"), copy.snoozing.known) == ("open", None, {})


async def test_snoozed_anew_it_sleeps_until_then_and_undo_brings_back_the_first_time(
    desk: Desk, copy: Copy
) -> None:
    await snooze(desk, copy)
    first = copy.snooze_of("t0")
    await snooze(desk, copy, length=HOUR * 5)
    second = copy.snooze_of("t0")
    assert first is not None
    assert second is not None
    assert second.until - first.until == HOUR * 4
    assert copy.triage.undo() is not None
    await desk.rest()
    assert copy.snooze_of("t0") == first
    assert status(desk) == "snoozed"
    assert copy.triage.undo() is not None
    await copy.triage.close()
    await desk.rest()
    assert (status(desk), copy.snooze_of("t0")) == ("open", None)


async def test_some_that_slept_already_do_not_keep_the_others_from_being_taken_back(
    desk: Desk, copy: Copy
) -> None:
    await snooze(desk, copy)
    first = copy.snooze_of("t0")
    await snooze(desk, copy, "t0", "t1", length=HOUR * 5)
    copy.triage.undo()
    await copy.triage.close()
    await desk.rest()
    assert (status(desk, "t0"), status(desk, "t1")) == ("snoozed", "open")
    assert (copy.snooze_of("t0"), copy.snooze_of("t1")) == (first, None)


async def test_closed_by_hand_it_does_not_come_back(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy)
    changed = copy.snoozing.change([desk.thread("t0")], "Closed", "closed")
    assert [each.id for each in changed] == ["t0"]
    await copy.triage.close()
    await desk.clock.sleep(HOUR.total_seconds() + 1)
    await look(desk, copy)
    assert (status(desk), copy.snooze_of("t0"), copy.told.woke) == ("closed", None, [])


async def test_that_taken_back_it_sleeps_on_and_wakes(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy)
    first = copy.snooze_of("t0")
    copy.snoozing.change([desk.thread("t0"), desk.thread("t1")], "Closed", "closed")
    copy.triage.undo()
    await copy.triage.close()
    await desk.rest()
    assert (status(desk, "t0"), status(desk, "t1")) == ("snoozed", "open")
    assert copy.snooze_of("t0") == first
    await desk.clock.sleep(HOUR.total_seconds() + 1)
    await look(desk, copy)
    assert status(desk) == "open"


async def test_snoozed_anew_while_it_wakes_it_sleeps_on(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy)
    await desk.clock.sleep(HOUR.total_seconds() + 1)
    desk.always(Wire(takes=2.0), "/t0", "GET")
    looking = copy.do(copy.snoozing.look())
    await desk.clock.sleep(1)
    await snooze(desk, copy, length=HOUR * 3)
    await looking
    assert status(desk) == "snoozed"
    found = copy.snooze_of("t0")
    assert found is not None
    assert found.until > desk.clock.now() + HOUR * 2
    assert copy.told.woke == []


async def test_until_when_is_known_from_the_file_of_another_copy(desk: Desk, copy: Copy) -> None:
    other = desk.copy()
    await snooze(desk, copy)
    await look(desk, other)
    assert other.snoozing.known["t0"] == copy.snooze_of("t0")
    assert other.snoozing.known["t0"].asked_by == "budi@ops1"


# What the Snoozed split shows


async def test_sleeping_threads_are_read_once_and_shown_asleep(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy, "t0", "t1")
    shown = await copy.snoozing.read_threads()
    assert {name: each.status for name, each in shown.items()} == {"t0": "snoozed", "t1": "snoozed"}
    asked = len(desk.platform.asked)
    later = desk.copy()
    await look(desk, later)
    assert set(await later.snoozing.read_threads()) == {"t0", "t1"}
    await later.snoozing.read_threads()
    assert [each.path for each in desk.platform.asked[asked:]].count("/v1/threads/t0") == 1


async def test_not_all_of_very_many_are_read_at_once(desk: Desk, copy: Copy) -> None:
    for number in range(3, _READ_AT_MOST + 10):
        desk.platform.add(f"t{number}")
    await snooze(desk, copy, *desk.platform.threads)
    later = desk.copy()
    await look(desk, later)
    assert len(await later.snoozing.read_threads()) == _READ_AT_MOST
    assert len(await later.snoozing.read_threads()) == _READ_AT_MOST + 10


async def test_a_thread_that_cannot_be_read_is_read_the_next_time(desk: Desk, copy: Copy) -> None:
    await snooze(desk, copy, "t0", "t1")
    del desk.platform.threads["t1"]
    later = desk.copy()
    await look(desk, later)
    desk.always(NO_CONNECTION)
    assert await later.snoozing.read_threads() == {}
    desk.spoil("")
    assert set(await later.snoozing.read_threads()) == {"t0"}
    await desk.rest()
    assert later.snooze_of("t1") is None
