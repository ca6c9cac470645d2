"""Changes of threads: the screen first, the request after it, a refusal puts back, and all can be undone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from mttui.api.models.threads import Thread
from mttui.stores.inbox.pacing import Pacing
from mttui.stores.inbox.triage import _REMEMBERED, AT_ONCE, LabelsOf

from .copies import Copy
from .desk import Desk
from .mail_platform import Asked, Wire

REFUSAL = Wire(done_after=None, status=422)
SLOW = Wire(done_after=0.5, takes=1.0)


@pytest.fixture
async def copy(desk: Desk) -> Copy:
    for number in range(10):
        desk.platform.add(f"t{number}")
    return desk.copy()


def shown(copy: Copy, thread_id: str = "t0") -> Thread:
    version = copy.overlay.version(thread_id)
    assert version is not None
    return version.thread


def patches(desk: Desk, thread_id: str = "t0") -> list[Asked]:
    return [each for each in desk.platform.asked if each.method == "PATCH" and thread_id in each.path]


def statuses(desk: Desk, thread_id: str = "t0") -> list[str]:
    return [each.body["status"] for each in patches(desk, thread_id) if "status" in each.body]


def label(*names: str) -> LabelsOf:
    return lambda thread: [*thread.labels, *names]


async def test_the_screen_moves_before_anything_is_asked(desk: Desk) -> None:
    desk.platform.add("t0")
    copy = desk.copy()
    copy.triage.pacing = Pacing(0.02)
    changed = copy.triage.change([desk.thread("t0")], "Closed", status="closed")
    assert [each.status for each in changed] == ["open"]
    assert shown(copy).status == "closed"
    await desk.clock.sleep(0.019)
    assert (patches(desk), copy.triage.under_way, copy.triage.pacing.waiting) == ([], 1, 1)
    await desk.clock.sleep(0.002)
    assert statuses(desk) == ["closed"]
    assert (copy.triage.under_way, copy.triage.pacing.waiting) == (0, 0)


async def test_what_is_so_already_is_not_asked_for(desk: Desk, copy: Copy) -> None:
    thread = desk.thread("t0")
    assert copy.triage.change([thread], "Opened", status="open") == ()
    assert copy.triage.change([thread], "Labelled", labels=lambda each: each.labels) == ()
    await desk.rest()
    assert desk.platform.asked == []
    assert copy.triage.last_act is None


async def test_requests_about_one_thread_keep_the_order_of_the_keys(desk: Desk, copy: Copy) -> None:
    desk.always(SLOW)
    thread = desk.thread("t0")
    for status in ("closed", "pending", "open"):
        copy.triage.change([thread], status, status=status)
        await desk.clock.sleep(0.1)
    copy.triage.change([thread], "Label", labels=label("vip"))
    assert shown(copy).status == "open"
    assert await copy.triage.settled("t0")
    assert [each.body for each in patches(desk)] == [
        {"status": "closed"}, {"status": "pending"}, {"status": "open"}, {"labels": ["vip"]},
    ]  # fmt: skip
    assert all(later.at >= one.answered_at for one, later in pairwise(patches(desk)))


async def test_status_and_labels_in_one_change_are_two_requests(desk: Desk, copy: Copy) -> None:
    copy.triage.change([desk.thread("t0")], "Both", status="closed", labels=label("vip"))
    await copy.triage.close()
    assert [each.body for each in patches(desk)] == [{"status": "closed"}, {"labels": ["vip"]}]


async def test_a_label_is_put_on_once(desk: Desk, copy: Copy) -> None:
    copy.triage.change([desk.thread("t0")], "Label", labels=label("vip", "vip"))
    assert shown(copy).labels == ("vip",)


async def test_a_few_threads_are_worked_on_at_the_same_time(desk: Desk, copy: Copy) -> None:
    desk.always(Wire(takes=1.0))
    copy.triage.change([desk.thread(f"t{n}") for n in range(10)], "Closed", status="closed")
    await desk.clock.sleep(0.5)
    assert len(desk.platform.asked) == AT_ONCE
    await copy.triage.close()
    began = [each.at for each in desk.platform.asked]
    assert len(began) == 10
    assert max(sum(at <= each < at + 1 for each in began) for at in began) == AT_ONCE


async def test_it_is_unsettled_until_its_last_request_is_answered(desk: Desk, copy: Copy) -> None:
    desk.always(Wire(takes=1.0))
    copy.triage.change([desk.thread("t0")], "Both", status="closed", labels=label("vip"))
    await desk.clock.sleep(1.5)
    version = copy.overlay.version("t0")
    assert version is not None
    assert version.settled_at is None
    await desk.clock.sleep(1)
    version = copy.overlay.version("t0")
    assert version is not None
    assert version.settled_at == 2.0


# Refusals


async def test_a_refusal_puts_back_what_was_refused_and_drops_what_followed(desk: Desk, copy: Copy) -> None:
    desk.spoil("/status", REFUSAL)
    copy.triage.change([desk.thread("t0")], "Closed", status="closed")
    copy.triage.change([desk.thread("t0")], "Pending", status="pending")
    copy.triage.change([desk.thread("t0")], "Label", labels=label("vip"))
    assert not await copy.triage.settled("t0")
    assert (shown(copy).status, shown(copy).labels) == ("open", ())
    assert len(patches(desk)) == 1
    ((thread, words, deed),) = copy.told.refused
    assert (thread.id, words) == ("t0", "Closed")
    assert deed.error is not None
    assert deed.error.status == 422


async def test_a_refusal_keeps_what_was_confirmed_before_it(desk: Desk, copy: Copy) -> None:
    desk.spoil("/labels", REFUSAL)
    copy.triage.change([desk.thread("t0")], "Both", status="closed", labels=label("vip"))
    await copy.triage.settled("t0")
    assert (shown(copy).status, shown(copy).labels) == ("closed", ())
    assert desk.platform.threads["t0"]["status"] == "closed"


async def test_other_threads_of_the_same_act_are_not_concerned(desk: Desk, copy: Copy) -> None:
    desk.spoil("t1/status", REFUSAL)
    copy.triage.change([desk.thread(f"t{n}") for n in range(3)], "Closed", status="closed")
    await copy.triage.close()
    assert [shown(copy, f"t{n}").status for n in range(3)] == ["closed", "open", "closed"]
    assert copy.triage.undo() is not None
    await copy.triage.close()
    assert [desk.platform.threads[f"t{n}"]["status"] for n in range(3)] == ["open"] * 3
    assert statuses(desk, "t1") == ["closed"], "what was put back need not be taken back"


async def test_a_cut_change_that_was_done_counts_as_done(desk: Desk, copy: Copy) -> None:
    desk.spoil("/status", *[Wire(cut=True)] * 3)
    copy.triage.change([desk.thread("t0")], "Closed", status="closed")
    await desk.clock.sleep(60)
    assert shown(copy).status == desk.platform.threads["t0"]["status"] == "closed"
    assert copy.told.refused == []


async def test_a_bug_on_the_way_is_told_and_hangs_nothing(desk: Desk, copy: Copy) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    copy.triage.deeds.start = fail  # type: ignore[method-assign, assignment]
    copy.triage.change([desk.thread("t0")], "Closed", status="closed", labels=label("vip"))
    await desk.rest()
    assert [type(each) for each in copy.told.faults] == [ZeroDivisionError]
    copy.told.faults.clear()
    version = copy.overlay.version("t0")
    assert version is not None
    assert version.settled_at is not None
    assert copy.triage.under_way == 0
    assert copy.triage.counted("closed", 0, desk.clock.monotonic() + 1) == 0


# Taking back


async def test_acts_are_taken_back_the_last_first(desk: Desk, copy: Copy) -> None:
    triage = copy.triage
    triage.change([desk.thread("t0")], "Closed", status="closed")
    triage.change([desk.thread("t1")], "Pending", status="pending", labels=label("vip"))
    assert [act.words for act in (triage.undo(), triage.undo()) if act] == ["Pending", "Closed"]
    assert triage.undo() is None
    await triage.close()
    for name in ("t0", "t1"):
        thread = desk.platform.threads[name]
        assert (thread["status"], thread["labels"]) == ("open", [])
    assert statuses(desk) == ["closed", "open"]


async def test_what_was_refused_is_not_what_undo_takes_back(desk: Desk, copy: Copy) -> None:
    copy.triage.change([desk.thread("t1")], "Closed t1", status="closed")
    desk.spoil("t0/status", REFUSAL)
    copy.triage.change([desk.thread("t0")], "Closed t0", status="closed")
    await copy.triage.close()
    act = copy.triage.undo()
    assert act is not None
    assert act.words == "Closed t1"


async def test_taking_back_puts_back_how_it_was_shown_and_not_how_a_list_had_it(
    desk: Desk, copy: Copy
) -> None:
    old = desk.thread("t0")
    copy.triage.change([old], "Pending", status="pending")
    copy.triage.change([old], "Closed", status="closed")
    copy.triage.undo()
    assert shown(copy).status == "pending"


async def test_what_cannot_be_undone_is_not_remembered_and_old_acts_are_forgotten(
    desk: Desk, copy: Copy
) -> None:
    copy.triage.change([desk.thread("t0")], "By itself", status="closed", undoable=False)
    assert copy.triage.last_act is None
    for number in range(_REMEMBERED + 5):
        copy.triage.change([desk.thread("t1")], f"Label {number}", labels=label(f"l{number}"))
    assert len(copy.triage.acts) == _REMEMBERED
    await copy.triage.close()


# Counts


async def test_counts_are_as_the_screen_is_until_the_platform_counts_so(desk: Desk, copy: Copy) -> None:
    desk.always(Wire(done_after=1.0, takes=2.0))
    triage = copy.triage
    assert triage.counted("open", None, 0.0) is None
    asked_before = desk.clock.monotonic()
    await desk.clock.sleep(1)
    triage.change([desk.thread(f"t{n}") for n in range(3)], "Closed", status="closed")
    asked_meanwhile = desk.clock.monotonic()
    for asked_at in (asked_before, asked_meanwhile, None):
        assert triage.counted("open", 10, asked_at) == 7
        assert triage.counted("closed", 0, asked_at) == 3
        assert triage.counted("pending", 2, asked_at) == 2
    await triage.close()
    assert triage.counted("open", 10, asked_meanwhile) == 7
    await desk.clock.sleep(1)
    asked_after = desk.clock.monotonic()
    assert (triage.counted("open", 7, asked_after), triage.counted("closed", 3, asked_after)) == (7, 3)


async def test_a_refusal_is_not_counted(desk: Desk, copy: Copy) -> None:
    desk.always(REFUSAL, "/status")
    copy.triage.change([desk.thread("t0")], "Closed", status="closed")
    copy.triage.change([desk.thread("t0")], "Pending", status="pending")
    assert copy.triage.counted("pending", 0, 0.0) == 1
    await copy.triage.close()
    counts = [copy.triage.counted(status, 5, 0.0) for status in ("open", "pending", "closed")]
    assert counts == [5, 5, 5]


async def test_thousands_at_once_are_counted_all(desk: Desk, copy: Copy) -> None:
    threads = [Thread(id=f"x{n}", status="open") for n in range(3_000)]
    copy.triage.change(threads, "Closed", status="closed")
    assert copy.triage.counted("open", 3_500, 0.0) == 500
    copy.triage.undo()
    assert copy.triage.counted("open", 3_500, 0.0) == 3_500
