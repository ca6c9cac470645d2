"""Models of seed tests."""

from __future__ import annotations

from .base import Identified, Model


class SeedTestResult(Model):
    """Where the message landed in one mailbox."""

    email: str | None = None
    provider: str | None = None
    inbox: bool | None = None
    spam: bool | None = None
    missing: bool | None = None


class SeedTest(Identified):
    """A test of where a message lands."""

    status: str | None = None
    results: tuple[SeedTestResult, ...] = ()
    inbox_rate: float | None = None
