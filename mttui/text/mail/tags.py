"""What the name of an HTML element says: where lines end, what is bold, what is not text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mttui.text.mail.looks import Given

_Handlers = dict[str, tuple[Callable[[Given], None] | None, Callable[[], None] | None]]
"""What is done where an element begins, with its attributes, and where it ends; by its name."""


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_EMPTY = _names("area base br col embed hr img input link meta param source track wbr")
_DROPPED = _names("head iframe noembed noframes noscript script style svg template title")
_BLOCKS = _names(
    "address article aside body caption center dd details dialog div dt fieldset figcaption figure footer"
    " form header html legend li main nav section summary table tbody td tfoot th thead tr"
)
_MARGINS = _names("blockquote dir dl h1 h2 h3 h4 h5 h6 listing menu ol p plaintext pre ul xmp")
BOLD = _names("b dt h1 h2 h3 h4 h5 h6 strong th")
STRUCK = _names("del s strike")
PRE = _names("listing plaintext pre xmp")
_CHANGES = BOLD | STRUCK | PRE | {"blockquote", "li", "dd"}


@dataclass(frozen=True, slots=True)
class Tag:
    """What the name of an element says."""

    has_edges: bool = False
    """It begins and ends on a line of its own."""
    has_margins: bool = False
    is_dropped: bool = False
    is_empty: bool = False
    """Nothing can be in it."""
    changes: bool = False
    """It leaves something to be put back at its end."""
    open: Callable[[Given], None] | None = None
    close: Callable[[], None] | None = None


OTHER = Tag()


def tags(handlers: _Handlers) -> dict[str, Tag]:
    """Put together what is known of each name, and what is done with it; all others are `OTHER`."""
    names = _BLOCKS | _MARGINS | _DROPPED | _EMPTY | _CHANGES | handlers.keys()
    return {
        name: Tag(
            name in _BLOCKS or name in _MARGINS,
            name in _MARGINS,
            name in _DROPPED,
            name in _EMPTY,
            name in _CHANGES,
            *handlers.get(name, (None, None)),
        )
        for name in names
    }
