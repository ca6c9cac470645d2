"""Folding what the sender of a plain-text mail did not write: quoted mail and signatures.

The rule above all others: words of the sender are never folded away. What is in doubt stays in sight, and
when everything would be folded, nothing is.

Mail quotes in two ways. With `>` each line says that it is quoted, and what stands between is an answer.
Without, an introduction (see `quote_headers`) says that all that follows is; that is believed only when
something is written above it. A message that is passed on with nothing above it is what the mail is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .letter import Kind
from .quote_headers import Header, HeaderFinder, begins_forward
from .signatures import signature_start

_MARKS = "> |\t\r"
_INDENT = 3
"""Spaces that may stand before a `>`."""
_GAP = 2
"""Blank lines that may stand within a quotation, and between it and its introduction."""
_CONTEXT = 4
"""Lines of a quotation that stays in sight above its answer."""
_LEAST = 2
"""Lines that are folded when nothing introduces them."""
_LAST_GAPS = 3
"""Stretches between quotations that may be nothing but signature, from the end."""
_DEPTH = 3
"""Marks that begin the lines of Python's prompt."""
_LINK_REST = re.compile(r"\s{0,3}\(https?://\S{1,300}\)(?: ?>)?\s*|[^\s()]{1,300}\)\s*")
"""The rest of a link that a mail program wrapped without marking the new line as quoted."""
_LONGEST_REST = 320


@dataclass(frozen=True, slots=True)
class Fragment:
    """Lines of one kind."""

    kind: Kind
    start: int
    """The first line, counted from 0."""
    end: int
    """The line after the last."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines that `>` marks as quoted, with what introduces them."""

    start: int
    end: int
    header: Header | None
    first: int
    """The first line that is marked."""


def split_reply(text: str) -> tuple[Fragment, ...]:
    r"""Tell apart what the sender wrote, what is quoted, and the signature.

    Takes time in proportion to the length of the text, whatever is in it.

    Args:
        text: plain text, with `\n` or `\r\n` between its lines.

    Returns:
        Fragments that cover the lines of ``text.split("\n")`` in order, no two neighbours of one kind.
    """
    lines = text.split("\n")
    folded = list(_folded(lines))
    fragments = tuple(_filled(lines, folded))
    if not any(each.kind is Kind.BODY and _has_words(lines, each.start, each.end) for each in fragments):
        return (Fragment(Kind.BODY, 0, len(lines)),)
    return fragments


def _folded(lines: Sequence[str]) -> Iterator[Fragment]:
    """Find what is folded, in order."""
    heads = _heads(lines)
    found = _introductions(lines, heads)
    if found is None:
        yield from _signatures(lines, [(0, len(lines))])
        return
    headers, cut = found
    runs = _runs(lines, heads, headers, cut)
    gaps = _gaps(runs, cut)
    signatures = list(_signatures(lines, gaps))
    yield from sorted((*_quoted(lines, runs, gaps, signatures), *signatures), key=lambda each: each.start)
    if cut < len(lines):
        yield Fragment(Kind.QUOTE, cut, len(lines))


def _heads(lines: Sequence[str]) -> list[str]:
    """Find the first character of each line: `>` for quoted ones only, and nothing for blank ones."""
    heads = [line.lstrip()[:1] for line in lines]
    for at, head in enumerate(heads):
        if head == ">":
            line = lines[at]
            # ">From" is what mailboxes make of a line that begins with "From".
            mailbox = (
                line.startswith(">From ") and ">" not in heads[max(at - 1, 0) : at] + heads[at + 1 : at + 2]
            )
            if mailbox or line.find(">", 0, _INDENT + 1) < 0:
                heads[at] = "F"
    return heads


def _introductions(lines: Sequence[str], heads: list[str]) -> tuple[dict[int, Header], int] | None:
    """Find what introduces quotations.

    Returns:
        The introductions of lines with `>`, by the first such line, and the line from which all is quoted.
        None when the mail is a message passed on, which is not a quotation.
    """
    first = _first_words(lines, 0, len(lines))
    if heads[first : first + 1] == [">"] and begins_forward(lines[first]):
        return None
    headers: dict[int, Header] = {}
    own = 0
    believed = True
    for header in HeaderFinder(lines, heads):
        while own < header.start and heads[own] in ("", ">"):
            own += 1
        above = own < header.start
        below = _next(heads, header.end)
        if header.message and not above:
            return None
        if _mark_pipes(lines, heads, below) or heads[below : below + 1] == [">"]:
            headers[below] = header
            own = own if above else header.end
        elif header.sure and above and believed:
            return headers, header.start
        elif header.sure:
            believed = False  # who wrote what follows cannot be known
    return headers, len(lines)


def _next(heads: Sequence[str], at: int) -> int:
    """Find the next line that is not blank, not far below."""
    for below in range(at, min(at + _GAP + 1, len(heads))):
        if heads[below]:
            return below
    return at


def _mark_pipes(lines: Sequence[str], heads: list[str], at: int) -> bool:
    """Take lines that begin with `|` for quoted ones where an introduction stands above them."""
    below = at
    while below < len(heads) and heads[below] == "|" and lines[below].startswith("|"):
        heads[below] = ">"
        below += 1
    return below > at


def _runs(lines: Sequence[str], heads: Sequence[str], headers: dict[int, Header], cut: int) -> list[_Run]:
    """Put marked lines together that no words stand between."""
    runs: list[_Run] = []
    first = last = -1
    for at in [at for at, head in enumerate(heads[:cut]) if head == ">"]:
        if first >= 0 and at not in headers and _is_within(lines, heads, last, at):
            last = at
            continue
        if first >= 0:
            runs.append(_run(headers, first, last))
        first = last = at
    if first >= 0:
        runs.append(_run(headers, first, last))
    return runs


def _run(headers: dict[int, Header], first: int, last: int) -> _Run:
    header = headers.get(first)
    return _Run(header.start if header else first, last + 1, header, first)


def _is_within(lines: Sequence[str], heads: Sequence[str], last: int, at: int) -> bool:
    """Whether only blank lines, or the rest of a wrapped link, stand between two marked lines."""
    if at - last == 1:
        return True
    if at - last > _GAP + 1:
        return False
    if not any(heads[last + 1 : at]):
        return True
    rest = lines[last + 1]
    if at - last != 2 or len(rest) > _LONGEST_REST or not _LINK_REST.fullmatch(rest):  # noqa: PLR2004 (one line)
        return False
    before = lines[last]
    return rest.lstrip().startswith("(") or before.rfind("(http") > before.rfind(")")


def _gaps(runs: Sequence[_Run], cut: int) -> list[tuple[int, int]]:
    """Find the lines above, between and below the quotations."""
    starts = [0, *(run.end for run in runs)]
    ends = [*(run.start for run in runs), cut]
    return list(zip(starts, ends, strict=True))


def _signatures(lines: Sequence[str], gaps: Sequence[tuple[int, int]]) -> Iterator[Fragment]:
    """Find the signature, looking from the end up to the last words that are none."""
    for start, end in gaps[: -_LAST_GAPS - 1 : -1]:
        begins = signature_start(lines, start, end)
        if begins < end:
            yield Fragment(Kind.SIGNATURE, begins, end)
        if _has_words(lines, start, begins):
            return


def _quoted(
    lines: Sequence[str],
    runs: Sequence[_Run],
    gaps: Sequence[tuple[int, int]],
    signatures: Iterable[Fragment],
) -> Iterator[Fragment]:
    """Decide which quotations are folded.

    A short one with its answer below stays: the answer says little without it. With an introduction it
    stays only where the mail goes on like that, quotation and answer in turn.
    """
    ends = {each.end: each.start for each in signatures}
    answered = [_has_words(lines, start, ends.get(end, end)) for start, end in gaps[1:]]
    in_turn = sum(answered) > 1
    for run, answer in zip(runs, answered, strict=True):
        size = _size(lines, run)
        if answer and size <= _CONTEXT and (run.header is None or in_turn):
            continue
        if run.header is None and not answer and (size < _LEAST or _is_prompt(lines, run)):
            continue
        yield Fragment(Kind.QUOTE, run.start, run.end)


def _size(lines: Sequence[str], run: _Run) -> int:
    """Count the lines with words, as far as it matters."""
    size = 0
    for at in range(run.first, run.end):
        size += bool(lines[at].strip(_MARKS))
        if size > _CONTEXT:
            break
    return size


def _is_prompt(lines: Sequence[str], run: _Run) -> bool:
    return all(line.startswith(">" * _DEPTH) for line in lines[run.first : run.end] if line.strip())


def _has_words(lines: Sequence[str], start: int, end: int) -> bool:
    return _first_words(lines, start, end) < end


def _filled(lines: Sequence[str], folded: Iterable[Fragment]) -> Iterator[Fragment]:
    """Put the body between what is folded; blank lines go with what stands above them."""
    starts: list[tuple[int, Kind]] = []
    at = 0
    for each in (*folded, Fragment(Kind.BODY, len(lines), len(lines))):
        own = _first_words(lines, at, each.start)
        for start, kind, end in ((own, Kind.BODY, each.start), (each.start, each.kind, each.end)):
            if start < end and (not starts or starts[-1][1] is not kind):
                starts.append((start if starts else 0, kind))
        at = each.end
    starts = starts or [(0, Kind.BODY)]
    ends = [*(start for start, _ in starts[1:]), len(lines)]
    for (start, kind), end in zip(starts, ends, strict=True):
        yield Fragment(kind, start, end)


def _first_words(lines: Sequence[str], start: int, end: int) -> int:
    """Find the first line with words; `end` where there is none."""
    return next((at for at in range(start, end) if lines[at] and not lines[at].isspace()), end)
