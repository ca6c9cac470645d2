"""From the config file to the platform's clock: each step, and what is wrong with it."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mttui.local.config import load_config
from mttui.local.credentials import find_key
from mttui.local.errors import LocalError
from mttui.local.flags import Flags
from mttui.local.paths import config_file
from mttui.local.profile import Profile, resolve_profile
from mttui.local.secret import Secret
from mttui.local.settings import Config, ProfileSettings

from .account import connected, without_key
from .finding import Finding, Verdict

if TYPE_CHECKING:
    from mttui.api.errors import ApiError

SKEW_SEEN = timedelta(seconds=10)
"""From this difference of the clocks on, what is old is shown as of now, or the other way round."""
SKEW_TOO_MUCH = timedelta(seconds=60)
"""From this on, rates over five minutes are those of other minutes."""


_STAND_IN = Secret("none")
"""Stands in for a key: the platform then says 401, which shows that it is there."""


def account_findings(flags: Flags, env: Mapping[str, str]) -> Iterator[Finding]:
    """Look at config, profile, credentials, and the platform; what a failure hides is left out.

    Args:
        flags: what the command line says about the profile.
        env: the environment.
    """
    try:
        config = load_config(config_file())
        yield _config(config)
        profile = resolve_profile(config, env, flags, find=without_key)
    except LocalError as error:
        yield _failed("config", error)
        return
    if profile is None:
        yield Finding(
            Verdict.FAIL,
            "profile",
            "none is configured, and there is no MAILTARGET_API_KEY",
            "Run: mttui login. To look around without an account: mttui demo.",
        )
        return
    yield _profile(profile)
    try:
        profile = _with_key(profile, config, env)
        yield _credentials(profile)
    except LocalError as error:
        yield _failed("credentials", error)
    yield from asyncio.run(_platform(profile))


def _failed(name: str, error: LocalError) -> Finding:
    return Finding(Verdict.FAIL, name, error.message, error.advice)


def _config(config: Config) -> Finding:
    path = config.path
    if path is None:
        return Finding(Verdict.OK, "config", f"no file at {config_file()}; the environment alone counts")
    mode = stat.S_IMODE(path.stat().st_mode)
    number = len(config.profiles)
    words = f"{path}, mode {mode:04o}, {number} profile{'' if number == 1 else 's'}"
    return Finding(Verdict.OK, "config", words)


def _profile(profile: Profile) -> Finding:
    words = [
        f"{profile.name} at {profile.base_url}",
        *(["PRODUCTION"] if profile.production else []),
        "read-only" if profile.read_only else "may change things",
    ]
    if profile.production and not profile.read_only:
        return Finding(
            Verdict.WARN,
            "profile",
            ", ".join(words),
            "Leave out read_only = false, and say --read-write when you mean it.",
        )
    return Finding(Verdict.OK, "profile", ", ".join(words))


def _with_key(profile: Profile, config: Config, env: Mapping[str, str]) -> Profile:
    settings = config.profiles.get(profile.name, ProfileSettings())
    found = find_key(profile.name, settings, env)
    return replace(
        profile, key=found.secret, key_origin=found.origin if found.secret else "; ".join(found.tried)
    )


def _credentials(profile: Profile) -> Finding:
    if profile.key is not None:
        return Finding(Verdict.OK, "credentials", f"a key from {profile.key_origin}")
    return Finding(
        Verdict.FAIL,
        "credentials",
        f"no key: {profile.key_origin}",
        "Set MAILTARGET_API_KEY, or run: mttui login.",
    )


async def _platform(profile: Profile) -> list[Finding]:
    from mttui.api.catalogue import operations
    from mttui.api.clock import SystemClock
    from mttui.api.errors import ApiError
    from mttui.api.retry import RetryPolicy

    asked = replace(profile, key=profile.key or _STAND_IN)
    trouble: ApiError | None = None
    async with connected(asked, clock=SystemClock(), retry=RetryPolicy(attempts=1)) as client:
        try:
            await client.call_raw(operations()["velocity.status.get"], {})
        except ApiError as error:
            trouble = error
        took = next((entry.milliseconds for entry in client.transport.trace), 0.0)
        offset = client.transport.clock_offset
    found = [_reached(profile, trouble, took)]
    is_there = trouble is None or trouble.status is not None
    return [*found, _clock(offset)] if is_there else found


def _reached(profile: Profile, trouble: ApiError | None, milliseconds: float) -> Finding:
    from mttui.api.errors import Forbidden, RateLimited, Refused, Unauthorized

    where = f"{profile.base_url} answers in {milliseconds:.0f} ms"
    if trouble is None:
        return Finding(Verdict.OK, "platform", where)
    if isinstance(trouble, Unauthorized) and profile.key is None:
        return Finding(Verdict.OK, "platform", f"{where}; it wants a key")
    said = f"{trouble.short}: {trouble.message}"
    if isinstance(trouble, Forbidden | RateLimited):
        return Finding(Verdict.WARN, "platform", f"{where}, but {said}", trouble.advice)
    words = f"{where}, but {said}" if isinstance(trouble, Refused) else said
    return Finding(Verdict.FAIL, "platform", words, trouble.advice)


def _clock(offset: timedelta | None) -> Finding:
    if offset is None:
        return Finding(
            Verdict.WARN,
            "clock",
            "the platform says no time (Date) to compare with",
            "See that a time service keeps this box's clock.",
        )
    seconds = offset.total_seconds()
    if abs(offset) < SKEW_SEEN:
        return Finding(Verdict.OK, "clock", f"within {SKEW_SEEN.seconds} s of the platform's")
    words = f"this box is {abs(seconds):,.0f} s {'behind' if seconds > 0 else 'ahead of'} the platform"
    verdict = Verdict.WARN if abs(offset) < SKEW_TOO_MUCH else Verdict.FAIL
    return Finding(verdict, "clock", words, "Set the clock: timedatectl set-ntp true.")
