"""The tree of a JSON document: what is folded has no rows, whatever its size."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mttui.text import Span
from mttui.views.json_tree import MOST_FOUND, JsonTree, text_of

DOCUMENT = {"data": [{"_id": "c1", "labels": ["vip"], "name": None}], "meta": {"page": 1, "total": 1}}


def shown(tree: JsonTree) -> list[str]:
    return ["|".join(c.text if isinstance(c, Span) else c for c in tree.cells(at)) for at in range(len(tree))]


def test_a_small_document_is_unfolded() -> None:
    assert shown(JsonTree(DOCUMENT)) == [
        "▾ data|[1 element]",
        "  ▾ 0|{3 fields}",
        "      _id|c1",
        "    ▸ labels|[1 element]",
        "      name|null",
        "▾ meta|{2 fields}",
        "    page|1",
        "    total|1",
    ]


def test_folding_takes_rows_away_and_unfolding_brings_them_back() -> None:
    tree = JsonTree(DOCUMENT)
    assert tree.toggle(0)
    assert shown(tree)[:2] == ["▸ data|[1 element]", "▾ meta|{2 fields}"]
    assert not tree.toggle(2), "a number has nothing to unfold"
    tree.fold_all()
    assert len(tree) == 2
    assert tree.all_folded
    tree.unfold_all()
    assert "        0|vip" in shown(tree)


def test_what_is_searched_for_is_shown_with_its_path() -> None:
    tree = JsonTree(DOCUMENT)
    tree.find("VIP")
    assert shown(tree) == ["data.0.labels.0|vip"]
    tree.find("total")
    assert shown(tree) == ["meta.total|1"]
    tree.find("")
    assert len(tree) == 8


def test_rows_are_found_by_their_pointers() -> None:
    tree = JsonTree({"a/b": {"~": 1}})
    assert tree.key(1) == "/a~1b/~0"
    assert tree.index_of("/a~1b/~0") == 1
    assert tree.index_of("/nowhere") is None


def test_a_long_list_stays_folded_and_a_plain_value_is_a_row() -> None:
    assert len(JsonTree({"data": list(range(1000))})) == 1
    assert len(JsonTree(list(range(1000)))) == 1000
    assert shown(JsonTree("done")) == ["  |done"]
    assert shown(JsonTree({})) == ["  |{}"]


def test_a_search_in_a_huge_document_ends() -> None:
    tree = JsonTree([{"name": "same"}] * 5000)
    tree.find("same")
    assert len(tree) == MOST_FOUND


def test_values_are_copied_as_text_or_json() -> None:
    tree = JsonTree(DOCUMENT)
    assert text_of(tree.rows[2]) == "c1"
    assert json.loads(text_of(tree.rows[0])) == DOCUMENT["data"]


documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@given(documents)
def test_every_row_has_a_key_of_its_own_and_can_be_toggled(document: Any) -> None:
    tree = JsonTree(document)
    tree.unfold_all()
    keys = [tree.key(at) for at in range(len(tree))]
    assert len(set(keys)) == len(keys)
    before = shown(tree)
    for at in range(len(tree)):
        if tree.toggle(at):
            tree.toggle(at)
    assert shown(tree) == before
