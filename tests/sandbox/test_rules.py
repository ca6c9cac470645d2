"""The velocity rules at their edges, with the public samples of real incidents."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mttui.sandbox.engine.documents import Documents
from mttui.sandbox.engine.schema import connect
from mttui.sandbox.engine.velocity import KIND, Velocity, new_rule
from mttui.sandbox.engine.window import WINDOW, Window

NOW = 1_000_000


class Bench:
    """A window to fill and rules to check it."""

    def __init__(self) -> None:
        self.connection = connect(":memory:")
        self.documents = Documents(self.connection)
        self.documents.put(new_rule("rule_001", "Bounces", "bounce_rate", 5.0, "pause", 0))
        self.documents.put(new_rule("rule_002", "Spam", "spam_rate", 1.0, "throttle", 0))
        self.window = Window()
        self.velocity = Velocity(self.connection, self.documents, self.window)

    def fill(self, sent: int, bounced: int = 0, spam: int = 0, at: int = NOW - 100) -> None:
        for measure, n in (("sent", sent), ("bounced", bounced), ("spam_bounced", spam)):
            self.window.add(at, ("all", "", measure), n)

    def check(self, now: int = NOW) -> set[str]:
        self.window.move_to(now)
        self.velocity.check(now)
        return set(self.velocity.active)


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.connection.close()


@pytest.mark.parametrize(
    ("sent", "bounced", "spam", "fires"),
    [
        (250, 20, 3, {"rule_001", "rule_002"}),
        (200, 15, 0, {"rule_001"}),
        (150, 12, 3, {"rule_001", "rule_002"}),
        (100, 8, 1, {"rule_001"}),
        (500, 5, 0, set()),
        (100, 5, 1, set()),
        (99, 50, 50, set()),
    ],
)
def test_rules_fire_as_public_samples_do(
    bench: Bench, sent: int, bounced: int, spam: int, fires: set[str]
) -> None:
    bench.fill(sent, bounced, spam)
    assert bench.check() == fires


def test_what_left_the_window_does_not_count(bench: Bench) -> None:
    bench.fill(200, 100, at=NOW - WINDOW - 10)
    bench.fill(200, 2)
    assert bench.check() == set()


def test_the_window_reaches_back_five_minutes(bench: Bench) -> None:
    bench.fill(200, 100, at=NOW - WINDOW)
    assert bench.check() == {"rule_001"}
    assert bench.check(NOW + 10) == {"rule_001"}
    assert bench.window.count("sent") == 0


def test_an_active_event_is_not_repeated(bench: Bench) -> None:
    bench.fill(200, 100)
    bench.check()
    bench.check(NOW + 10)
    events, total = bench.velocity.page(0, 10)
    assert total == 1
    assert events[0].value == 50.0


def test_a_resolved_event_fires_again_at_the_next_check(bench: Bench) -> None:
    bench.fill(200, 100)
    bench.check()
    bench.velocity.close(bench.velocity.active["rule_001"], "resolved", NOW + 1)
    assert bench.velocity.status == "active"
    assert bench.check(NOW + 10) == {"rule_001"}
    assert bench.velocity.page(0, 10)[1] == 2


def test_a_dismissed_rule_keeps_quiet_for_its_cooldown(bench: Bench) -> None:
    bench.fill(200, 100)
    bench.check()
    bench.velocity.close(bench.velocity.active["rule_001"], "dismissed", NOW)
    silence = 30 * 60
    bench.fill(200, 100, at=NOW + silence - 50)
    assert bench.check(NOW + silence - 10) == set()
    assert bench.check(NOW + silence) == {"rule_001"}


def test_a_cooldown_outlasts_a_restart(bench: Bench) -> None:
    bench.fill(200, 100)
    bench.check()
    bench.velocity.close(bench.velocity.active["rule_001"], "dismissed", NOW)
    bench.velocity = Velocity(bench.connection, bench.documents, bench.window)
    assert bench.check(NOW + 10) == set()


def test_the_severest_active_event_says_what_sending_does(bench: Bench) -> None:
    bench.fill(200, 20, 5)
    bench.check()
    assert bench.velocity.status == "paused"
    bench.velocity.close(bench.velocity.active["rule_001"], "resolved", NOW)
    assert bench.velocity.status == "throttled"
    bench.velocity.close(bench.velocity.active["rule_002"], "resolved", NOW)
    assert bench.velocity.status == "active"


def test_an_inactive_rule_does_not_look(bench: Bench) -> None:
    rule = bench.documents.get(KIND, "rule_001")
    assert rule is not None
    rule.body["active"] = False
    bench.documents.put(rule)
    bench.velocity.reload()
    bench.fill(200, 100)
    assert bench.check() == set()
