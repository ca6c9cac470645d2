from __future__ import annotations

import tomllib
from typing import Any

import pytest

from tests.bench.__main__ import HERE, find_ttybench, measured, verdicts
from tests.bench.bars import BARS

SCENARIOS: dict[str, dict[str, Any]] = {
    path.name: tomllib.loads(path.read_text()) for path in HERE.glob("*.toml")
}


def test_every_scenario_runs_a_program_of_ours() -> None:
    assert {"bare.toml", "grid.toml", "grid_million.toml", "page.toml"} <= SCENARIOS.keys()
    for scenario in SCENARIOS.values():
        assert scenario["command"][:2] == ["$PYTHON", "-m"]
        assert scenario["ready"]
        assert scenario["exit"]["keys"]


def test_every_bar_is_of_a_scenario_and_of_something_it_measures() -> None:
    by_name = {scenario["name"]: scenario for scenario in SCENARIOS.values()}
    for bar in BARS:
        scenario = by_name[bar.scenario]
        part = bar.figure.split("[")[0].split(".")[0]
        if part == "step":
            assert f"step[{scenario['steps'][0]['name']}]" in bar.figure
        if part == "hold":
            assert "hold" in scenario


def test_a_figure_over_its_bar_is_missed() -> None:
    bar = next(bar for bar in BARS if bar.what == "cursor step")
    for value, is_enough in ((450.0, True), (451.0, False)):
        results = {bar.scenario: {"summary": {bar.figure: {"median": value}}, "ratios": {}}}
        assert list(verdicts(results)) == [(bar, value, is_enough)]
    assert measured(bar, {}) is None


def test_without_ttybench_it_says_where_it_looked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTYBENCH", "/nowhere/ttybench")
    with pytest.raises(SystemExit, match="/nowhere/ttybench"):
        find_ttybench()
