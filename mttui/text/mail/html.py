"""HTML mail as rows of text.

The tree is built by a parser that does what browsers do, and written out again: then every tag
is closed, every attribute is quoted, and one regular expression reads it. That takes less time
than asking the parser for node after node, and no depth of nesting is a recursion.

Nothing is loaded, and no script, form or style sheet does anything.
"""

from __future__ import annotations

import html as references
import re
from collections.abc import Callable
from dataclasses import dataclass

from mttui.text.figures import count, plural
from mttui.text.line import Role
from mttui.text.mail.anchors import Anchors
from mttui.text.mail.bounds import within_bounds
from mttui.text.mail.fields import Fields
from mttui.text.mail.images import Images
from mttui.text.mail.letter import Kind, MailLink, Row
from mttui.text.mail.links import cleaned
from mttui.text.mail.lists import Lists
from mttui.text.mail.looks import PLAIN, Cue, Look, Looks, Sheet, attributes, unescaped
from mttui.text.mail.quoting import Quoting
from mttui.text.mail.rows import RowBuilder
from mttui.text.mail.tables import Tables

_RAW = re.compile(
    r"<!--.*?-->|<!DOCTYPE[^>]*>"
    r"|<(style|script|xmp|iframe|noembed|noframes)\b[^>]*>(.*?)</\1>"
    r"|<plaintext\b[^>]*>(.*)</plaintext>",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = 120_000
"""How many tags of a mail are read: twice what a rich one of 2 MB has."""
_TOKEN = re.compile(r"<(/?)([^\s>/]+)([^>]*)>([^<]*)")
_NO_END = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
_DROPPED = frozenset(("head", "noscript", "svg", "template", "title"))
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "body", "caption", "center", "dd", "details", "dialog", "div", "dt"),
        *(
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "html",
            "legend",
            "li",
            "main",
            "nav",
        ),
        *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
    )
)
_MARGINS = frozenset(
    ("blockquote", "dir", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "listing", "menu", "ol", "p", "pre", "ul")
)
_BOLD = frozenset(("b", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "th"))
_STRUCK = frozenset(("del", "s", "strike"))
_PRE = frozenset(("listing", "pre"))
_CHANGES = _BOLD | _STRUCK | _PRE | {"blockquote", "li", "dd"}

_TAME = re.compile("[\u00ad\u034f\u180e\u200b\u200e\u200f\u2060\ufeff]")
"""What leaves no trace on a screen: hints for the layout, and what fills preheaders."""
_LOOSE_JOINERS = re.compile("(?<![\u0300-\U0010ffff])[\u200c\u200d]+|[\u200c\u200d]+(?!\\S)")


@dataclass(frozen=True, slots=True)
class Rendered:
    """What an HTML mail says: its rows, and the kind of each as its mail program marked it."""

    rows: list[Row]
    kinds: list[Kind]
    links: tuple[MailLink, ...]
    notes: tuple[str, ...]


def render(html: str) -> Rendered:
    """Render an HTML mail; the caller has cut it to what is worth parsing."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 (takes a while, and most mail has text)

    try:
        html.encode()
    except UnicodeEncodeError:
        html = html.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    renderer = _Renderer()
    renderer.read(LexborHTMLParser(within_bounds(html)).html or "")
    return renderer.rendered()


@dataclass(frozen=True, slots=True)
class _Tag:
    """What the name of an element says."""

    has_edges: bool = False
    """It begins and ends on a line of its own."""
    has_margins: bool = False
    is_dropped: bool = False
    changes: bool = False
    """It leaves something to be put back at its end."""
    open: Callable[[str], None] | None = None
    close: Callable[[], None] | None = None


_OTHER = _Tag()
_Handlers = dict[str, tuple[Callable[[str], None] | None, Callable[[], None] | None]]


def _tags(handlers: _Handlers) -> dict[str, _Tag]:
    names = _BLOCKS | _MARGINS | _DROPPED | _CHANGES | handlers.keys()
    return {
        name: _Tag(
            name in _BLOCKS or name in _MARGINS,
            name in _MARGINS,
            name in _DROPPED,
            name in _CHANGES,
            *handlers.get(name, (None, None)),
        )
        for name in names
    }


@dataclass(slots=True)
class _Before:
    """An element that is open, and what was so before it."""

    is_bold: bool
    is_struck: bool
    is_invisible: bool
    is_pre: bool
    kind: Kind
    prefix: str
    is_tight: bool
    is_reply: bool = False


class _Renderer:
    """Walks over the tags of one mail."""

    def __init__(self) -> None:
        self._out = out = RowBuilder()
        self._sheet = Sheet()
        self._looks = Looks(self._sheet)
        self._images = Images()
        self._anchors = anchors = Anchors(out)
        self._quoting = quoting = Quoting(out)
        self._fields = fields = Fields(out)
        tables, lists = Tables(out), Lists(out)
        self._tags = _tags(
            {
                "a": (anchors.open, anchors.close),
                "blockquote": (quoting.open_quote, quoting.close_quote),
                "button": (fields.open, fields.close_button),
                "dd": (lists.open_definition, None),
                "dir": (lists.open, lists.close),
                "form": (fields.open_form, fields.close_form),
                "li": (lists.open_item, lists.close_item),
                "menu": (lists.open, lists.close),
                "ol": (lists.open_ordered, lists.close),
                "option": (fields.open_option, None),
                "select": (fields.open, fields.close_choice),
                "table": (tables.open, tables.close),
                "td": (tables.open_cell, tables.close_cell),
                "textarea": (fields.open, fields.close_area),
                "th": (tables.open_cell, tables.close_cell),
                "tr": (tables.open_row, None),
                "ul": (lists.open, lists.close),
            }
        )
        self._open: list[tuple[str, _Tag, _Before | None]] = []
        self._is_bold = self._is_struck = self._is_invisible = self._is_pre = False
        self._skipped = ""
        self._skipped_depth = 0
        self._skips_hidden = False
        self._hidden_words = 0
        self._is_cut = False

    def read(self, source: str) -> None:
        """Read a tree that was written out."""
        tokens = _TOKEN.findall(_RAW.sub(self._raw, source))
        self._is_cut = len(tokens) > _TAGS
        for closes, name, given, text in tokens[:_TAGS] if self._is_cut else tokens:
            if self._skipped:
                self._skip(closes, name, given, text)
                continue
            if closes:
                self._close(name)
            elif name in _NO_END:
                self._empty(name, given)
            else:
                self._start(name, given)
            if not text:
                continue
            if self._skipped:
                self._hide(text)
            elif text.isspace() and not self._is_pre:
                self._out.space = True
            else:
                self._text(text)
        self._out.end_line()
        self._quoting.finish()

    def rendered(self) -> Rendered:
        """Return what was read."""
        notes = [f"cut after {count(_TAGS)} tags: the rest was not read"] if self._is_cut else []
        if self._hidden_words:
            notes.append(f"hidden text left out: {plural(self._hidden_words, 'word')}")
        notes += self._images.notes
        if self._fields.note:
            notes.append(self._fields.note)
        return Rendered(self._out.rows, self._out.kinds, self._anchors.links.all(), tuple(notes))

    def _raw(self, found: re.Match[str]) -> str:
        """Take out comments and what is not text; what stands in `<xmp>` stays as it was typed."""
        name, text, rest = found.groups()
        if name == "style":
            self._sheet.read(text)
        typed = text if name == "xmp" else rest
        return f"<pre>{references.escape(typed, quote=False)}</pre>" if typed else ""

    # What is dropped.

    def _skip(self, closes: str, name: str, given: str, text: str) -> None:
        if name == self._skipped:
            self._skipped_depth += -1 if closes else 1
            if not self._skipped_depth:
                self._skipped = ""
                if text:
                    self._text(text)
                return
        if name == "img":
            self._images.count_hidden(attributes(given))
        if text:
            self._hide(text)

    def _hide(self, text: str) -> None:
        if self._skips_hidden:
            self._hidden_words += len(_tamed(unescaped(text)).split())

    # Elements.

    def _start(self, name: str, source: str) -> None:
        tag = self._tags.get(name, _OTHER)
        look = self._looks.of(name, source) if source else PLAIN
        if look.is_hidden or tag.is_dropped:
            self._skipped, self._skipped_depth, self._skips_hidden = name, 1, look.is_hidden
            return
        if tag.has_edges and self._out.is_open:
            self._out.end_line()
        if tag.has_margins and not look.is_tight:
            self._out.margin()
        before = None
        if tag.changes or look is not PLAIN:
            # What most elements do not need: to have something put back when they end.
            before = self._before(look)
            before.is_reply = self._apply(name, look)
        self._open.append((name, tag, before))
        if tag.open is not None:
            tag.open(source)
        elif "@" in name:
            # Somebody forgot that `<budi@example.com>` is a tag.
            self._text(f"<{name}>")

    def _before(self, look: Look) -> _Before:
        return _Before(
            self._is_bold,
            self._is_struck,
            self._is_invisible,
            self._is_pre,
            self._out.kind,
            self._out.prefix,
            look.is_tight,
        )

    def _apply(self, name: str, look: Look) -> bool:
        self._is_bold = self._is_bold or look.is_bold or name in _BOLD
        self._is_struck = self._is_struck or name in _STRUCK
        self._is_pre = self._is_pre or look.is_pre or name in _PRE
        if look.is_invisible is not None:
            self._is_invisible = look.is_invisible
        return look.cue is not Cue.NONE and self._quoting.open_cue(look.cue, name)

    def _close(self, name: str) -> None:
        if not self._open or name != self._open[-1][0]:
            # What was typed into an element of raw text may look like the end of one.
            return
        _, tag, before = self._open.pop()
        if tag.has_edges and self._out.is_open:
            self._out.end_line()
        if tag.has_margins and not (before is not None and before.is_tight):
            self._out.margin()
        if tag.close is not None:
            tag.close()
        if before is not None:
            self._put_back(before)

    def _put_back(self, before: _Before) -> None:
        if before.is_reply:
            self._quoting.close_reply()
        self._is_bold, self._is_struck = before.is_bold, before.is_struck
        self._is_invisible, self._is_pre = before.is_invisible, before.is_pre
        self._out.kind, self._out.prefix = before.kind, before.prefix

    def _empty(self, name: str, source: str) -> None:
        if name == "br":
            self._out.break_line()
        elif name == "hr":
            self._rule(source)
        elif name == "img":
            self._image(attributes(source), is_hidden=self._looks.of(name, source).is_hidden)
        elif name == "area":
            self._area(attributes(source))
        elif name == "input" and not self._looks.of(name, source).is_hidden:
            self._fields.input(source)

    def _rule(self, source: str) -> None:
        self._out.end_line()
        look = self._looks.of("hr", source)
        if look.cue is not Cue.NONE:
            self._quoting.open_cue(look.cue, "hr")
        self._out.rule()

    def _image(self, given: dict[str, str], *, is_hidden: bool) -> None:
        if is_hidden:
            self._images.count_hidden(given)
            return
        self._anchors.holds_image = True
        self._words(self._images.words(given))

    def _area(self, given: dict[str, str]) -> None:
        self._anchors.follow(cleaned(given.get("href", "")))
        self._words(f"[image: {given.get('alt') or given.get('title') or 'a part of it'}]")
        self._anchors.close()

    # Text.

    def _text(self, text: str) -> None:
        if "&" in text:
            text = unescaped(text)
        if not text.isascii():
            text = _tamed(text)
            if not text:
                return
        if self._fields.captured is not None:
            self._fields.captured.append(text)
        elif self._is_invisible:
            self._hidden_words += len(text.split())
        else:
            self._seen(text)

    def _seen(self, text: str) -> None:
        role = Role.STRONG if self._is_bold else Role.NORMAL
        if self._anchors.is_open:
            self._anchors.texts.append(text)
            role = Role.LINK
        elif self._is_struck:
            role = Role.MUTED
        if self._is_pre:
            self._as_typed(text, role)
        else:
            self._out.words(text, role)

    def _as_typed(self, text: str, role: Role) -> None:
        for at, line in enumerate(text.split("\n")):
            if at:
                self._out.break_line()
            typed = line.replace("\r", "").replace("\u00a0", " ").expandtabs(8)
            if typed:
                self._out.verbatim(typed, role)

    def _words(self, text: str) -> None:
        """Put words of ours on the line, apart from what stands beside them."""
        if not text:
            return
        if self._anchors.is_open:
            self._anchors.texts.append(text)
        self._out.aside(text, Role.LINK if self._anchors.is_open else Role.MUTED)


def _tamed(text: str) -> str:
    """Leave out what cannot be seen and fills the space of preheaders; joiners of letters stay."""
    text = _TAME.sub("", text)
    return _LOOSE_JOINERS.sub("", text) if "\u200c" in text or "\u200d" in text else text
