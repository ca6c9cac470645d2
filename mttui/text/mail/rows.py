"""Puts rows together from pieces of text, breaks, margins and prefixes, as a renderer finds them."""

from __future__ import annotations

from dataclasses import replace

from mttui.text.line import Role, Span
from mttui.text.mail.letter import Kind, Row

_BLANK_ROWS = 2
"""How many blank rows stand at most between two rows of text."""
LINE_LIMIT = 16_000
"""How many characters a row has at most: one that is longer goes on in the next."""
_PREFIX = 40
"""How many characters a prefix has at most: what is deeper stays where it is."""


class RowBuilder:
    """The rows of one mail while it is rendered; `rows` and `kinds` go side by side."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.kinds: list[Kind] = []
        self.kind = Kind.BODY
        self.prefix = ""
        self.bullet = ""
        """The end of the prefix as the next row shows it: the mark of a list item."""
        self.space = False
        """Whether a blank stands between what is on the line and what comes next."""
        self.is_open = False
        """Whether the end of the line would leave anything."""
        self._length = 0
        self._is_sealed = False
        """Whether the last piece is a number, which nothing must be joined to."""
        self._texts: list[str] = []
        self._roles: list[Role] = []
        self._gap = 0
        self._held = False
        self._is_loose = False
        """Whether the last piece stands apart from a word that comes next."""
        self._before = ""

    def words(self, text: str, role: Role) -> None:
        """Put text on the line; its white space counts as one blank."""
        joined = " ".join(text.split())
        if not joined:
            self.space = True
            self._held = self.is_open = True
            return
        if self._texts and (self.space or text[0].isspace() or (self._is_loose and joined[0].isalnum())):
            # A blank before a link is not part of the link.
            if role is Role.LINK:
                self._texts[-1] += " "
            else:
                joined = " " + joined
        self.verbatim(joined, role)
        self.space = text[-1].isspace()
        self._is_loose = False

    def aside(self, text: str, role: Role) -> None:
        """Put words of ours on the line, apart from the words beside them."""
        self.words(f" {text}", role)
        self._is_loose = True

    def verbatim(self, text: str, role: Role) -> None:
        """Put text on the line as it is."""
        if self._length + len(text) > LINE_LIMIT:
            text = self._overflow(text, role)
        self.is_open = True
        self._length += len(text)
        if self._roles and self._roles[-1] is role and not self._is_sealed:
            self._texts[-1] += text
        else:
            self._texts.append(text)
            self._roles.append(role)
            self._is_sealed = False

    def _overflow(self, text: str, role: Role) -> str:
        """End the line and put all but the last piece of a text that is too long on lines of its own."""
        self.end_line()
        *full, last = pieces_of(text)
        for piece in full:
            self._put((Span(piece, role),))
        return last

    def marker(self, text: str) -> None:
        """Put the number of a link behind the link, on the row before when the line has ended."""
        if self._texts or not self.rows:
            self._texts.append(text)
            self._roles.append(Role.LINK)
            self.is_open = self._is_sealed = True
        else:
            last = self.rows[-1]
            self.rows[-1] = replace(last, spans=(*last.spans, Span(text, Role.LINK)))

    def end_line(self) -> None:
        """End the line, as the edge of a block does; an empty one leaves nothing."""
        if not self.is_open:
            return
        if self._texts:
            self._put(tuple(map(Span, self._texts, self._roles)))
            self._texts, self._roles, self._length = [], [], 0
            self._is_sealed = False
        else:
            self._gap = min(self._gap + 1, _BLANK_ROWS)
        self.space = self._held = self.is_open = False

    def break_line(self) -> None:
        """End the line, as `<br>` does; an empty one leaves a blank row."""
        self._held = not self._texts
        self.is_open = True
        self.end_line()

    def margin(self) -> None:
        """End the line, and have a blank row before what comes next."""
        self.end_line()
        self._gap = max(self._gap, 1)

    def close_up(self) -> None:
        """End the line, and have what comes next stand on the next one."""
        self.end_line()
        self._gap = 0

    def begin_item(self, mark: str) -> None:
        """Have the next row begin with a bullet or a number, and those after it stand in line."""
        before = self.push(" " * len(mark))
        self.bullet = mark if self.prefix != before else ""

    def rule(self) -> None:
        """Draw a line across."""
        self.end_line()
        self._put((Span("─" * 24, Role.MUTED),), wraps=False)

    def push(self, more: str) -> str:
        """Lengthen the prefix; return the one before, to be put back."""
        before = self.prefix
        if len(before) + len(more) <= _PREFIX:
            self.prefix = before + more
        return before

    def _put(self, spans: tuple[Span, ...], *, wraps: bool = True) -> None:
        if self.rows:
            self._blank_rows()
        self._gap = 0
        first = self.prefix
        if self.bullet:
            first = first[: -len(self.bullet)] + self.bullet
            self.bullet = ""
        self.rows.append(Row(spans, first, self.prefix, wraps))
        self.kinds.append(self.kind)
        self._before = self.prefix

    def _blank_rows(self) -> None:
        if not self._gap:
            return
        shorter, longer = sorted((self._before, self.prefix), key=len)
        edge = shorter.rstrip() if longer.startswith(shorter) else ""
        blank = Row((), edge, edge)
        kind = self.kind if self.kind is self.kinds[-1] else Kind.BODY
        self.rows.extend([blank] * self._gap)
        self.kinds.extend([kind] * self._gap)


def pieces_of(line: str) -> list[str]:
    """Cut a line into pieces that are short enough for a row, at spaces where there are any."""
    pieces: list[str] = []
    start = 0
    while len(line) - start > LINE_LIMIT:
        end = line.rfind(" ", start + LINE_LIMIT // 2, start + LINE_LIMIT) + 1 or start + LINE_LIMIT
        pieces.append(line[start:end])
        start = end
    pieces.append(line[start:])
    return pieces
