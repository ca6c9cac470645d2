"""What was done here and lists do not show yet: the newest knowledge of a thread counts, in every list."""

from __future__ import annotations

import pytest

from mttui.api.models.threads import Thread
from mttui.stores.inbox.overlay import Overlay, is_later


def thread(status: str = "open", **fields: object) -> Thread:
    return Thread.model_validate({"id": "t1", "status": status, **fields})


@pytest.mark.parametrize(
    ("asked_at", "settled_at", "expected"),
    [(2.0, 1.0, True), (1.0, 1.0, False), (1.0, 2.0, False), (None, 1.0, False), (2.0, None, False)],
)
def test_a_list_knows_of_what_was_confirmed_before_it_was_asked(
    asked_at: float | None, settled_at: float | None, expected: bool
) -> None:
    assert is_later(asked_at, settled_at) is expected


def test_a_thread_that_nobody_touched_is_as_the_list_has_it() -> None:
    row = thread()
    assert Overlay().seen(row, 1.0) is row
    assert Overlay().seen(row, None) is row


def test_until_it_is_confirmed_no_list_knows_better() -> None:
    overlay = Overlay()
    overlay.hold("t1")
    overlay.put(thread("closed"), 5.0)
    assert overlay.seen(thread(), 99.0).status == "closed"
    overlay.release("t1", 10.0)
    assert overlay.seen(thread(), 10.0).status == "closed"
    assert overlay.seen(thread(), 10.1).status == "open"


def test_what_is_under_way_twice_is_confirmed_with_the_second_end() -> None:
    overlay = Overlay()
    for _ in range(2):
        overlay.hold("t1")
    overlay.put(thread("closed"))
    overlay.release("t1", 10.0)
    assert overlay.seen(thread(), 11.0).status == "closed"
    overlay.release("t1", 12.0)
    assert overlay.seen(thread(), 11.0).status == "closed"
    assert overlay.seen(thread(), 13.0).status == "open"


def test_something_that_begins_later_holds_what_was_confirmed() -> None:
    overlay = Overlay()
    overlay.put(thread("closed"), 5.0)
    overlay.hold("t1")
    assert overlay.seen(thread(), 6.0).status == "closed"


def test_a_page_that_is_older_does_not_bring_back_what_a_newer_one_showed() -> None:
    """Closed here, seen closed in one list; the page of another list still shows it open."""
    overlay = Overlay()
    overlay.put(thread("closed"), 10.0)
    assert overlay.seen(thread("closed"), 20.0).status == "closed"
    assert overlay.seen(thread("open"), 5.0).status == "closed"


def test_what_a_later_page_shows_is_known_to_the_older_ones_and_they_are_put_together_anew() -> None:
    overlay = Overlay()
    overlay.put(thread("closed", message_count=1), 10.0)
    revision = overlay.revision
    assert overlay.seen(thread("open", message_count=2), 20.0).message_count == 2
    assert overlay.revision > revision
    assert overlay.seen(thread("closed", message_count=1), 15.0).message_count == 2
    revision = overlay.revision
    assert overlay.seen(thread("open", message_count=2), 25.0).message_count == 2
    assert overlay.revision == revision, "nothing is another than it was"


def test_what_all_pages_know_is_forgotten_and_nothing_else() -> None:
    overlay = Overlay()
    overlay.put(thread("closed"), 10.0)
    overlay.put(Thread(id="t2"), 30.0)
    overlay.hold("t3")
    overlay.put(Thread(id="t3"))
    overlay.forget(20.0)
    assert [version.thread.id for version in overlay] == ["t2", "t3"]
    assert len(overlay) == 2
    overlay.forget(float("inf"))
    assert [version.thread.id for version in overlay] == ["t3"]


def test_whoever_looks_is_poked_at_every_change_and_no_longer_than_wanted() -> None:
    overlay = Overlay()
    pokes: list[int] = []
    end = overlay.subscribe(lambda: pokes.append(overlay.revision))
    overlay.put(thread("closed"))
    overlay.put(thread("open"), 1.0)
    assert len(set(pokes)) == 2
    end()
    overlay.put(thread("closed"))
    assert len(pokes) == 2
