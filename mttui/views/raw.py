"""The raw JSON of something that the platform answered."""

from __future__ import annotations

import json

from mttui.api.models.base import Model
from mttui.text import Line, line


def json_text(model: Model) -> str:
    """Return an object as indented JSON, with the names it has on the wire and unknown fields."""
    return json.dumps(model.model_dump(mode="json", by_alias=True), indent=2, ensure_ascii=False)


def json_lines(model: Model) -> list[Line]:
    """Return an object's JSON as lines to show."""
    return [line(row) for row in json_text(model).split("\n")]
