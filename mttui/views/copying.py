"""A request as something to copy: a curl command, a line for ``mttui api``, Python.

The key is always the variable ``MAILTARGET_API_KEY``. Values that are credentials by their name, or a
key that the caller knows, are dots. What a shell or a terminal would act on is escaped: the text may be
pasted anywhere. Needed arguments that are missing are their names in capitals.
"""

from __future__ import annotations

import json
import pprint
from collections.abc import Iterable, Mapping
from shlex import quote
from typing import Any
from urllib.parse import urlencode

from mttui.api.arguments import Prepared, jsonable, sketch
from mttui.api.operation import Operation, Parameter, Place
from mttui.local.redact import is_secret_name
from mttui.local.secret import HIDDEN, Secret

KEY_VARIABLE = "$MAILTARGET_API_KEY"
"""What stands where the key goes."""
_AUTHORIZATION = f'"Authorization: Bearer {KEY_VARIABLE}"'
_DOTS = "%2E"
_SHORTEST_KEY = 4
"""Shorter "keys" are not looked for: taking them out would garble everything."""
_PYTHON_WIDTH = 88

Secrets = Iterable[Secret | str | None]
"""Keys that this run knows."""


def as_curl(
    operation: Operation, arguments: Mapping[str, Any], *, base_url: str, secrets: Secrets = ()
) -> str:
    """Write the request as a curl command for a POSIX shell, in lines joined by backslashes.

    Raises:
        InvalidArguments: an argument is unknown, or cannot be sent at all.
    """
    request = _shown(sketch(operation, arguments), secrets)
    options = ["-X", operation.method, *(["--path-as-is"] if _DOTS in request.path else [])]
    lines = [f"curl {' '.join(options)} {_shell(_address(request, base_url))}", f"-H {_AUTHORIZATION}"]
    if request.body is not None:
        lines += ["-H 'Content-Type: application/json'", f"-d {_shell(_json(request.body))}"]
    return " \\\n  ".join(lines)


def as_api_line(
    operation: Operation,
    arguments: Mapping[str, Any],
    *,
    base_url: str = "",  # noqa: ARG001 - all three take the same
    secrets: Secrets = (),
) -> str:
    """Write the request as a line for ``mttui api``; host and key come from the profile.

    Raises:
        InvalidArguments: an argument is unknown, or cannot be sent at all.
    """
    sketch(operation, arguments)
    known = {parameter.name: parameter for parameter in operation.parameters}
    words = [
        _shell(f"{name}={_word(known[name], arguments.get(name), secrets)}")
        for name in known
        if arguments.get(name) is not None or known[name].required
    ]
    return " ".join(["mttui", "api", operation.id, *words])


def as_python(
    operation: Operation, arguments: Mapping[str, Any], *, base_url: str, secrets: Secrets = ()
) -> str:
    """Write the request as a small Python script on httpx.

    Raises:
        InvalidArguments: an argument is unknown, or cannot be sent at all.
    """
    request = _shown(sketch(operation, arguments), secrets)
    given = [
        f"    {operation.method!a},",
        f"    {base_url.rstrip('/') + request.path!a},",
        """    headers={"Authorization": f"Bearer {os.environ['MAILTARGET_API_KEY']}"},""",
    ]
    if request.query:
        given.append(f"    params={_literal(list(request.query))},")
    if request.body is not None:
        given.append(f"    json={_literal(request.body)},")
    lines = ["import os", "", "import httpx", "", "answer = httpx.request(", *given, ")"]
    return "\n".join([*lines, "answer.raise_for_status()", "print(answer.text)", ""])


def hide_secrets(value: Any, secrets: Secrets = ()) -> Any:
    """Return JSON data without what is a credential by its name, and without the given keys."""
    return _hidden(value, [_plain(each) for each in secrets])


def _plain(secret: Secret | str | None) -> str:
    return secret.reveal() if isinstance(secret, Secret) else secret or ""


def _hidden(value: Any, keys: list[str]) -> Any:
    if isinstance(value, Mapping):
        return {
            name: HIDDEN if is_secret_name(name) and inner else _hidden(inner, keys)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [_hidden(inner, keys) for inner in value]
    if isinstance(value, str):
        for key in keys:
            value = value.replace(key, HIDDEN) if len(key) >= _SHORTEST_KEY else value
    return value


def _shown(request: Prepared, secrets: Secrets) -> Prepared:
    keys = [_plain(each) for each in secrets]
    query = tuple(
        (name, HIDDEN if is_secret_name(name) else _hidden(text, keys)) for name, text in request.query
    )
    path = _hidden(request.path, keys)
    return Prepared(request.operation, path, query, _hidden(request.body, keys))


def _address(request: Prepared, base_url: str) -> str:
    query = f"?{urlencode(request.query)}" if request.query else ""
    return base_url.rstrip("/") + request.path + query


def _word(parameter: Parameter, value: Any, secrets: Secrets) -> str:
    """Write one value of ``NAME=VALUE``."""
    if value is None:
        return parameter.name.upper()
    if is_secret_name(parameter.name):
        return HIDDEN
    plain = hide_secrets(jsonable(value), secrets)
    if isinstance(plain, str) and parameter.place is not Place.WHOLE_BODY:
        return plain
    return _json(plain)


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() else json.dumps(value)


def _literal(value: Any) -> str:
    text = pprint.pformat(value, width=_PYTHON_WIDTH, sort_dicts=False)
    if not text.replace("\n", "").isprintable():
        text = ascii(value)
    return text.replace("\n", "\n    ")


def _shell(text: str) -> str:
    """Quote for a shell; what is not printable is written as an escape, so that no terminal acts on it."""
    if text.isprintable():
        return quote(text)
    escaped = "".join(_escaped(char) for char in text)
    return f"$'{escaped}'"


def _escaped(char: str) -> str:
    if char in "\\'":
        return f"\\{char}"
    if char.isprintable():
        return char
    # No shell can carry a NUL in an argument.
    return "".join(f"\\x{byte:02x}" for byte in char.encode(errors="replace") if byte)
