"""Conversations: there when they are looked at, read again when a message came, and not for ever."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from mttui.api.budget import Priority
from mttui.api.models.threads import Thread
from mttui.stores.inbox.conversations import KEPT, LONG_MAIL, Conversations, stamp_of
from mttui.stores.inbox.pacing import Pacing
from mttui.stores.off_loop import OffLoop

from .copies import Copy
from .desk import Desk
from .mail_platform import Wire

NO_CONNECTION = Wire(refused=True)


@pytest.fixture
async def copy(desk: Desk) -> Copy:
    for number in range(5):
        desk.platform.add(f"t{number}")
    return desk.copy()


def asked(desk: Desk) -> list[str]:
    """The threads whose messages were asked for."""
    return [each.path.split("/")[3] for each in desk.platform.asked if each.path.endswith("/messages")]


def texts(copy: Copy, thread_id: str = "t0") -> list[str | None]:
    found = copy.conversations.get(thread_id)
    assert found is not None
    return [mail.message.body_text for mail in found.mails]


async def test_what_is_looked_at_and_what_comes_next_is_asked_for_once(desk: Desk, copy: Copy) -> None:
    threads = [desk.thread(f"t{n}") for n in range(3)]
    for _ in range(3):
        copy.conversations.want(*threads)
    await desk.rest()
    copy.conversations.want(*threads)
    await desk.rest()
    assert sorted(asked(desk)) == ["t0", "t1", "t2"]
    assert texts(copy) == ["Hello"]


async def test_the_screen_is_drawn_first(desk: Desk, copy: Copy) -> None:
    found = Conversations(
        copy.client, reader=copy.disk, pacing=Pacing(0.02), on_fault=copy.told.faults.append
    )
    found.want(desk.thread("t0"))
    await desk.clock.sleep(0.01)
    assert asked(desk) == []
    await desk.clock.sleep(0.02)
    assert asked(desk) == ["t0"]


async def test_what_is_looked_at_does_not_wait_behind_what_comes_next(
    desk: Desk, copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[tuple[str, Priority]] = []
    send = copy.client.transport.send

    async def sending(request: Any, *, priority: Priority = Priority.INTERACTIVE, **given: Any) -> Any:
        order.append((request.path.split("/")[3], priority))
        return await send(request, priority=priority, **given)

    monkeypatch.setattr(copy.client.transport, "send", sending)
    copy.conversations.want(*(desk.thread(f"t{n}") for n in range(3)))
    await desk.rest()
    assert order == [("t0", Priority.INTERACTIVE), ("t1", Priority.POLL), ("t2", Priority.POLL)]


async def test_gone_to_before_it_came_ahead_it_is_asked_for_at_once(desk: Desk, copy: Copy) -> None:
    desk.always(Wire(takes=10.0))
    copy.conversations.want(desk.thread("t0"), desk.thread("t1"))
    await desk.rest()
    copy.conversations.want(desk.thread("t1"))
    copy.conversations.want(desk.thread("t1"))
    await desk.rest()
    assert asked(desk) == ["t0", "t1", "t1"]


async def test_a_new_message_has_it_read_again(desk: Desk, copy: Copy) -> None:
    copy.conversations.want(desk.thread("t0"))
    await desk.rest()
    desk.platform.write("t0", "inbound", "And?")
    copy.conversations.want(desk.thread("t0"))
    assert texts(copy) == ["Hello"], "what is there stays meanwhile"
    await desk.rest()
    assert texts(copy) == ["Hello", "And?"]


async def test_what_was_read_before_stays_what_it_is(desk: Desk, copy: Copy) -> None:
    first = await copy.conversations.fetch(desk.thread("t0"))
    again = await copy.conversations.fetch(desk.thread("t0"))
    assert again.says_same(first)
    assert again.mails[0] is first.mails[0]
    desk.platform.write("t0", "inbound", "And?")
    longer = await copy.conversations.fetch(desk.thread("t0"))
    assert not longer.says_same(first)
    assert longer.mails[0] is first.mails[0]
    desk.platform.messages["t0"][0]["bodyText"] = "Hallo"
    other = await copy.conversations.fetch(desk.thread("t0"))
    assert (texts(copy), other.mails[1]) == (["Hallo", "And?"], longer.mails[1])


async def test_read_twice_at_once_it_is_the_same(desk: Desk, copy: Copy) -> None:
    desk.always(Wire(takes=10.0))
    copy.conversations.want(desk.thread("t0"), desk.thread("t1"))
    await desk.clock.sleep(5)
    copy.conversations.want(desk.thread("t1"))
    await desk.clock.sleep(6)
    first = copy.conversations.get("t1")
    await desk.clock.sleep(6)
    second = copy.conversations.get("t1")
    assert first is not None
    assert second is not None
    assert first is not second
    assert first.says_same(second)


async def test_a_list_that_is_older_than_what_was_read_has_nothing_read_again(desk: Desk, copy: Copy) -> None:
    old = desk.thread("t0")
    desk.platform.write("t0", "inbound", "And?")
    copy.conversations.want(old)
    await desk.rest()
    for thread in (desk.thread("t0"), old, desk.thread("t0")):
        copy.conversations.want(thread)
        await desk.rest()
    assert asked(desk) == ["t0"]


@pytest.mark.parametrize("count", [0, 7])
async def test_a_platform_that_counts_otherwise_is_not_asked_for_ever(
    desk: Desk, copy: Copy, count: int
) -> None:
    desk.platform.threads["t0"]["messageCount"] = count
    thread = desk.thread("t0")
    copy.conversations.subscribe(lambda: copy.conversations.want(thread))  # as the screen does
    copy.conversations.want(thread)
    await desk.clock.sleep(60)
    assert asked(desk) == ["t0"]


async def test_without_a_count_the_time_of_the_last_change_tells(desk: Desk, copy: Copy) -> None:
    desk.platform.threads["t0"]["messageCount"] = None
    first = desk.thread("t0")
    assert stamp_of(first) == first.updated_at
    copy.conversations.want(first)
    await desk.clock.sleep(1)
    copy.conversations.want(first)
    await desk.clock.sleep(1)
    desk.platform.write("t0", "inbound", "And?")
    desk.platform.threads["t0"]["messageCount"] = None
    copy.conversations.want(desk.thread("t0"))
    await desk.rest()
    assert asked(desk) == ["t0", "t0"]


async def test_an_answer_that_comes_late_is_not_put_over_a_newer_one(desk: Desk, copy: Copy) -> None:
    desk.spoil("/messages", Wire(takes=10.0, done_after=0.0))
    old = desk.thread("t0")
    copy.conversations.want(old)
    await desk.rest()
    desk.platform.write("t0", "inbound", "And?")
    fresh = await copy.conversations.fetch(desk.thread("t0"))
    assert len(fresh.mails) == 2
    desk.platform.messages["t0"] = desk.platform.messages["t0"][:1]
    await desk.clock.sleep(20)
    assert texts(copy) == ["Hello", "And?"]


# What goes wrong


async def test_an_error_is_there_until_it_is_asked_again(desk: Desk, copy: Copy) -> None:
    pokes: list[object] = []
    end = copy.conversations.subscribe(lambda: pokes.append(copy.conversations.error("t0")))
    desk.always(NO_CONNECTION)
    copy.conversations.want(desk.thread("t0"))
    await desk.clock.sleep(60)
    error = copy.conversations.error("t0")
    assert error is not None
    assert pokes == [error]
    tries = len(desk.platform.asked)
    desk.spoil("")
    copy.conversations.want(desk.thread("t0"))
    await desk.rest()
    assert len(desk.platform.asked) == tries, "not at every drawing"
    copy.conversations.retry(desk.thread("t0"))
    await desk.rest()
    assert copy.conversations.error("t0") is None
    assert texts(copy) == ["Hello"]
    end()
    assert len(pokes) == 2


async def test_a_new_message_is_reason_to_ask_again(desk: Desk, copy: Copy) -> None:
    desk.always(Wire(done_after=None, status=400))
    copy.conversations.want(desk.thread("t0"))
    await desk.rest()
    desk.spoil("")
    desk.platform.write("t0", "inbound", "And?")
    copy.conversations.want(desk.thread("t0"))
    await desk.rest()
    assert texts(copy) == ["Hello", "And?"]


async def test_what_did_not_come_ahead_is_asked_for_when_it_is_looked_at(desk: Desk, copy: Copy) -> None:
    desk.always(Wire(done_after=None, status=503), "t1/messages")
    for _ in range(3):
        copy.conversations.want(desk.thread("t0"), desk.thread("t1"))
        await desk.rest()
    assert asked(desk) == ["t0", "t1"], "a poll is its own second try, and there is none"
    assert copy.conversations.error("t1") is None
    desk.spoil("")
    copy.conversations.want(desk.thread("t1"))
    await desk.rest()
    assert texts(copy, "t1") == ["Hello"]


async def test_closing_asks_for_nothing_more(desk: Desk, copy: Copy) -> None:
    desk.always(Wire(takes=10.0))
    copy.conversations.want(desk.thread("t0"))
    await desk.rest()
    copy.conversations.close()
    await desk.clock.sleep(20)
    assert copy.conversations.get("t0") is None


# What is kept


async def test_those_looked_at_longest_ago_are_let_go(desk: Desk, copy: Copy) -> None:
    for number in range(5, KEPT + 5):
        desk.platform.add(f"t{number}")
    for number in range(KEPT):
        copy.conversations.want(desk.thread(f"t{number}"))
        await desk.rest()
    copy.conversations.want(desk.thread("t0"))
    for number in (KEPT, KEPT + 1):
        copy.conversations.want(desk.thread(f"t{number}"))
        await desk.rest()
    there = [copy.conversations.get(f"t{number}") is not None for number in range(KEPT + 2)]
    assert there == [True, False, False, *[True] * (KEPT - 1)]


async def test_what_came_in_and_what_went_out(desk: Desk, copy: Copy) -> None:
    desk.platform.write("t0", "OUTBOUND", "Our answer")
    desk.platform.write("t0", "inbound", "Thanks")
    found = await copy.conversations.fetch(desk.thread("t0"))
    assert [mail.is_outbound for mail in found.mails] == [False, True, False]
    assert [mail.message.body_text for mail in found.since(1)] == ["Thanks"]
    assert found.since(3) == ()
    assert found.last_id == "t0-m3"
    assert copy.conversations.get("t0") is found
    assert found.is_of(desk.thread("t0"))
    assert not found.is_of(Thread(id="t0", message_count=2))


async def test_a_thread_without_messages(desk: Desk, copy: Copy) -> None:
    desk.platform.messages["t0"] = []
    found = await copy.conversations.fetch(desk.thread("t0"))
    assert (found.mails, found.last_id, found.since(0)) == ((), "", ())


def test_long_mail_is_read_beside_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the real loop, with real threads."""
    import asyncio

    from mttui.text import mail
    from tests.api.harness import client, ok

    threads: list[str] = []
    read_letter = mail.read_letter

    def reading(text: str | None, html: str | None) -> mail.Letter:
        threads.append(threading.current_thread().name)
        return read_letter(text, html)

    monkeypatch.setattr(mail, "read_letter", reading)
    rows = [{"id": "m1", "bodyText": "short"}, {"id": "m2", "bodyHtml": "<p>long</p>" * (LONG_MAIL // 10)}]

    async def read() -> None:
        api, _ = client(ok(rows))
        reader = OffLoop("mttui-mail")
        found = Conversations(api, reader=reader, pacing=Pacing(0), on_fault=lambda _: None)
        conversation = await found.fetch(Thread(id="t1"))
        assert conversation.mails[0].letter.own_words == "short"
        assert conversation.mails[1].letter.own_words.startswith("long")
        reader.close()
        await api.aclose()

    asyncio.run(read())
    assert threads[0] == threading.main_thread().name
    assert threads[1].startswith("mttui-mail")
