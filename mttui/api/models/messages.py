"""Models of messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .base import Model


class Message(Model):
    """What would become of a message.

    The reference shows no fields; these are the sandbox's own.
    """

    eligible: bool | None = None
    policy: tuple[Any, ...] = ()
    content_analysis: Mapping[str, Any] | None = None
    probability: float | None = None
    providers: tuple[Any, ...] = ()
