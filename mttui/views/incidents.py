"""The Incidents screen as data: the velocity events, and the rules."""

from __future__ import annotations

from datetime import datetime

from mttui.api.models.velocity import VelocityEvent, VelocityRule
from mttui.stores.flow import Flow, rate_of
from mttui.stores.watch import is_active
from mttui.text import Line, Role, Span, ago, fit, line, percent, stamp

from .columns import Column

EVENT_COLUMNS: tuple[Column, ...] = (
    Column("state", "State", 10, priority=9),
    Column("rule", "Rule", 16, weight=3, priority=8),
    Column("value", "Rate", 8, align="right", priority=7),
    Column("line", "Line", 8, align="right", priority=5),
    Column("action", "Action", 8, priority=3),
    Column("fired", "Fired (UTC)", 19, priority=6),
    Column("ago", "Ago", 5, align="right", priority=4),
    Column("id", "Id", 10, weight=1, priority=1),
)


def event_cells(event: VelocityEvent, now: datetime) -> tuple[str | Span, ...]:
    """One velocity event as a row."""
    active = is_active(event)
    state = Span("▲ active", Role.BAD) if active else Span(f"· {event.status or '?'}", Role.MUTED)
    age = ago((now - event.triggered_at).total_seconds()) if event.triggered_at else "?"
    return (
        state,
        Span(event.rule_name or event.rule_id or "?", Role.STRONG if active else Role.NORMAL),
        percent(event.metric_value),
        Span(percent(event.threshold), Role.MUTED),
        event.action or "?",
        stamp(event.triggered_at),
        age,
        Span(event.id, Role.MUTED),
    )


def newest_active_first(event: VelocityEvent) -> tuple[bool, float]:
    """Sort active events before the others, and the newest first."""
    at = event.triggered_at.timestamp() if event.triggered_at else 0.0
    return (not is_active(event), -at)


def rule_lines(rules: tuple[VelocityRule, ...], flow: Flow | None, width: int) -> list[Line]:
    """The rules with their action, cooldown and headroom."""
    lines = []
    for rule in rules:
        rate = rate_of(rule.metric, flow)
        state = Span("on  ", Role.GOOD) if rule.active is not False else Span("off ", Role.MUTED)
        name = fit(rule.name or rule.id, max(10, min(40, width - 50)))
        cooldown = f", cooldown {rule.cooldown_minutes:g} min" if rule.cooldown_minutes is not None else ""
        now = "" if rate is None else f", now {percent(rate)}"
        over = rate is not None and rule.threshold is not None and rate > rule.threshold
        text = f" {rule.metric or '?'} > {percent(rule.threshold)} → {rule.action or '?'}{cooldown}"
        lines.append(
            line(
                state, name, text, Span(f"{now}{' ▲ OVER' if over else ''}", Role.BAD if over else Role.MUTED)
            )
        )
    return lines or [line(Span("no velocity rules", Role.MUTED))]
