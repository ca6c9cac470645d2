"""Models of seed tests."""

from __future__ import annotations

from .base import Identified, Model


class SeedTestResult(Model):
    """Seed test result."""

    email: str | None = None
    provider: str | None = None
    inbox: bool | None = None
    spam: bool | None = None
    missing: bool | None = None


class SeedTest(Identified):
    """Seed test."""

    status: str | None = None
    results: tuple[SeedTestResult, ...] = ()
    inbox_rate: float | None = None
