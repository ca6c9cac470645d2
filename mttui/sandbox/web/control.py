"""The sandbox's own controls, for tests and trainers; outside the API, and only for this machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from starlette.requests import Request

from ..clock import iso
from .faults import Fault
from .reply import Refusal, Reply

if TYPE_CHECKING:
    from ..sandbox import Sandbox

Action = Callable[["Sandbox", dict[str, Any]], None]

CONTROL_PREFIX = "/_sandbox/"
_LOCAL = frozenset({"127.0.0.1", "::1", "testclient", "localhost"})


async def control(sandbox: Sandbox, request: Request, body: bytes) -> Reply:
    """Answer a request to the controls."""
    try:
        _find(request)(sandbox, _read(body))
    except Refusal as refused:
        return refused.reply()
    await sandbox.catch_up_gently()
    return Reply(state(sandbox))


def _find(request: Request) -> Action:
    if request.client is not None and request.client.host not in _LOCAL:
        raise Refusal(403, "FORBIDDEN", "the controls are for this machine only")
    name = request.url.path.removeprefix(CONTROL_PREFIX).strip("/")
    action = _ACTIONS.get((request.method, name))
    if action is None:
        raise Refusal(404, "NOT_FOUND", "there is no such control")
    return action


def _read(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        raise Refusal(400, "MALFORMED_JSON", "the body is not JSON") from None
    if not isinstance(value, dict):
        raise Refusal(422, "INVALID_BODY", "the body must be a JSON object")
    return value


def state(sandbox: Sandbox) -> dict[str, Any]:
    """Return where the sandbox is."""
    world = sandbox.world
    return {
        "scenario": world.scenario.name,
        "phase": world.scenario.phase(world.elapsed),
        "time": iso(world.now),
        "elapsed": world.elapsed,
        "sendingStatus": world.velocity.status,
        "faults": len(sandbox.faults),
    }


def _look(_sandbox: Sandbox, _body: dict[str, Any]) -> None:
    """Change nothing."""


def _step(sandbox: Sandbox, body: dict[str, Any]) -> None:
    seconds = body.get("seconds")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or seconds < 0:
        raise Refusal(422, "INVALID_SECONDS", "seconds: must be a number from 0")
    sandbox.clock.step(seconds)


def _set_faults(sandbox: Sandbox, body: dict[str, Any]) -> None:
    """Set faults from ``{operation id: fault}``."""
    try:
        faults = {name: Fault.from_json(fault) for name, fault in body.items()}
    except (AttributeError, TypeError, ValueError) as problem:
        raise Refusal(422, "INVALID_FAULT", str(problem)) from None
    for name, fault in faults.items():
        sandbox.faults.set(name, fault)


def _clear_faults(sandbox: Sandbox, _body: dict[str, Any]) -> None:
    sandbox.faults.clear()


_ACTIONS: dict[tuple[str, str], Action] = {
    ("GET", "state"): _look,
    ("POST", "step"): _step,
    ("POST", "faults"): _set_faults,
    ("DELETE", "faults"): _clear_faults,
}
