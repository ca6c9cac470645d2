"""Faults on purpose, by operation: for tests and for training."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, fields, replace
from typing import Any

ANY = "*"
"""Stands for every operation that has no fault of its own."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with the answers of an operation."""

    latency_ms: float = 0.0
    """Real milliseconds that the answer is held back."""
    status: int | None = None
    """Answered instead of doing anything."""
    retry_after: int | None = None
    """Seconds in a ``Retry-After`` header, with ``status``."""
    malformed_json: bool = False
    """The body is not JSON, though it says so."""
    html: bool = False
    """The body is an HTML page."""
    cut: bool = False
    """The answer ends in mid-body; what was asked has been done."""
    hang: bool = False
    """No answer comes until the faults are cleared or the caller leaves."""
    times: int | None = None
    """How many answers it spoils; ``None`` is all."""

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> Fault:
        """Read a fault from the control endpoint.

        Raises:
            ValueError: a field is not known.
        """
        known = {field.name for field in fields(cls)}
        for name in body:
            if name not in known:
                raise ValueError(f"a fault has no {name!r}; it has {', '.join(sorted(known))}")
        return cls(**body)


class Faults:
    """The faults that are set."""

    def __init__(self) -> None:
        self._faults: dict[str, Fault] = {}
        self.released = asyncio.Event()
        """Set while nothing is to hang."""
        self.released.set()

    def set(self, operation_id: str, fault: Fault) -> None:
        """Let an operation fail; ``"*"`` stands for all."""
        self._faults[operation_id] = fault
        if fault.hang:
            self.released.clear()

    def clear(self) -> None:
        """Take every fault away; what hangs is answered."""
        self._faults.clear()
        self.released.set()

    def take(self, operation_id: str) -> Fault | None:
        """Return the fault for the next answer of an operation, and count it."""
        name = operation_id if operation_id in self._faults else ANY
        fault = self._faults.get(name)
        if fault is not None and fault.times is not None:
            if fault.times <= 1:
                del self._faults[name]
            else:
                self._faults[name] = replace(fault, times=fault.times - 1)
        return fault

    def __len__(self) -> int:
        return len(self._faults)
