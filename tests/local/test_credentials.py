from __future__ import annotations

import copy
import os
import pickle
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mttui.local.credentials import Credential, find_key
from mttui.local.errors import CredentialError
from mttui.local.secret import Secret
from mttui.local.settings import ProfileSettings

ENV = {"PATH": os.environ["PATH"]}
PLAIN = ProfileSettings()


def no_keyring(_service: str, _user: str) -> str | None:
    return None


def command(*words: str) -> ProfileSettings:
    return ProfileSettings(api_key_command=words)


def python(code: str) -> ProfileSettings:
    return command(sys.executable, "-c", code)


def key_of(credential: Credential) -> str:
    assert credential.secret is not None
    return credential.secret.reveal()


def failure(settings: ProfileSettings, *, env: dict[str, str] = ENV, seconds: float = 10) -> str:
    with pytest.raises(CredentialError) as caught:
        find_key("p", settings, env, keyring=no_keyring, command_seconds=seconds)
    assert caught.value.advice
    return f"{caught.value.message} {caught.value.advice} {caught.value!r}"


def test_the_chain_in_its_order() -> None:
    everything = replace(python("print('from-command')"), api_key=Secret("from-file"))
    env = {**ENV, "MAILTARGET_API_KEY": "from-env\n"}

    def keyring(service: str, user: str) -> str | None:
        return f"{service}/{user}"

    by_env = find_key("p", everything, env, keyring=keyring)
    assert (key_of(by_env), by_env.origin) == ("from-env", "MAILTARGET_API_KEY")
    by_command = find_key("p", everything, ENV, keyring=keyring)
    assert (key_of(by_command), by_command.origin) == ("from-command", "api_key_command")
    no_command = replace(everything, api_key_command=None)
    by_keyring = find_key("p", no_command, ENV, keyring=keyring)
    assert (key_of(by_keyring), by_keyring.origin) == ("mttui/p", "keyring")
    by_file = find_key("p", no_command, ENV, keyring=no_keyring)
    assert (key_of(by_file), by_file.origin) == ("from-file", "config file")


def test_without_a_key_it_says_where_it_looked() -> None:
    credential = find_key("p", PLAIN, {**ENV, "MAILTARGET_API_KEY": " "}, keyring=no_keyring)
    assert credential.secret is None
    assert credential.tried == (
        "MAILTARGET_API_KEY is not set",
        "no api_key_command in the profile",
        "the keyring holds no key for mttui/p",
        "no api_key in the profile",
    )


def test_the_first_line_is_the_key_as_pass_has_it() -> None:
    found = find_key("p", python("print('k-1'); print('user: budi')"), ENV)
    assert key_of(found) == "k-1"


def test_the_command_gets_the_environment_and_no_input() -> None:
    settings = python("import os, sys; print(os.environ['VAULT'] + str(len(sys.stdin.read())))")
    assert key_of(find_key("p", settings, {**ENV, "VAULT": "v"})) == "v0"


def test_a_failing_command_keeps_its_output_to_itself() -> None:
    told = failure(python("print('hush-1'); import sys; sys.stderr.write('hush-2'); sys.exit(3)"))
    assert "exit status 3" in told
    assert "hush" not in told


def test_a_command_that_is_not_there() -> None:
    assert "no-such-command cannot be run: No such file" in failure(command("no-such-command"))


@pytest.mark.parametrize("code", ["print('')", "print('two words')", "print('k\\u00e9y')", ""])
def test_output_that_is_no_key(code: str) -> None:
    assert "api_key_command does not give a key" in failure(python(code))


def test_an_environment_key_that_is_none() -> None:
    told = failure(PLAIN, env={**ENV, "MAILTARGET_API_KEY": "hush hush"})
    assert "MAILTARGET_API_KEY does not give a key" in told
    assert "hush" not in told


def test_a_hanging_command_is_killed_even_with_children_on_its_pipe(tmp_path: Path) -> None:
    """The grandchild keeps stdout open: waiting for its end would hang as long as it lives."""
    pid_file = tmp_path / "pid"
    settings = command("sh", "-c", f"sleep 300 & echo $! > {pid_file}; wait")
    started = time.monotonic()
    try:
        assert "did not end within 0.5 s" in failure(settings, seconds=0.5)
        assert time.monotonic() - started < 10
    finally:
        os.kill(int(pid_file.read_text()), 9)


def test_a_keyring_that_hangs_or_fails_is_passed_over() -> None:
    release = threading.Event()

    def hangs(_service: str, _user: str) -> str | None:
        release.wait()
        return None

    def fails(_service: str, _user: str) -> str | None:
        raise RuntimeError("hush: no backend")

    try:
        hung = find_key("p", PLAIN, ENV, keyring=hangs, keyring_seconds=0.05)
    finally:
        release.set()
    assert "the keyring did not answer within 0.05 s" in hung.tried
    failed = find_key("p", PLAIN, ENV, keyring=fails)
    assert "the keyring failed (RuntimeError)" in failed.tried


SHOWS: list[Callable[[object], str]] = [repr, str, "{}".format, "{!s:>9}".format, "%r".__mod__]


@pytest.mark.parametrize("show", SHOWS)
def test_a_secret_does_not_show_itself(show: Callable[[object], str]) -> None:
    secret = Secret("hush-hush")
    holders = [secret, [secret], ProfileSettings(api_key=secret), Credential(secret, "x")]
    for holder in holders:
        assert "hush" not in show(holder)
        assert "•••" in show(holder)


def test_a_secret_is_not_pickled_and_compares_by_its_key() -> None:
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(Secret("hush"))
    with pytest.raises(TypeError, match="not pickled"):
        copy.copy(Secret("hush"))
    assert Secret("a") == Secret("a")
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a")}) == 1
