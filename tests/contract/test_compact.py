"""The compact contract is what the full form says, where that is present."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .make_compact import COMPACT, compact

FULL = Path(__file__).resolve().parents[2].parent / "shared" / "contract" / "operations.json"


@pytest.mark.skipif(not FULL.exists(), reason="the full form of the contract is not beside this repository")
def test_the_compact_form_is_up_to_date() -> None:
    assert COMPACT.read_text("utf-8") == compact(json.loads(FULL.read_text("utf-8"))), (
        "run: python tests/contract/make_compact.py ../shared/contract/operations.json"
    )
