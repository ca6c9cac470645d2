"""The settings of the inbox and the saved answers: what each means and what it is without a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Advance(StrEnum):
    """What is shown after something was done to a thread."""

    NEXT = "next"
    PREVIOUS = "previous"
    STAY = "stay"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class AdvanceSettings:
    """`[inbox.advance]`: what is shown after each action: next, previous, stay or list."""

    done: Advance = Advance.NEXT
    """After a thread was closed."""

    pending: Advance = Advance.NEXT
    """After it was set pending."""

    snooze: Advance = Advance.NEXT
    """After it was snoozed."""

    reply: Advance = Advance.NEXT
    """After a reply was put on its way."""

    labels: Advance = Advance.STAY
    """After its labels were changed."""


@dataclass(frozen=True, slots=True)
class TargetSettings:
    """`[inbox.targets]`: how long people may wait for an answer: 30m, 4h, 2d, 1h30m."""

    first: timedelta = timedelta(hours=4)
    """For the first answer."""

    next: timedelta = timedelta(hours=8)
    """For each one after it."""


@dataclass(frozen=True, slots=True)
class SplitSettings:
    """`[[inbox.splits]]`: a saved filter. A thread is in it that meets every condition given."""

    name: str
    """What it is called, briefly; each has another name."""

    status: str = "open"
    """How far threads are dealt with: open, pending, snoozed, closed or any."""

    labels: tuple[str, ...] = ()
    """Labels that they all have."""

    category: str | None = None
    """What they were classified as."""

    sentiment: str | None = None
    """The mood that was heard in them."""

    priority: str | None = None
    """How urgent they were found."""

    older_than: timedelta | None = None
    """How long ago the last message came in, at least."""

    younger_than: timedelta | None = None
    """How long ago the last message came in, at most."""

    first: timedelta | None = None
    """How long the first answer may take here. Without a word: as in [inbox.targets]."""

    next: timedelta | None = None
    """How long each one after it may take here. Without a word: as in [inbox.targets]."""


@dataclass(frozen=True, slots=True)
class InboxSettings:
    """`[inbox]`: how threads are worked."""

    undo_seconds: int = 10
    """How many seconds a reply can be called back, 0 to 120."""

    claim: str | None = None
    """Your name, to put the label claim:NAME on a thread while you answer it. Without a word: no label."""

    classify_on_arrival: bool = True
    """Ask the platform what a new message is about; what it suggests is never applied by itself."""

    advance: AdvanceSettings = AdvanceSettings()
    """What is shown after each action."""

    targets: TargetSettings = TargetSettings()
    """How long people may wait for an answer."""

    splits: tuple[SplitSettings, ...] = ()
    """Saved filters, shown after Open, Pending, Snoozed and Closed."""

    @property
    def claim_label(self) -> str | None:
        """The label that says who is answering a thread."""
        return f"claim:{self.claim}" if self.claim else None


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """`[answers.NAME]`: a saved answer, and what is done to the thread with it."""

    text: str
    """The answer. {{name}}, {{first_name}}, {{email}}, {{subject}}, {{me}} are filled in, others by hand."""

    title: str = ""
    """What it is called in the picker. Without a word: its name."""

    key: str | None = None
    """One character that chooses it in the picker; each has another."""

    labels: tuple[str, ...] = ()
    """Labels to put on the thread."""

    status: str | None = None
    """The status to set: open, pending, snoozed or closed. Without a word it is left as it is."""

    snooze: timedelta | None = None
    """How long to snooze the thread, once it is sent; status is then snoozed, or left out."""
