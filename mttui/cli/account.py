"""From the options of a command to the account it works on, and to a client for it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import click

from mttui.local.config import load_config
from mttui.local.credentials import Credential
from mttui.local.errors import ConfigError
from mttui.local.flags import Flags
from mttui.local.paths import config_file
from mttui.local.profile import Profile, resolve_profile
from mttui.local.settings import ProfileSettings

if TYPE_CHECKING:
    from mttui.api.client import Mailtarget
    from mttui.api.clock import Clock
    from mttui.api.retry import RetryPolicy

UNBOUNDED = 1_000_000
"""Requests a minute where nobody asked for fewer: one command is not a screen that polls."""

_OPTIONS = (
    click.option("--profile", metavar="NAME", help="The profile to use (or MTTUI_PROFILE)."),
    click.option("--base-url", metavar="URL", help="Where the API is (or MAILTARGET_BASE_URL)."),
    click.option("--read-only/--read-write", default=None, help="Refuse everything but reading, or do not."),
)


def account_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take the options on the account behind its name, too."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def chosen(flags: Flags, profile: str | None, base_url: str | None, read_only: bool | None) -> Flags:
    """Return the flags before the command's name with those behind it laid over them."""
    return Flags(
        profile=flags.profile if profile is None else profile,
        base_url=flags.base_url if base_url is None else base_url,
        read_only=flags.read_only if read_only is None else read_only,
    )


def find_profile(flags: Flags, *, with_key: bool = True) -> Profile:
    """Return the profile of this run.

    Args:
        flags: what the command line says.
        with_key: whether to look for the key; what sends nothing needs none.

    Raises:
        LocalError: the configuration is wrong, a credential cannot be had, or nothing is configured.
    """
    config = load_config(config_file())
    profile = resolve_profile(config, os.environ, flags, **({} if with_key else {"find": without_key}))
    if profile is None:
        raise ConfigError(
            "nothing is configured: there is no profile and no MAILTARGET_API_KEY",
            advice="Run: mttui login. To try without an account: mttui sandbox, and set what it prints.",
        )
    return profile


def without_key(_profile: str, _settings: ProfileSettings, _env: Mapping[str, str]) -> Credential:
    """Look for no key: for what sends nothing."""
    return Credential(None, "not asked for")


@asynccontextmanager
async def connected(
    profile: Profile,
    *,
    clock: Clock,
    per_minute: int = UNBOUNDED,
    retry: RetryPolicy | None = None,
) -> AsyncIterator[Mailtarget]:
    """Give a client of the account; at the end changes under way come to theirs.

    Args:
        profile: the account.
        clock: time and waiting.
        per_minute: requests in any 60 s.
        retry: when to try again; the common policy where left out.
    """
    import random

    from mttui.api.budget import RequestBudget
    from mttui.api.client import Mailtarget
    from mttui.api.retry import RetryPolicy
    from mttui.api.trace import Trace
    from mttui.api.transport import Transport, TransportSettings

    settings = TransportSettings(
        base_url=profile.base_url,
        read_timeout=profile.timeout,
        idempotency_header=profile.idempotency_header,
        retry=retry or RetryPolicy(),
    )
    client = Mailtarget(
        Transport(
            settings,
            key=profile.key,
            clock=clock,
            rng=random.Random(),  # noqa: S311 - jitter and idempotency keys, no secrets
            budget=RequestBudget(per_minute, clock=clock),
            trace=Trace(),
            read_only=profile.read_only,
        )
    )
    try:
        yield client
    finally:
        await client.aclose()
