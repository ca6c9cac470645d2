"""Measure the workstation beside a bare Textual app and print the figures beside the bars.

    python -m tests.bench [--rounds N]

ttybench is found by `$TTYBENCH`, or in `../shared/tools/ttybench`. Machines are noisy: run
it on an idle one, and believe ratios before times. The exit status is 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.bars import BARS, Bar

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BASE = HERE / "bare.toml"
BESIDE = ROOT.parent / "shared" / "tools" / "ttybench" / "ttybench"

BEHIND = ("--threads", "100000", "--contacts", "1000000")
"""What is behind the workstation: as much as the bars say."""
FAR = {"inbox.toml": ("--latency", "100")}
"""Scenarios that reach it over a network, 100 ms a request; the others have it on this machine."""

Results = Mapping[str, Mapping[str, Any]]
"""What was measured, by the scenario's name."""


def find_ttybench() -> Path:
    """Return where ttybench is.

    Raises:
        SystemExit: It is nowhere to be found.
    """
    path = Path(os.environ.get("TTYBENCH") or BESIDE)
    if not path.is_file():
        sys.exit(f"ttybench is not at {path}; set TTYBENCH to where it is")
    return path


@contextmanager
def sandbox(*options: str) -> Iterator[dict[str, str]]:
    """Serve a calm platform on this machine; give the environment that points to it."""
    command = [sys.executable, "-m", "mttui", "sandbox", "--port", "0", "--scenario", "calm", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True) as served:
        try:
            assert served.stdout is not None
            ready = json.loads(served.stdout.readline())
            yield {"MAILTARGET_BASE_URL": ready["url"], "MAILTARGET_API_KEY": ready["api_key"]}
        finally:
            served.terminate()


def measure(ttybench: Path, scenarios: Sequence[Path], rounds: int, options: Sequence[str] = ()) -> Results:
    """Run the scenarios in turn with the bare app; return what was measured, by name.

    Args:
        ttybench: the program.
        scenarios: their files.
        rounds: how often.
        options: of the sandbox, beside what is behind it.

    Raises:
        subprocess.CalledProcessError: Something expected was not seen.
    """
    with tempfile.TemporaryDirectory() as folder, sandbox(*BEHIND, *options) as account:
        figures = Path(folder) / "figures.json"
        command = [sys.executable, str(ttybench), "compare", "--rounds", str(rounds)]
        kept = {"XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
        # An installed program has its bytecode: measured without, each start would compile it anew.
        installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "mttui"), str(HERE)], check=True)
        subprocess.run(
            [*command, "--json", str(figures), str(BASE), *map(str, scenarios)],
            env={**installed, **kept, **account, "PYTHON": sys.executable},
            check=True,
        )
        results = json.loads(figures.read_text())["results"]
    return {result["scenario"]["name"]: result for result in results}


def measured(bar: Bar, results: Results) -> float | None:
    """Return the median of a bar's figure; None when its scenario was not run."""
    result = results.get(bar.scenario)
    if result is None:
        return None
    spread = result["summary" if bar.kind == "value" else "ratios"].get(bar.figure)
    return None if spread is None else float(spread["median"])


def verdicts(results: Results) -> Iterator[tuple[Bar, float, bool]]:
    """Yield the bars whose scenarios were run, what was measured, and whether that is enough."""
    for bar in BARS:
        if (value := measured(bar, results)) is not None:
            yield bar, value, value <= bar.most


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="times to run each program (5)")
    parser.add_argument("scenarios", nargs="*", type=Path, help="scenario files (all)")
    options = parser.parse_args(arguments)
    scenarios = options.scenarios or sorted(set(HERE.glob("*.toml")) - {BASE})
    ttybench, results = find_ttybench(), dict[str, Mapping[str, Any]]()
    for reach in dict.fromkeys(FAR.get(each.name, ()) for each in scenarios):
        group = [each for each in scenarios if FAR.get(each.name, ()) == reach]
        results |= measure(ttybench, group, options.rounds, reach)
    missed = 0
    print(f"\n{'what':36}{'bar':>10}{'measured':>12}")
    for bar, value, is_enough in verdicts(results):
        missed += not is_enough
        verdict = "" if is_enough else "  MISSED"
        print(f"{bar.what:36}{bar.most:>10,g}{value:>12,.4g} {bar.unit}{verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
