"""A sample config file, written from the settings and their docstrings."""

from __future__ import annotations

import ast
import inspect
import textwrap
from dataclasses import fields

from .inbox_settings import (
    AdvanceSettings,
    AnswerSettings,
    InboxSettings,
    SplitSettings,
    TargetSettings,
)
from .settings import ProfileSettings, UiSettings

_PROFILE_SAMPLES = {
    "base_url": '"https://api.mailtarget.co"',
    "api_key_command": '"pass show mailtarget/oncall"',
    "api_key": '"…"',
    "production": "true",
    "read_only": "false",
    "timeout": "30.0",
    "budget": "{ calm = 60, incident = 180 }",
    "idempotency_header": '"Idempotency-Key"',
}
_UI_SAMPLES = {"ascii": "false", "theme": '"ansi-dark"', "timezone": '"Asia/Jakarta"'}
_INBOX_SAMPLES = {"undo_seconds": "10", "claim": '"budi"', "classify_on_arrival": "true"}
_ADVANCE_SAMPLES = {
    "done": '"next"',
    "pending": '"next"',
    "snooze": '"next"',
    "reply": '"next"',
    "labels": '"stay"',
}
_TARGET_SAMPLES = {"first": '"4h"', "next": '"8h"'}
_SPLIT_SAMPLES = {
    "name": '"Billing"',
    "status": '"open"',
    "labels": '["billing"]',
    "category": '"billing"',
    "sentiment": '"negative"',
    "priority": '"high"',
    "older_than": '"2h"',
    "younger_than": '"2d"',
    "first": '"1h"',
    "next": '"2h"',
}
_ANSWER_SAMPLES = {
    "text": '"""Halo {{name}}, ..."""',
    "title": '"Refund is on its way"',
    "key": '"1"',
    "labels": '["refund"]',
    "status": '"snoozed"',
    "snooze": '"3d"',
}
_SPOKEN = {"base_url", "api_key_command", "production"}


def field_docs(settings: type) -> dict[str, str]:
    """The docstring under each field of a settings class."""
    body = ast.parse(textwrap.dedent(inspect.getsource(settings))).body[0]
    if not isinstance(body, ast.ClassDef):
        raise TypeError(f"{settings} is not a class with a source")
    docs: dict[str, str] = {}
    for before, after in zip(body.body, body.body[1:], strict=False):
        if isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name):
            value = after.value if isinstance(after, ast.Expr) else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                docs[before.target.id] = " ".join(value.value.split())
    return docs


def example_config() -> str:
    """A config file with every setting in it; what is rarely needed is commented out."""
    lines = ['default_profile = "oncall"', "", "[profiles.oncall]"]
    lines += _section(ProfileSettings, _PROFILE_SAMPLES)
    lines += ["", "# Keys by the id of what they do: the help (?) lists the ids.", "[keys]"]
    lines += ['# live.freeze = ["space", "f5"]', "", "[ui]"]
    lines += _section(UiSettings, _UI_SAMPLES)
    lines += ["", "[inbox]", *_section(InboxSettings, _INBOX_SAMPLES)]
    lines += ["", "# What is shown after each action: next, previous, stay or list."]
    lines += ["[inbox.advance]", *_section(AdvanceSettings, _ADVANCE_SAMPLES)]
    lines += ["", "# How long people may wait for an answer: 30m, 4h, 2d, 1h30m."]
    lines += ["[inbox.targets]", *_section(TargetSettings, _TARGET_SAMPLES)]
    lines += ["", "# A saved filter: as many as you like.", "# [[inbox.splits]]"]
    lines += _section(SplitSettings, _SPLIT_SAMPLES)
    lines += ["", "# A saved answer: as many as you like, each with a name of its own."]
    lines += ["# [answers.refund]", *_section(AnswerSettings, _ANSWER_SAMPLES)]
    return "\n".join(lines) + "\n"


def _section(settings: type, samples: dict[str, str]) -> list[str]:
    """The lines of a table; fields without a sample are tables of their own."""
    docs = field_docs(settings)
    lines: list[str] = []
    for field in fields(settings):
        if field.name not in samples:
            continue
        mark = "" if field.name in _SPOKEN else "# "
        lines.append(f"# {docs[field.name]}")
        lines.append(f"{mark}{field.name} = {samples[field.name]}")
    return lines
