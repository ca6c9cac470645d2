"""The settings, as the config file gives them: what each means and what it is without a word.

The docstring under a field is its documentation; `config.example` prints them, and a test
holds that every field has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from .inbox_settings import AnswerSettings, InboxSettings
from .secret import Secret

DEFAULT_BASE_URL = "https://api.mailtarget.co"
"""The platform's Open API."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How many requests a minute the workstation allows itself."""

    calm: int = 60
    """While nothing is wrong."""

    incident: int = 180
    """While a velocity incident is open, or a person works through the inbox."""


@dataclass(frozen=True, slots=True)
class ProfileSettings:
    """`[profiles.NAME]`: one account of the platform."""

    base_url: str = DEFAULT_BASE_URL
    """Where the API is, without /v1. https, save on this machine itself."""

    api_key_command: tuple[str, ...] | None = None
    """A command that prints the key on its first line, as text or as a list of words."""

    api_key: Secret | None = None
    """The key itself: only in a file that nobody else can read (chmod 600)."""

    production: bool = False
    """Real mail leaves from here: shown in red, and read-only unless read_only says otherwise."""

    read_only: bool | None = None
    """Refuse everything but reading. Without a word: as `production` says."""

    timeout: float = 30.0
    """How many seconds an answer may take."""

    budget: Budget = Budget()
    """Requests a minute: calm, and while an incident is open."""

    idempotency_header: str = "Idempotency-Key"
    """The name of the header which makes a repeated request count once."""


@dataclass(frozen=True, slots=True)
class UiSettings:
    """`[ui]`: how it looks."""

    ascii: bool = False
    """Draw with ASCII alone, for terminals and fonts without line drawing."""

    theme: str | None = None
    """The name of a Textual theme, such as `ansi-dark`."""

    timezone: str | None = None
    """The local time shown beside UTC, such as `Asia/Jakarta`. Without a word: this machine's."""

    @property
    def zone(self) -> tzinfo:
        """The zone of local times."""
        here = datetime.now(UTC).astimezone().tzinfo or UTC
        return ZoneInfo(self.timezone) if self.timezone else here


@dataclass(frozen=True, slots=True)
class Config:
    """The whole config file, read and checked."""

    path: Path | None = None
    """The file it was read from; none when there is no such file."""

    default_profile: str | None = None
    """The profile to use when neither a flag nor MTTUI_PROFILE names one."""

    profiles: Mapping[str, ProfileSettings] = field(default_factory=lambda: MappingProxyType({}))
    """The profiles by name."""

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """`[keys]`: keys by the id of what they do. `mttui` lists the ids under `?`."""

    ui: UiSettings = UiSettings()
    """How it looks."""

    inbox: InboxSettings = field(default_factory=InboxSettings)
    """How threads are worked."""

    answers: Mapping[str, AnswerSettings] = field(default_factory=lambda: MappingProxyType({}))
    """The saved answers by name, in the order of the file. There is none without a word."""
