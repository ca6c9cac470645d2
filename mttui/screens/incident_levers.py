"""The levers of the incident room: each asked first, carried out, read back and written down."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from mttui.api.models.velocity import VelocityEvent
from mttui.local.paths import exports_dir
from mttui.local.private import write_privately
from mttui.stores.incident import Incident
from mttui.stores.response import Intervention
from mttui.stores.suspects import Suspect
from mttui.stores.timeline import Outcome
from mttui.text import Role
from mttui.views import incident as words
from mttui.views.postmortem import file_name, post_mortem

from . import incident_room
from .base import WorkScreen
from .dialogs import Ask, Question, dialog_for
from .saying import say


class IncidentLevers(WorkScreen):
    """What can be done in the room of an incident.

    Args:
        incident: what is known of the event and done about it.
    """

    def __init__(self, incident: Incident) -> None:
        super().__init__()
        self.incident = incident

    @property
    def suspect(self) -> Suspect | None:
        """The selected suspect."""
        raise NotImplementedError

    def events_elsewhere(self) -> tuple[VelocityEvent, ...]:
        """Leave the event of this room out of the banner: the headline tells of it."""
        return tuple(event for event in super().events_elsewhere() if event.id != self.incident.event.id)

    def action_go_incident(self) -> None:
        """Open the next active incident, if there is another than this one."""
        others = self.events_elsewhere()
        if others:
            self.app.switch_screen(incident_room(self.session.incidents.of(others[0])))
        elif self.incident.is_over:
            say(self.app, "No incident is active.")

    def reason_against(self, key_id: str) -> str | None:
        """Say why a lever cannot be pulled now."""
        reasons: dict[str, Callable[[], str | None]] = {
            "incident.cancel": self._reason_against_stopping,
            "incident.resolve": self._reason_against_ending,
            "incident.dismiss": self._reason_against_ending,
            "incident.tune": self._reason_against_tuning,
            "incident.purge": self._reason_against_purging,
        }
        return super().reason_against(key_id) or reasons.get(key_id, lambda: None)()

    def _reason_against_stopping(self) -> str | None:
        suspect = self.suspect
        if suspect is None:
            return "No suspect is selected."
        if suspect.source.kind not in words.STOP_WORDS:
            return f"The API has no lever for {words.name_of(suspect)} ({suspect.source.kind})."
        return words.nothing_to_stop(suspect, self.incident.evidence.senders.snapshot)

    def _reason_against_ending(self) -> str | None:
        return "The event is over already." if self.incident.is_over else None

    def _reason_against_tuning(self) -> str | None:
        return None if self.incident.rule else "The rule is not known yet."

    def _reason_against_purging(self) -> str | None:
        scheduled = self._scheduled
        return "The scheduled queue is empty." if scheduled == 0 else None

    @property
    def _scheduled(self) -> int | None:
        queues = self.session.stores.queues.snapshot.value
        return queues.scheduled.pending if queues and queues.scheduled else None

    @property
    def _pending(self) -> int | None:
        queues = self.session.stores.queues.snapshot.value
        return queues.regular.pending if queues and queues.regular else None

    # The levers.

    def action_incident_cancel(self) -> None:
        """Stop the selected suspect."""
        suspect = self.suspect
        lever = self.session.incidents.levers.stop(suspect) if suspect else None
        if lever is not None:
            self.ask_before(lever, lambda: lever.consequences)

    def action_incident_resolve(self) -> None:
        """Resolve the event: sending resumes."""
        levers = self.session.incidents.levers
        self.ask_before(levers.resolve(self.incident.event, ()), self._resume_consequences)

    def action_incident_dismiss(self) -> None:
        """Dismiss the event as a false alarm."""
        levers = self.session.incidents.levers
        self.ask_before(
            levers.dismiss(self.incident.event, ()),
            lambda: (
                "It is put down as a false alarm; the rule keeps quiet for its cooldown.",
                *self._resume_consequences(),
            ),
        )

    def action_incident_purge(self) -> None:
        """Purge the scheduled queue, after a typed word."""
        lever = self.session.incidents.levers.purge_scheduled_queue(self._scheduled)
        self.ask_before(lever, lambda: lever.consequences)

    def action_incident_tune(self) -> None:
        """Ask for another threshold, and set it."""
        rule = self.incident.rule
        if rule is None:
            return

        def tune(text: str | None) -> None:
            if text is not None and rule is not None:
                lever = self.session.incidents.levers.tune_rule(rule, _number(text))
                self.ask_before(lever, lambda: lever.consequences)

        question = Question(
            f"Threshold of “{rule.name}” in percent, now {rule.threshold:g}",
            (words.verdict(self.incident),),
            checks=_reason_against_threshold,
        )
        self.app.push_screen(Ask(question, f"{rule.threshold:g}"), tune)

    def action_incident_allow(self) -> None:
        """Say who may call the API; the list is read first."""
        from .ip_access import restrict_access  # noqa: PLC0415 (imported when first used)

        self.run_worker(restrict_access(self), group="ip-access", exclusive=True)

    def action_incident_note(self) -> None:
        """Write a note into the timeline."""

        def note(text: str | None) -> None:
            if text:
                self.incident.timeline.note(self.session.client.transport.platform_now(), text)

        self.app.push_screen(Ask(Question("Note for the timeline")), note)

    def action_incident_export(self) -> None:
        """Write the post-mortem to a file, and say where it is."""
        session = self.session
        now = session.client.transport.platform_now()
        text = post_mortem(
            self.incident,
            suspects=self.incident.evidence.suspects(),
            flow=session.stores.flow.snapshot.value,
            local=session.ui.zone,
            now=now,
            profile=session.profile.name,
        )
        path = exports_dir() / file_name(self.incident, now)
        try:
            write_privately(path, text)
        except OSError as trouble:
            say(self.app, f"The post-mortem could not be written to {path}: {trouble.strerror}", Role.BAD)
        else:
            say(self.app, f"Post-mortem written to {path}", Role.GOOD, seconds=15)

    # How they are pulled.

    def _resume_consequences(self) -> tuple[str, ...]:
        return words.resume_consequences(self.incident, self._pending, self.events_elsewhere())

    def ask_before(self, lever: Intervention, lines: Callable[[], Sequence[str]]) -> None:
        """Ask before a lever is pulled, in words that stay true while the question stands."""

        def answer(yes: bool | None) -> None:  # noqa: FBT001  # the dialog's result
            if yes:
                task = self.session.incidents.carry_out(self.incident, lever)
                task.add_done_callback(lambda done: self._tell_failure(lever, done))

        question = Question(
            lever.title, lines, effect=lever.effect, yes="Yes, do it", no="No, leave it", word=lever.word
        )
        self.app.push_screen(dialog_for(question), answer)

    def _tell_failure(self, lever: Intervention, done: asyncio.Task[Outcome]) -> None:
        """Say that a lever did not work, wherever the person at the keyboard is by now."""
        if done.cancelled() or done.exception() is not None or done.result() is Outcome.CONFIRMED:
            return
        moments = reversed(self.incident.timeline.moments)
        moment = next(each for each in moments if each.operation == lever.operation.id)
        told = f"{moment.text}: {moment.outcome.words.upper()}\n{moment.detail}"
        say(self.host, told, Role.BAD, seconds=_FAILURE_SHOWN_FOR)


_FAILURE_SHOWN_FOR = 12.0


def _number(text: str) -> float:
    """Read a number as people write it: with a point or a comma."""
    return float(text.replace(",", "."))


def _reason_against_threshold(text: str) -> str | None:
    try:
        value = _number(text)
    except ValueError:
        return "a number in percent, as 4.5"
    return None if 0 < value <= 100 else "between 0 and 100 percent"  # noqa: PLR2004  # percent
