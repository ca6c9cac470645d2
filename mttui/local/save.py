"""Writing a profile into the config file, leaving every word that is already there."""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

from .config import load_config, read_config
from .errors import ConfigError


def add_profile(path: Path, name: str, settings: Mapping[str, object]) -> None:
    """Add a profile at the end of the config file; the first one becomes the default.

    The file is replaced in one step and has mode 0600 from its first moment: it may hold a key.

    Args:
        path: the config file; made with its folder where it is not there.
        name: the name of the new profile.
        settings: its settings, as they stand in the file.

    Raises:
        ConfigError: the file, or what would be added, is not right; or there is such a profile.
    """
    import tomli_w  # noqa: PLC0415 - only for writing

    config = load_config(path)
    if name in config.profiles:
        raise ConfigError(
            f"{path}: there is a profile {name!r} already",
            advice="Take another name, or change that one in the file.",
        )
    before = path.read_text() if path.exists() else ""
    head = "" if config.profiles or config.default_profile else tomli_w.dumps({"default_profile": name})
    added = tomli_w.dumps({"profiles": {name: dict(settings)}})
    text = head + before.rstrip() + ("\n\n" if before.strip() else "\n" if head else "") + added
    try:
        read_config(path, tomllib.loads(text))
    except tomllib.TOMLDecodeError as err:
        raise ConfigError(
            f"{path}: a profile cannot be added at its end: {err}",
            advice=f"Write [profiles.{name}] into it yourself.",
        ) from err
    _replace(path, text)


def _replace(path: Path, text: str) -> None:
    """Put a new file in the place of the old one, which is whole until then."""
    real = path.resolve()
    try:
        real.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".config-", suffix=".toml", dir=real.parent)
        draft = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(real)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as err:
        raise ConfigError(
            f"{path}: cannot be written: {err.strerror}", advice="Its folder must be yours and writable."
        ) from err
