"""What answers the operations, one module a family."""

from __future__ import annotations

import functools
import pkgutil
from importlib import import_module

from .registry import HANDLERS

__all__ = ["HANDLERS", "load"]


@functools.cache
def load() -> None:
    """Import every family, so that its handlers, its founder and its tasks are known."""
    for module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
        import_module(f".{module}", __name__)
