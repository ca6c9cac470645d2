"""Bounce classes in words: the platform's numbering is SparkPost's (platform-facts, section 8)."""

from __future__ import annotations

from typing import NamedTuple


class BounceClass(NamedTuple):
    """What a class number means."""

    name: str
    kind: str
    """``hard``, ``soft``, ``block`` or ``admin``."""


CLASSES: dict[int, BounceClass] = {
    1: BounceClass("undetermined", "soft"),
    10: BounceClass("invalid recipient", "hard"),
    20: BounceClass("soft bounce", "soft"),
    21: BounceClass("DNS failure", "soft"),
    22: BounceClass("mailbox full", "soft"),
    23: BounceClass("too large", "soft"),
    24: BounceClass("timeout", "soft"),
    25: BounceClass("admin failure", "admin"),
    26: BounceClass("smart-send suppression", "admin"),
    30: BounceClass("no recipient", "hard"),
    40: BounceClass("generic bounce", "soft"),
    50: BounceClass("mail block", "block"),
    51: BounceClass("spam block", "block"),
    52: BounceClass("spam content", "block"),
    53: BounceClass("attachment refused", "block"),
    54: BounceClass("relaying denied", "block"),
    60: BounceClass("auto-reply", "soft"),
    70: BounceClass("transient failure", "soft"),
    80: BounceClass("subscribe", "admin"),
    90: BounceClass("unsubscribe", "hard"),
    100: BounceClass("challenge-response", "soft"),
}


def class_in_words(code: str) -> str:
    """Name a class as ``10 invalid recipient (hard)``; an unknown one is shown as it came."""
    known = CLASSES.get(int(code)) if code.isdecimal() else None
    return f"{code} {known.name} ({known.kind})" if known else code
