"""`mttui sandbox` as a process: ready line, answers, and how it stops."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.cli.harness import ARGV, clean_env, run


@contextmanager
def served(home: Path, *args: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    """A sandbox that is ready, and its first line."""
    argv = [*ARGV, "sandbox", "--port", "0", *args]
    with subprocess.Popen(argv, env=clean_env(home), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, json.loads(process.stdout.readline())
        finally:
            process.kill()


def get(url: str, key: str) -> Any:
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {key}"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_and_stops_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    with served(tmp_path, "--scenario", "calm", "--seed", "7") as (process, ready):
        assert ready["url"].startswith("http://127.0.0.1:")
        assert "data" in get(f"{ready['url']}/v1/campaigns", ready["api_key"])
        with pytest.raises(urllib.error.HTTPError, match="401"):
            get(f"{ready['url']}/v1/campaigns", "wrong")
        process.send_signal(number)
        assert process.wait(20) == 0


def test_options_reach_the_sandbox(tmp_path: Path) -> None:
    with (
        served(tmp_path, "--error-rate", "1") as (_, ready),
        pytest.raises(urllib.error.HTTPError, match=r"50[03]"),
    ):
        get(f"{ready['url']}/v1/campaigns", ready["api_key"])


def test_the_inbox_begins_with_so_many_threads(tmp_path: Path) -> None:
    with served(tmp_path, "--threads", "7", "--time-scale", "0") as (_, ready):
        assert get(f"{ready['url']}/v1/threads", ready["api_key"])["meta"]["total"] == 7


def test_the_inbox_begins_with_a_file(tmp_path: Path) -> None:
    file = tmp_path / "mail.jsonl"
    file.write_text('{"subject": "Halo", "from": "Budi <b@kantor.example>", "bodyText": "\\ud800 \\u0000"}\n')
    with served(tmp_path, "--inbox", str(file), "--time-scale", "0") as (_, ready):
        (thread,) = get(f"{ready['url']}/v1/threads", ready["api_key"])["data"]
        assert (thread["subject"], thread["contactName"]) == ("Halo", "Budi")
        (message,) = get(f"{ready['url']}/v1/threads/{thread['_id']}/messages", ready["api_key"])["data"]
        assert message["bodyText"] == "\ud800 \x00"


def test_a_bad_line_of_the_inbox_is_named(tmp_path: Path) -> None:
    file = tmp_path / "mail.jsonl"
    file.write_text('{"subject": "Halo"}\n{"subject": 5}\n')
    done = run(tmp_path, "sandbox", "--port", "0", "--inbox", str(file))
    assert (done.returncode, done.stdout) == (2, "")
    told = " ".join(done.stderr.split())
    assert "--inbox" in told
    assert "mail.jsonl, line 2: subject is not a text" in told
    assert "Traceback" not in told


def test_the_state_file_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "world.db"
    for _ in range(2):
        with served(tmp_path, "--db", str(file)) as (process, ready):
            get(f"{ready['url']}/v1/campaigns", ready["api_key"])
            process.terminate()
            assert process.wait(20) == 0
        assert file.stat().st_size > 0


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(tmp_path, "sandbox", "--port", str(port))
    assert done.returncode == 1
    assert f"Cannot listen on 127.0.0.1 port {port}: Address already in use" in done.stderr
    assert done.stdout == ""


def test_a_state_file_that_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "world.db"
    file.write_text("not a database " * 100)
    done = run(tmp_path, "sandbox", "--port", "0", "--db", str(file))
    assert (done.returncode, done.stdout) == (1, "")
    assert str(file) in done.stderr
    assert "Traceback" not in done.stderr
