"""What a list of the platform sends over the wire, on a real terminal, with the platform standing still."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.test_bytes import PAGE, STEP, cost
from tests.terminal.test_demo import Player


@pytest.fixture
def events(tmp_path: Path) -> Player:
    return Player(tmp_path, "--scenario", "calm", "--time-scale", "0")


def test_a_list_sends_little_for_a_step_and_for_a_page(events: Player) -> None:
    with events as app:
        app.wait_for(r"DEMO  demo  ● ACTIVE")
        app.strike("6", "6 Deliverability")
        app.press(":")
        app.wait_for(r"^:")
        app.press(*"events", "enter")
        app.wait_for(r" 1/[\d,]{3,}$")
        app.settle()
        for number in (2, 3, 4):
            assert 0 < cost(app, "j") <= STEP
            app.wait_for(rf" {number}/[\d,]+$")
        assert 0 < cost(app, "x") <= STEP
        app.wait_for("1 marked")
        assert cost(app, "x") <= STEP
        assert 1_000 < cost(app, "pagedown") <= PAGE
        assert 1_000 < cost(app, "pageup") <= PAGE
