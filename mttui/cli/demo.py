"""`mttui demo`: the workstation on the embedded sandbox, with nothing to configure."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mttui.cli.launch import signals_held, start_app
from mttui.cli.weather import refuse_account, weather_options
from mttui.local.config import load_config
from mttui.local.flags import Flags
from mttui.local.paths import config_file
from mttui.local.profile import Profile
from mttui.local.secret import Secret
from mttui.local.settings import Config

if TYPE_CHECKING:
    from mttui.sandbox import SandboxOptions

BASE_URL = "http://sandbox.localhost"
"""The address that the embedded sandbox answers to; no packet leaves the process."""

SCENARIO = "bounce-spike"
"""What the demo plays without a word."""


@click.command("demo")
@weather_options(SCENARIO)
@click.pass_obj
def command(
    flags: Flags,
    scenario: str,
    seed: int,
    time_scale: float,
    latency_ms: float,
    error_rate: float,
    rate_limit: int | None,
) -> int:
    """Open the workstation on a simulated platform.

    No account, no network, nothing to configure. The default scenario is a calm
    minute, then a campaign to a badly imported list.
    """
    refuse_account(flags, "the demo has an account of its own")
    from mttui.sandbox import SandboxOptions

    options = SandboxOptions(
        scenario=scenario,
        seed=seed,
        time_scale=time_scale,
        latency_ms=latency_ms,
        error_rate=error_rate,
        rate_limit=rate_limit,
    )
    return run_demo(options, load_config(config_file()), read_only=bool(flags.read_only))


def run_demo(options: SandboxOptions, config: Config, *, read_only: bool = False) -> int:
    """Run the workstation on an embedded sandbox; nothing of it is kept.

    Args:
        options: what the sandbox is started with.
        config: keys and looks.
        read_only: refuse everything but reading.

    Returns:
        The exit code.
    """
    start_app()
    import httpx

    from mttui.app import DemoInfo, run_workstation
    from mttui.cli.demo_answers import with_answers
    from mttui.sandbox import SCENARIOS, Sandbox, create_app

    sandbox, story = Sandbox(options), SCENARIOS[options.scenario]
    profile = Profile(
        name="demo",
        base_url=BASE_URL,
        key=Secret(sandbox.api_key),
        key_origin="the embedded sandbox",
        read_only=read_only,
        sandbox=True,
    )
    with tempfile.TemporaryDirectory(prefix="mttui-demo-") as folder, signals_held():
        try:
            return run_workstation(
                profile,
                config=with_answers(config),
                state=Path(folder) / "mttui.db",
                http_transport=httpx.ASGITransport(app=create_app(sandbox)),
                demo=DemoInfo(options.scenario, story.before, story.hint, story.after),
            )
        finally:
            sandbox.close()
