"""Make ``operations.json`` beside this file from the full form of the contract.

    python tests/contract/make_compact.py ../shared/contract/operations.json

Only what tests compare is kept, one operation a line; what is empty or false is left out.
"""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

COMPACT = Path(__file__).with_name("operations.json")

_KEPT = (
    "id",
    "section",
    "method",
    "alternate_method",
    "path",
    "path_params",
    "query",
    "paginated",
    "body_fields",
    "required",
    "destructive",
    "sends_mail",
    "async_job",
    "status",
    "errors",
    "body_example",
    "response_fields",
    "response_example",
)


def compact(operations: Iterable[Mapping[str, Any]]) -> str:
    """Return the compact form of the contract's operations as a JSON document."""
    lines = [json.dumps(_facts(operation), ensure_ascii=False) for operation in operations]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _facts(operation: Mapping[str, Any]) -> dict[str, Any]:
    facts = {name: operation[name] for name in _KEPT}
    facts["path_params"] = [_name(parameter) for parameter in operation["path_params"]]
    facts["query"] = {parameter["name"]: parameter.get("values", []) for parameter in operation["query"]}
    facts["curl"] = request_of(operation["curl"]) if operation["curl"] else None
    return {name: value for name, value in facts.items() if value not in (None, False, [], {})}


def request_of(curl: str) -> dict[str, str]:
    """Return method, target and body of a cURL line, without host, headers and key."""
    words = iter(shlex.split(curl.replace("\\\n", " "))[1:])
    request = {"method": "GET"}
    for word in words:
        if word in {"-X", "--request"}:
            request["method"] = next(words)
        elif word in {"-d", "--data", "--data-raw"}:
            request["body"] = next(words)
        elif word in {"-H", "--header"}:
            next(words)
        elif word.startswith("http"):
            request["target"] = "/" + word.split("/", 3)[3].replace("v?", "v1", 1)
    return request


def _name(parameter: Any) -> str:
    return str(parameter["name"] if isinstance(parameter, Mapping) else parameter)


def main() -> None:
    """Write the compact form of the file given as argument."""
    source = Path(sys.argv[1])
    COMPACT.write_text(compact(json.loads(source.read_text("utf-8"))), "utf-8")


if __name__ == "__main__":
    main()
