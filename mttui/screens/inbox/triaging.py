"""What is done with threads by one key: close, set pending, reopen, snooze, label, classify, take back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mttui.api.errors import ApiError
from mttui.api.models.inbound import InboundVerdict
from mttui.api.models.threads import Thread
from mttui.local.errors import DatabaseError
from mttui.local.inbox_settings import Advance
from mttui.local.opinions import Decision, Opinion
from mttui.screens.choose import Choose
from mttui.screens.dialogs import Confirm, Question
from mttui.screens.saying import say_error
from mttui.stores.inbox.splits import CLOSED, OPEN, PENDING, status_of
from mttui.text import Role, plural
from mttui.views.choices import Choice
from mttui.views.inbox import name_of
from mttui.views.inbox_words import missing_labels, targets_words, verdict_words
from mttui.views.keyboard import find_key

from .moving import Moving

if TYPE_CHECKING:
    from .snooze import Asleep

_SETS = {"inbox.done": CLOSED, "inbox.pending": PENDING, "inbox.open": OPEN}
ASK_FROM = 25
"""Threads from which on a bulk change is asked about first."""


class Triaging(Moving):
    """Changes threads: the screen moves at once, the request follows."""

    # On what

    def targets(self) -> list[Thread]:
        """Return the marked threads, or the one that is selected."""
        latest = self.inbox.latest
        if self.threads.marks:
            return [latest(each) for each in self.threads.marks.values()]
        thread = self.selected
        return [] if thread is None else [thread]

    def reason_against(self, key_id: str) -> str | None:
        """Say why a key cannot work now."""
        if key_id == "undo":
            if self.session.profile.read_only:
                return super().reason_against(key_id)
            return None if self.inbox.triage.last_act else super().reason_against(key_id)
        reason = super().reason_against(key_id)
        sets = _SETS.get(key_id)
        if reason is None and sets is not None and self.is_mounted and (threads := self.targets()):
            return f"It is {sets} already." if all(status_of(each) == sets for each in threads) else None
        needs_thread = key_id.startswith("inbox.") and find_key(key_id).changes
        if reason is None and needs_thread and self.is_mounted and not self.targets():
            return "No thread is selected."
        return reason

    # Status

    def action_inbox_done(self) -> None:
        """Close."""
        self._set_status(CLOSED, "Close", "Closed", self.inbox.settings.advance.done)

    def action_inbox_pending(self) -> None:
        """Set pending."""
        self._set_status(PENDING, "Set pending", "Set pending", self.inbox.settings.advance.pending)

    def action_inbox_open(self) -> None:
        """Reopen."""
        self._set_status(OPEN, "Open again", "Opened again", Advance.NEXT)

    def _set_status(self, status: str, verb: str, done: str, advance: Advance) -> None:
        threads = self.targets()

        def change() -> None:
            words = targets_words(threads, done)
            changed = self.inbox.snoozing.change(threads, words, status)
            if not changed:
                self.tell(f"{targets_words(threads, 'It is so already:')}.", Role.WARN)
                return
            self.done_with(changed, words, advance)

        self._ask_if_many(threads, verb, change)

    def _ask_if_many(self, threads: Sequence[Thread], verb: str, do: Callable[[], None]) -> None:
        if len(threads) < ASK_FROM:
            do()
            return
        budget = self.session.client.transport.budget
        minutes = max(1, round(len(threads) / budget.per_minute))
        requests, takes = plural(len(threads), "request"), plural(minutes, "minute")
        rate = f"{budget.per_minute} requests a minute"
        says = (f"{requests}, about {takes} at {rate}; the list shows it at once.",)
        question = Question(f"{verb} {plural(len(threads), 'thread')}?", says, yes="Yes, all of them")
        self.app.push_screen(Confirm(question), lambda yes: do() if yes else None)

    def done_with(self, threads: Sequence[Thread], words: str, advance: Advance) -> None:
        """Move on after threads were dealt with, and say what was done and where one is now."""
        was_marked = bool(self.threads.marks)
        self.threads.unmark()
        here = threads[0]
        if advance is Advance.STAY and not was_marked:
            self.stay_with(here)
        else:
            self.stay_with(None)
        self.draw_list()
        leaves = self.threads.index_of(here.id) is None
        if not was_marked:
            self._advance(advance, leaves=leaves)
        selected = self.selected
        now = f" · now {name_of(selected)}" if selected and selected.id != here.id else ""
        self.tell(f"{words}{now}", Role.GOOD, takes_back=True)
        self.draw_thread()
        self.drawn()

    def _advance(self, advance: Advance, *, leaves: bool) -> None:
        """Go where the config says; a thread that has left the list has brought the next one already."""
        if advance is Advance.PREVIOUS:
            self.grid.action_step(-1)
        elif advance is Advance.NEXT and not leaves:
            self.grid.action_step(1)
        elif advance is Advance.LIST:
            self.read(reads=False)

    # Snooze

    def action_inbox_snooze(self) -> None:
        """Ask until when, and put it away."""
        from .snooze import SnoozeDialog  # noqa: PLC0415 (when first wanted)

        threads = self.targets()
        dialog = SnoozeDialog(targets_words(threads, "Snooze"), self.inbox.now(), self.session.ui.zone)
        self.app.push_screen(dialog, lambda asleep: self._snooze_soon(threads, asleep))

    def _snooze_soon(self, threads: list[Thread], asleep: Asleep | None) -> None:
        if asleep is not None:
            self.work(self._snooze, threads, asleep)

    async def _snooze(self, threads: list[Thread], asleep: Asleep) -> None:
        words = f"{targets_words(threads, 'Snoozed')}: {asleep.words}"
        # The platform's clock and this box's may differ: what is slept is a length of time.
        until = self.inbox.clock.now() + (asleep.until - self.inbox.now())
        # Until it is written down the next key would mean this thread, not the one that comes up.
        with self.host.typing_held():
            try:
                await self.inbox.snoozing.put(threads, until, words, wake_on_reply=asleep.wake_on_reply)
            except DatabaseError as error:
                self.host.forget_typed()
                self.tell(f"Not snoozed: {error} {error.advice}", Role.BAD)
                return
        self.done_with(threads, words, self.inbox.settings.advance.snooze)

    # Labels

    def action_inbox_labels(self) -> None:
        """Choose a label to put on or take off."""
        from .labelling import LabelDialog  # noqa: PLC0415 (when first wanted)

        threads = self.targets()
        self.app.push_screen(
            LabelDialog(threads, self.known_labels()), lambda label: self._label(threads, label)
        )

    def known_labels(self) -> list[str]:
        """Return the labels that are in use here, the most used first."""
        used = Counter(
            label for _, row in self.threads.collection.rows() for label in self.inbox.latest(row).labels
        )
        named = [label for answer in self.inbox.answers.values() for label in answer.labels]
        saved = [label for split in self.inbox.splits if split.saved for label in split.saved.labels]
        suggested = [
            each for verdict in self.inbox.verdicts.known.values() for each in verdict.suggested_labels
        ]
        return list(dict.fromkeys([*(label for label, _ in used.most_common()), *named, *saved, *suggested]))

    def _label(self, threads: list[Thread], label: str | None) -> None:
        if label is None:
            return
        off = all(label in thread.labels for thread in threads)
        self.put_labels(threads, [label], off=off)

    def put_labels(self, threads: Sequence[Thread], labels: Sequence[str], *, off: bool = False) -> None:
        """Put labels on threads, or take them off."""

        def wanted(thread: Thread) -> Sequence[str]:
            kept = [each for each in thread.labels if each not in labels]
            return kept if off else [*thread.labels, *labels]

        names = ", ".join(labels)
        verb = f"Took {names} off" if off else f"Labelled {names}:"
        words = targets_words(list(threads), verb)
        changed = self.inbox.triage.change(threads, words, labels=wanted)
        if changed:
            self._note_decision(changed, labels, off=off)
            self.done_with(changed, words, self.inbox.settings.advance.labels)

    # Classify

    def action_inbox_classify(self) -> None:
        """Ask what the selected thread is about, and offer the labels."""
        threads = self.targets()
        if not threads:
            self.tell("No thread is selected.", Role.WARN)
            return
        self.work_alone(self._classify, threads)

    async def _classify(self, threads: list[Thread]) -> None:
        self.tell("Asking what it is about …")
        try:
            await self.inbox.verdicts.ask(threads)
        except ApiError as error:
            say_error(self.host, error, doing="Classify")
            self.tell("")
            return
        self.tell("")
        choice = await self.app.push_screen_wait(self._offer(threads))
        if choice == "all":
            shown = [row for _, row in self.threads.rows()][: max(1, self.grid.page_height)]
            await self._classify([self.inbox.latest(each) for each in shown])
        elif choice == "take":
            self._take_suggestions(threads)
        elif choice == "other":
            self.action_inbox_labels()
        elif choice == "none":
            for thread in threads:
                self._note(thread, Decision.DISMISSED, ())
            self.tell("The suggestion is dismissed.")

    def _offer(self, threads: list[Thread]) -> Choose:
        known = self.inbox.verdicts.known
        found = [known[each.id] for each in threads if each.id in known]
        one = known.get(threads[0].id) if len(threads) == 1 else None
        missing = Counter(
            label for each in threads if each.id in known for label in missing_labels(known[each.id], each)
        )
        labels = ", ".join(f"{label}" if one else f"{label} ({n})" for label, n in missing.most_common(8))
        title = verdict_words(one) if one else _summary(found)
        taken = Choice(
            "take", f"Put on: {labels}" if labels else "Put on the suggested labels", "accept",
            reason=None if labels and not self.session.profile.read_only else self._why_not_take(labels),
        )  # fmt: skip
        shown = min(len(self.threads), self.grid.page_height)
        return Choose(
            title or "Nothing is known of it",
            [
                taken,
                Choice("all", f"Classify the {shown} threads that are shown", "a plan first"),
                Choice("other", "Other labels …", "the disagreement is noted"),
                Choice("none", "Dismiss it", "the disagreement is noted"),
            ],
        )

    def _why_not_take(self, labels: str) -> str:
        return "not in read-only mode" if labels else "every suggested label is there"

    def _take_suggestions(self, threads: list[Thread]) -> None:
        known = self.inbox.verdicts.known

        def wanted(thread: Thread) -> Sequence[str]:
            verdict = known.get(thread.id)
            return [*thread.labels, *(missing_labels(verdict, thread) if verdict else ())]

        words = targets_words(threads, "Took the suggested labels:")
        changed = self.inbox.triage.change(threads, words, labels=wanted)
        for thread in changed:
            self._note(thread, Decision.ACCEPTED, known[thread.id].suggested_labels)
        if changed:
            self.done_with(changed, words, self.inbox.settings.advance.labels)

    def _note_decision(self, threads: Sequence[Thread], labels: Sequence[str], *, off: bool) -> None:
        """Note where a person labels otherwise than was suggested."""
        for thread in threads:
            verdict = self.inbox.verdicts.known.get(thread.id)
            if verdict is None or off:
                continue
            agrees = set(labels) <= set(verdict.suggested_labels)
            self._note(thread, Decision.ACCEPTED if agrees else Decision.CHANGED, tuple(labels))

    def _note(self, thread: Thread, decision: Decision, labels: Sequence[str]) -> None:
        verdict = self.inbox.verdicts.known.get(thread.id) or InboundVerdict()
        opinion = Opinion(
            profile=self.inbox.profile, thread=thread.id, at=self.inbox.now(), decision=decision,
            category=verdict.category or "", labels=verdict.suggested_labels, reason=verdict.reason or "",
            confidence=verdict.confidence, decided=tuple(labels), who=self.inbox.who,
        )  # fmt: skip
        self.work(self._write_opinion, opinion)

    async def _write_opinion(self, opinion: Opinion) -> None:
        try:
            await self.inbox.disk(self.inbox.files.opinions.add, opinion)
        except DatabaseError as error:
            self.tell(f"Not noted: {error}", Role.BAD)

    # Undo

    def action_undo(self) -> None:
        """Take back what was done last."""
        act = self.inbox.triage.undo()
        if act is None:
            super().action_undo()
            return
        self.draw_list()
        self.go_to(act.threads[0].id)
        self.tell(f"Taken back: {act.words}", Role.GOOD)
        self.draw_thread()


def _summary(verdicts: Sequence[InboundVerdict]) -> str:
    counts = Counter(each.category or "unknown" for each in verdicts)
    return ", ".join(f"{number} {name}" for name, number in counts.most_common())
