"""`ctrl+e`: the form as JSON in the person's own editor, here a program that does what a test says."""

from __future__ import annotations

import shlex
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from mttui.api.catalogue import operations
from mttui.screens.form import FormScreen
from tests.flows.world import World, open_world


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the editor finds what to do, a Python program a run, and leaves what it was given."""
    program = tmp_path / "editor.py"
    program.write_text(
        "import pathlib, sys\n"
        f"home, file = pathlib.Path({str(tmp_path)!r}), pathlib.Path(sys.argv[-1])\n"
        "runs = len(list(home.glob('given-*'))) + 1\n"
        "(home / f'given-{runs}').write_text(file.read_text())\n"
        "(home / f'mode-{runs}').write_text(oct(file.stat().st_mode & 0o777))\n"
        "text = file.read_text()\n"
        "exec((home / f'do-{runs}').read_text())\n"
        "file.write_text(text)\n"
    )
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.setenv("EDITOR", shlex.join([sys.executable, str(program)]))
    return tmp_path


def script(editor: Path, *steps: str) -> None:
    for number, step in enumerate(steps, 1):
        (editor / f"do-{number}").write_text(step)


@asynccontextmanager
async def a_form(operation: str, **given: str) -> AsyncIterator[tuple[World, FormScreen]]:
    async with open_world() as world:
        form = FormScreen(operations()[operation], given)
        await world.app.push_screen(form)
        await world.settle()
        yield world, form


async def test_what_was_saved_stands_in_the_form(editor: Path) -> None:
    script(editor, """text = text.replace('// "threshold": null', '"threshold": 4.5')""")
    async with a_form("velocity.rules.update", id="rule_001") as (world, form):
        await world.press("ctrl+e")
        assert form.form.texts["threshold"] == "4.5"
        assert form.form.texts["id"] == "rule_001"
        world.expect(r"Threshold +4\.5")
        assert not world.network.changes()
    given = (editor / "given-1").read_text()
    assert '"id": "rule_001"' in given
    assert "// threshold" in given
    assert (editor / "mode-1").read_text() == "0o600"


async def test_what_cannot_be_read_opens_again_at_its_line(editor: Path) -> None:
    script(
        editor,
        """text = text.replace('// "threshold": null', '"threshold": high')""",
        """text = text.replace('high', '7')""",
    )
    async with a_form("velocity.rules.update", id="rule_001") as (world, form):
        await world.press("ctrl+e")
        assert float(form.form.texts["threshold"]) == 7
    rows = (editor / "given-2").read_text().splitlines()
    (complaint,) = [number for number, row in enumerate(rows) if row.startswith("// ! Expecting value")]
    assert '"threshold": high' in rows[complaint + 1]


async def test_a_file_that_is_emptied_leaves_the_form_as_it_was(editor: Path) -> None:
    script(editor, "text = ''")
    async with a_form("velocity.rules.update", id="rule_001") as (world, form):
        before = dict(form.form.texts)
        await world.press("ctrl+e")
        assert form.form.texts == before


async def test_an_editor_that_fails_is_told_and_what_was_typed_stays(editor: Path) -> None:
    script(editor, "sys.exit(3)")
    async with a_form("velocity.rules.update", id="rule_001") as (world, form):
        before = dict(form.form.texts)
        await world.press("ctrl+e")
        assert form.form.texts == before
        assert "ended with status 3" in world.toasts()[-1]


async def test_without_an_editor_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    async with a_form("velocity.rules.update", id="rule_001") as (world, _):
        await world.press("ctrl+e")
        assert "no-such-editor: No such file or directory" in world.toasts()[-1]
        assert "Set EDITOR" in world.toasts()[-1]


async def test_no_file_stays_behind(editor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    script(editor, "sys.exit(1)")
    async with a_form("velocity.rules.update", id="rule_001") as (world, _):
        await world.press("ctrl+e")
    assert list(scratch.iterdir()) == []
