"""Reading the config file: TOML in, checked settings out, and errors that say where and what.

What is wrong is never guessed around: an unknown key, a wrong type, a key in a file that others
can read are errors which name the file, the setting and what to do.
"""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from . import readers
from .errors import ConfigError
from .inbox_config import read_answers, read_inbox
from .readers import Reader, Wrong, kind_of
from .reading import Reading, Table, nearest
from .settings import Budget, Config, ProfileSettings, UiSettings

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def load_config(path: Path) -> Config:
    """Read the config file; a file that is not there is a config without a word in it.

    Raises:
        ConfigError: the file cannot be read, is not TOML, or says something it should not.
    """
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            table: Table = tomllib.loads(file.read().decode())
    except FileNotFoundError:
        return Config()
    except OSError as err:
        raise ConfigError(
            f"{path}: cannot be read: {err.strerror}",
            advice="It should be a plain file of yours: chmod 600 it.",
        ) from err
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        reason = "not UTF-8" if isinstance(err, UnicodeDecodeError) else str(err)
        raise ConfigError(
            f"{path}: not valid TOML: {reason}", advice="Mend that line, or move the file away."
        ) from err
    _refuse_open_file(path, mode, table)
    return read_config(path, table)


def read_config(path: Path, table: Table) -> Config:
    """Check what a config file says.

    Args:
        path: the file, for the errors.
        table: its content.

    Raises:
        ConfigError: it says something it should not.
    """
    return _config(Reading(path), table)


def check_keys(config: Config, known: Iterable[str]) -> None:
    """Hold `[keys]` against the ids that the workstation declares.

    Raises:
        ConfigError: an id that nothing declares, with the nearest one.
    """
    ids = sorted(known)
    for key_id in config.keys:
        if key_id not in ids:
            where = config.path or "config"
            raise ConfigError(f"{where}: [keys] {key_id}: unknown", advice=nearest(key_id, ids))


def _refuse_open_file(path: Path, mode: int, table: Table) -> None:
    """Refuse a file which others can read a key from, or write a command into."""
    profiles = table.get("profiles")
    named = profiles.values() if isinstance(profiles, dict) else ()
    settings = {name for profile in named if isinstance(profile, dict) for name in profile}
    if "api_key" in settings and mode & _OTHERS:
        raise ConfigError(
            f"{path}: holds an api_key and others can read the file (mode {stat.S_IMODE(mode):04o})",
            advice=f"Run: chmod 600 {path}",
        )
    if "api_key_command" in settings and mode & _OTHERS_WRITE:
        raise ConfigError(
            f"{path}: holds an api_key_command and others can write to the file"
            f" (mode {stat.S_IMODE(mode):04o})",
            advice=f"They could run commands as you. Run: chmod go-w {path}",
        )


_BUDGET: Mapping[str, Reader] = {"calm": readers.positive, "incident": readers.positive}


def _budget(value: object) -> Budget:
    if not isinstance(value, dict):
        raise Wrong(f"expected a table such as {{calm = 60, incident = 180}}, got {kind_of(value)}")
    read: dict[str, int] = {}
    for name, item in value.items():
        if name not in _BUDGET:
            raise Wrong(f"{name} is unknown there. {nearest(name, _BUDGET)}")
        read[name] = readers.positive(item)
    return Budget(**read)


_PROFILE: Mapping[str, Reader] = {
    "base_url": readers.base_url,
    "api_key_command": readers.words,
    "api_key": readers.secret,
    "production": readers.flag,
    "read_only": readers.flag,
    "timeout": readers.seconds,
    "budget": _budget,
    "idempotency_header": readers.header_name,
}
_UI: Mapping[str, Reader] = {
    "ascii": readers.flag,
    "theme": readers.text,
    "timezone": readers.timezone,
}
_TOP = ("default_profile", "profiles", "keys", "ui", "inbox", "answers")


def _config(reading: Reading, table: Table) -> Config:
    """The whole file."""
    reading.table("", table, _TOP)
    profiles = {
        name: ProfileSettings(**reading.settings(f"[profiles.{name}]", value, _PROFILE))
        for name, value in reading.table("[profiles]", table.get("profiles", {})).items()
    }
    return Config(
        path=reading.path,
        default_profile=_default_profile(reading, table, profiles),
        profiles=MappingProxyType(profiles),
        keys=MappingProxyType(_keys(reading, table.get("keys", {}))),
        ui=UiSettings(**reading.settings("[ui]", table.get("ui", {}), _UI)),
        inbox=read_inbox(reading, table.get("inbox", {})),
        answers=MappingProxyType(read_answers(reading, table.get("answers", {}))),
    )


def _default_profile(reading: Reading, table: Table, profiles: Iterable[str]) -> str | None:
    if "default_profile" not in table:
        return None
    default: str = reading.read("", "default_profile", table["default_profile"], readers.text)
    if default not in profiles:
        raise reading.wrong("default_profile", "there is no profile of that name", nearest(default, profiles))
    return default


def _keys(reading: Reading, value: object, prefix: str = "") -> dict[str, tuple[str, ...]]:
    """`[keys]`: ids hold dots, so that TOML gives them as tables in tables."""
    found: dict[str, tuple[str, ...]] = {}
    for name, item in reading.table("[keys]", value).items():
        key_id = prefix + name
        if isinstance(item, dict):
            found |= _keys(reading, item, f"{key_id}.")
        else:
            found[key_id] = reading.read("[keys]", key_id, item, readers.keys)
    return found
