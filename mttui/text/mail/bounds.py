"""Keeps an HTML mail within what can be parsed in no time, whoever wrote it.

A parser that follows the standard needs time by the square of how deeply elements nest and of
how many attributes one has, and makes copies of elements of style that were never closed. A
megabyte of `<div>` takes it a minute. Browsers stop at 512 levels; so does this.
"""

from __future__ import annotations

import re

LIMIT = 2_000_000
"""How many characters of an HTML mail are read."""
DEPTH = 400
_STYLED = 40
"""How many elements of style may be open within each other."""
_COPIES = 200_000
"""How many elements the parser may have to make again in all."""
_ATTRIBUTES = 2_000
"""How many characters of attributes, without their values, an element may have."""
_FEW = 1_000
"""How many tags do no harm, however they nest."""

# What the parser closes by itself, or never opens, nests by means of the others only.
_STYLES = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
_ENDS_ITSELF = frozenset(("a", "nobr"))
"""A second one ends the first."""
_ONCE = frozenset(("html", "body"))
"""A second one gives its attributes to the first."""
_OWN_END = frozenset(
    (
        *(
            "area",
            "base",
            "body",
            "br",
            "col",
            "colgroup",
            "dd",
            "dt",
            "embed",
            "head",
            "hr",
            "html",
            "img",
            "input",
        ),
        *(
            "li",
            "link",
            "meta",
            "optgroup",
            "option",
            "p",
            "param",
            "rp",
            "rt",
            "source",
            "tbody",
            "td",
            "tfoot",
        ),
        *("th", "thead", "tr", "track", "wbr"),
    )
)
_ATTRIBUTE = r"""[\s/]++|=?[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_GATHERS = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_DOCUMENTS = 20
"""How many documents may be pasted into one; each adds its attributes to the first."""
_NAME = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_MANY_ATTRIBUTES = re.compile(rf"<[a-z][^\s/>]*+(?:{_ATTRIBUTE}){{400}}", re.IGNORECASE)
_TAG = re.compile(
    r"<!--.*?(?:--!?>|\Z)"
    r"|<(?P<raw>style|script|title|textarea|xmp|iframe|noembed|noframes)\b[^>]*>.*?(?=</(?P=raw)|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)"
    rf"(?P<attributes>(?:{_ATTRIBUTE})*+)>?",
    re.IGNORECASE | re.DOTALL,
)
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)""")


def within_bounds(html: str) -> str:
    """Return `html` without the tags that nest too deeply and the attributes beyond reason.

    No text is lost by that, save after so many unclosed elements of style that the parser would
    run out of memory: there the mail ends.
    """
    if (html.count("<") <= _FEW or _is_shallow(html)) and not _has_many_attributes(html):
        return html
    guard = _Guard()
    kept: list[str] = []
    done = 0
    for tag in _TAG.finditer(html):
        if guard.passes(tag):
            continue
        if guard.copies > _COPIES:
            return "".join([*kept, html[done : tag.start()]])
        kept.append(html[done : tag.start()])
        kept.append(guard.instead)
        done = tag.end()
    return html if not kept else "".join([*kept, html[done:]])


def _has_many_attributes(html: str) -> bool:
    return len(_GATHERS.findall(html)) > _DOCUMENTS or _MANY_ATTRIBUTES.search(html) is not None


def _is_shallow(html: str) -> bool:
    """Count roughly, and with nothing left out: comments may make it seem deeper than it is."""
    is_open: dict[str, int] = {}
    depth = copies = styled = 0
    for ends, name in _NAME.findall(html):
        if name in _OWN_END:
            copies += styled
            continue
        already = is_open.get(name, 0)
        if ends:
            if already:
                is_open[name] = already - 1
                depth -= 1
                styled -= name in _STYLES
            continue
        if name in _STYLES:
            if already and name in _ENDS_ITSELF:
                continue
            styled += 1
        else:
            copies += styled
        is_open[name] = already + 1
        depth += 1
        if depth >= DEPTH or styled >= _STYLED:
            return False
    return copies <= _COPIES


class _Guard:
    """Follows what is open, roughly, and says which tags to leave out."""

    def __init__(self) -> None:
        self.copies = 0
        self.instead = ""
        """What stands for the tag that did not pass."""
        self._open: dict[str, int] = {}
        self._depth = 0
        self._styled = 0
        self._left_out: dict[str, int] = {}

    def passes(self, tag: re.Match[str]) -> bool:
        name = tag["name"]
        if name is None:
            return True
        name = name.lower()
        if tag["end"]:
            return self._closes(name)
        if not self._opens(name):
            self.instead = " "
            return False
        given = tag["attributes"]
        if len(given) > _ATTRIBUTES and len(_VALUE.sub("", given)) > _ATTRIBUTES:
            self.instead = f"<{name}>"
            return False
        return True

    def _opens(self, name: str) -> bool:
        if name in _OWN_END:
            if name in _ONCE:
                self._open[name] = self._open.get(name, 0) + 1
                return self._open[name] == 1
            self.copies += self._styled
            return self.copies <= _COPIES
        is_style = name in _STYLES
        if self._depth >= DEPTH or (is_style and self._styled >= _STYLED):
            self._left_out[name] = self._left_out.get(name, 0) + 1
            return False
        already = self._open.get(name, 0)
        if already and name in _ENDS_ITSELF:
            return True
        self._open[name] = already + 1
        self._depth += 1
        if is_style:
            self._styled += 1
        else:
            self.copies += self._styled
        return self.copies <= _COPIES

    def _closes(self, name: str) -> bool:
        if self._left_out.get(name):
            self._left_out[name] -= 1
            self.instead = " "
            return False
        if self._open.get(name):
            self._open[name] -= 1
            self._depth -= 1
            self._styled -= name in _STYLES
        return True
