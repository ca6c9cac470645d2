"""The Ops panels of how the account stands: reputation, limits, webhooks and the API."""

from __future__ import annotations

from typing import Any

from mttui.api.models.api_logs import ApiLog
from mttui.stores.flow import rate_of
from mttui.stores.platform import PlatformStores
from mttui.text import Line, Role, Span, bar, clock_utc, count, fit, line, percent, plural, short

from .charts import TALLEST, recent, waiting

_SERVER_ERROR = 500


def reputation(stores: PlatformStores, width: int, height: int) -> list[Line]:
    """Score, the factors that cost most, the trend, and the worst domain and IP."""
    score = stores.reputation.snapshot.value
    if score is None:
        return [waiting(stores.reputation)]
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
        chart = min(TALLEST // 2, height - len(lines))
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
        return [waiting(stores.quotas)]
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
        return [waiting(stores.egress)]
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
        chart = min(TALLEST // 2, height - len(lines))
        lines += recent(stores, "egress.pending", width, chart, every=stores.egress.interval)
    return lines


def api_calls(stores: PlatformStores, width: int, height: int) -> list[Line]:  # noqa: ARG001  # a panel body
    """How the API answers everybody: errors among the last calls, and the latest ones."""
    calls = stores.api_log.snapshot.value
    if calls is None:
        return [waiting(stores.api_log)]
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
