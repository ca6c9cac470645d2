"""The profile that a run works with: config file, then environment, then flags.

The environment overrides the file, flags override both: MTTUI_PROFILE and `--profile` choose the
profile, MAILTARGET_BASE_URL and `--base-url` its address, MAILTARGET_API_KEY its key, `--read-only`
and `--read-write` what may be done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from .credentials import Credential, find_key
from .errors import ConfigError
from .flags import NO_FLAGS, Flags
from .readers import Wrong
from .readers import base_url as read_base_url
from .reading import nearest
from .secret import Secret
from .settings import Budget, Config, ProfileSettings

ENV_PROFILE = "MTTUI_PROFILE"
"""The environment variable that names the profile."""

ENV_BASE_URL = "MAILTARGET_BASE_URL"
"""The environment variable that says where the API is."""

ENV_KEY_ONLY = "environment"
"""The name of the profile that the environment alone makes."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One account of the platform, and how this run may use it."""

    name: str
    base_url: str
    key: Secret | None
    key_origin: str
    """Where the key came from, in words; with no key, where it was looked for."""

    production: bool = False
    read_only: bool = False
    sandbox: bool = False
    """The embedded simulator: nothing here is real."""

    timeout: float = 30.0
    """Seconds that an answer may take."""

    budget: Budget = field(default_factory=Budget)
    """Requests a minute."""

    idempotency_header: str = "Idempotency-Key"


KeyFinder = Callable[[str, ProfileSettings, Mapping[str, str]], Credential]
"""Finds the key of a profile: `find_key`."""


def resolve_profile(
    config: Config,
    env: Mapping[str, str],
    flags: Flags = NO_FLAGS,
    *,
    find: KeyFinder = find_key,
) -> Profile | None:
    """The profile of this run, with its key; none when nothing is configured at all.

    Raises:
        ConfigError: a profile is named that is not there, or none is and there are several.
        CredentialError: a source of the key fails.
    """
    chosen = _choose(config, env, flags)
    if chosen is None:
        return None
    name, settings = chosen
    settings = replace(settings, base_url=_base_url(settings, env, flags))
    credential = find(name, settings, env)
    read_only = settings.production if settings.read_only is None else settings.read_only
    return Profile(
        name=name,
        base_url=settings.base_url,
        key=credential.secret,
        key_origin=credential.origin if credential.secret else "; ".join(credential.tried),
        production=settings.production,
        read_only=read_only if flags.read_only is None else flags.read_only,
        timeout=settings.timeout,
        budget=settings.budget,
        idempotency_header=settings.idempotency_header,
    )


def _choose(config: Config, env: Mapping[str, str], flags: Flags) -> tuple[str, ProfileSettings] | None:
    asked = {"--profile": flags.profile, ENV_PROFILE: env.get(ENV_PROFILE)}
    for source, name in asked.items():
        if name:
            return _named(config, source, name)
    if config.default_profile is not None:
        return config.default_profile, config.profiles[config.default_profile]
    if len(config.profiles) > 1:
        raise ConfigError(
            f"{config.path}: several profiles and no default_profile",
            advice=f"Say which with --profile: {', '.join(sorted(config.profiles))}.",
        )
    if config.profiles:
        return next(iter(config.profiles.items()))
    spoken = (env.get("MAILTARGET_API_KEY"), env.get(ENV_BASE_URL), flags.base_url)
    return (ENV_KEY_ONLY, ProfileSettings()) if any(spoken) else None


def _named(config: Config, source: str, name: str) -> tuple[str, ProfileSettings]:
    if name in config.profiles:
        return name, config.profiles[name]
    raise ConfigError(
        f"{source}: there is no profile {name!r}",
        advice=nearest(name, config.profiles)
        if config.profiles
        else "No profile is configured: write one into the config file.",
    )


def _base_url(settings: ProfileSettings, env: Mapping[str, str], flags: Flags) -> str:
    asked = {"--base-url": flags.base_url, ENV_BASE_URL: env.get(ENV_BASE_URL)}
    for source, url in asked.items():
        if url:
            try:
                return read_base_url(url)
            except Wrong as wrong:
                raise ConfigError(f"{source}: {wrong}", advice="Mend it, or leave it out.") from wrong
    return settings.base_url
