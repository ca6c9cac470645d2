"""Every string of the platform is hostile: nothing ends the program, nothing of it reaches the terminal."""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.flows.world import World, at_the_banner, open_world
from tests.text.samples import OWN, corpus

WHAT_DECIDES = {"status", "sendingStatus"}
"""Left as they are in both runs: without them there is no incident."""
WHAT_JOINS = {"id", "_id", "event", "stage", "metric", "action", "bounceClass", "ipAddress", "method", "path"}
"""Left as they are in one run, so that everything finds its place and is shown."""


def samples() -> Iterator[str]:
    """Hostile strings without end; long ones cut, so that the run stays short."""
    return itertools.cycle([each[:2_000] for each in (*OWN.values(), *corpus().values())])


class Poisoner:
    """Puts hostile strings into the platform's answers, and into its refusals."""

    def __init__(self, *, everything: bool) -> None:
        self._samples = samples()
        self._kept = WHAT_DECIDES if everything else WHAT_DECIDES | WHAT_JOINS
        self._keeps_ids = not everything

    def __call__(self, _: httpx.Request, response: httpx.Response) -> httpx.Response:
        poisoned = self._poison(json.loads(response.content), "")
        headers = {"content-type": "application/json", "date": response.headers["date"]}
        return httpx.Response(response.status_code, content=json.dumps(poisoned), headers=headers)

    def _poison(self, value: Any, name: str) -> Any:
        if isinstance(value, dict):
            return {key: self._poison(each, key) for key, each in value.items()}
        if isinstance(value, list):
            return [self._poison(each, name) for each in value]
        keeps = name in self._kept or (self._keeps_ids and name.endswith(("Id", "At", "timestamp")))
        return value if keeps or not isinstance(value, str) else next(self._samples)


def check(world: World) -> None:
    """What is shown fills its lines exactly and holds nothing but characters that can be seen."""
    for strip in world.app.screen._compositor.render_strips():
        assert strip.cell_length == 80, strip.text
        assert_seen(strip.text)


def assert_seen(text: str) -> None:
    for char in text:
        assert unicodedata.category(char)[0] != "C", f"U+{ord(char):04X} in {text!a}"
    text.encode()


def check_export(home: Path) -> None:
    """The one file that was written lies where it should, under a plain name."""
    (exported,) = (each for each in home.rglob("*") if each.is_file() and each.suffix != ".db")
    assert exported.parent == home / "mttui" / "exports"
    assert re.fullmatch(r"[\w.-]+\.md", exported.name)
    assert_seen(exported.read_text().replace("\n", ""))


@pytest.mark.parametrize(
    ("scenario", "everything"),
    [("bounce-spike", True), ("leaked-key", False)],
    ids=["everything", "words"],
)
async def test_hostile_strings_are_shown_and_do_nothing(
    scenario: str, everything: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    state = tmp_path / "state.db"
    async with open_world(scenario, time_scale=10.0, state=state) as world:
        world.network.spoil = Poisoner(everything=everything)
        await at_the_banner(world)
        check(world)
        for key in ("!", "enter", "escape", "tab", "enter", "escape", "c", "escape", "r", "escape"):
            await world.press(key)
            check(world)
        for key in ("d", "y", "t", "enter", "y", "m", "x", "enter", "a", "escape", "J", "escape", "y", "Y"):
            await world.press(key)
            check(world)
        for _ in range(8):
            await world.advance(2)
            check(world)
        for key in ("E", "q", "2", "enter", "q", "L", "escape", "4", "1", "?", "escape", "ctrl+p", "escape"):
            await world.press(key)
            check(world)
        assert world.app.is_running
    check_export(tmp_path)


async def test_a_hostile_refusal_is_shown_and_does_nothing() -> None:
    async with open_world("bounce-spike", time_scale=10.0) as world:
        await at_the_banner(world)
        await world.press("!")
        for sample in (OWN["markup"], OWN["clear screen"], OWN["every control"], OWN["lone surrogates"]):
            world.network.spoil = refusing(sample)
            await world.press("c", "y")
            await world.advance(1)
            check(world)
            world.expect("✗ Cancel campaign")
        world.expect(r"\[/b\]|red")


def refusing(sample: str) -> Any:
    def spoil(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.method == "GET":
            return response
        body = json.dumps({"message": sample, "error": sample})
        return httpx.Response(422, content=body, headers={"content-type": "application/json"})

    return spoil
