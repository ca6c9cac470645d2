"""What a mail program marked as quoted, while an HTML mail is rendered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mttui.text.mail.introductions import simple_form
from mttui.text.mail.letter import Kind, Row
from mttui.text.mail.looks import Cue, Given, said
from mttui.text.mail.quote_words import FIELDS, Field
from mttui.text.mail.rows import RowBuilder

_LABEL = re.compile(r"\W{0,3}([^\W\d][^:：]{0,24})[:：]").match
_HEADERS_WITHIN = 8


@dataclass(slots=True)
class _Reply:
    """An element that holds an attribution and quotes: what stands after a quote is an answer."""

    start: int
    kind: Kind
    quotes: list[tuple[int, int]] = field(default_factory=list)


class Quoting:
    """Follows quotes, and says of each row whose words it holds."""

    def __init__(self, out: RowBuilder) -> None:
        self._out = out
        self._quotes: list[int] = []
        self._replies: list[_Reply] = []
        self._rest: list[tuple[int, bool]] = []

    def open_quote(self, given: Given) -> None:
        """Begin a `<blockquote>`.

        It is believed to be a quoted mail when it says so, or when it stands where a mail
        program puts quotes; its class is not enough, paragraphs are indented with it too.
        """
        if said(given, "type").lower() == "cite":
            self._out.kind = Kind.QUOTE
        self._quotes.append(len(self._out.rows))
        self._out.push("> ")

    def close_quote(self) -> None:
        """End the `<blockquote>`."""
        start = self._quotes.pop()
        if self._replies:
            self._replies[-1].quotes.append((start, len(self._out.rows)))

    def open_cue(self, cue: Cue, name: str) -> bool:
        """Begin an element that a mail program gave a name; say whether its end matters."""
        out = self._out
        if cue is Cue.REPLY:
            if name == "blockquote":
                return False
            self._replies.append(_Reply(len(out.rows), out.kind))
            out.kind = Kind.QUOTE
            return True
        if cue is Cue.QUOTE:
            out.kind = Kind.QUOTE
        elif cue is Cue.SIGNATURE and out.kind is Kind.BODY:
            out.kind = Kind.SIGNATURE
        elif cue in (Cue.REST, Cue.HEADERS):
            self._rest.append((len(out.rows), cue is Cue.REST))
        return False

    def close_reply(self) -> None:
        """End the element with an attribution and quotes in it."""
        reply = self._replies.pop()
        quotes = [each for each in reply.quotes if each[1] > each[0]]
        if not quotes:
            return
        kinds = self._out.kinds
        end_of_all = len(kinds)
        done = quotes[0][1]
        # A table that was rewritten may have made the mail shorter since.
        for quote_start, end in (*quotes[1:], (end_of_all, end_of_all)):
            start = min(quote_start, end_of_all)
            if start > done:
                kinds[done:start] = [reply.kind] * (start - done)
            done = max(done, end)

    def finish(self) -> None:
        """Mark everything after the point from which on all is quoted."""
        rows, kinds = self._out.rows, self._out.kinds
        for cue, is_sure in self._rest:
            if is_sure or _begin_with_headers(rows[cue : cue + 2 * _HEADERS_WITHIN]):
                start = _rule_above(rows, min(cue, len(rows)))
                kinds[start:] = [Kind.QUOTE] * (len(kinds) - start)
                return


def _rule_above(rows: Sequence[Row], start: int) -> int:
    above = start
    while above and not rows[above - 1].spans:
        above -= 1
    return above - 1 if above and rows[above - 1].words.strip("─") == "" else start


def _begin_with_headers(rows: Sequence[Row]) -> bool:
    """Whether the rows begin as a quoted mail does: from whom, when, and to whom or about what.

    No less will do: the mail that a contact form sends has fields in a frame too.
    """
    lines = [each for each in (row.words.strip() for row in rows) if each.strip("─")][:_HEADERS_WITHIN]
    labels = [_LABEL(each) for each in lines]
    if not labels or labels[0] is None:
        return False
    fields = {FIELDS.get(simple_form(label[1]).strip("* _")) for label in labels if label is not None}
    return {Field.FROM, Field.DATE} <= fields and not fields.isdisjoint((Field.TO, Field.SUBJECT))
