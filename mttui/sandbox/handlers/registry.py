"""Who answers which operation."""

from __future__ import annotations

from collections.abc import Callable

from ..web.call import Call
from ..web.reply import Reply

Handler = Callable[[Call], Reply]

HANDLERS: dict[str, Handler] = {}
"""By operation id."""


def handles(*operation_ids: str) -> Callable[[Handler], Handler]:
    """Register a function as what answers one or more operations.

    Raises:
        TypeError: an operation has its handler already.
    """

    def register(handler: Handler) -> Handler:
        for operation_id in operation_ids:
            if operation_id in HANDLERS:
                raise TypeError(f"{operation_id} has a handler already")
            HANDLERS[operation_id] = handler
        return handler

    return register
