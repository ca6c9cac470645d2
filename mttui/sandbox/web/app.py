"""The ASGI application: from a request to an answer, with everything that can come between."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from email.utils import formatdate
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.types import Message, Receive, Scope, Send

from mttui.api.catalogue import operations

from ..chance import Chance
from ..company import OPERATOR_IP
from ..engine.files import FILES_PREFIX
from ..handlers import HANDLERS
from ..sandbox import Sandbox
from ..scenarios import Weather
from . import idempotency
from .audit import note
from .call import Call
from .control import CONTROL_PREFIX, control
from .faults import Fault
from .keys import Key, scope_of
from .limits import RateLimit
from .needs import check_needed, check_text, check_types
from .reply import Refusal, Reply
from .routing import Match, Router
from .trouble import Trouble, spoil

_NO_FAULT = Fault()
_READS = frozenset({"GET", "HEAD"})


class Application:
    """Answers requests out of a sandbox's world."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self._router = Router(operations().values())
        self._limit = RateLimit(sandbox.options.rate_limit, sandbox.real_clock)
        self._chance = Chance(sandbox.options.seed)
        self._requests = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one ASGI connection."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
            return
        request = Request(scope, receive)
        try:
            body = await request.body()
        except ClientDisconnect:
            return
        if request.url.path.startswith(CONTROL_PREFIX):
            await _send(send, await control(self.sandbox, request, body), "", self.sandbox.world.now)
            return
        if request.url.path.startswith(FILES_PREFIX):
            await self._send_file(request, send)
            return
        await self._answer(request, body, receive, send)

    async def _send_file(self, request: Request, send: Send) -> None:
        await self.sandbox.catch_up_gently()
        now, file = self.sandbox.world.now, self.sandbox.world.files.get(request.url.path)
        if file is None or request.method not in _READS:
            await _send(send, Refusal(404, "NOT_FOUND", "there is no such file").reply(), "", now)
            return
        await _start(send, 200, {
            "content-type": file.content_type,
            "date": formatdate(now, usegmt=True),
            "content-disposition": f'attachment; filename="{file.name}"',
        })  # fmt: skip
        for piece in file.write() if request.method == "GET" else ():
            await send({"type": "http.response.body", "body": piece, "more_body": True})
            await asyncio.sleep(0)  # others are answered between two pieces of a long file
        await send({"type": "http.response.body", "body": b""})

    async def _answer(self, request: Request, body: bytes, receive: Receive, send: Send) -> None:
        self._requests += 1
        request_id = f"req_{self._requests:08x}"
        began = time.perf_counter()
        await self.sandbox.catch_up_gently()
        world = self.sandbox.world
        weather = world.scenario.weather(world.elapsed)
        chance = self._chance.at(1_000_000_007 * self._requests)
        match, refusal = self._match(request)
        fault = self.sandbox.faults.take(match.operation_id if match else "") or _NO_FAULT
        await self._hold_back(weather, fault, chance)
        if fault.hang and not await self._wait_for_release(receive):
            return
        trouble = Trouble.draw(fault, weather, self.sandbox.options.error_rate, chance)
        key = self.sandbox.keys.find(request.headers.get("authorization", ""))
        ip = _caller(request)
        with world.transaction():
            try:
                reply = self._reply(request, body, match, refusal, trouble, key, ip)
            except Refusal as refused:
                reply = refused.reply()
            world.ledger.api_log(
                request.method, request.url.path, reply.status,
                max(1, round(1000 * (time.perf_counter() - began))),
                key.id if key else None, ip, world.now, request_id,
            )  # fmt: skip
        await _send(send, spoil(reply, trouble), request_id, world.now, cut=trouble.cut)

    def _match(self, request: Request) -> tuple[Match | None, Refusal | None]:
        raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
        try:
            return self._router.match(request.method, raw.partition(b"?")[0].decode("ascii")), None
        except (Refusal, UnicodeDecodeError) as problem:
            if isinstance(problem, Refusal):
                return None, problem
            return None, Refusal(404, "NOT_FOUND", "there is no such path")

    async def _hold_back(self, weather: Weather, fault: Fault, chance: Chance) -> None:
        wait = self.sandbox.options.latency_ms + chance.between(*weather.slow_ms) + fault.latency_ms
        if wait > 0:
            await self.sandbox.real_clock.sleep(wait / 1000)

    async def _wait_for_release(self, receive: Receive) -> bool:
        """Hang; says whether there is still someone to answer."""
        released = asyncio.ensure_future(self.sandbox.faults.released.wait())
        gone = asyncio.ensure_future(_until_disconnect(receive))
        done, pending = await asyncio.wait((released, gone), return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        return released in done

    def _reply(
        self, request: Request, body: bytes, match: Match | None, refusal: Refusal | None,
        trouble: Trouble, key: Key | None, ip: str,
    ) -> Reply:  # fmt: skip
        """Return the answer.

        Raises:
            Refusal: the request is not done.
        """
        key = self._admit(key, ip)
        if refusal is not None or match is None:
            raise refusal or Refusal(404, "NOT_FOUND", "there is no such path")
        scope = scope_of(match.operation_id, request.method)
        if not key.may(scope):
            raise Refusal(403, "forbidden", f"this API key lacks the scope {scope}")
        self._limit.count()
        trouble.strike()
        handler = HANDLERS[match.operation_id]
        world = self.sandbox.world
        call = Call(
            world, match.values, dict(request.query_params), _parse(request, body), key, ip,
            self._limit.used, self._limit.limit, self._limit.resets_in,
            str(request.base_url).rstrip("/"),
        )  # fmt: skip
        if request.method in _READS:
            return handler(call)
        token = request.headers.get(idempotency.HEADER)
        print_ = idempotency.fingerprint(request.method, str(request.url), body, key.token)
        known = idempotency.recall(world, token, print_) if token else None
        if known is not None:
            return known
        check_text(call, match.operation_id)
        check_types(call, match.operation_id)
        check_needed(call, match.operation_id)
        reply = handler(call)
        note(call, match.operation_id, reply)
        if token:
            idempotency.remember(world, token, print_, reply)
        return reply

    def _admit(self, key: Key | None, ip: str) -> Key:
        if key is None:
            raise Refusal(401, "UNAUTHORIZED", "missing or invalid API key")
        if not self.sandbox.world.access.allows(ip):
            raise Refusal(403, "IP_NOT_ALLOWED", f"{ip} is not on the IP access list")
        return key


def _parse(request: Request, body: bytes) -> Any:
    if not body:
        return None
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "the body must be application/json")
    try:
        return json.loads(body, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Refusal(400, "MALFORMED_JSON", "the body is not JSON") from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _caller(request: Request) -> str:
    """Return the caller's address; one on this machine is in the office."""
    forwarded = request.headers.get("x-forwarded-for", "").partition(",")[0].strip()
    host = forwarded or (request.client.host if request.client else "")
    local = host in ("", "127.0.0.1", "::1", "localhost", "testclient")
    return OPERATOR_IP if local else host


async def _send(send: Send, reply: Reply, request_id: str, now: int, *, cut: bool = False) -> None:
    body = reply.body()
    headers = {
        "content-type": reply.content_type,
        "content-length": str(len(body)),
        "date": formatdate(now, usegmt=True),
        **{name.lower(): value for name, value in reply.headers.items()},
    }
    if request_id:
        headers["x-request-id"] = request_id
    await _start(send, reply.status, headers)
    if cut:
        body = body[: len(body) // 2]
    await send({"type": "http.response.body", "body": body})


async def _start(send: Send, status: int, headers: Mapping[str, str]) -> None:
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})


async def _until_disconnect(receive: Receive) -> None:
    message: Message = {"type": ""}
    while message["type"] != "http.disconnect":
        message = await receive()


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


def create_app(sandbox: Sandbox) -> Application:
    """Return the ASGI application that answers out of a sandbox."""
    return Application(sandbox)
