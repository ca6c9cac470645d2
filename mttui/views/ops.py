"""The Ops screen as data: its panels, what each shows, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mttui.api.models.api_logs import ApiLog
from mttui.stores.flow import LEAST_SENT, Flow
from mttui.stores.incidents import rate_of
from mttui.stores.platform import PlatformStores
from mttui.stores.store import Store
from mttui.stores.trends import slope_per_minute
from mttui.stores.watch import Sending
from mttui.text import (
    Line,
    Role,
    Span,
    bar,
    clock_utc,
    count,
    duration,
    fit,
    line,
    line_width,
    percent,
    plural,
    short,
)

from .arrangement import Part, Slot, across, down
from .charts import recent
from .incident import SENDING_SIGNS

Body = Callable[[PlatformStores, int, int], list[Line]]
"""Takes the stores, width and height; returns the lines of a panel."""

_SERVER_ERROR = 500
_TWO_CHARTS_FROM = 12
"""Lines from which the flow shows two charts."""
_TALLEST_CHART = 8
"""Lines that a chart takes at most: a taller one says no more."""
_STEADY = 1.0
"""Messages a minute: a queue that moves slower than this is steady."""


@dataclass(frozen=True)
class OpsPanel:
    """One live panel."""

    id: str
    title: str
    stores: Callable[[PlatformStores], tuple[Store[Any], ...]]
    """What it shows; the first is the one whose age stands in the title."""
    body: Body
    opens: str
    """The place that Enter opens."""


def sending(stores: PlatformStores, width: int, height: int) -> list[Line]:
    """Status of sending, and each rule with its headroom."""
    status = stores.status.snapshot.value
    if status is None:
        return [_waiting(stores.status)]
    events = status.active_events or 0
    active = Span(plural(events, "active event"), Role.BAD if events else Role.MUTED)
    lines = [line(SENDING_SIGNS[Sending.of(status)], "  ", active)]
    flow = stores.flow.snapshot.value
    for rule in stores.rules.snapshot.value or ():
        rate = rate_of(rule.metric, flow)
        name = fit(rule.name or rule.id, max(8, min(32, width - 22)))
        if rule.active is False:
            lines.append(line(name, Span(" off", Role.MUTED)))
        elif rate is None or rule.threshold is None:
            lines.append(line(name, Span(f" line {percent(rule.threshold)}", Role.MUTED)))
        else:
            over = rate > rule.threshold
            role = Role.BAD if over else Role.NORMAL
            sign = "▲" if over else " "
            lines.append(
                line(
                    name,
                    Span(f" {sign}{percent(rate):>7}", role),
                    Span(f" of {percent(rule.threshold)}", Role.MUTED),
                )
            )
    if height > len(lines):
        lines.append(line(Span(f"checked {clock_utc(status.last_checked)} UTC", Role.MUTED)))
    return lines


def flow(stores: PlatformStores, width: int, height: int) -> list[Line]:
    """What went out in the last five minutes, and the bounce rate against the rule's line."""
    figures = stores.flow.snapshot.value
    if figures is None:
        return [_waiting(stores.flow)]
    threshold = bounce_threshold(stores)
    lines = [_sent(figures), _trouble(figures, threshold, width)]
    if not figures.counts_for_rules:
        lines.append(line(Span(f"rules look from {LEAST_SENT} sent on", Role.MUTED)))
    return lines + _flow_charts(stores, width, height - len(lines), threshold)


def _flow_charts(stores: PlatformStores, width: int, height: int, threshold: float | None) -> list[Line]:
    """The bounce rate; where there is room, what was sent under it."""
    if height < _TWO_CHARTS_FROM:
        return recent(
            stores, "flow.bounce_rate", width, height, every=stores.flow.interval, threshold=threshold
        )
    every = stores.flow.interval
    lower = min(_TALLEST_CHART, (height - 3) // 3)
    upper = min(2 * _TALLEST_CHART, height - 3 - lower)
    return [
        line(Span("bounce rate, %", Role.MUTED)),
        *recent(stores, "flow.bounce_rate", width, upper, every=every, threshold=threshold),
        (),
        line(Span("sent in five minutes", Role.MUTED)),
        *recent(stores, "flow.sent", width, lower, every=every),
    ]


def _sent(figures: Flow) -> Line:
    return line(
        Span("sent ", Role.MUTED),
        Span(count(figures.sent), Role.STRONG),
        Span("  delivered ", Role.MUTED),
        count(figures.delivered),
        Span(f" {percent(figures.delivery_rate)}" if figures.sent else "", Role.MUTED),
    )


def _trouble(figures: Flow, threshold: float | None, width: int) -> Line:
    """Bounces first; what follows is left out where there is no room, rather than cut."""
    over = threshold is not None and (figures.bounce_rate or 0) > threshold
    parts = [
        line(
            Span("bounced ", Role.MUTED),
            Span(
                f"{'▲' if over else ''}{count(figures.bounced)} {percent(figures.bounce_rate)}",
                Role.BAD if over else Role.STRONG,
            ),
        ),
        line(Span("  spam reports ", Role.MUTED), count(figures.complained)),
        line(Span("  delayed ", Role.MUTED), count(figures.delayed)),
    ]
    shown: Line = ()
    for part in parts:
        if line_width(shown) + line_width(part) <= width:
            shown += part
    return shown


def bounce_threshold(stores: PlatformStores) -> float | None:
    """Return the lowest threshold of the active rules on the bounce rate, in percent."""
    rules = stores.rules.snapshot.value or ()
    lines = [
        rule.threshold
        for rule in rules
        if rule.threshold is not None
        and rule.active is not False
        and (rule.metric or "").casefold() == "bounce_rate"
    ]
    return min(lines, default=None)


def queues(stores: PlatformStores, width: int, height: int) -> list[Line]:
    """Both queues, their trend, and how long the regular one takes to drain."""
    snapshot = stores.queues.snapshot.value
    if snapshot is None:
        return [_waiting(stores.queues)]
    lines = [line(Span(f"{'':<10}{'pending':>9}{'processing':>12}{'failed':>8}", Role.MUTED))]
    for name, queue in (("regular", snapshot.regular), ("scheduled", snapshot.scheduled)):
        if queue is None:
            lines.append(line(f"{name:<10}", Span("not known", Role.MUTED)))
            continue
        failed = Role.WARN if queue.failed else Role.NORMAL
        lines.append(
            line(
                f"{name:<10}",
                Span(f"{count(queue.pending):>9}", Role.STRONG),
                f"{count(queue.processing):>12}",
                Span(f"{count(queue.failed):>8}", failed),
            )
        )
    lines.append(_drain(stores))
    if height > len(lines):
        chart = min(_TALLEST_CHART, height - len(lines))
        lines += recent(stores, "queue.pending", width, chart, every=stores.queues.interval)
    return lines


def _drain(stores: PlatformStores) -> Line:
    samples = stores.trends.last_ten_minutes("queue.pending")
    slope = slope_per_minute(samples)
    if slope is None or not samples:
        return line(Span("trend needs a few more samples", Role.MUTED))
    pending = samples[-1][1]
    if slope > _STEADY:
        return line(Span(f"▲ growing by {short(slope)} a minute", Role.WARN))
    if slope < -_STEADY and pending:
        return line(f"▼ draining, empty in {duration(pending / -slope * 60)}")
    return line(Span("steady", Role.MUTED))


def reputation(stores: PlatformStores, width: int, height: int) -> list[Line]:
    """Score, the factors that cost most, the trend, and the worst domain and IP."""
    score = stores.reputation.snapshot.value
    if score is None:
        return [_waiting(stores.reputation)]
    lines = [line(Span(f"{score.score:.0f}" if score.score is not None else "—", Role.STRONG), " of 100 ")]
    if score.score is not None:
        lines[0] += bar(score.score, 100, max(4, width - 12))
    worst = [
        ("domain", _worst(stores.domains.snapshot.value, "domain")),
        ("IP", _worst(stores.ips.snapshot.value, "ip")),
    ]
    for kind, found in worst:
        if found is not None:
            name, points, listed = found
            mark = Span(" BLOCKLISTED", Role.BAD) if listed else Span("")
            room = width - len(f"worst {kind}  {points:.0f}") - len(mark.text)
            lines.append(
                line(
                    Span(f"worst {kind} ", Role.MUTED),
                    fit(name, max(6, room)).rstrip(),
                    f" {points:.0f}",
                    mark,
                )
            )
    factors = sorted(
        score.factors or (), key=lambda factor: factor.score if factor.score is not None else 101
    )
    for factor in factors[: max(0, height - len(lines) - 1)]:
        shown = "—" if factor.score is None else f"{factor.score:.0f}"
        lines.append(
            line(
                Span(fit((factor.name or "?").replace("_", " "), max(6, width - 6)), Role.MUTED),
                f"{shown:>5}",
            )
        )
    if height > len(lines):
        chart = min(_TALLEST_CHART // 2, height - len(lines))
        every = stores.reputation.interval
        lines += recent(stores, "reputation.score", width, chart, every=every, low=50, high=100)
    return lines


def _worst(rows: Any, name: str) -> tuple[str, float, bool] | None:
    scored = [row for row in rows or () if row.score is not None]
    if not scored:
        return None
    worst = min(scored, key=lambda row: row.score)
    return getattr(worst, name) or "?", worst.score, bool(getattr(worst, "blocklisted", False))


def limits(stores: PlatformStores, width: int, height: int) -> list[Line]:
    """Quotas as bars, and the alerts that are set."""
    quota = stores.quotas.snapshot.value
    if quota is None:
        return [_waiting(stores.quotas)]
    lines: list[Line] = []
    for name, used, limit in (
        ("day", quota.daily_used, quota.daily_limit),
        ("month", quota.monthly_used, quota.monthly_limit),
    ):
        if used is None or not limit:
            lines.append(line(Span(f"{name:<6}no limit known", Role.MUTED)))
            continue
        part = 100 * used / limit
        role = Role.BAD if part >= 95 else Role.WARN if part >= 80 else Role.NORMAL  # noqa: PLR2004  # peers: alert at 80 and 95 %
        figures = f" {short(used)} of {short(limit)} {part:.0f} %"
        lines.append(
            line(
                Span(f"{name:<6}", Role.MUTED),
                *bar(used, limit, max(4, width - 6 - len(figures))),
                Span(figures, role),
            )
        )
    if quota.rate_limit and quota.rate_limit_remaining is not None:
        lines.append(
            line(
                Span("rate limit ", Role.MUTED),
                f"{count(quota.rate_limit_remaining)} of {count(quota.rate_limit)} left",
            )
        )
    lines += _alerts(stores, max(0, height - len(lines)))
    return lines


def _alerts(stores: PlatformStores, room: int) -> list[Line]:
    alerts = stores.alerts.snapshot.value
    if alerts is None:
        return []
    figures = stores.flow.snapshot.value
    lines: list[Line] = []
    for alert in alerts:
        rate = rate_of(alert.type, figures)
        over = rate is not None and alert.threshold is not None and rate > alert.threshold
        sign = Span("▲ over  ", Role.BAD) if over else Span("· alert ", Role.MUTED)
        lines.append(line(sign, f"{alert.type or '?'} {alert.threshold or 0:g} by {alert.channel or '?'}"))
    lines.sort(key=lambda row: row[0].role is not Role.BAD)
    if not lines:
        lines = [line(Span("no alerts are set", Role.MUTED))]
    if len(lines) > room > 0:
        hidden = len(lines) - room + 1
        lines = [*lines[: room - 1], line(Span(f"and {plural(hidden, 'more alert')}", Role.MUTED))]
    return lines[:room]


def egress(stores: PlatformStores, width: int, height: int) -> list[Line]:
    """How far webhook deliveries lag behind."""
    stats = stores.egress.snapshot.value
    if stats is None:
        return [_waiting(stores.egress)]
    pending = stats.total_pending
    lines = [
        line(
            Span("pending ", Role.MUTED),
            Span(count(pending), Role.STRONG),
            Span("  failed ", Role.MUTED),
            Span(count(stats.total_failed), Role.WARN if stats.total_failed else Role.NORMAL),
        ),
        line(
            Span("delivered ", Role.MUTED),
            percent(stats.success_rate),
            Span("  latency ", Role.MUTED),
            f"{count(stats.avg_latency_ms)} ms",
        ),
    ]
    if height > len(lines):
        chart = min(_TALLEST_CHART // 2, height - len(lines))
        lines += recent(stores, "egress.pending", width, chart, every=stores.egress.interval)
    return lines


def api_calls(stores: PlatformStores, width: int, height: int) -> list[Line]:  # noqa: ARG001  # a panel body
    """How the API answers everybody: errors among the last calls, and the latest ones."""
    calls = stores.api_log.snapshot.value
    if calls is None:
        return [_waiting(stores.api_log)]
    failed = [call for call in calls if (call.status_code or 0) >= _SERVER_ERROR]
    limited = sum(call.status_code == 429 for call in calls)  # noqa: PLR2004  # the status itself
    slowest = max((call.duration or 0 for call in calls), default=0)
    lines = [
        line(
            Span(f"{'▲ ' if failed else ''}{len(failed)}", Role.BAD if failed else Role.STRONG),
            Span(" of the last ", Role.MUTED),
            count(len(calls)),
            Span(" answered 5xx", Role.MUTED),
        ),
        line(
            Span("429 ", Role.MUTED), count(limited), Span("  slowest ", Role.MUTED), f"{count(slowest)} ms"
        ),
    ]
    room = max(0, height - len(lines))
    shown = failed[:room] or [call for call in calls if call.method != "GET"][:room]
    return lines + [_call(call) for call in shown]


def _call(call: ApiLog) -> Line:
    """One call: when, how it was answered, what it was, and how long it took.

    The time of day, not the age: seventeen ages that go on by the second are 200 bytes a second.
    """
    role = Role.BAD if (call.status_code or 0) >= _SERVER_ERROR else Role.NORMAL
    took = f"{count(call.duration)} ms" if call.duration is not None else ""
    return line(
        Span(f"{clock_utc(call.timestamp):>8} ", Role.MUTED),
        Span(f"{call.status_code or '?'} ", role),
        Span(f"{took:>8} ", Role.MUTED),
        f"{call.method} {call.path}",
    )


def _waiting(store: Store[Any]) -> Line:
    error = store.snapshot.error
    if error is not None:
        return line(Span(f"no data yet: {error.short}", Role.BAD))
    return line(Span("asking …", Role.MUTED))


PANELS: tuple[OpsPanel, ...] = (
    OpsPanel("sending", "Sending", lambda s: (s.status, s.rules, s.flow), sending, "incidents"),
    OpsPanel("flow", "Flow, last 5 min", lambda s: (s.flow, s.rules), flow, "campaigns"),
    OpsPanel("queues", "Queues", lambda s: (s.queues,), queues, "campaigns"),
    OpsPanel(
        "reputation", "Reputation", lambda s: (s.reputation, s.domains, s.ips), reputation, "deliverability"
    ),
    OpsPanel("limits", "Quotas and alerts", lambda s: (s.quotas, s.alerts), limits, "platform"),
    OpsPanel("egress", "Webhook egress", lambda s: (s.egress,), egress, "platform"),
    OpsPanel("api", "API calls", lambda s: (s.api_log,), api_calls, "compliance"),
)
"""The panels in the order that Tab visits them."""

_WIDE, _VERY_WIDE = 110, 170


def arrange(width: int, height: int) -> Part:  # noqa: ARG001  # every arrangement takes both
    """Return where the panels stand: two columns at 80, three from 110 on."""
    if width >= _VERY_WIDE:
        return across(
            down(Slot("sending", least=6, most=8), Slot("flow", least=8), weight=2),
            down(Slot("queues", least=8), Slot("reputation", least=12)),
            down(Slot("limits", least=6, most=10), Slot("egress", least=5, most=12), Slot("api", least=5)),
        )
    if width >= _WIDE:
        return across(
            down(Slot("sending", least=6, most=8), Slot("flow", least=8)),
            down(Slot("queues", least=6), Slot("reputation", least=10)),
            down(Slot("limits", least=6, most=9), Slot("egress", least=4, most=9), Slot("api", least=4)),
        )
    return across(
        down(
            Slot("sending", least=5, most=7), Slot("flow", least=5, weight=3), Slot("limits", least=4, most=6)
        ),
        down(
            Slot("queues", least=6, weight=2, most=9),
            Slot("reputation", least=5, most=8),
            Slot("egress", least=3, most=5),
            Slot("api", least=3),
        ),
    )
