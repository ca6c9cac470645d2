"""What is copied is the request itself: a shell and Python, given it, would send what mttui sends."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from mttui.api.arguments import Prepared, prepare
from mttui.api.catalogue import operations
from mttui.api.operation import Operation
from mttui.cli.api import read_arguments
from mttui.local.secret import HIDDEN
from mttui.views.copying import as_api_line, as_curl, as_python, hide_secrets
from tests.cli.samples import sample_arguments

BASE_URL = "https://api.example"
KEY = "key-of-the-test-4711"
HOSTILE = 'it\'s $(reboot) `x` \\ "q" !! *\n\x1b[31m\u202e é 界 😀'
CASES: Sequence[tuple[Operation, Mapping[str, Any]]] = (
    *((each, sample_arguments(each)) for each in operations().values()),
    (operations()["velocity.rules.get"], {"id": HOSTILE}),
    (operations()["contacts.list"], {"search": HOSTILE, "page": 2}),
    (operations()["campaigns.update"], {"id": "..", "subject": HOSTILE}),
    (operations()["contacts.create"], {"email": "a@b.example", "custom_field": {"x": [HOSTILE, None]}}),
)
Writer = Callable[..., str]


def in_a_shell(lines: Sequence[str]) -> list[list[str]]:
    """Return the words that a shell makes of each line; no program is started."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash here")
    told = 'mttui() { printf "%s\\0" mttui "$@"; printf "\\1\\0"; }\ncurl() { mttui "$@"; }\n'
    script = told + "".join(f"{line}\n" for line in lines)
    done = subprocess.run([bash, "--norc"], input=script.encode(), capture_output=True, check=True)
    assert done.stderr == b""
    return [text.split("\0")[1:-1] for text in done.stdout.decode().split("\1\0")[:-1]]


def shown(request: Prepared) -> Prepared:
    """The request as it is shown: without what is a credential by its name."""
    return Prepared(request.operation, request.path, request.query, hide_secrets(request.body))


def test_a_line_for_mttui_api_means_the_same_request() -> None:
    lines = [as_api_line(operation, given) for operation, given in CASES]
    for (operation, given), words in zip(CASES, in_a_shell(lines), strict=True):
        assert words[:2] == ["api", operation.id]
        if not any(HIDDEN in word for word in words):
            read = prepare(operation, read_arguments(operation, words[2:], None))
            sent = prepare(operation, given)
            assert (read.path, sorted(read.query), read.body) == (sent.path, sorted(sent.query), sent.body), (
                operation.id
            )


def test_a_curl_line_means_the_same_request() -> None:
    lines = [as_curl(operation, given, base_url=BASE_URL) for operation, given in CASES]
    for (operation, given), words in zip(CASES, in_a_shell(lines), strict=True):
        sent = shown(prepare(operation, given))
        url = urlsplit(next(each for each in words if each.startswith(BASE_URL)))
        assert words[words.index("-X") + 1] == operation.method
        assert url.path == sent.path, operation.id
        query = parse_qsl(url.query, keep_blank_values=True)
        assert sorted(query) == sorted(sent.query), operation.id
        body = httpx.Response(200, text=words[words.index("-d") + 1]).json() if "-d" in words else None
        assert body == sent.body, operation.id


def test_python_means_the_same_request(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str, dict[str, Any]]] = []

    def request(method: str, url: str, **more: Any) -> httpx.Response:
        asked.append((method, url, more))
        return httpx.Response(200, text="", request=httpx.Request(method, url))

    monkeypatch.setattr(httpx, "request", request)
    monkeypatch.setenv("MAILTARGET_API_KEY", KEY)
    for operation, given in CASES:
        exec(compile(as_python(operation, given, base_url=BASE_URL), operation.id, "exec"), {})
        method, url, more = asked.pop()
        sent = shown(prepare(operation, given))
        assert (method, url) == (operation.method, BASE_URL + sent.path), operation.id
        assert sorted(more.get("params", ())) == sorted(sent.query), operation.id
        assert more.get("json") == sent.body, operation.id
        assert more["headers"] == {"Authorization": f"Bearer {KEY}"}


@pytest.mark.parametrize("write", [as_curl, as_api_line, as_python])
def test_no_credential_is_copied_and_nothing_acts_on_a_terminal(write: Writer) -> None:
    for operation, given in CASES:
        text = write(operation, given, base_url=BASE_URL, secrets=[KEY])
        assert text.replace("\n", "").isprintable(), operation.id
    leaked = {"id": KEY}
    assert KEY not in write(operations()["velocity.rules.get"], leaked, base_url=BASE_URL, secrets=[KEY])
    password = {"current_password": "hunter2-old", "new_password": "hunter2-new"}
    assert "hunter2" not in write(operations()["user.password.update"], password, base_url=BASE_URL)


def test_what_is_missing_is_named() -> None:
    line = as_api_line(operations()["velocity.rules.update"], {"threshold": 4})
    assert line == "mttui api velocity.rules.update id=ID threshold=4"
