"""The sandbox over a real socket, as a process."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from mttui.sandbox.server import listen


@pytest.fixture
def server() -> Iterator[tuple[subprocess.Popen[str], httpx.Client]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "mttui.sandbox", "bounce-spike"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    first = json.loads(process.stdout.readline())
    headers = {"Authorization": f"Bearer {first['api_key']}"}
    with httpx.Client(base_url=first["url"], headers=headers, timeout=10) as client:
        yield process, client
    if process.poll() is None:
        process.kill()
    process.communicate()


def ask(client: httpx.Client, method: str, path: str, body: Any = None) -> Any:
    answer = client.request(method, path, json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()["data"]


def test_an_incident_over_a_socket(server: tuple[subprocess.Popen[str], httpx.Client]) -> None:
    _, client = server
    assert ask(client, "GET", "/v1/velocity/status")["sendingStatus"] == "active"
    assert ask(client, "POST", "/_sandbox/step", {"seconds": 180})["phase"] == "incident"
    assert ask(client, "GET", "/v1/velocity/status")["sendingStatus"] == "paused"
    answer = client.get("/v1/quotas")
    assert answer.headers.get_list("date") == [answer.headers["date"]]
    assert "server" not in answer.headers


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_a_short_answer_is_not_held_back(host: str) -> None:
    try:
        listener = listen(host, 0)
    except OSError:
        pytest.skip(f"this machine has no {host}")
    with listener, socket.create_connection(listener.getsockname()[:2]):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_cut_is_a_cut(server: tuple[subprocess.Popen[str], httpx.Client]) -> None:
    _, client = server
    ask(client, "POST", "/_sandbox/faults", {"quotas.get": {"cut": True, "times": 1}})
    with pytest.raises(httpx.RemoteProtocolError):
        client.get("/v1/quotas")
    assert client.get("/v1/quotas").status_code == 200


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_cleanly(
    server: tuple[subprocess.Popen[str], httpx.Client], number: signal.Signals
) -> None:
    process, client = server
    ask(client, "POST", "/_sandbox/faults", {"quotas.get": {"hang": True}})
    with pytest.raises(httpx.ReadTimeout):
        client.get("/v1/quotas", timeout=0.3)
    process.send_signal(number)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (0, "", "")
