"""The platform simulator: the API's operations answered out of a world with state, time and rules.

Everything is imported on first use, so that knowing the scenarios costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .clock import Clock
    from .engine.inbox_file import InboxFileError
    from .options import SandboxOptions
    from .sandbox import Sandbox
    from .scenarios import SCENARIOS, Scenario
    from .server import serve
    from .web.app import create_app
    from .web.faults import Fault

_HOMES = {
    "Clock": ".clock",
    "Fault": ".web.faults",
    "InboxFileError": ".engine.inbox_file",
    "SCENARIOS": ".scenarios",
    "Sandbox": ".sandbox",
    "SandboxOptions": ".options",
    "Scenario": ".scenarios",
    "create_app": ".web.app",
    "serve": ".server",
}

__all__ = [
    "SCENARIOS", "Clock", "Fault", "InboxFileError", "Sandbox", "SandboxOptions", "Scenario", "create_app",
    "serve",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import what is asked for."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(importlib.import_module(_HOMES[name], __name__), name)
