"""HTML mail as rows of text.

A parser that does what browsers do builds the tree; this walks over it, node by node, without a
recursion that a deep mail could exhaust. Nothing is loaded, and no script, form or style sheet
does anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mttui.text.figures import count, plural
from mttui.text.line import Role
from mttui.text.mail.anchors import Anchors
from mttui.text.mail.bounds import within_bounds
from mttui.text.mail.fields import Fields
from mttui.text.mail.images import Images
from mttui.text.mail.letter import Kind, MailLink, Row
from mttui.text.mail.links import cleaned
from mttui.text.mail.lists import Lists
from mttui.text.mail.looks import PLAIN, Cue, Given, Look, Looks, Sheet, said
from mttui.text.mail.quoting import Quoting
from mttui.text.mail.rows import RowBuilder
from mttui.text.mail.tables import Tables
from mttui.text.mail.tags import BOLD, OTHER, PRE, STRUCK, Tag, tags

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ELEMENTS = 60_000
"""How many elements of a mail are read: twice what a rich one of 2 MB has."""
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
    tree = LexborHTMLParser(within_bounds(html))
    renderer = _Renderer("".join(style.text() for style in tree.css("style")))
    if tree.root is not None:
        renderer.read(tree.root)
    return renderer.rendered()


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
    """Walks over the elements of one mail."""

    def __init__(self, css: str) -> None:
        self._out = out = RowBuilder()
        self._looks = Looks(Sheet.of(css))
        self._images = Images()
        self._anchors = anchors = Anchors(out)
        self._quoting = quoting = Quoting(out)
        self._fields = fields = Fields(out)
        tables, lists = Tables(out), Lists(out)
        self._tags = tags(
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
        self._open: list[tuple[LexborNode, Tag, _Before | None]] = []
        self._is_bold = self._is_struck = self._is_invisible = self._is_pre = False
        self._hidden_words = 0
        self._is_cut = False

    def read(self, root: LexborNode) -> None:
        """Read a tree, each node in its order."""
        node = root
        left = _ELEMENTS
        while left:
            name = node.tag or "-"
            if name == "-text":
                self._text(node.text_content or "")
            elif not name.startswith("-"):
                left -= 1
                if self._start(name, node):
                    child = node.first_child
                    if child is not None:
                        node = child
                        continue
                    self._close()
            following = node.next
            while following is None and self._open:
                following = self._close().next
            if following is None:
                break
            node = following
        self._is_cut = not left
        self._out.end_line()
        self._quoting.finish()

    def rendered(self) -> Rendered:
        """Return what was read."""
        notes = [f"cut after {count(_ELEMENTS)} elements: the rest was not read"] if self._is_cut else []
        if self._hidden_words:
            notes.append(f"hidden text left out: {plural(self._hidden_words, 'word')}")
        notes += self._images.notes
        if self._fields.note:
            notes.append(self._fields.note)
        return Rendered(self._out.rows, self._out.kinds, self._anchors.links.all(), tuple(notes))

    # Elements.

    def _start(self, name: str, node: LexborNode) -> bool:
        """Begin an element; say whether it is open now, and what is in it is to be read."""
        tag = self._tags.get(name, OTHER)
        if tag.is_dropped:
            self._leave_out(node, is_hidden=False)
            return False
        given = node.attributes
        look = self._looks.of(name, given) if given else PLAIN
        if tag.is_empty:
            self._empty(name, given, look)
            return False
        if look.is_hidden:
            self._leave_out(node, is_hidden=True)
            return False
        if tag.has_edges and self._out.is_open:
            self._out.end_line()
        if tag.has_margins and not look.is_tight:
            self._out.margin()
        before = None
        if tag.changes or look is not PLAIN:
            # What most elements do not need: to have something put back when they end.
            before = self._before(look)
            before.is_reply = self._apply(name, look)
        self._open.append((node, tag, before))
        if tag.open is not None:
            tag.open(given)
        elif "@" in name:
            # Somebody forgot that `<budi@example.com>` is a tag.
            self._text(f"<{name}>")
        return True

    def _leave_out(self, node: LexborNode, *, is_hidden: bool) -> None:
        """Pass over an element, counting the images that would have told of it, and what was hidden."""
        for each in node.traverse(include_text=is_hidden):
            if each.tag == "img":
                self._images.count_hidden(each.attributes)
            elif each.tag == "-text":
                self._hidden_words += len(_tamed(each.text_content or "").split())

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
        self._is_bold = self._is_bold or look.is_bold or name in BOLD
        self._is_struck = self._is_struck or name in STRUCK
        self._is_pre = self._is_pre or look.is_pre or name in PRE
        if look.is_invisible is not None:
            self._is_invisible = look.is_invisible
        return look.cue is not Cue.NONE and self._quoting.open_cue(look.cue, name)

    def _close(self) -> LexborNode:
        """End the element that was opened last; return it."""
        node, tag, before = self._open.pop()
        if tag.has_edges and self._out.is_open:
            self._out.end_line()
        if tag.has_margins and not (before is not None and before.is_tight):
            self._out.margin()
        if tag.close is not None:
            tag.close()
        if before is not None:
            self._put_back(before)
        return node

    def _put_back(self, before: _Before) -> None:
        if before.is_reply:
            self._quoting.close_reply()
        self._is_bold, self._is_struck = before.is_bold, before.is_struck
        self._is_invisible, self._is_pre = before.is_invisible, before.is_pre
        self._out.kind, self._out.prefix = before.kind, before.prefix

    def _empty(self, name: str, given: Given, look: Look) -> None:
        if name == "br":
            self._out.break_line()
        elif name == "hr":
            self._rule(look)
        elif name == "img":
            self._image(given, look)
        elif name == "area":
            self._area(given)
        elif name == "input" and not look.is_hidden:
            self._fields.input(given)

    def _rule(self, look: Look) -> None:
        self._out.end_line()
        if look.cue is not Cue.NONE:
            self._quoting.open_cue(look.cue, "hr")
        self._out.rule()

    def _image(self, given: Given, look: Look) -> None:
        if look.is_hidden:
            self._images.count_hidden(given)
            return
        self._anchors.holds_image = True
        self._words(self._images.words(given))

    def _area(self, given: Given) -> None:
        self._anchors.follow(cleaned(said(given, "href")))
        self._words(f"[image: {said(given, 'alt') or said(given, 'title') or 'a part of it'}]")
        self._anchors.close()

    # Text.

    def _text(self, text: str) -> None:
        if text.isspace() and text.isascii() and not self._is_pre:
            self._out.space = True
            return
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
