"""What is said about a list of threads, and about the thread that is read."""

from __future__ import annotations

from mttui.api.models.inbound import InboundVerdict
from mttui.api.models.threads import Thread
from mttui.api.pages import MAX_PER_PAGE
from mttui.stores.inbox.splits import ANY
from mttui.stores.inbox.thread_list import SCAN_PAGES, ThreadList
from mttui.text import Line, Role, Span, count, line, plural, truncate

from .headline import age_span, error_lines
from .inbox import name_of
from .keyboard import Keyboard, find_key

_AS_MOST = frozenset({"neutral", "normal priority"})


def list_words(threads: ThreadList, now: float) -> Line:
    """Write on the right of the splits how old the list is."""
    collection = threads.collection
    return (age_span(collection.read_at, now, collection.error), Span(" "))


def about_lines(threads: ThreadList, width: int) -> list[Line]:
    """Write what the list is where it is not just what the platform lists, and what is wrong with it."""
    lines: list[Line] = []
    collection = threads.collection
    if threads.looks_through:
        parts = []
        if threads.search is not None:
            parts.append(f"“{threads.search.words}”")
        if threads.by_breach:
            parts.append("who is to be answered first")
        total = collection.total
        looked = min(collection.loaded, total or 0)
        where = f"looked through {count(looked)} of {count(total)}"
        if total is not None and total > SCAN_PAGES * MAX_PER_PAGE:
            where += ", the latest: the platform cannot filter threads"
        said = " · ".join([*parts, where])
        lines.append(
            line(
                " ",
                Span("/ " if threads.search else "", Role.KEY),
                Span(truncate(said, width - 4), Role.MUTED),
            )
        )
    if collection.error is not None:
        lines += error_lines(collection.error, width)
    return lines


def empty_words(threads: ThreadList) -> str:
    """Say why a list of threads is empty."""
    collection = threads.collection
    if collection.error is not None and collection.total is None:
        return "It could not be read."
    if collection.total is None or (threads.looks_through and not threads.is_scanned):
        return "Asking …"
    if threads.search is not None:
        return "No thread has these words. esc shows all."
    if threads.split.saved is not None or threads.split.status == ANY:
        return "No thread fits."
    return f"Nothing {threads.split.status}."


def verdict_line(
    verdict: InboundVerdict | None, thread: Thread, keyboard: Keyboard, width: int
) -> list[Line]:
    """Write which key takes the labels that the classifier suggests, why, and what else it noticed.

    What most mails are, neutral and of normal priority, is not said, and a category not twice.
    """
    missing = missing_labels(verdict, thread) if verdict is not None else ()
    if verdict is None or not missing:
        return []
    left_out = {*_AS_MOST, *(label.casefold() for label in missing)}
    said = ", ".join(each for each in _noticed(verdict) if each.casefold() not in left_out)
    offer = f"{keyboard.shown(find_key('inbox.classify'))} labels it {', '.join(missing)}"
    why = f" (by {verdict.reason})" if verdict.reason else ""
    words = f"{said} · {offer}{why}" if said else f"{offer}{why}"
    return [line(Span(" ≈ ", Role.MUTED), Span(truncate(words, max(1, width - 4)), Role.MUTED))]


def missing_labels(verdict: InboundVerdict, thread: Thread) -> tuple[str, ...]:
    """Return the suggested labels that a thread does not have."""
    there = {each.casefold() for each in thread.labels}
    return tuple(each for each in verdict.suggested_labels if each.casefold() not in there)


def verdict_words(verdict: InboundVerdict) -> str:
    """Say what a mail is about, and which words told."""
    said = ", ".join(_noticed(verdict))
    return f"{said} (by {verdict.reason})" if said and verdict.reason else said


def _noticed(verdict: InboundVerdict) -> list[str]:
    """Return in words what the classifier says of a mail."""
    priority = f"{verdict.priority} priority" if verdict.priority else None
    return [each for each in (verdict.category, verdict.sentiment, priority) if each]


def targets_words(threads: list[Thread], verb: str) -> str:
    """Say what is done to threads, as ``Closed 3 threads``."""
    if len(threads) == 1:
        return f"{verb} {name_of(threads[0])}"
    return f"{verb} {plural(len(threads), 'thread')}"
