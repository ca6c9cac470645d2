"""What the command line says about the profile: apart, so that `--help` reads no configuration code."""

from __future__ import annotations

from typing import NamedTuple


class Flags(NamedTuple):
    """The options that choose a profile, each none where it was not given."""

    profile: str | None = None
    base_url: str | None = None
    read_only: bool | None = None


NO_FLAGS = Flags()
"""Nothing was given."""
