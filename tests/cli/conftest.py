from __future__ import annotations

import signal

import pytest


@pytest.fixture(autouse=True, scope="session")
def heed_ctrl_c() -> None:
    """Let the programs that are started here get Ctrl+C.

    Where the tests themselves run in the background of a shell it is ignored, and children inherit that.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
