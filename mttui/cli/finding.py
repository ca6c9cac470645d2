"""What `mttui doctor` finds out about one thing."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """How a thing is."""

    OK = "ok"
    WARN = "warn"
    """It works, but not as well as it could."""
    FAIL = "fail"
    """mttui cannot work like that."""


class Finding(NamedTuple):
    """One line of the report."""

    verdict: Verdict
    name: str
    """What was looked at, in a word or two."""
    words: str
    """How it is."""
    advice: str = ""
    """What to do about it; empty when it is well."""
