"""A platform with threads and nothing else, and a wire to it on which everything can go wrong."""

from __future__ import annotations

import asyncio
import contextvars
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import httpx

from mttui.api.clock import Clock

REFUSED, CUT = "refused", "cut"


@dataclass(frozen=True)
class Wire:
    """What becomes of one request. Times in seconds."""

    refused: bool = False
    """No connection: the platform never hears of it."""
    done_after: float | None = 0.0
    """When the platform does what is asked; ``None`` for never."""
    takes: float = 0.0
    """When the answer comes, or the cut."""
    cut: bool = False
    """Whether the connection breaks before the answer."""
    status: int | None = None
    """Another status than the platform's own."""
    retry_after: int | None = None


CALM = Wire()


@dataclass
class Asked:
    """A request as it went out, and what came of it."""

    at: float
    method: str
    path: str
    key: str | None
    text: str = ""
    query: dict[str, str] = field(default_factory=dict)
    body: Any = None
    answered_at: float = float("inf")
    outcome: str = ""
    """The status that the asker saw, or how it failed; empty while nothing has come."""

    @property
    def certainly_failed(self) -> bool:
        """Whether the asker knows that nothing was done."""
        return self.outcome == REFUSED or self.outcome.startswith("4")


class MailPlatform:
    """Threads and their messages.

    Args:
        clock: time.
        honours_keys: whether a repeated idempotency key counts once.
    """

    def __init__(self, clock: Clock, *, honours_keys: bool = True) -> None:
        self.clock, self.honours_keys = clock, honours_keys
        self.threads: dict[str, dict[str, Any]] = {}
        """By id, in the order of the list."""
        self.messages: dict[str, list[dict[str, Any]]] = {}
        self.asked: list[Asked] = []
        self.wire: Callable[[httpx.Request], Wire] = lambda _: CALM
        self.late: set[asyncio.Task[httpx.Response]] = set()
        """What the platform is still doing, whether or not somebody waits for the answer."""
        self._done: dict[str, httpx.Response] = {}

    # What there is

    def add(self, thread_id: str, **fields: Any) -> dict[str, Any]:
        """Begin a thread with one message that came in."""
        written = self._stamp()
        record = {
            "id": thread_id, "subject": f"About {thread_id}", "contactEmail": f"{thread_id}@gmail.example",
            "contactName": "", "status": "open", "direction": "inbound", "lastDirection": "inbound",
            "preview": "First words", "labels": [], "messageCount": 0, "createdAt": written,
            "updatedAt": written, "waitingSince": written,
        } | fields  # fmt: skip
        self.threads[thread_id] = record
        self.messages[thread_id] = []
        self.write(thread_id, "inbound", "Hello")
        self.threads[thread_id].update(fields)
        return record

    def write(self, thread_id: str, direction: str, text: str) -> dict[str, Any]:
        """Let a message come in, or go out."""
        rows, record = self.messages[thread_id], self.threads[thread_id]
        message = {
            "id": f"{thread_id}-m{len(rows) + 1}", "threadId": thread_id, "direction": direction,
            "bodyText": text, "from": record["contactEmail"], "receivedAt": self._stamp(),
        }  # fmt: skip
        rows.append(message)
        record.update(messageCount=len(rows), lastDirection=direction, updatedAt=self._stamp())
        return message

    def sent(self, text: str) -> int:
        """Count the messages with this text that went out, to anybody."""
        return sum(
            each["direction"] == "outbound" and each["bodyText"] == text
            for rows in self.messages.values()
            for each in rows
        )

    def attempts(self, text: str) -> list[Asked]:
        """The requests to send this text, in their order."""
        return [each for each in self.asked if each.method == "POST" and each.text == text]

    def changes(self) -> list[Asked]:
        """The requests that were no reads."""
        return [each for each in self.asked if each.method != "GET"]

    def _stamp(self) -> str:
        return self.clock.now().isoformat()

    # The wire

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        wire = self.wire(request)
        body = json.loads(request.content or b"null")
        asked = Asked(
            self.clock.monotonic(),
            request.method,
            request.url.path,
            request.headers.get("idempotency-key"),
            (body or {}).get("text", "") if isinstance(body, dict) else "",
            dict(request.url.params),
            body,
        )
        self.asked.append(asked)
        try:
            response = await self._carry(request, wire)
        except httpx.HTTPError:
            asked.outcome = REFUSED if wire.refused else CUT
            raise
        else:
            asked.outcome = str(response.status_code)
            return response
        finally:
            asked.answered_at = self.clock.monotonic()

    async def _carry(self, request: httpx.Request, wire: Wire) -> httpx.Response:
        if wire.refused:
            raise httpx.ConnectError("connection refused", request=request)
        doing = None if wire.done_after is None else self._soon(request, wire.done_after)
        if wire.takes:
            await self.clock.sleep(wire.takes)
        if wire.cut:
            raise httpx.ReadError("cut", request=request)
        if wire.status is not None:
            headers = {} if wire.retry_after is None else {"retry-after": str(wire.retry_after)}
            body = {"message": "no", "error": "NO"}
            return httpx.Response(wire.status, json=body, headers=headers)
        assert doing is not None, "nothing was done, and nobody said so"
        return await asyncio.shield(doing)

    def _soon(self, request: httpx.Request, seconds: float) -> asyncio.Task[httpx.Response]:
        """Do what is asked after a while, also when the asker is no longer there by then."""

        async def do() -> httpx.Response:
            if seconds:
                await self.clock.sleep(seconds)
            return self._answer_once(request)

        doing = contextvars.Context().run(asyncio.create_task, do())
        self.late.add(doing)
        doing.add_done_callback(self.late.discard)
        return doing

    # What it does

    def _answer_once(self, request: httpx.Request) -> httpx.Response:
        key = request.headers.get("idempotency-key")
        if not key or not self.honours_keys:
            return self._answer(request)
        if key not in self._done:
            self._done[key] = self._answer(request)
        kept = self._done[key]
        return httpx.Response(kept.status_code, content=kept.content, headers=kept.headers)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        _, _, *path = request.url.path.strip("/").split("/")
        if not path:
            return self._list(request)
        thread = self.threads.get(path[0])
        if thread is None:
            return httpx.Response(404, json={"message": "no such thread", "error": "NOT_FOUND"})
        body = json.loads(request.content or b"{}")
        match (request.method, *path[1:]):
            case ("GET",):
                return _ok(thread)
            case ("GET", "messages"):
                return _ok(self.messages[path[0]])
            case ("POST", "reply"):
                return _ok(self.write(path[0], "outbound", body["text"]))
            case ("PATCH", "status" | "labels"):
                thread.update(body)
                thread["updatedAt"] = self._stamp()
                return _ok(thread)
        return httpx.Response(404, json={"message": request.url.path, "error": "NO_ROUTE"})

    def _list(self, request: httpx.Request) -> httpx.Response:
        asked = request.url.params
        rows = self.listed(asked.get("status"))
        page, size = int(asked.get("page", 1)), int(asked.get("perPage", 20))
        shown = rows[(page - 1) * size : page * size]
        return _ok(shown, meta={"page": page, "perPage": size, "total": len(rows)})

    def listed(self, status: str | None = None) -> Sequence[dict[str, Any]]:
        """The threads of a status, or all."""
        return [each for each in self.threads.values() if status in (None, each["status"])]


def _ok(data: Any, **more: Any) -> httpx.Response:
    return httpx.Response(200, json={"data": data, **more})


def seconds(length: float) -> timedelta:
    """A length of time."""
    return timedelta(seconds=length)
