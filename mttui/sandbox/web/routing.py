"""Which operation a request is for: the catalogue's paths, fixed segments before parameters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import unquote

from .reply import Refusal


class Route(Protocol):
    """What routing needs to know of an operation."""

    @property
    def id(self) -> str:
        """The operation's id."""

    @property
    def method(self) -> str:
        """Its HTTP method."""

    @property
    def path(self) -> str:
        """Its path with ``{name}`` for parameters."""


@dataclass(slots=True)
class _Node:
    fixed: dict[str, _Node] = field(default_factory=dict)
    parameter: _Node | None = None
    ends: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    """Operation id and parameter names by method."""


@dataclass(frozen=True, slots=True)
class Match:
    """A request's operation and the values in its path."""

    operation_id: str
    values: dict[str, str]


class Router:
    """Finds operations by method and path."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._root = _Node()
        for route in routes:
            self._add(route)

    def _add(self, route: Route) -> None:
        node, names = self._root, []
        for segment in route.path.strip("/").split("/"):
            if segment.startswith("{"):
                names.append(segment.strip("{}"))
                node.parameter = node.parameter or _Node()
                node = node.parameter
            else:
                node = node.fixed.setdefault(segment, _Node())
        node.ends[route.method] = (route.id, tuple(names))

    def match(self, method: str, raw_path: str) -> Match:
        """Return the operation; a slash at the end makes no difference.

        Raises:
            Refusal: 404 when the path leads nowhere, 405 when only the method is wrong.
        """
        segments = raw_path.strip("/").split("/")
        found = list(_walk(self._root, segments, ()))
        for node, values in found:
            if method in node.ends:
                operation_id, names = node.ends[method]
                return Match(operation_id, dict(zip(names, values, strict=True)))
        if not found:
            raise Refusal(404, "NOT_FOUND", "there is no such path")
        allowed = ", ".join(sorted({m for node, _ in found for m in node.ends}))
        raise Refusal(405, "METHOD_NOT_ALLOWED", f"use {allowed}", {"Allow": allowed})


def _walk(
    node: _Node, segments: list[str], values: tuple[str, ...]
) -> Iterable[tuple[_Node, tuple[str, ...]]]:
    if not segments:
        if node.ends:
            yield node, values
        return
    head, rest = segments[0], segments[1:]
    if head in node.fixed:
        yield from _walk(node.fixed[head], rest, values)
    if node.parameter is not None and head:
        yield from _walk(node.parameter, rest, (*values, unquote(head)))
