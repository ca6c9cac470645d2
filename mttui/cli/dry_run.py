"""`mttui api --dry-run` and `--curl`: the request that would be sent, and what it would do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mttui.api.arguments import prepare
from mttui.api.help import help_of
from mttui.api.operation import Operation
from mttui.cli.rows import dumped, unprintable_escaped
from mttui.cli.sink import Sink
from mttui.local.profile import Profile
from mttui.views.copying import as_curl, hide_secrets


def show(
    operation: Operation,
    arguments: Mapping[str, Any],
    profile: Profile,
    *,
    curl_only: bool,
    output: str | None,
) -> int:
    """Print the request; nothing is sent.

    Args:
        operation: what would be run.
        arguments: by Python name, checked as for a real run.
        profile: where it would go; no key is looked for.
        curl_only: print the curl command alone.
        output: ``json`` for one JSON object.

    Returns:
        The exit status.

    Raises:
        InvalidArguments: it could not be sent.
    """
    request = prepare(operation, arguments)
    curl = as_curl(operation, arguments, base_url=profile.base_url)
    facts = {
        "operation": operation.id,
        "method": operation.method,
        "url": profile.base_url.rstrip("/") + request.path,
        "query": [list(pair) for pair in request.query],
        "body": hide_secrets(request.body),
        "effect": operation.effect.value,
        "changes": help_of(operation).changes,
        "refused": profile.read_only and operation.effect.value != "read",
        "curl": curl,
    }
    text = f"{curl}\n" if curl_only else f"{dumped(facts)}\n" if output == "json" else _words(facts)
    Sink().write(unprintable_escaped(text).encode(errors="replace"))
    return 0


def _words(facts: Mapping[str, Any]) -> str:
    query = "&".join(f"{name}={value}" for name, value in facts["query"])
    lines = [
        "Dry run: nothing is sent.",
        f"{facts['method']} {facts['url']}{'?' if query else ''}{query}",
        *([dumped(facts["body"])] if facts["body"] is not None else []),
        f"{facts['effect'].upper()}: {facts['changes']}",
        *(["This profile is read-only: a real run would be refused."] if facts["refused"] else []),
        "",
        facts["curl"],
    ]
    return "\n".join(lines) + "\n"
