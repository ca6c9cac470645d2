"""A sample config file, written from the settings and their docstrings."""

from __future__ import annotations

import ast
import inspect
import textwrap
from dataclasses import fields

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
    return "\n".join(lines) + "\n"


def _section(settings: type, samples: dict[str, str]) -> list[str]:
    docs = field_docs(settings)
    lines: list[str] = []
    for field in fields(settings):
        mark = "" if field.name in _SPOKEN else "# "
        lines.append(f"# {docs[field.name]}")
        lines.append(f"{mark}{field.name} = {samples[field.name]}")
    return lines
