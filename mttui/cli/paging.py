"""Every page of a list, the next one under way while the last is used. Memory stays that of two pages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mttui.api.envelope import Envelope, open_envelope
from mttui.api.errors import UnreadableAnswer

if TYPE_CHECKING:
    from mttui.api.transport import Reply

_STEPS_TO_SEND = 8
"""Turns of the event loop in which a request is on its way, given a connection that is open."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """One page as it came."""

    number: int
    """From 1."""
    rows: Sequence[Any]
    total: int | None
    """Rows in the whole list, where the platform says."""
    is_last: bool


async def pages(
    fetch: Callable[[int], Awaitable[Reply]], *, operation: str, first: int, per_page: int
) -> AsyncIterator[PageRead]:
    """Yield pages in order.

    Args:
        fetch: asks for a page by its number from 1.
        operation: id, for errors.
        first: the number to begin with.
        per_page: rows that are asked for a page.

    Raises:
        ApiError: a page could not be had, or is no list.
    """
    number, is_more_likely = first, False
    under_way: asyncio.Future[Reply] = asyncio.ensure_future(fetch(number))
    try:
        while True:
            reply = await under_way
            if is_more_likely:
                under_way = await _sent_off(fetch(number + 1))
            page = read_page(reply, operation, number, per_page)
            if not page.is_last and not is_more_likely:
                under_way = await _sent_off(fetch(number + 1))
            yield page
            if page.is_last:
                return
            number += 1
            is_more_likely = page.total is not None and number * per_page < page.total
    finally:
        under_way.cancel()
        await asyncio.gather(under_way, return_exceptions=True)


async def _sent_off(request: Awaitable[Reply]) -> asyncio.Future[Reply]:
    """Start a request and let it get as far as waiting for its answer."""
    future = asyncio.ensure_future(request)
    for _ in range(_STEPS_TO_SEND):
        await asyncio.sleep(0)
    return future


def read_page(reply: Reply, operation: str, number: int, per_page: int) -> PageRead:
    """Read an answer as one page of several.

    Raises:
        UnreadableAnswer: it is no list, or no JSON.
    """
    envelope = open_envelope(reply.body, reply.content_type, operation=operation)
    rows = rows_of(envelope, operation)
    total, size = _whole(envelope.meta, "total"), _whole(envelope.meta, "perPage") or per_page
    is_last = not rows or (number * size >= total if total is not None else len(rows) < size)
    return PageRead(number, rows, total, is_last)


def rows_of(envelope: Envelope, operation: str) -> Sequence[Any]:
    """Return the elements of a list.

    Raises:
        UnreadableAnswer: there is none.
    """
    try:
        return envelope.rows()
    except TypeError:
        raise UnreadableAnswer(
            f"{operation} was answered without a list",
            operation=operation,
            advice="Leave out --all: it is for lists.",
        ) from None


def _whole(meta: Mapping[str, Any], name: str) -> int | None:
    value = meta.get(name)
    if isinstance(value, str) and value.isdecimal():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
