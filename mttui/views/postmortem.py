"""An incident as a post-mortem in Markdown, with the headings of PagerDuty's template filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo

from mttui.stores.flow import Flow
from mttui.stores.incident import Incident
from mttui.stores.suspects import Suspect
from mttui.stores.timeline import Moment, Outcome
from mttui.text import duration, percent, printable

from .incident import name_of

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")
_LEADING_MARK = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def escape(text: str) -> str:
    """Make text of the platform safe in Markdown: nothing in it is read as markup or HTML."""
    return _LEADING_MARK.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", printable(text)))


_LONGEST_NAME = 60


def file_name(incident: Incident, now: datetime) -> str:
    """Return the name of a post-mortem's file: whatever the event's id is, it leads nowhere else."""
    event_id = _NOT_IN_A_NAME.sub("_", incident.event.id)[:_LONGEST_NAME].lstrip(".")
    return f"{event_id or 'event'}-{now:%Y%m%d-%H%M%S}.md"


def post_mortem(
    incident: Incident,
    *,
    suspects: Sequence[Suspect],
    flow: Flow | None,
    local: tzinfo,
    now: datetime,
    profile: str,
) -> str:
    """Return the post-mortem of an incident, as far as mttui can know it.

    Args:
        incident: what happened and what was done.
        suspects: ranked; those that the figures accuse are named as contributing.
        flow: the last five minutes.
        local: the zone that the timeline shows beside UTC.
        now: the platform's time.
        profile: which account it was.
    """
    moments = incident.timeline.moments
    accused = [suspect for suspect in suspects if suspect.is_accused]
    actions = [moment for moment in moments if moment.operation]
    sections = (
        (
            "",
            [
                f"# {escape(incident.event.rule_name or incident.event.id)}",
                "",
                *_overview(incident, profile, now),
            ],
        ),
        ("What Happened", _what_happened(moments)),
        ("Contributing Factors", _factors(accused)),
        ("Resolution", _resolution(actions, incident)),
        ("Impact", _impact(incident, flow, moments, now)),
        ("Responders", [f"- {escape(who)}" for who in _people(moments)] or ["- not recorded"]),
        ("Timeline", _timeline(moments, local)),
        ("How'd We Do?", ["### What Went Well?", "", "- ", "", "### What Didn't Go So Well?", "", "- "]),
        ("Action Items", ["- [ ] "]),
        ("Messaging", ["### Internal Email", "", "", "### External Message", ""]),
    )
    lines: list[str] = []
    for title, body in sections:
        if title:
            lines += ["", f"## {title}", ""]
        lines += body
    return "\n".join(lines).rstrip() + "\n"


def _overview(incident: Incident, profile: str, now: datetime) -> list[str]:
    event = incident.event
    state = "over" if incident.is_over else "still active"
    return [f"Velocity event {_code(event.id)} on profile {escape(profile)}, {state} as of {_utc(now)}."]


def _code(text: str) -> str:
    """Write an id of the platform as code, whatever is in it."""
    return f"`{printable(text).replace('`', '')}`"


def _what_happened(moments: Iterable[Moment]) -> list[str]:
    seen = [moment for moment in moments if moment.outcome is Outcome.SEEN]
    return [f"- {_utc(moment.at)}: {escape(moment.text)}" for moment in seen] or ["- nothing was recorded"]


def _factors(accused: Iterable[Suspect]) -> list[str]:
    lines = []
    for suspect in accused:
        text = f"- {suspect.source.kind} **{escape(name_of(suspect))}** ({_code(suspect.source.id)}): "
        text += f"{suspect.bounces} of the last {suspect.sample} bounces"
        if suspect.own_rate is not None:
            text += f", bounce rate of its own {percent(suspect.own_rate)}"
        if suspect.rate_without is not None:
            text += f", rate without it {percent(suspect.rate_without)}"
        lines.append(text)
    return lines or ["- when this was written, the figures accused nobody"]


def _resolution(actions: Iterable[Moment], incident: Incident) -> list[str]:
    lines = [f"- {escape(moment.text)}: {moment.outcome.words}" for moment in actions]
    if not incident.is_over:
        lines.append("- the event is not resolved yet")
    return lines or ["- it ended without an action taken here"]


def _impact(incident: Incident, flow: Flow | None, moments: Sequence[Moment], now: datetime) -> list[str]:
    event, lines = incident.event, []
    if event.triggered_at is not None:
        ended = moments[-1].at if incident.is_over and moments else now
        lines.append(f"- Duration: {duration((ended - event.triggered_at).total_seconds())}")
    if event.metric_value is not None and event.threshold is not None:
        lines.append(f"- Rate when it fired: {event.metric_value:.1f} % against {event.threshold:.1f} %")
    lines.append(f"- Sending now: {incident.sending.value}")
    if flow is not None:
        lines.append(
            f"- Last five minutes: {flow.sent:,} sent, {flow.delivered:,} delivered, "
            f"{flow.bounced:,} bounced, {flow.complained:,} complained"
        )
    return lines


def _people(moments: Iterable[Moment]) -> list[str]:
    return sorted({moment.who for moment in moments if moment.who})


def _timeline(moments: Iterable[Moment], local: tzinfo) -> list[str]:
    lines = ["| UTC | local | what | by | outcome |", "| --- | --- | --- | --- | --- |"]
    for moment in moments:
        outcome = moment.outcome.words
        if moment.confirmed_at is not None:
            outcome += f" {moment.confirmed_at:%H:%M:%S}"
        if moment.detail and moment.outcome.is_bad:
            outcome += f": {escape(moment.detail)}"
        there = moment.at.astimezone(local)
        lines.append(
            f"| {moment.at:%Y-%m-%d %H:%M:%S} | {there:%H:%M:%S %Z} | {escape(moment.text)} "
            f"| {escape(moment.who)} | {outcome} |"
        )
    return lines


def _utc(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"
