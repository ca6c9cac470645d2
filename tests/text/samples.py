"""Hostile strings: a few of our own, and the shared corpus where it is present."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "hostile.jsonl"

OWN = {
    "clear screen": "Invoice \x1b[2J\x1b[H",
    "title": "\x1b]0;pwned\x07Meeting",
    "8-bit CSI": "Hi \x9b2J there",
    "every control": "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)])),
    "right-to-left override": "invoice_\u202efdp.exe",
    "isolates": "\u2067admin\u2069 \u2066user",
    "zero width": "ur\u200bgent\ufeff",
    "tags": "Hi\U000e0069\U000e0067\U000e007f",
    "zalgo": "H" + "\u0301\u0316" * 100 + "i",
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "skin tone": "\U0001f44d\U0001f3ff",
    "flags": "\U0001f1ee\U0001f1e9\U0001f1e6",
    "selectors": "\u2764\ufe0e \u2764\ufe0f 1\ufe0f\u20e3",
    "lone surrogates": "a\ud800b\udc9b31m",
    "jamo": "\u1112\u1161\u11ab",
    "private use": "\ue0b0\uf8ff\U0010ffff",
    "lines": "one\r\ntwo\nthree\rfour\u2028five\x85six",
    "blank": "\u3164\u2800\u115f\u00a0\u3000",
    "markup": "[red]x[/] [/b] [@click=app.quit]",
    "wide": "田中　太郎（東京）",
    "combining first": "\u0301abc",
    "newer than the tables": "\U0001fae8",
}


def expand(value: Any) -> str:
    """The string that a corpus value stands for."""
    if isinstance(value, str):
        return value
    if "repeat" in value:
        return expand(value["repeat"]) * int(value["times"])
    return "".join(map(expand, value["parts"]))


def corpus() -> dict[str, str]:
    """The corpus by name; empty where it is absent."""
    if not CORPUS.is_file():
        return {}
    entries = map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines())
    return {entry["name"]: expand(entry["value"]) for entry in entries}
