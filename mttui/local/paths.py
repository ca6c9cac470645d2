"""Where things lie on this box."""

from __future__ import annotations

from pathlib import Path

APP = "mttui"


def config_file() -> Path:
    """The config file: `$XDG_CONFIG_HOME/mttui/config.toml`."""
    import platformdirs  # noqa: PLC0415 - not needed for the first paint of the demo

    return platformdirs.user_config_path(APP) / "config.toml"


def state_file() -> Path:
    """The state file: `$XDG_STATE_HOME/mttui/mttui.db`."""
    import platformdirs  # noqa: PLC0415 - not needed for the first paint of the demo

    return platformdirs.user_state_path(APP) / "mttui.db"


def styles_dir() -> Path:
    """The folder of the TCSS files.

    A wheel carries them inside the package; in an editable install they lie beside it.
    """
    package = Path(__file__).resolve().parent.parent
    packaged = package / "styles"
    return packaged if packaged.is_dir() else package.parent / "styles"


def exports_dir() -> Path:
    """Where exported files go: beside the state file."""
    return state_file().parent / "exports"
