"""The incident room as lines of text: pure functions of what is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from mttui.api.models.audit_logs import AuditLog
from mttui.api.models.velocity import VelocityEvent
from mttui.stores.evidence import Breakdowns, Evidence, Logs, Senders
from mttui.stores.incident import Incident
from mttui.stores.store import Snapshot
from mttui.stores.suspects import Samples, Source, SourceKind, Suspect, count_by
from mttui.stores.timeline import Moment, Outcome
from mttui.text import (
    Line,
    Role,
    Span,
    ago,
    clock_utc,
    count,
    fit,
    line,
    line_width,
    percent,
    plural,
    truncate,
)

from .bounces import class_in_words
from .sending import SENDING_SIGNS

OUTCOME_SIGNS: dict[Outcome, Span] = {
    Outcome.SEEN: Span("·", Role.MUTED),
    Outcome.NOTE: Span("✎", Role.ACCENT),
    Outcome.ASKED: Span("…", Role.WARN),
    Outcome.CONFIRMED: Span("✓", Role.GOOD),
    Outcome.NOT_CONFIRMED: Span("✗", Role.BAD),
    Outcome.REFUSED: Span("✗", Role.BAD),
    Outcome.FAILED: Span("✗", Role.BAD),
}


_SHORT_KINDS: dict[SourceKind, str] = {SourceKind.SMTP_CREDENTIAL: "SMTP"}
"""What stands for a long kind where room is short."""


_ROOM_FOR_ADDRESSES = 90
"""Cells from which people are shown by their whole address."""


def headline(incident: Incident, now: datetime) -> Line:
    """What fired, how far over, since when, and what sending does now."""
    event = incident.event
    state = Span("✓ OVER ", Role.GOOD) if incident.is_over else Span("▲ ACTIVE ", Role.BAD)
    parts: list[str | Span] = [state, Span(event.rule_name or event.id, Role.TITLE)]
    if event.metric_value is not None and event.threshold is not None:
        parts.append(f"  {event.metric_value:.1f} % > {event.threshold:.1f} %")
    if event.triggered_at is not None:
        since = ago((now - event.triggered_at).total_seconds())
        parts.append(f"  since {clock_utc(event.triggered_at)[:5]} ({since})")
    parts += ["  sending ", SENDING_SIGNS[incident.sending]]
    return line(*parts)


def verdict(incident: Incident) -> Line:
    """The rate now against the line, in words: whether it is safe to resume."""
    rate, threshold = incident.rate, incident.threshold
    if rate is None or threshold is None:
        return line(Span("rate now: not known yet", Role.MUTED))
    figures = f"{percent(rate)} of {percent(threshold)}"
    if rate > threshold:
        return line(Span("▲ over ", Role.BAD), figures, f"  +{rate - threshold:.1f} points")
    return line(Span("✓ under ", Role.GOOD), figures, f"  headroom {threshold - rate:.1f}")


def resume_consequences(
    incident: Incident, pending: int | None, others: Sequence[VelocityEvent] = ()
) -> tuple[str, ...]:
    """Say what resolving does: sending resumes, with how many waiting, and at which rate.

    Args:
        incident: what is to be resolved.
        pending: messages that wait in the queue.
        others: events that stay active, and hold sending back as before.
    """
    if others:
        names = ", ".join(f"“{event.rule_name or event.id}”" for event in others)
        stays = f"{plural(len(others), 'other event')} stays active: {names}."
        return (f"Sending stays {incident.sending.value.upper()}: {stays}", "Resolve it as well; ! opens it.")
    rate, threshold = incident.rate, incident.threshold
    waiting = f"{pending:,} messages wait in the queue." if pending is not None else "The queue is not known."
    lines = [f"Sending RESUMES at once. {waiting}"]
    if rate is None or threshold is None:
        lines.append("The rate is not known now: the rule may fire again.")
    elif rate > threshold:
        lines.append(
            f"The rate is {rate:.1f} %, still OVER the line of {threshold:.1f} %: the rule will fire again."
        )
    else:
        lines.append(f"The rate is {rate:.1f} %, under the line of {threshold:.1f} %.")
    return tuple(lines)


def suspect_cells(suspect: Suspect) -> tuple[str | Span, ...]:
    """One row of the list of suspects: sign, kind, name, bounces, own rate, rate without it, state."""
    role = Role.BAD if suspect.is_accused else Role.NORMAL
    without = "—" if suspect.rate_without is None else percent(suspect.rate_without)
    return (
        Span("▲" if suspect.is_accused else " ", role),
        Span(
            _SHORT_KINDS.get(suspect.source.kind, suspect.source.kind),
            Role.NORMAL if suspect.is_accused else Role.MUTED,
        ),
        Span(name_of(suspect), Role.STRONG if suspect.is_accused else Role.NORMAL),
        Span(f"{suspect.bounces}/{suspect.sample}" if suspect.sample else "—", role),
        Span(percent(suspect.own_rate) if suspect.own_rate is not None else "—", role),
        without,
        Span(suspect.facts.state or "—", Role.MUTED),
    )


def no_suspects(evidence: Evidence) -> str:
    """Say why there are no suspects; empty while they are asked for."""
    snapshots = (evidence.samples.snapshot, evidence.senders.snapshot)
    for snapshot in snapshots:
        if snapshot.error is not None:
            return f"Not known: {snapshot.error.short}, {snapshot.error.message}"
    return "Nobody sends." if all(snapshot.value is not None for snapshot in snapshots) else ""


def name_of(suspect: Suspect) -> str:
    """What people call the suspect."""
    if suspect.facts.name:
        return suspect.facts.name
    return suspect.source.id or "everything else through the API"


def nothing_to_stop(suspect: Suspect, senders: Snapshot[Senders]) -> str | None:
    """Say why a suspect cannot be stopped, although its kind can; ``None`` when it can.

    Args:
        suspect: one of those that mail came from.
        senders: what is known of everything that may be sending.
    """
    name = name_of(suspect)
    if suspect.facts.stoppable:
        return None
    if suspect.facts.state:
        return f"{name} is {suspect.facts.state}: nothing to stop."
    if senders.value is not None:
        return f"The platform does not list {name} as sending: nothing to stop."
    if senders.error is not None:
        return f"What {name} is doing could not be read: {senders.error.short}."
    return f"What {name} is doing is still being asked."


def accusation(suspect: Suspect, incident: Incident, logs: Logs | None) -> list[Line]:
    """The figures that accuse a suspect, the strongest first."""
    rate = incident.rate
    lines: list[Line] = []
    if suspect.sample:
        share = f"{suspect.bounces} of the last {suspect.sample} bounces"
        traffic = f"{suspect.traffic_share * 100:.0f} % of what was sent"
        lines.append(line(Span(share, Role.STRONG), f" with {traffic}"))
    known, new = _addresses(suspect, logs)
    lines += new
    if suspect.rate_without is not None and rate is not None:
        lines.append(line("Without it the rate would be ", Span(percent(suspect.rate_without), Role.STRONG)))
    if suspect.facts.waiting:
        lines.append(line(f"{count(suspect.facts.waiting)} of its messages have yet to go out"))
    if suspect.facts.since is not None:
        lines.append(line(f"Last changed {clock_utc(suspect.facts.since)} UTC"))
    lines += known
    lines += _changes(suspect.source, logs)
    return lines or [line(Span("Nothing accuses it.", Role.MUTED))]


def _addresses(suspect: Suspect, logs: Logs | None) -> tuple[list[Line], list[Line]]:
    """Where it sent from: usual addresses, and those never seen before, which accuse it."""
    unseen = {row.value for row in logs.newcomers.addresses} if logs else set()
    known: list[Line] = []
    new: list[Line] = []
    for address in suspect.addresses[:2]:
        if address in unseen:
            new.append(line("Sent from ", Span(f"{address}, an address never seen before", Role.BAD)))
        else:
            known.append(line("Sent from ", address))
    return known, new


def _changes(source: Source, logs: Logs | None) -> list[Line]:
    if logs is None or not source.id:
        return []
    rows = [row for row in logs.audit if row.resource_id == source.id]
    return [_change(row, short_names=True) for row in rows[:2]]


def _change(entry: AuditLog, *, short_names: bool, role: Role = Role.NORMAL) -> Line:
    """One change: when, who, what was done to what."""
    who = entry.user_email or "somebody"
    if short_names:
        who = who.partition("@")[0]
    what = (entry.resource or "").replace("_", " ")
    when = clock_utc(entry.timestamp)[:5] if entry.timestamp else "--:--"
    return line(Span(f"{when} ", Role.MUTED), Span(f"{who} {entry.action or '?'} {what}".strip(), role))


def reasons(breakdowns: Breakdowns | None, samples: Samples | None, width: int) -> list[Line]:
    """Bounce reasons and classes of the window, with their counts."""
    if breakdowns is None and samples is None:
        return [_not_yet()]
    by_reason = breakdowns.reasons if breakdowns else ()
    lines = [
        _counted(f"{row.key} {row.label or ''}".strip(), row.count, row.percentage, width)
        for row in by_reason
    ]
    if samples is not None:
        total = len(samples.bounced)
        for code, number in count_by(samples.bounced, "bounce_class"):
            share = 100 * number / total
            lines.append(_counted(f"class {class_in_words(code)}", number, share, width))
    by_kind = breakdowns.classes if breakdowns else ()
    lines += [_counted(str(row.key), row.count, row.percentage, width) for row in by_kind]
    return lines or [line(Span("no bounces in the window", Role.MUTED))]


def network(samples: Samples | None, listed: Iterable[str], width: int) -> list[Line]:
    """Sending IPs and domains behind the bounces, with what is on a blocklist."""
    if samples is None:
        return [_not_yet()]
    bad = set(listed)
    total = max(1, len(samples.bounced))
    lines: list[Line] = []
    for title, name in (("to", "recipient_domain"), ("from", "sending_domain"), ("IP", "sending_ip")):
        for value, number in count_by(samples.bounced, name)[:3]:
            mark = " BLOCKLISTED" if value in bad else ""
            lines.append(_counted(f"{title} {value}{mark}", number, 100 * number / total, width))
    return lines or [line(Span("no bounces in the window", Role.MUTED))]


def changes(logs: Logs | None, since: datetime | None, width: int) -> list[Line]:
    """Who changed what, newest first, after which key or address is new."""
    if logs is None:
        return [_not_yet()]
    lines = [
        line(
            Span(f"NEW {kind} ", Role.BAD),
            Span(row.value, Role.STRONG),
            f" {plural(row.calls, 'call')}, last {row.doing}",
        )
        for kind, rows in (("address", logs.newcomers.addresses), ("key", logs.newcomers.keys))
        for row in rows[:3]
    ]
    lines += [_audited(entry, since, short_names=width < _ROOM_FOR_ADDRESSES) for entry in logs.audit]
    return lines or [line(Span("no changes in the audit log", Role.MUTED))]


def _audited(entry: AuditLog, since: datetime | None, *, short_names: bool) -> Line:
    """One change with its details; after the rule fired it is faint: it cannot have been the cause."""
    after = since is not None and entry.timestamp is not None and entry.timestamp > since
    role = Role.MUTED if after else Role.NORMAL
    details = [str(value) for value in (entry.details or {}).values() if isinstance(value, str | int)]
    address = f"  from {entry.ip_address}" if entry.ip_address else ""
    return line(
        *_change(entry, short_names=short_names, role=role),
        Span(f" {', '.join(details) or entry.resource_id or ''}", role),
        Span(address, Role.MUTED),
    )


def timeline(moments: Sequence[Moment], *, newest_first: bool = True, width: int | None = None) -> list[Line]:
    """The timeline: time, sign, what, by whom, and when it was confirmed.

    Where the width is given, it is rather what was done that is cut than what came of it.
    """
    ordered = reversed(moments) if newest_first else moments
    return [_moment(moment, width) for moment in ordered]


_LEAST_TEXT = 24
"""Cells of a moment's text that stay, however long it is what came of it."""


def _moment(moment: Moment, width: int | None) -> Line:
    head = line(Span(f"{clock_utc(moment.at)} ", Role.MUTED), OUTCOME_SIGNS[moment.outcome], " ")
    verdict = _verdict(moment)
    text = moment.text
    if width is not None:
        text = truncate(text, max(_LEAST_TEXT, width - line_width(head) - line_width(verdict)))
    return line(*head, text, *verdict)


def _verdict(moment: Moment) -> Line:
    """What came of what was asked for; nothing for what was only seen."""
    if moment.outcome is Outcome.CONFIRMED and moment.confirmed_at is not None:
        return line(Span(f"  confirmed {clock_utc(moment.confirmed_at)}", Role.GOOD))
    if moment.outcome is Outcome.ASKED:
        return line(Span(f"  asked, reading back {moment.detail}".rstrip(), Role.WARN))
    if moment.outcome.is_bad:
        return line(Span(f"  {moment.outcome.words.upper()}: {moment.detail}", Role.BAD))
    return ()


def _counted(what: str, number: int | None, share: float | None, width: int) -> Line:
    figures = f"{count(number):>6} {percent(share) if share is not None else '':>8}"
    return line(fit(what, max(4, width - len(figures) - 1)), " ", Span(figures, Role.STRONG))


def _not_yet() -> Line:
    return line(Span("asking …", Role.MUTED))


STOP_WORDS: dict[SourceKind, str] = {
    SourceKind.CAMPAIGN: "cancel campaign",
    SourceKind.BATCH: "cancel batch",
    SourceKind.SINGLE_SEND: "unschedule",
    SourceKind.SMTP_CREDENTIAL: "delete credential",
}
"""What stopping a source is called, by its kind; kinds without a lever in the API are left out."""
