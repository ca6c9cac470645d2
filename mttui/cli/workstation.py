"""`mttui`: the workstation on the configured profile."""

from __future__ import annotations

from collections.abc import Mapping

from mttui.cli.launch import start_app
from mttui.local.config import load_config
from mttui.local.paths import config_file, state_file
from mttui.local.profile import Flags, resolve_profile


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

    return run_workstation(profile, config=config, state=state_file())
