"""Two copies of mttui, each a process of its own, that try for the same rows at the same moment."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_COPY = """
import fcntl, sys; from pathlib import Path
from mttui.local.copies import Copies
from mttui.local.database import Database
state, number = Path(sys.argv[1]), int(sys.argv[2])
copies, database = Copies(state.parent / "copies"), Database(state)
{setup}
with state.with_suffix(".gate").open() as gate:
    print("ready", flush=True)
    fcntl.flock(gate, fcntl.LOCK_SH)
for line in sys.stdin:
    row = line.strip()
    print("won" if ({attempt}) else "lost", flush=True)
"""


def contend(state: Path, setup: str, attempt: str, rows: Sequence[str]) -> list[set[str]]:
    """Let two copies try for every row, in the same order.

    Args:
        state: the state file.
        setup: what each copy runs first; it has `copies`, `database` and `number`, 0 or 1.
        attempt: an expression, true when the copy got the row that `row` names.
        rows: the rows.

    Returns:
        What each of them got.
    """
    code = _COPY.format(setup=setup, attempt=attempt)
    with state.with_suffix(".gate").open("w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        copies = [
            subprocess.Popen(
                [sys.executable, "-c", code, str(state), str(number)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for number in range(2)
        ]
        pipes = [(copy.stdin, copy.stdout) for copy in copies if copy.stdin and copy.stdout]
        for orders, answers in pipes:
            assert answers.readline() == "ready\n"
            orders.write("".join(f"{row}\n" for row in rows))
            orders.flush()
    # Both live until both are done: what a dead copy held would be anybody's.
    got = [{row for row in rows if answers.readline() == "won\n"} for _, answers in pipes]
    for copy in copies:
        copy.communicate(timeout=30)
        assert copy.returncode == 0
    return got
