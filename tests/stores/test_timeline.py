"""The timeline: in order, kept, and continued after a restart."""

from __future__ import annotations

from datetime import timedelta

from mttui.stores.timeline import Moment, Outcome, Timeline
from tests.stepped_clock import START


class Keeper:
    """Keeps moments in memory, as the journal does on disk."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, int], Moment] = {}

    def save(self, incident: str, moment: Moment) -> None:
        self.kept[incident, moment.key] = moment

    def load(self, incident: str) -> tuple[Moment, ...]:
        return tuple(moment for (of, _), moment in self.kept.items() if of == incident)


def test_moments_are_in_order_of_time_whenever_they_were_learnt() -> None:
    timeline = Timeline("e", who="me")
    timeline.note(START + timedelta(minutes=5), "second")
    timeline.seen(START, "first")
    assert [moment.text for moment in timeline.moments] == ["first", "second"]


def test_the_same_observation_is_noted_once() -> None:
    timeline = Timeline("e", who="me")
    assert timeline.seen(START, "fired") == timeline.seen(START, "fired")
    assert len(timeline.moments) == 1


def test_a_restart_goes_on_where_it_was() -> None:
    keeper = Keeper()
    before = Timeline("e", who="me", keeper=keeper)
    asked = before.asked(START, "Cancel", operation="campaigns.cancel")
    before.settle(asked, Outcome.CONFIRMED, START + timedelta(seconds=2))
    Timeline("another", who="me", keeper=keeper).note(START, "elsewhere")

    after = Timeline("e", who="you", keeper=keeper)
    assert [moment.outcome for moment in after.moments] == [Outcome.CONFIRMED]
    after.note(START + timedelta(minutes=1), "handed over")
    assert [moment.who for moment in after.moments] == ["me", "you"]
    assert len({moment.key for moment in after.moments}) == 2


def test_each_change_pokes_until_unsubscribed() -> None:
    timeline = Timeline("e", who="me")
    pokes: list[int] = []
    stop = timeline.subscribe(lambda: pokes.append(1))
    timeline.note(START, "one")
    stop()
    timeline.note(START, "two")
    assert pokes == [1]
