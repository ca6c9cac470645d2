"""Read-only mode: no operation that is not a read leaves the box, from a form, the console or a run."""

from __future__ import annotations

from mttui.api.operation import Operation
from mttui.screens.answer import AnswerScreen
from mttui.screens.base import WorkScreen
from mttui.screens.bulk import BulkScreen
from mttui.screens.form import FormScreen
from mttui.screens.running import do_operation
from mttui.views.wording import deed_words
from tests.cli.samples import not_reads, sample_arguments
from tests.flows.world import World, open_world

READ_ONLY = {"read_only": True}


def changes(world: World) -> list[str]:
    return [f"{each.method} {each.path}" for each in world.network.sent if each.method != "GET"]


async def test_no_screen_does_anything() -> None:
    async with open_world(settings=READ_ONLY) as world:
        screen = world.app.screen
        assert isinstance(screen, WorkScreen)
        for operation in not_reads():
            assert await do_operation(screen, operation, sample_arguments(operation)) is None
        await world.settle()
        said = "\n".join(world.toasts())
        missing = [each.id for each in not_reads() if f"{deed_words(each)}: not in read-only" not in said]
        assert missing == []
        assert changes(world) == []


async def test_no_form_sends_anything() -> None:
    families = {each.resource.partition(".")[0]: each for each in not_reads()}
    async with open_world(settings=READ_ONLY) as world:
        for operation in families.values():
            form = FormScreen(operation, sample_arguments(operation))
            await world.app.push_screen(form)
            form.action_form_send()
            await world.settle()
            assert world.app.screen is form, operation.id
            assert "not in read-only mode" in said(form), operation.id
            form.dismiss(None)
        assert changes(world) == []


def said(form: FormScreen) -> str:
    return "".join(span.text for span in form.status)


async def test_the_console_sends_nothing() -> None:
    async with open_world(settings=READ_ONLY) as world:
        for operation in not_reads():
            answer = AnswerScreen(operation, sample_arguments(operation))
            await world.app.push_screen(answer)
            await world.settle()
            assert answer not in world.app.screen_stack, operation.id
            assert f"{deed_words(operation)}: not in read-only mode." in world.toasts()[-1]
        assert changes(world) == []


async def test_a_run_over_many_sends_nothing() -> None:
    async with open_world(settings=READ_ONLY) as world:
        for operation in [each for each in not_reads() if each.path_variables][::12]:
            screen = BulkScreen(operation, [("one", sample_arguments(operation))], "Do it to one")
            await world.app.push_screen(screen)
            await start(world)
            assert changes(world) == [], operation.id
            await leave(world, operation)
        assert changes(world) == []


async def start(world: World) -> None:
    await world.press("enter")
    await world.settle()


async def leave(world: World, operation: Operation) -> None:
    for _ in range(3):
        if not isinstance(world.app.screen, BulkScreen):
            break
        await world.press("escape")
    assert not isinstance(world.app.screen, BulkScreen), operation.id
