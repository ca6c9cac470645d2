"""A platform on loopback that answers as a test says, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Asked:
    """A request as it came over the wire."""

    method: str
    target: str
    """Path and query, not decoded."""
    body: bytes

    @property
    def query(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(urlsplit(self.target).query).items()}


@dataclass(frozen=True)
class Answer:
    """What comes back."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json"


def answer(data: Any, status: int = 200, meta: Mapping[str, Any] | None = None, **headers: str) -> Answer:
    """An answer of the platform's shape; `Retry_After` stands for the header `Retry-After`."""
    whole = {"data": data, **({"meta": meta} if meta else {})}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(json.dumps(whole).encode(), status, named)


def refusal(status: int, code: str, message: str = "no", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(json.dumps({"message": message, "error": code}).encode(), status, named)


Script = Callable[[Asked], Answer]


@dataclass
class Stub:
    """A platform that is up."""

    script: Script
    url: str = ""
    asked: list[Asked] = field(default_factory=list)


def a_list(rows: list[Any]) -> Script:
    """Answer every request with a page of the rows."""

    def give(asked: Asked) -> Answer:
        page, size = int(asked.query.get("page", 1)), int(asked.query.get("perPage", 20))
        cut = rows[(page - 1) * size : page * size]
        return answer(cut, meta={"total": len(rows), "page": page, "perPage": size})

    return give


@contextmanager
def stub(script: Script) -> Iterator[Stub]:
    """Serve on a port of its own until the end of the block."""
    platform = Stub(script)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline()
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            asked = Asked(self.command, self.path, body)
            platform.asked.append(asked)
            given = platform.script(asked)
            self.send_response_only(given.status)
            for name, value in {"Date": self.date_time_string(), **given.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Type", given.content_type)
            self.send_header("Content-Length", str(len(given.body)))
            self.end_headers()
            self.wfile.write(given.body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Say nothing of a program that hung up; a wrong script shows in what the test sees."""

    with Server(("127.0.0.1", 0), Handler) as server:
        platform.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield platform
        finally:
            server.shutdown()
            thread.join()
