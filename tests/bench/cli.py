"""Measure the command line beside bare scripts that do the same, and print the ratios beside the bars.

    python -m tests.bench.cli [--rounds N] [--contacts N]

Programs take turns, so that a busy machine is busy for both; the median of the rounds counts. The exit
status is 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tests.bench.__main__ import HERE, ROOT, sandbox

MTTUI = (sys.executable, "-m", "mttui")
ONE = (*MTTUI, "api", "velocity.status.get")
ALL = (*MTTUI, "api", "contacts.list", "--all")
DECLARE = """
import time
from mttui.api.catalogue import operations
began = time.process_time()
operations()
print(1000 * (time.process_time() - began))
"""
"""Declares every operation and says how many milliseconds of the processor that took."""
FEW = 10_000
"""Contacts of the run that memory is compared with."""


class Used(NamedTuple):
    """What one run took."""

    seconds: float
    mebibytes: float
    """Resident memory at its highest."""
    lines: int


class Line(NamedTuple):
    """One line of the table."""

    what: str
    bar: float
    measured: float
    unit: str
    at_least: bool = False
    """Whether the bar is the least that it may be, not the most."""

    @property
    def is_met(self) -> bool:
        return self.measured >= self.bar if self.at_least else self.measured <= self.bar


def used(command: Sequence[str], env: Mapping[str, str]) -> Used:
    """Run a command to its end.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    with tempfile.TemporaryFile() as out:
        began = time.perf_counter()
        process = subprocess.Popen(command, env=env, cwd=ROOT, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        out.seek(0)
        return Used(seconds, usage.ru_maxrss / 1024, sum(1 for _ in out))


def in_turn(commands: Sequence[Sequence[str]], env: Mapping[str, str], rounds: int) -> list[list[Used]]:
    """Run each command once to warm up, then all in turn; return what each took, by command."""
    for command in commands:
        used(command, env)
    taken = [[used(command, env) for command in commands] for _ in range(rounds)]
    return [list(runs) for runs in zip(*taken, strict=True)]


def median_ratio(these: Sequence[Used], those: Sequence[Used]) -> float:
    """Return the median over the rounds of how much longer these took than those."""
    return statistics.median(a.seconds / b.seconds for a, b in zip(these, those, strict=True))


def quick(env: Mapping[str, str], rounds: int) -> list[Line]:
    """Measure what is over at once: the list of operations, and one request."""
    operations, one, bare = in_turn(
        [(*MTTUI, "operations"), ONE, (sys.executable, str(HERE / "bare_get.py"))], env, rounds
    )
    return [
        Line("mttui operations", 0.25, statistics.median(run.seconds for run in operations), "s"),
        Line("mttui api velocity.status.get", 1.35, median_ratio(one, bare), "× bare httpx"),
    ]


def declaring(env: Mapping[str, str], rounds: int) -> Line:
    """Measure what all families together cost, if ever all are wanted."""
    command = (sys.executable, "-c", DECLARE)
    said = [
        subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for _ in range(rounds)
    ]
    return Line("declaring all operations", 50, statistics.median(map(float, said)), "ms")


def long(env: Mapping[str, str], rounds: int, contacts: int) -> tuple[list[Line], float]:
    """Measure a run over all contacts; return the lines and its memory in MiB."""
    every, bare = in_turn([ALL, (sys.executable, str(HERE / "bare_list.py"))], env, rounds)
    counts = {run.lines for run in (*every, *bare)}
    if len(counts) > 1 or min(counts) < contacts:
        sys.exit(f"not all rows came: {', '.join(f'{count:,}' for count in sorted(counts))}")
    rate = 1 / median_ratio(every, bare)
    seconds = statistics.median(run.seconds for run in every)
    print(f"--all: {contacts:,} rows in {seconds:.1f} s, {contacts / seconds:,.0f} a second", file=sys.stderr)
    line = Line("--all: rate", 0.8, rate, "× bare httpx + json", at_least=True)
    return [line], max(run.mebibytes for run in every)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.cli", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="times to run each program (9)")
    parser.add_argument("--contacts", type=int, default=100_000, help="rows of the long run (100000)")
    options = parser.parse_args(arguments)
    # An installed program has its bytecode: measured without, each start would compile it anew.
    installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "mttui")], check=True)
    with tempfile.TemporaryDirectory() as folder:
        kept = {**installed, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
        with sandbox("--contacts", str(options.contacts)) as account:
            lines = [declaring(kept, options.rounds), *quick({**kept, **account}, options.rounds)]
            more, memory = long({**kept, **account}, max(1, options.rounds // 3), options.contacts)
        with sandbox("--contacts", str(FEW)) as account:
            memory /= used(ALL, {**kept, **account}).mebibytes
    lines += [*more, Line("--all: memory", 1.1, memory, f"× that over {FEW:,} rows")]
    print(f"\n{'what':36}{'bar':>10}{'measured':>12}")
    for line in lines:
        verdict = "" if line.is_met else "  MISSED"
        print(f"{line.what:36}{line.bar:>10,g}{line.measured:>12,.4g} {line.unit}{verdict}")
    return 0 if all(line.is_met for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
