"""What is measured, and how much it may be: the bars that the design sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["value", "ratio"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure of a scenario and the most that it may be."""

    what: str
    scenario: str
    """The scenario's `name`."""
    figure: str
    """As ttybench names it."""
    kind: Kind
    """The figure itself, or its ratio to the bare app's in the same round."""
    most: float
    unit: str = ""


_LIST = "grid of a million rows"
_OPS = "Ops, calm"
_INBOX = "inbox of 100,000 threads"

BARS = (
    Bar("key to paint in a list, p95", _LIST, "step[down].visible_p95_ms", "ratio", 0.6, "× bare"),
    Bar("key held at 30 Hz: lag, p95", _LIST, "hold.lag_p95_ms", "ratio", 0.4, "× bare"),
    Bar("key held at 30 Hz: longest lag", _LIST, "hold.lag_max_ms", "value", 100, "ms"),
    Bar("key held at 30 Hz: CPU a key", _LIST, "hold.cpu_ms_per_key", "ratio", 0.7, "× bare"),
    Bar("cursor step", _LIST, "step[down].sent_p50_bytes", "value", 450, "bytes"),
    Bar("page at 80x24", "page at 80x24", "step[page].sent_p50_bytes", "value", 2_500, "bytes"),
    Bar("list, idle", _LIST, "idle_bytes_per_s", "value", 0, "bytes/s"),
    Bar("memory", _LIST, "rss_peak_mib", "ratio", 1.6, "× bare"),
    Bar("inbox: done, next thread shown, p95", _INBOX, "step[down].visible_p95_ms", "ratio", 1.5, "× bare"),
    Bar("inbox: memory", _INBOX, "rss_peak_mib", "ratio", 1.6, "× bare"),
    Bar("inbox, idle", _INBOX, "idle_bytes_per_s", "value", 300, "bytes/s"),
    Bar("start to a usable Ops screen", _OPS, "ready_ms", "ratio", 1.25, "× bare"),
    Bar("Ops live on a calm platform", _OPS, "idle_bytes_per_s", "value", 300, "bytes/s"),
    Bar("Ops live on a calm platform: CPU", _OPS, "idle_cpu_percent", "value", 2, "% of a core"),
    Bar("Ops: memory", _OPS, "rss_peak_mib", "ratio", 1.6, "× bare"),
)
