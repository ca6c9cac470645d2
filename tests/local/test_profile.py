from __future__ import annotations

from collections.abc import Mapping

import pytest

from mttui.local.credentials import Credential
from mttui.local.errors import ConfigError
from mttui.local.flags import Flags
from mttui.local.profile import resolve_profile
from mttui.local.secret import Secret
from mttui.local.settings import Config, ProfileSettings

LIVE = ProfileSettings(base_url="https://live.example", production=True)
STAGING = ProfileSettings(base_url="https://staging.example")
BOTH = Config(profiles={"live": LIVE, "staging": STAGING}, default_profile="live")


def found(_name: str, _settings: ProfileSettings, _env: Mapping[str, str]) -> Credential:
    return Credential(Secret("k"), "test")


def test_nothing_configured_is_no_profile() -> None:
    assert resolve_profile(Config(), {}, find=found) is None


@pytest.mark.parametrize(
    ("env", "flag", "name"),
    [
        ({}, None, "live"),
        ({"MTTUI_PROFILE": "staging"}, None, "staging"),
        ({"MTTUI_PROFILE": ""}, None, "live"),
        ({"MTTUI_PROFILE": "staging"}, "live", "live"),
        ({"MTTUI_PROFILE": "no-such"}, "live", "live"),
    ],
)
def test_flag_over_environment_over_file(env: dict[str, str], flag: str | None, name: str) -> None:
    profile = resolve_profile(BOTH, env, Flags(profile=flag), find=found)
    assert profile is not None
    assert profile.name == name
    assert profile.key == Secret("k")


@pytest.mark.parametrize(
    ("env", "flag", "url"),
    [
        ({}, None, "https://live.example"),
        ({"MAILTARGET_BASE_URL": "https://env.example/"}, None, "https://env.example"),
        ({"MAILTARGET_BASE_URL": "nonsense"}, "http://localhost:1", "http://localhost:1"),
    ],
)
def test_base_url_likewise(env: dict[str, str], flag: str | None, url: str) -> None:
    profile = resolve_profile(BOTH, env, Flags(base_url=flag), find=found)
    assert profile is not None
    assert profile.base_url == url


@pytest.mark.parametrize(
    ("production", "setting", "flag", "read_only"),
    [
        (False, None, None, False),
        (True, None, None, True),
        (True, False, None, False),
        (False, True, None, True),
        (True, None, False, False),
        (False, None, True, True),
        (True, False, True, True),
    ],
)
def test_production_is_read_only_unless_told_otherwise(
    *, production: bool, setting: bool | None, flag: bool | None, read_only: bool
) -> None:
    settings = ProfileSettings(production=production, read_only=setting)
    profile = resolve_profile(Config(profiles={"a": settings}), {}, Flags(read_only=flag), find=found)
    assert profile is not None
    assert (profile.production, profile.read_only) == (production, read_only)


def test_the_environment_alone_makes_a_profile() -> None:
    for env in ({"MAILTARGET_API_KEY": "k"}, {"MAILTARGET_BASE_URL": "http://[::1]:80"}):
        profile = resolve_profile(Config(), env, find=found)
        assert profile is not None
        assert profile.name == "environment"
    by_flag = resolve_profile(Config(), {}, Flags(base_url="http://127.0.0.1:1"), find=found)
    assert by_flag is not None
    assert by_flag.base_url == "http://127.0.0.1:1"


def test_the_only_profile_needs_no_default() -> None:
    profile = resolve_profile(Config(profiles={"only": STAGING}), {}, find=found)
    assert profile is not None
    assert profile.name == "only"


@pytest.mark.parametrize(
    ("config", "env", "flags", "message", "advice"),
    [
        (BOTH, {}, Flags(profile="stagin"), "--profile: there is no profile 'stagin'", "staging?"),
        (BOTH, {"MTTUI_PROFILE": "x"}, Flags(), "MTTUI_PROFILE: there is no", "live, staging"),
        (Config(), {}, Flags(profile="x"), "--profile: there is no", "No profile is configured"),
        (Config(profiles=BOTH.profiles), {}, Flags(), "several profiles", "live, staging"),
        (BOTH, {"MAILTARGET_BASE_URL": "http://x"}, Flags(), "MAILTARGET_BASE_URL: expected", ""),
        (BOTH, {}, Flags(base_url="x"), "--base-url: expected a URL", ""),
    ],
)
def test_what_cannot_be_resolved(
    config: Config, env: dict[str, str], flags: Flags, message: str, advice: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        resolve_profile(config, env, flags, find=found)
    assert message in caught.value.message
    assert advice in caught.value.advice
    assert caught.value.advice


def test_a_profile_without_a_key_says_where_it_was_looked_for() -> None:
    def missing(_n: str, _s: ProfileSettings, _e: Mapping[str, str]) -> Credential:
        return Credential(None, "none", ("a is not set", "no b"))

    profile = resolve_profile(BOTH, {}, find=missing)
    assert profile is not None
    assert profile.key is None
    assert profile.key_origin == "a is not set; no b"
