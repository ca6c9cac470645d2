"""Two copies of mttui, each a process of its own, that try for the same rows at the same moment."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_COPY = """
import sys; from pathlib import Path
from mttui.local.copies import Copies
from mttui.local.database import Database
state, number = Path(sys.argv[1]), int(sys.argv[2])
copies, database = Copies(state.parent / "copies"), Database(state)
{setup}
print("ready", flush=True)
for line in sys.stdin:
    row = line.strip()
    print("won" if ({attempt}) else "lost", flush=True)
"""


def contend(state: Path, setup: str, attempt: str, rows: Sequence[str]) -> list[set[str]]:
    """Let two copies try for every row, one row after the other.

    Args:
        state: the state file.
        setup: what each copy runs first; it has `copies`, `database` and `number`, 0 or 1.
        attempt: an expression, true when the copy got the row that `row` names.
        rows: the rows.

    Returns:
        What each of them got.
    """
    code = _COPY.format(setup=setup, attempt=attempt)
    copies = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(state), str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        for number in range(2)
    ]
    pipes = [(copy.stdin, copy.stdout) for copy in copies if copy.stdin and copy.stdout]
    assert [answers.readline() for _, answers in pipes] == ["ready\n"] * 2
    got: list[set[str]] = [set(), set()]
    for turn, row in enumerate(rows):
        for orders, _ in pipes if turn % 2 else reversed(pipes):
            orders.write(f"{row}\n")
        for number, (_, answers) in enumerate(pipes):
            if answers.readline() == "won\n":
                got[number].add(row)
    # Both live until both are done: what a dead copy held would be anybody's.
    for copy in copies:
        copy.communicate(timeout=30)
        assert copy.returncode == 0
    return got
