"""Where a key comes from.

In this order, the first that gives one: the environment (MAILTARGET_API_KEY), the profile's
`api_key_command`, the keyring where that package is installed, the `api_key` of a config file
that nobody else can read. Never the command line: process lists show it.
"""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .errors import CredentialError
from .key_command import first_line
from .readers import Wrong
from .readers import secret as read_secret
from .secret import Secret
from .settings import ProfileSettings

ENV_KEY = "MAILTARGET_API_KEY"
"""The environment variable that holds the key."""

KEYRING_SERVICE = "mttui"
"""The service name in the keyring; the user name is the profile's name."""

COMMAND_SECONDS = 10.0
"""How long `api_key_command` may take: a person may have to type a passphrase."""

KEYRING_SECONDS = 3.0
"""How long the keyring may take: on a box without a desktop it may never answer."""


@dataclass(frozen=True, slots=True)
class Credential:
    """A key and where it came from; or no key, and where it was looked for."""

    secret: Secret | None
    origin: str
    """In words: `MAILTARGET_API_KEY`, `api_key_command`, `keyring`, `config file`, `none`."""

    tried: tuple[str, ...] = ()
    """What was asked before, and why it gave none."""


Keyring = Callable[[str, str], str | None]
"""Given service and user name: the stored key, or none."""


def find_key(
    profile: str,
    settings: ProfileSettings,
    env: Mapping[str, str],
    *,
    keyring: Keyring | None = None,
    command_seconds: float = COMMAND_SECONDS,
    keyring_seconds: float = KEYRING_SECONDS,
) -> Credential:
    """The key of a profile.

    Args:
        profile: its name.
        settings: its settings.
        env: the environment.
        keyring: reads the keyring; without one the installed package is used, if any.
        command_seconds: how long the command may take.
        keyring_seconds: how long the keyring may take.

    Raises:
        CredentialError: the command fails, or a source gives what cannot be a key.
    """
    if env.get(ENV_KEY, "").strip():
        return Credential(_checked(env[ENV_KEY], ENV_KEY), ENV_KEY)
    if settings.api_key_command is not None:
        output = first_line(settings.api_key_command, env, command_seconds)
        return Credential(_checked(output, "api_key_command"), "api_key_command")
    tried = [f"{ENV_KEY} is not set", "no api_key_command in the profile"]
    reader = keyring or _installed_keyring()
    if reader is None:
        tried.append("no keyring package installed")
    else:
        stored, trouble = _ask_keyring(reader, profile, keyring_seconds)
        if stored:
            return Credential(_checked(stored, "keyring"), "keyring", tuple(tried))
        tried.append(trouble)
    if settings.api_key is not None:
        return Credential(settings.api_key, "config file", tuple(tried))
    tried.append("no api_key in the profile")
    return Credential(None, "none", tuple(tried))


def _checked(value: str, source: str) -> Secret:
    try:
        return read_secret(value)
    except Wrong as wrong:
        raise CredentialError(
            f"{source} does not give a key: {wrong}",
            advice="Look at what it gives yourself; it is never shown here.",
        ) from None


def _installed_keyring() -> Keyring | None:
    if importlib.util.find_spec("keyring") is None:
        return None

    def read(service: str, user: str) -> str | None:
        keyring = importlib.import_module("keyring")
        stored: str | None = keyring.get_password(service, user)
        return stored

    return read


def _ask_keyring(reader: Keyring, profile: str, seconds: float) -> tuple[str | None, str]:
    """What the keyring holds, and otherwise why nothing came of it.

    In a thread of its own that is left behind when it hangs: a locked or half-configured keyring
    can wait for ever. A keyring back end may fail in any way it likes, which here means "no key".
    """
    answer: list[str | None] = []
    failure: list[str] = []

    def ask() -> None:
        try:
            answer.append(reader(KEYRING_SERVICE, profile))
        except Exception as err:  # noqa: BLE001 - back ends raise what they like; it is told
            failure.append(type(err).__name__)

    thread = threading.Thread(target=ask, name="mttui-keyring", daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        return None, f"the keyring did not answer within {seconds:g} s"
    if failure:
        return None, f"the keyring failed ({failure[0]})"
    return answer[0] if answer else None, f"the keyring holds no key for {KEYRING_SERVICE}/{profile}"
