"""`mttui`: the workstation on the configured profile."""

from __future__ import annotations

from collections.abc import Mapping

from mttui.cli.launch import signals_held, start_app
from mttui.local.config import load_config
from mttui.local.flags import Flags
from mttui.local.paths import config_file, state_file
from mttui.local.profile import resolve_profile
from mttui.local.settings import Config


def open_workstation(flags: Flags, env: Mapping[str, str]) -> int:
    """Open the workstation; with nothing configured it begins with the first-run screen.

    Args:
        flags: what the command line says about the profile.
        env: the environment.

    Returns:
        The exit code.

    Raises:
        LocalError: the configuration, a credential or the state file is not as it must be.
    """
    config = load_config(config_file())
    profile = resolve_profile(config, env, flags)
    start_app()
    from mttui.app import run_workstation

    with signals_held():
        code = run_workstation(profile, config=config, state=state_file())
    if profile is not None:
        return code
    return _demo_if_asked(code, config)


def _demo_if_asked(code: int, config: Config) -> int:
    """The first-run screen offers the demo, and says so by its exit code."""
    from mttui.screens.first_run import TRY_DEMO

    if code != TRY_DEMO:
        return code
    from mttui.cli.demo import SCENARIO, run_demo
    from mttui.sandbox import SandboxOptions

    return run_demo(SandboxOptions(scenario=SCENARIO), config)
