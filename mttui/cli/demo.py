"""`mttui demo`: the workstation on the embedded sandbox, with nothing to configure."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from mttui.cli.launch import start_app
from mttui.cli.weather import refuse_account, weather_options
from mttui.local.config import load_config
from mttui.local.paths import config_file
from mttui.local.profile import Flags, Profile
from mttui.local.secret import Secret

BASE_URL = "http://sandbox.localhost"
"""The address that the embedded sandbox answers to; no packet leaves the process."""


@click.command("demo")
@weather_options("bounce-spike")
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
    refuse_account(flags, "the demo")
    config = load_config(config_file())
    start_app()
    import httpx

    from mttui.app import DemoInfo, run_workstation
    from mttui.sandbox import SCENARIOS, Sandbox, SandboxOptions, create_app

    options = SandboxOptions(
        scenario=scenario,
        seed=seed,
        time_scale=time_scale,
        latency_ms=latency_ms,
        error_rate=error_rate,
        rate_limit=rate_limit,
    )
    sandbox = Sandbox(options)
    profile = Profile(
        name="demo",
        base_url=BASE_URL,
        key=Secret(sandbox.api_key),
        key_origin="the embedded sandbox",
        read_only=bool(flags.read_only),
        sandbox=True,
    )
    with tempfile.TemporaryDirectory(prefix="mttui-demo-") as folder:
        try:
            return run_workstation(
                profile,
                config=config,
                state=Path(folder) / "mttui.db",
                transport=httpx.ASGITransport(app=create_app(sandbox)),
                demo=DemoInfo(scenario=scenario, hint=SCENARIOS[scenario].hint),
            )
        finally:
            sandbox.close()
