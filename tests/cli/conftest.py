from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.harness import KEY, CommandLine, Ran
from tests.cli.stub import Stub, answer, stub


@pytest.fixture(autouse=True, scope="session")
def heed_ctrl_c() -> None:
    """Let the programs that are started here get Ctrl+C.

    Where the tests themselves run in the background of a shell it is ignored, and children inherit that.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def platform() -> Iterator[Stub]:
    """A platform on loopback; the test says what it answers."""
    with stub(lambda _: answer({})) as up:
        yield up


@pytest.fixture
def mttui(
    tmp_path: Path, platform: Stub, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[CommandLine]:
    """The command line within this process, on the stub; no output ever holds the key."""
    from mttui.cli.main import main

    for name in [name for name in os.environ if name.startswith(("MAILTARGET_", "MTTUI_", "XDG_"))]:
        monkeypatch.delenv(name)
    given = {"HOME": tmp_path, "XDG_CONFIG_HOME": tmp_path / "config", "XDG_STATE_HOME": tmp_path / "state",
             "MAILTARGET_API_KEY": KEY, "MAILTARGET_BASE_URL": platform.url}  # fmt: skip
    for name, value in given.items():
        monkeypatch.setenv(name, str(value))

    def run(*args: str) -> Ran:
        capfd.readouterr()
        code = main(args)
        out, err = capfd.readouterr()
        assert KEY not in out + err
        assert "Traceback" not in err
        return Ran(code, out, err)

    on_term = signal.getsignal(signal.SIGTERM)
    yield run
    signal.signal(signal.SIGTERM, on_term)
