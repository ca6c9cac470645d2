"""The Ops panels of mail on its way: sending, flow and queues."""

from __future__ import annotations

from mttui.stores.flow import LEAST_SENT, Flow, rate_of
from mttui.stores.platform import PlatformStores
from mttui.stores.trends import slope_per_minute
from mttui.stores.watch import Sending
from mttui.text import (
    Line,
    Role,
    Span,
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

from .charts import TALLEST, recent, waiting
from .sending import SENDING_SIGNS

_TWO_CHARTS_FROM = 12
"""Lines from which the flow shows two charts."""
_STEADY = 1.0
"""Messages a minute: a queue that moves slower than this is steady."""


def sending(stores: PlatformStores, width: int, height: int) -> list[Line]:
    """Status of sending, and each rule with its headroom."""
    status = stores.status.snapshot.value
    if status is None:
        return [waiting(stores.status)]
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
        return [waiting(stores.flow)]
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
    lower = min(TALLEST, (height - 3) // 3)
    upper = min(2 * TALLEST, height - 3 - lower)
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
        return [waiting(stores.queues)]
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
        chart = min(TALLEST, height - len(lines))
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
