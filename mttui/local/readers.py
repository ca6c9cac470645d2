"""How one setting is read: a value as TOML gives it in, the setting out, or `Wrong`.

A reader says what was expected and never repeats the value, which may be a key.
"""

from __future__ import annotations

import ipaddress
import re
import shlex
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from .secret import Secret

_KINDS = {
    bool: "true or false", int: "a whole number", float: "a number", str: "text",
    list: "a list", dict: "a table",
}  # fmt: skip

_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_SECONDS_MAX = 600.0
_NAME = re.compile(r"[\w.-]{1,40}")
_DURATION = re.compile(r"(?:(\d{1,6})w)? ?(?:(\d{1,6})d)? ?(?:(\d{1,6})h)? ?(?:(\d{1,6})m)?", re.ASCII)
_DURATION_UNITS = (timedelta(weeks=1), timedelta(days=1), timedelta(hours=1), timedelta(minutes=1))
_DURATION_MAX = timedelta(days=366)


class Wrong(ValueError):
    """A value is not what the setting takes; the message says what it takes."""


Reader = Callable[[object], Any]
"""Turns what TOML gives into the setting, or raises `Wrong`."""


def kind_of(value: object) -> str:
    """What a TOML value is, in words: `text`, `a whole number`."""
    return _KINDS.get(type(value), "a date or time")


def _wrong_kind(expected: str, value: object) -> Wrong:
    return Wrong(f"expected {expected}, got {kind_of(value)}")


def text(value: object) -> str:
    """Text that is not empty."""
    if not isinstance(value, str):
        raise _wrong_kind("text", value)
    if not value.strip():
        raise Wrong("expected text, got an empty one")
    return value


def flag(value: object) -> bool:
    """`true` or `false`."""
    if not isinstance(value, bool):
        raise _wrong_kind("true or false", value)
    return value


def positive(value: object) -> int:
    """A whole number, 1 or more."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong_kind("a whole number", value)
    if value < 1:
        raise Wrong("expected a whole number of 1 or more")
    return value


def seconds(value: object) -> float:
    """A number of seconds: above 0, 600 at most."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _wrong_kind("a number of seconds", value)
    if not 0 < value <= _SECONDS_MAX:
        raise Wrong(f"expected seconds above 0, {_SECONDS_MAX:.0f} at most")
    return float(value)


def whole(low: int, high: int) -> Reader:
    """A whole number from `low` to `high`."""

    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise _wrong_kind("a whole number", value)
        if not low <= value <= high:
            raise Wrong(f"expected a whole number from {low} to {high}")
        return value

    return read


def duration(value: object) -> timedelta:
    """A length of time as people write it: `30m`, `4h`, `2d`, `1w`, `1h30m`. A year at most."""
    expected = "a length of time such as 30m, 4h, 2d or 1h30m"
    if not isinstance(value, str):
        raise _wrong_kind(expected, value)
    match = _DURATION.fullmatch(value.strip())
    amounts = [int(amount or 0) for amount in match.groups()] if match else []
    length = timedelta()
    for amount, unit in zip(amounts, _DURATION_UNITS, strict=False):
        if amount * unit > _DURATION_MAX:
            raise Wrong(f"expected {expected}, a year at most")
        length += amount * unit
    if not timedelta() < length <= _DURATION_MAX:
        raise Wrong(f"expected {expected}{', a year at most' if length else ''}")
    return length


def choice(*known: str) -> Reader:
    """One of several words."""

    def read(value: object) -> str:
        listed = ", ".join(known)
        if not isinstance(value, str):
            raise _wrong_kind(f"one of {listed}", value)
        if value not in known:
            raise Wrong(f"expected one of {listed}")
        return str(value)

    return read


def short(most: int) -> Reader:
    """Text of one line, `most` characters at most."""

    def read(value: object) -> str:
        line = text(value).strip()
        if len(line) > most or not line.isprintable():
            raise Wrong(f"expected one line of {most} characters at most")
        return line

    return read


def texts(value: object) -> tuple[str, ...]:
    """A list of texts, each once: `["billing", "vip"]`."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise _wrong_kind('a list of texts such as ["billing", "vip"]', value)
    return tuple(dict.fromkeys(item.strip() for item in value))


def name(value: object) -> str:
    """A name without spaces: letters, digits, dots, hyphens and underscores."""
    word = text(value)
    if not _NAME.fullmatch(word):
        raise Wrong("expected a name of letters, digits, dots, hyphens and underscores, 40 at most")
    return word


def character(value: object) -> str:
    """One character that a key gives: `"1"`, `"r"`."""
    if not isinstance(value, str):
        raise _wrong_kind('one character such as "1"', value)
    if len(value) != 1 or not value.isprintable() or value.isspace():
        raise Wrong('expected one character such as "1"')
    return value


def words(value: object) -> tuple[str, ...]:
    """A command: a list of words, or text that is split as a shell would."""
    if isinstance(value, str):
        try:
            split = shlex.split(value)
        except ValueError as err:
            raise Wrong(f"expected a command, but the shell words do not close ({err})") from err
    elif isinstance(value, list) and all(isinstance(word, str) for word in value):
        split = value
    else:
        raise _wrong_kind("a command as text or as a list of words", value)
    if not split or not split[0]:
        raise Wrong("expected a command, got an empty one")
    return tuple(split)


def keys(value: object) -> tuple[str, ...]:
    """One key, or a list of keys: `"f5"`, `["j", "down"]`."""
    listed = value if isinstance(value, list) else [value]
    if not listed or not all(isinstance(key, str) and key.strip() for key in listed):
        raise _wrong_kind('a key such as "f5", or a list of keys', value)
    return tuple(str(key) for key in listed)


def header_name(value: object) -> str:
    """The name of an HTTP header (RFC 9110, a token)."""
    name = text(value)
    if not _HEADER_NAME.fullmatch(name):
        raise Wrong("expected the name of an HTTP header: letters, digits and hyphens")
    return name


def timezone(value: object) -> str:
    """The name of a time zone that this machine knows."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - rarely set

    name = text(value)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as err:
        raise Wrong("expected a time zone this machine knows, such as Asia/Jakarta") from err
    return name


def secret(value: object) -> Secret:
    """A key: printable ASCII without spaces, as an HTTP header needs it."""
    if not isinstance(value, str):
        raise _wrong_kind("text", value)
    key = value.strip()
    if not key:
        raise Wrong("expected a key, got an empty one")
    if not key.isascii() or not key.isprintable() or " " in key:
        raise Wrong("expected a key of printable ASCII without spaces: is it copied whole?")
    return Secret(key)


def base_url(value: object) -> str:
    """Where the API is: https, http on this machine only; without `/v1` and a closing slash."""
    url = text(value).strip().rstrip("/")
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError as err:
        raise Wrong(f"expected a URL such as https://api.mailtarget.co ({err})") from err
    if parts.scheme not in {"http", "https"} or not host or not url.isprintable() or " " in url:
        raise Wrong("expected a URL such as https://api.mailtarget.co")
    if parts.username is not None or parts.password is not None:
        raise Wrong("expected a URL without a user name or password in it")
    if parts.query or parts.fragment:
        raise Wrong("expected a URL without ? and #")
    if parts.scheme == "http" and not is_loopback(host):
        raise Wrong("expected https: over http the key would be readable on the way")
    if parts.path.endswith("/v1"):
        raise Wrong("expected the URL without /v1: every path of the API brings its own")
    return url


def is_loopback(host: str) -> bool:
    """Whether a host name or address means this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
