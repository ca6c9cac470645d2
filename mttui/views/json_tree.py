"""A JSON document as a tree that folds: only what is unfolded has rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mttui.text import Role, Span, plural, truncate

from .columns import Column

TREE_COLUMNS = (Column("name", "Name", 18, weight=1, priority=1), Column("value", "Value", 20, weight=2))
OPEN_AT_FIRST = 60
"""Elements up to which something is unfolded to begin with."""
MOST_FOUND = 2_000
"""Matches of a search that are shown."""
_DEEPEST_AT_FIRST = 3
_LONGEST = 2_000
"""Characters of a value in its row; enter shows all of it."""

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One row: an object, a list, or a plain value."""

    path: Path
    value: Any

    @property
    def key(self) -> str:
        """Its path as a JSON pointer (RFC 6901), which names the row."""
        steps = (str(step).replace("~", "~0").replace("/", "~1") for step in self.path)
        return "".join(f"/{step}" for step in steps)

    @property
    def is_branch(self) -> bool:
        """Whether there is something to unfold."""
        return isinstance(self.value, dict | list) and bool(self.value)


def children_of(node: Node) -> Iterator[Node]:
    """Yield what is directly in a node."""
    if isinstance(node.value, Mapping):
        yield from (Node((*node.path, name), inner) for name, inner in node.value.items())
    elif isinstance(node.value, list):
        yield from (Node((*node.path, at), inner) for at, inner in enumerate(node.value))


class JsonTree:
    """The rows of a document, and which of them are unfolded. Serves a grid as its rows.

    Args:
        document: what JSON has: objects, lists and plain values.
    """

    def __init__(self, document: Any) -> None:
        self._root = Node((), document)
        self._open: set[Path] = {()}
        self._search = ""
        self._index: dict[str, int] | None = None
        self._open_small(self._root)
        self._show()

    def _open_small(self, node: Node) -> None:
        if len(node.path) >= _DEEPEST_AT_FIRST or not node.is_branch:
            return
        if len(node.value) <= OPEN_AT_FIRST or not node.path:
            self._open.add(node.path)
            for at, child in enumerate(children_of(node)):
                if at < OPEN_AT_FIRST:
                    self._open_small(child)

    # Rows

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)

    def key(self, index: int) -> str:
        """Name the row at an index."""
        return self.rows[index].key

    def index_of(self, key: str) -> int | None:
        """Find a row."""
        if self._index is None:
            self._index = {node.key: at for at, node in enumerate(self.rows)}
        return self._index.get(key)

    def cells(self, index: int) -> Sequence[Span | str]:
        """Give name and value of the row at an index."""
        node = self.rows[index]
        if self._search:
            name = ".".join(str(step) for step in node.path)
        else:
            sign = ("▾ " if node.path in self._open else "▸ ") if node.is_branch else "  "
            name = f"{'  ' * (len(node.path) - 1)}{sign}{node.path[-1] if node.path else ''}"
        return (Span(name, Role.KEY), _value(node))

    # Folding and finding

    def toggle(self, index: int) -> bool:
        """Fold or unfold a row; says whether there was something to."""
        node = self.rows[index]
        if not node.is_branch or self._search:
            return False
        self._open ^= {node.path}
        self._show()
        return True

    def fold_all(self) -> None:
        """Fold everything below the top."""
        self._open = {()}
        self._show()

    def unfold_all(self) -> None:
        """Unfold everything."""
        stack = [self._root]
        while stack:
            node = stack.pop()
            if node.is_branch:
                self._open.add(node.path)
                stack += children_of(node)
        self._show()

    @property
    def all_folded(self) -> bool:
        """Whether nothing below the top is unfolded."""
        return self._open == {()}

    def find(self, text: str) -> None:
        """Show only the values whose name or text has ``text``, with their paths; nothing shows all."""
        self._search = text.casefold()
        self._show()

    def _show(self) -> None:
        self._index = None
        if self._search:
            self.rows: Sequence[Node] = tuple(self._found())
        elif self._root.is_branch:
            self.rows = tuple(self._unfolded())
        else:
            self.rows = (self._root,)

    def _unfolded(self) -> Iterator[Node]:
        stack = list(reversed(list(children_of(self._root))))
        while stack:
            node = stack.pop()
            yield node
            if node.path in self._open:
                stack += reversed(list(children_of(node)))

    def _found(self) -> Iterator[Node]:
        stack, found = list(reversed(list(children_of(self._root)))), 0
        while stack and found < MOST_FOUND:
            node = stack.pop()
            name = str(node.path[-1]).casefold()
            text = "" if node.is_branch else str(node.value).casefold()
            if self._search in name or self._search in text:
                found += 1
                yield node
            stack += reversed(list(children_of(node)))


def _value(node: Node) -> Span:
    value = node.value
    if isinstance(value, dict):
        return Span(f"{{{plural(len(value), 'field')}}}" if value else "{}", Role.MUTED)
    if isinstance(value, list):
        return Span(f"[{plural(len(value), 'element')}]" if value else "[]", Role.MUTED)
    if isinstance(value, str):
        return Span(truncate(value, _LONGEST) if value else '""', Role.NORMAL if value else Role.MUTED)
    return Span(json.dumps(value), Role.MUTED if value is None else Role.ACCENT)


def text_of(node: Node) -> str:
    """Return a row's value to be copied: text as it is, everything else as JSON."""
    if isinstance(node.value, str):
        return node.value
    return json.dumps(node.value, ensure_ascii=False, indent=2)
