"""A workstation with a bug in a screen, and a key in the variables of its traceback."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import httpx

from mttui.app import Workstation
from mttui.local.profile import Profile
from mttui.local.secret import Secret
from mttui.screens.opening import open_session

KEY = "key-that-must-not-be-seen"


def answer(request: httpx.Request) -> httpx.Response:
    """Answer everything with an empty list."""
    return httpx.Response(200, json={"data": []})


def main() -> int:
    profile = Profile(name="acme", base_url="https://api.example.test", key=Secret(KEY), key_origin="here")
    session = open_session(
        profile,
        rng=random.Random(1),
        http_transport=httpx.MockTransport(answer),
        state=Path(sys.argv[1]) / "mttui.db",
    )
    app = Workstation(session)

    def fail() -> None:
        in_a_variable = KEY
        raise ValueError(f"a screen failed with Bearer {in_a_variable}")

    app.call_later(app.set_timer, 0.2, fail)
    app.run()
    session.dispose()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
