"""Several copies of mttui in one test: tokens, and which of them are alive."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 1, 2, 40, tzinfo=UTC)


class Living:
    """Which copies are running."""

    def __init__(self, *tokens: str) -> None:
        self.tokens = set(tokens)

    def __call__(self, token: str) -> bool:
        return token in self.tokens


class Hands:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def move(self, **length: float) -> datetime:
        self.at += timedelta(**length)
        return self.at
