"""The sandbox as an HTTP server."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from .options import SandboxOptions
from .sandbox import Sandbox
from .web.app import create_app


def serve(options: SandboxOptions, host: str = "127.0.0.1", port: int = 0) -> int:
    """Serve until SIGINT or SIGTERM; returns the exit code.

    The first line on stdout is one JSON object with ``url`` and ``api_key``, written when the server
    is ready. Port 0 takes a free one.

    Raises:
        OSError: the address cannot be used.
        sqlite3.Error: the state file cannot be used.
    """
    with listen(host, port) as listener:
        _serve(listener, Sandbox(options))
    return 0


def listen(host: str, port: int) -> socket.socket:
    """Bind an address.

    An answer goes out in two parts, headers and body. What is accepted inherits ``TCP_NODELAY``: otherwise
    the kernel holds the body of a short answer back until the headers are acknowledged, 40 ms later.

    Raises:
        OSError: the address cannot be used.
    """
    listener = socket.create_server((host, port), family=_family(host))
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _serve(listener: socket.socket, sandbox: Sandbox) -> None:
    config = uvicorn.Config(
        create_app(sandbox),
        access_log=False,
        date_header=False,
        lifespan="off",
        log_level="critical",
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    ready = {"url": _url(listener), "api_key": sandbox.api_key}
    try:
        asyncio.run(_run(_Server(config, ready), listener, sandbox))
    finally:
        sandbox.close()


class _Server(uvicorn.Server):
    """A server that says when it is ready, and leaves signals to us: its own raise them again."""

    def __init__(self, config: uvicorn.Config, ready: dict[str, str]) -> None:
        super().__init__(config)
        self._ready = ready

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signal handlers as they are."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then write the first line."""
        await super().startup(sockets)
        sys.stdout.write(json.dumps(self._ready) + "\n")
        sys.stdout.flush()


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


async def _run(server: _Server, listener: socket.socket, sandbox: Sandbox) -> None:
    def stop() -> None:
        server.should_exit = True
        sandbox.faults.clear()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)
    await server.serve([listener])
