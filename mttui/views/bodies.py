"""Message bodies as text to read. What they hold is made safe where it is shown, in ``text/``."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import ClassVar

MOST_READ = 256_000
"""Characters of a body that are read."""
_HTML = re.compile(r"<(?:!doctype|html|body|div|p|table|br|a|span|h[1-6]|mjml)\b", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n\s*\n\s*")
_SPACES = re.compile(r"[ \t\r\f\v]+")


def is_html(text: str) -> bool:
    """Say whether a text looks like HTML."""
    return _HTML.search(text[:4000]) is not None


def readable(text: str) -> str:
    """Return a body as text: of HTML the words, with the real targets of its links."""
    if not is_html(text):
        return text[:MOST_READ].replace("\r\n", "\n")
    reader = _Reader()
    reader.feed(text[:MOST_READ])
    reader.close()
    return _BLANK_LINES.sub("\n\n", "\n".join(row.strip() for row in reader.text.split("\n"))).strip()


class _Reader(HTMLParser):
    HIDDEN: ClassVar[frozenset[str]] = frozenset({"script", "style", "head", "title", "template", "noscript"})
    BREAKS: ClassVar[frozenset[str]] = frozenset(
        {
            "p",
            "div",
            "br",
            "tr",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "ul",
            "ol",
            "hr",
            "section",
        }
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._hidden = 0
        self._targets: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in self.HIDDEN
        if tag in self.BREAKS:
            self._parts.append("\n")
        if tag == "a":
            self._targets.append(dict(attrs).get("href") or "")
        if tag == "img" and (words := dict(attrs).get("alt")):
            self._parts.append(f"[{words}]")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in self.HIDDEN))
        if tag in self.BREAKS:
            self._parts.append("\n")
        if tag == "a" and self._targets and (target := self._targets.pop()):
            self._parts.append(f" <{target}>")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._parts.append(_SPACES.sub(" ", data.replace("\n", " ")))
