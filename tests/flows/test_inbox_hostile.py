"""Hostile mail in the inbox: whatever is opened of it is text that can be seen, and nothing crashes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import httpx
import pytest

from mttui.sandbox.engine.inbox_rows import Mail
from tests.corpus import needs_corpus
from tests.flows.inbox import inbox_of, number, open_inbox, selected
from tests.flows.test_hostile import assert_seen
from tests.flows.world import World
from tests.stepped_clock import START
from tests.terminal.hostile_mail import SAMPLES, Thread, from_corpus, own, packed, write_inbox

WIDTH, HEIGHT = 100, 30


def check(world: World) -> None:
    """What is shown fills its lines exactly and holds nothing but characters that can be seen."""
    for strip in world.app.screen._compositor.render_strips():
        assert strip.cell_length == WIDTH, ascii(strip.text)
        assert_seen(strip.text)


def open_inbox_of(folder: Path, threads: Sequence[Thread]) -> AbstractAsyncContextManager[World]:
    """Open the workstation on an inbox that holds these threads."""
    return open_inbox(size=(WIDTH, HEIGHT), inbox=write_inbox(folder / "inbox.jsonl", threads, START))


async def look(world: World, *keys: str) -> None:
    for key in keys:
        await world.press(key)
        check(world)


async def open_everything(world: World) -> None:
    """Open all that there is of the selected thread, and leave it as it was."""
    thread = selected(world)
    await look(world, "z", "h", ">", "J", "escape", "l", "escape", "r", "ctrl+q", "ctrl+x", "d", "u")
    assert selected(world).id == thread.id


@pytest.mark.parametrize("origin", ["own", pytest.param("corpus", marks=needs_corpus)])
async def test_all_that_can_be_opened_of_hostile_mail(origin: str, tmp_path: Path) -> None:
    threads = packed(own() if origin == "own" else from_corpus())
    async with open_inbox_of(tmp_path, threads) as world:
        for (_, row), thread in zip(list(inbox_of(world).threads.rows()), threads, strict=True):
            world.sandbox.world.inbox.change(number(row), world.sandbox.world.now, labels=[thread.label])
        await world.press("ctrl+r")
        for _ in threads:
            await open_everything(world)
            await look(world, "j")
        assert world.app.is_running


async def test_what_comes_in_before_one_sends_is_shown_as_text(tmp_path: Path) -> None:
    async with open_inbox_of(tmp_path, packed(own())) as world:
        for each in packed(own()):
            await world.press("r", *"Yes")
            came_in(world, each)
            await world.press("ctrl+s")
            world.expect("came in while you")
            check(world)
            await world.press("n", "ctrl+x", "j")


async def test_what_comes_in_while_a_reply_waits_is_shown_as_text(tmp_path: Path) -> None:
    threads = packed(own(), len(SAMPLES))
    async with open_inbox_of(tmp_path, threads) as world:
        await world.press("r", *"Yes", "ctrl+s")
        came_in(world, threads[0])
        check(world)
        await world.advance(15)
        check(world)
        assert any("they wrote meanwhile" in each for each in world.toasts())


def came_in(world: World, thread: Thread) -> None:
    """Let the person of the selected thread write again."""
    mail = Mail("inbound", f"{thread.name} <a@gmail.example>", thread.extra, thread.subject, thread.texts[0])
    world.sandbox.world.inbox.add(number(selected(world)), mail, world.sandbox.world.now)


async def test_what_is_said_of_hostile_mail_is_text(tmp_path: Path) -> None:
    def refuse(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.method == "GET":
            return response
        return httpx.Response(422, json={"message": SAMPLES["clear screen"], "error": SAMPLES["markup"]})

    async with open_inbox_of(tmp_path, packed(own())) as world:
        await look(world, "s", *"5m", "enter")
        await world.until(lambda: any("Back in the" in each for each in world.toasts()), within=360, step=10)
        check(world)
        world.network.spoil = refuse
        for _ in range(3):
            await look(world, "d", "j")
        world.expect("put back")
        world.expect(r"\u241b\[2J")


async def test_what_is_copied_can_be_pasted_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("every control", "lone surrogates", "lines", "right-to-left override", "8-bit OSC")
    threads = [
        Thread(name=f"{SAMPLES[name]}@", htmls=[f'<a href="http://evil.example/{SAMPLES[name]}">it</a>'])
        for name in names
    ]
    copied: list[str] = []
    async with open_inbox_of(tmp_path, threads) as world:
        monkeypatch.setattr(world.app, "copy_to_clipboard", copied.append)
        for _ in threads:
            for down in range(3):
                await look(world, "Y", *["down"] * down, "enter")
            await look(world, "j")
    assert len(copied) == 3 * len(threads)
    for number_of, text in enumerate(copied):
        is_json = number_of % 3 == 0
        assert_seen(text.replace("\n", "") if is_json else text)
        assert not is_json or json.loads(text)["status"] == "open"
