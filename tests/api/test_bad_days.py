"""A platform that refuses, hangs, breaks off or talks nonsense; and the key, which shows nowhere."""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import traceback
from collections.abc import AsyncIterator

import httpx
import pytest

from mttui.api import errors
from mttui.api.answers import read_answer
from mttui.api.budget import RequestBudget
from mttui.api.catalogue import operations
from mttui.api.clock import SystemClock
from mttui.api.retry import RetryPolicy
from mttui.api.trace import Trace
from mttui.api.transport import Transport, TransportSettings

from .harness import BASE_URL, KEY, READ, SEND, Answer, Secret, ok, refusal, request, transport


def assert_hidden(error: BaseException, *others: object) -> None:
    shown = [str(error), repr(error), repr(vars(error)), *map(repr, others)]
    shown += traceback.format_exception(error)
    captured = traceback.TracebackException.from_exception(error, capture_locals=True)
    shown += captured.format()
    assert error.__cause__ is None
    assert error.__context__ is None
    assert not [text for text in shown if KEY in text]


async def test_a_timeout_says_how_long_it_waited() -> None:
    sender, _ = transport(httpx.ReadTimeout(""), settings={"read_timeout": 9.0})
    with pytest.raises(errors.NoAnswer, match="within 9 s"):
        await sender.send(request(SEND))


async def test_a_refused_connection_names_the_host() -> None:
    sender, _ = transport(httpx.ConnectError("Connection refused"), retry=RetryPolicy(attempts=1))
    with pytest.raises(errors.Unreachable, match=f"{BASE_URL}: Connection refused"):
        await sender.send(request(READ))


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, html="<title>Log in</title>"),
        httpx.Response(200, content=b'{"data": {"sen', headers={"content-type": "application/json"}),
    ],
)
async def test_an_answer_that_cannot_be_read_is_not_asked_for_again(answer: httpx.Response) -> None:
    sender, platform = transport(answer)
    reply = await sender.send(request(READ))
    with pytest.raises(errors.UnreadableAnswer):
        read_answer(operations()[READ], reply.body, reply.content_type)
    assert platform.tries == 1


async def test_html_from_a_proxy_with_an_error_status_falls_back_to_the_status() -> None:
    page = httpx.Response(502, html="<h1>nginx</h1>")
    sender, _ = transport(page, retry=RetryPolicy(attempts=1))
    with pytest.raises(errors.PlatformTrouble) as caught:
        await sender.send(request(READ))
    assert caught.value.message == "502 Bad Gateway"


def over_a_socket(base_url: str) -> Transport:
    clock = SystemClock()
    return Transport(
        TransportSettings(base_url=base_url, read_timeout=0.05, retry=RetryPolicy(attempts=1)),
        key=Secret(),
        clock=clock,
        rng=random.Random(1),
        budget=RequestBudget(60, clock=clock),
        trace=Trace(),
        http_transport=httpx.AsyncHTTPTransport(),
    )


@contextlib.asynccontextmanager
async def server(answer: bytes | None) -> AsyncIterator[str]:
    """Listen on a port and answer every connection with ``answer``, or never; yield the base URL."""
    handlers: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        if answer is None:
            await reader.read()
        else:
            writer.write(answer)
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()

    def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        handlers.add(asyncio.create_task(handle(reader, writer)))

    listening = await asyncio.start_server(begin, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    listening.close()
    await asyncio.gather(*handlers)


async def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
    sender = over_a_socket(f"http://127.0.0.1:{port}")
    with pytest.raises(errors.Unreachable, match=f"127.0.0.1:{port}") as caught:
        await sender.send(request(READ))
    assert_hidden(caught.value, sender)
    await sender.aclose()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "no answer within 0.05 s"),
        (b"", "broke off"),
        (b'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"data": ', "broke off"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "broke off"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd", "broke off"),
    ],
    ids=["hangs", "closes", "half a body", "another protocol", "broken gzip"],
)
async def test_a_real_socket_that_misbehaves(answer: bytes | None, words: str) -> None:
    async with server(answer) as base_url:
        sender = over_a_socket(base_url)
        with pytest.raises(errors.NoAnswer, match=words) as caught:
            await sender.send(request(SEND))
        assert_hidden(caught.value, sender)
        await sender.aclose()


@pytest.mark.parametrize(
    "answer",
    [
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("slow"),
        httpx.RemoteProtocolError("cut"),
        refusal(401),
        refusal(500),
        refusal(429, retry_after="999"),
    ],
)
async def test_the_key_is_in_no_error(answer: Answer) -> None:
    sender, platform = transport(answer)
    with pytest.raises(errors.ApiError) as caught:
        await sender.send(request(READ))
    assert platform.requests[0].headers["authorization"] == f"Bearer {KEY}", "it was sent"
    assert_hidden(caught.value, sender, sender.settings, sender.trace, *sender.trace)


async def test_the_key_is_in_no_reply() -> None:
    sender, platform = transport(ok())
    reply = await sender.send(request(READ))
    assert KEY not in repr(reply) + repr(vars(reply)) + repr(list(sender.trace))
    assert KEY not in repr(platform.requests[0]) + repr(platform.requests[0].headers)
