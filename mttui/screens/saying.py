"""Toasts: the one way to say something in passing, safe for any text."""

from __future__ import annotations

from typing import Literal

from textual.app import App

from mttui.api.errors import ApiError
from mttui.text import Role, printable

_Severity = Literal["information", "warning", "error"]
_SEVERITIES: dict[Role, _Severity] = {Role.WARN: "warning", Role.BAD: "error"}
_SIGNS: dict[Role, str] = {Role.GOOD: "✓ ", Role.WARN: "! ", Role.BAD: "✗ "}
_LONGEST = 400
_SHOWN_FOR = 6.0
_ERROR_SHOWN_FOR = 12.0


def say(app: App[int], text: str, role: Role = Role.NORMAL, *, seconds: float = _SHOWN_FOR) -> None:
    """Show a toast.

    Args:
        app: the app.
        text: what to say; may hold text of the platform.
        role: how it is meant: NORMAL, GOOD, WARN or BAD; said with a sign, too.
        seconds: how long it stays.
    """
    shown = "\n".join(printable(part, limit=_LONGEST) for part in text.split("\n"))
    app.notify(
        _SIGNS.get(role, "") + shown,
        severity=_SEVERITIES.get(role, "information"),
        timeout=seconds,
        markup=False,
    )


def say_error(app: App[int], error: ApiError, *, doing: str = "") -> None:
    """Show an error of the API: what went wrong, its code, and what to do about it.

    Args:
        app: the app.
        error: the error.
        doing: what was tried, as ``Cancel campaign``.
    """
    tried = f"{doing}: " if doing else ""
    what = error.message if error.short == error.label else f"{error.message} ({error.short})"
    say(app, f"{tried}{what}\n{error.advice}", Role.BAD, seconds=_ERROR_SHOWN_FOR)
