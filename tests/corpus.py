"""The shared mail corpus, beside the repository where it is present. Its README says what it holds.

Everything in it is hostile: give it to the code under test, print none of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2] / "shared" / "corpus"

needs_corpus = pytest.mark.skipif(
    not (ROOT / "index.json").is_file(),
    reason="the shared corpus (../shared/corpus beside the repository) is not on this machine",
)
"""Marks a test, or with `pytestmark` a module, that reads the corpus."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the corpus."""

    file: str
    kind: str
    charset: str
    expected: dict[str, Any]
    """What the tests of its source expect; empty when they say nothing, or in each line or case."""

    @property
    def data(self) -> bytes:
        return (ROOT / self.file).read_bytes()

    @property
    def text(self) -> str:
        """The file as text, in the charset that the index names."""
        charset = self.charset.split()[0]
        try:
            return self.data.decode(charset, "replace")
        except LookupError:
            return self.data.decode("utf-8", "replace")

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The objects of a JSON lines file."""
        return list(_json_lines(self.file))


@dataclass(frozen=True, slots=True)
class Hostile:
    """One hostile value, and the field of the platform it is meant for."""

    name: str
    field: str
    value: str


@cache
def index() -> tuple[Entry, ...]:
    """Every file of the corpus; none where it is absent, so that tests can be parametrised with it."""
    path = ROOT / "index.json"
    files = json.loads(path.read_text())["files"] if path.is_file() else []
    return tuple(_entry(each) for each in files)


def entries(*kinds: str) -> list[Entry]:
    """The files of these kinds."""
    return [each for each in index() if each.kind in kinds]


def _entry(found: dict[str, Any]) -> Entry:
    beside = str(found["expected"])
    expected = json.loads((ROOT / beside).read_text()) if beside.endswith(".json") else {}
    return Entry(found["file"], found["kind"], found["charset"] or "utf-8", expected)


def messages() -> Iterator[dict[str, Any]]:
    """Every raw message as the API gives it: `file`, `from`, `subject`, `bodyText`, `bodyHtml`…."""
    return _json_lines("messages.jsonl")


def localized() -> Iterator[dict[str, Any]]:
    """Transactional mail in several languages, in the same shape."""
    return _json_lines("localized-mail.jsonl")


def hostile(*fields: str) -> Iterator[Hostile]:
    """Hostile values, of these fields or of all, with their repetitions written out."""
    for each in _json_lines("hostile.jsonl"):
        if not fields or each["field"] in fields:
            yield Hostile(each["name"], each["field"], _expanded(each["value"]))


def _expanded(value: Any) -> str:
    if isinstance(value, str):
        return value
    if "parts" in value:
        return "".join(map(_expanded, value["parts"]))
    return str(value["repeat"]) * int(value["times"])


def _json_lines(file: str) -> Iterator[dict[str, Any]]:
    path = ROOT / file
    if path.is_file():
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
