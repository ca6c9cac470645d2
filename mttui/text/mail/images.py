"""Images of a mail: never loaded, named where they have words, counted where they have none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mttui.text.figures import plural
from mttui.text.mail.looks import Given, said

_ALT_LIMIT = 300
_ADDRESS = 2_000
"""How many characters of an address or a style are looked at."""
_PIXEL = 2
"""How wide or high an image is at most that nobody is meant to see."""
_SIZE = re.compile(r"\s*(\d{1,9})(?:\.\d*)?\s*(?:px)?\s*").fullmatch
_STYLED_SIZE = re.compile(
    r"(?:^|[;\s])(?:max-)?(width|height)\s*:\s*(\d{1,9})(?:\.\d*)?(?:px)?\s*(?=!|;|$)", re.IGNORECASE
)
_SPACER = re.compile(r"(?:spacer|blank|clear|transparent|shim|1x1)[^/]*\.(?:gif|png)", re.IGNORECASE).search
_TRACKER = re.compile(
    r"/wf/open\b|/track(?:ing)?/(?:open|click\.php|o\b)|/open\.(?:php|aspx|gif)|/e/o/|/o\.gif|beacon|/pixel\b|"
    r"pixel\.(?:gif|png|php)|[/?&]open_?track",
    re.IGNORECASE,
).search
_FEW = 2
_REMOTE = ("http:", "https:", "//")


@dataclass(slots=True)
class Images:
    """Counts what is not shown."""

    pixels: int = 0
    wordless: int = 0

    def words(self, given: Given) -> str:
        """Return what stands for an image, empty for one without words, which is counted.

        A single symbol is an emoji that was sent as an image: it stands for itself.
        """
        alt = " ".join((said(given, "alt") or said(given, "title")).split())[:_ALT_LIMIT]
        if _is_pixel(_sizes(given)) or (not alt and _TRACKER(said(given, "src")[:_ADDRESS])):
            self._count_pixel(given)
            return ""
        if not alt:
            self.wordless += 1
            return ""
        is_symbol = len(alt) <= _FEW and not alt.isascii() and not alt.isalnum()
        return alt if is_symbol else f"[image: {alt}]"

    def count_hidden(self, given: Given) -> None:
        """Count an image that is hidden: it is there to be loaded, unless it is there for other screens."""
        sizes = _sizes(given)
        if not sizes or min(sizes.values()) <= _PIXEL:
            self._count_pixel(given)

    def _count_pixel(self, given: Given) -> None:
        """Count what nobody sees: a tracking pixel, when loading it would tell anybody."""
        source = said(given, "src")[:_ADDRESS].strip().lower()
        if source.startswith(_REMOTE) and not _SPACER(source):
            self.pixels += 1
        elif source:
            self.wordless += 1

    @property
    def notes(self) -> list[str]:
        """What the reader is told about them."""
        notes = [f"{plural(self.pixels, 'tracking pixel')}, not loaded"] if self.pixels else []
        if self.wordless:
            notes.append(f"{plural(self.wordless, 'image')} without words, not shown")
        return notes


def _sizes(given: Given) -> dict[str, int]:
    """Read width and height, in pixels, as far as they are given."""
    sizes = {name.lower(): int(size) for name, size in _STYLED_SIZE.findall(said(given, "style")[:_ADDRESS])}
    for name in ("width", "height"):
        if (size := _SIZE(said(given, name))) is not None:
            sizes.setdefault(name, int(size[1]))
    return sizes


def _is_pixel(sizes: Mapping[str, int]) -> bool:
    # A rule across or a spacer down is thin one way only.
    return len(sizes) == len(("width", "height")) and max(sizes.values()) <= _PIXEL
