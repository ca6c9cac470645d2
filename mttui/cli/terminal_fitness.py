"""Whether the workstation can be drawn in this terminal."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .finding import Finding, Verdict

LEAST_COLUMNS, LEAST_ROWS = 80, 24
"""The smallest terminal in which every screen is complete (the design)."""
_MULTIPLEXERS = {"TMUX": "tmux", "STY": "screen"}


@dataclass(frozen=True, slots=True)
class Terminal:
    """The terminal as this process sees it."""

    env: Mapping[str, str]
    is_terminal: bool
    """Whether both input and output are one."""
    encoding: str
    """Of the output."""
    columns: int
    rows: int


def terminal_findings(terminal: Terminal) -> Iterator[Finding]:
    """Look at kind, size, colours and characters."""
    kind = _kind(terminal)
    yield kind
    if terminal.is_terminal:
        yield _size(terminal)
    if kind.verdict is not Verdict.FAIL:
        yield _colours(terminal.env)
    yield _characters(terminal.encoding)


def _kind(terminal: Terminal) -> Finding:
    term = terminal.env.get("TERM", "")
    if term in {"", "dumb"}:
        return Finding(
            Verdict.FAIL,
            "terminal",
            f"TERM is {term or 'not set'}: such a terminal cannot move its cursor",
            "Set TERM to what the terminal is, as xterm-256color.",
        )
    if not terminal.is_terminal:
        return Finding(
            Verdict.WARN,
            "terminal",
            "input or output is none: only the command line works here",
            "Over SSH: ssh -t HOST mttui.",
        )
    within = [name for variable, name in _MULTIPLEXERS.items() if terminal.env.get(variable)]
    over = ["over SSH"] if terminal.env.get("SSH_CONNECTION") else []
    return Finding(Verdict.OK, "terminal", ", ".join([term, *(f"within {name}" for name in within), *over]))


def _size(terminal: Terminal) -> Finding:
    size = f"{terminal.columns} columns, {terminal.rows} lines"
    if terminal.columns < LEAST_COLUMNS or terminal.rows < LEAST_ROWS:
        return Finding(
            Verdict.WARN,
            "size",
            f"{size}: not every screen is complete",
            f"Make it {LEAST_COLUMNS} by {LEAST_ROWS} or larger.",
        )
    return Finding(Verdict.OK, "size", size)


def _colours(env: Mapping[str, str]) -> Finding:
    if env.get("NO_COLOR"):
        return Finding(Verdict.OK, "colours", "none, as NO_COLOR asks; signs and words say the same")
    if env.get("COLORTERM", "").casefold() in {"truecolor", "24bit"}:
        return Finding(Verdict.OK, "colours", "16 million")
    if "256" in env.get("TERM", ""):
        return Finding(Verdict.OK, "colours", "256")
    return Finding(Verdict.OK, "colours", "16 at most; signs and words say the same")


def _characters(encoding: str) -> Finding:
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        name = encoding
    if name == "utf-8":
        return Finding(Verdict.OK, "characters", name)
    return Finding(
        Verdict.WARN,
        "characters",
        f"{name}: signs, lines and names outside it cannot be drawn",
        "Use a UTF-8 locale, as LC_ALL=C.UTF-8.",
    )
