"""The client: typed calls, changes that outlive their caller, and word of what changed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from mttui.api import errors
from mttui.api.budget import Priority
from mttui.api.client import Mailtarget
from mttui.api.models.campaigns import Campaign
from mttui.api.operation import Operation, operation_of
from mttui.api.pages import Page
from tests.stepped_clock import settle

from .harness import client, ok, refusal, transport


class Gate:
    """An answer that comes when the test lets it."""

    def __init__(self, answer: httpx.Response) -> None:
        self.answer = answer
        self.asked = asyncio.Event()
        self.opened = asyncio.Event()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.set()
        await self.opened.wait()
        return self.answer


def gated(answer: httpx.Response) -> tuple[Mailtarget, Gate]:
    gate = Gate(answer)
    sender, _ = transport(ok())
    sender._http._transport = httpx.MockTransport(gate.handle_async_request)
    return Mailtarget(sender), gate


def changes_heard(mailtarget: Mailtarget) -> list[str]:
    """Return a list to which the id of each confirmed change is added."""
    heard: list[str] = []
    mailtarget.on_changed(lambda operation, _: heard.append(operation.id))
    return heard


async def test_a_typed_call() -> None:
    mailtarget, platform = client(ok([{"id": 7, "subject": "Promo"}]))
    page: Page[Campaign] = await mailtarget.campaigns.list(search="promo", per_page=5)
    assert [(row.id, row.subject) for row in page] == [("7", "Promo")]
    assert str(platform.requests[0].url) == "https://platform.test/v1/campaigns?search=promo&perPage=5"


async def test_a_call_by_operation() -> None:
    mailtarget, _ = client(ok({"stage": "DRAFT"}))
    declared = operation_of(mailtarget.campaigns.cancel)
    assert (await mailtarget.call(declared, {"id": "c"})).stage == "DRAFT"
    assert (await mailtarget.call_raw(declared, {"id": "c"})).body == b'{"data":{"stage":"DRAFT"}}'


async def test_wrong_arguments_send_nothing() -> None:
    mailtarget, platform = client(ok())
    with pytest.raises(errors.InvalidArguments):
        await mailtarget.campaigns.cancel("")
    assert platform.tries == 0


def test_resources_are_made_once_a_client() -> None:
    mailtarget, _ = client(ok())
    assert mailtarget.campaigns is mailtarget.campaigns
    assert mailtarget.campaigns is not mailtarget.for_polls().campaigns


async def test_polls_are_marked_as_such_and_their_changes_are_not() -> None:
    mailtarget, _ = client(ok())
    polls = mailtarget.for_polls()
    assert polls.priority is Priority.POLL
    await mailtarget.velocity.status.get()
    await polls.velocity.status.get()
    await polls.campaigns.cancel("c")
    assert [entry.poll for entry in mailtarget.transport.trace] == [False, True, False]


async def test_an_idempotency_key_made_earlier_repeats_an_intention() -> None:
    mailtarget, platform = client(ok())
    declared = operation_of(mailtarget.campaigns.cancel)
    await mailtarget.call_raw(declared, {"id": "c"}, idempotency_key="k-1")
    assert platform.requests[0].headers["idempotency-key"] == "k-1"


async def test_a_change_survives_the_cancellation_of_its_caller() -> None:
    mailtarget, gate = gated(ok({"stage": "DRAFT"}))
    heard = changes_heard(mailtarget)
    caller = asyncio.ensure_future(mailtarget.campaigns.cancel("c"))
    await gate.asked.wait()
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert heard == []
    gate.opened.set()
    await mailtarget.aclose()
    assert heard == ["campaigns.cancel"]
    assert [entry.status for entry in mailtarget.transport.trace] == [200]


async def test_a_change_that_fails_after_its_caller_left_disturbs_nobody() -> None:
    complaints: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
    mailtarget, gate = gated(refusal(500))
    caller = asyncio.ensure_future(mailtarget.campaigns.cancel("c"))
    await gate.asked.wait()
    caller.cancel()
    await asyncio.gather(caller, return_exceptions=True)
    gate.opened.set()
    await mailtarget.aclose()
    await settle()
    assert complaints == []
    assert [entry.status for entry in mailtarget.transport.trace] == [500]


async def test_a_read_ends_with_its_caller() -> None:
    mailtarget, gate = gated(ok())
    caller = asyncio.ensure_future(mailtarget.velocity.status.get())
    await gate.asked.wait()
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert list(mailtarget.transport.trace) == []


async def test_closing_waits_for_changes_under_way() -> None:
    mailtarget, gate = gated(ok())
    change = asyncio.ensure_future(mailtarget.campaigns.cancel("c"))
    await gate.asked.wait()
    closing = asyncio.create_task(mailtarget.aclose())
    await settle()
    assert not closing.done()
    gate.opened.set()
    await closing
    assert change.done()


async def test_listeners_hear_of_confirmed_changes_with_their_arguments() -> None:
    mailtarget, _ = client(ok(), refusal(422), ok(), ok())
    heard: list[tuple[str, Mapping[str, Any]]] = []

    def listen(operation: Operation, arguments: Mapping[str, Any]) -> None:
        heard.append((operation.id, arguments))

    stop = mailtarget.on_changed(listen)
    await mailtarget.campaigns.cancel("c")
    with pytest.raises(errors.Unprocessable):
        await mailtarget.campaigns.cancel("refused")
    await mailtarget.velocity.status.get()
    assert heard == [("campaigns.cancel", {"id": "c"})]
    stop()
    await mailtarget.campaigns.cancel("d")
    assert len(heard) == 1


async def test_the_view_for_polls_shares_listeners_and_changes() -> None:
    mailtarget, _ = client(ok())
    heard = changes_heard(mailtarget)
    await mailtarget.for_polls().campaigns.cancel("c")
    assert heard == ["campaigns.cancel"]


async def test_a_change_whose_answer_cannot_be_read_was_done_all_the_same() -> None:
    mailtarget, _ = client(httpx.Response(200, html="<p>done?</p>"))
    heard = changes_heard(mailtarget)
    with pytest.raises(errors.UnreadableAnswer) as caught:
        await mailtarget.campaigns.cancel("c")
    assert caught.value.may_have_been_done
    assert heard == ["campaigns.cancel"]
