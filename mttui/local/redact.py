"""Taking keys out of what is written or shown.

Two nets: the keys that this run knows are taken out wherever they stand, in any spelling; and
whatever looks like a credential by its name or its place goes too, known or not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from .secret import HIDDEN, Secret

_SECRET_NAMES = (
    "password", "passwd", "secret", "clientsecret", "apikey", "xapikey", "accesskey", "secretkey",
    "privatekey", "token", "accesstoken", "refreshtoken", "authtoken", "authorization",
    "proxyauthorization", "cookie", "setcookie", "signingkey", "webhooksecret",
)  # fmt: skip
"""Names of fields whose values are never written: lower case, without hyphens and underscores."""

_SCHEME = re.compile(r"\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{4,}", re.IGNORECASE)
_PAIR = re.compile(
    r"""(?P<name>["']?\b[A-Za-z][\w-]{2,40}["']?)(?P<gap>\s*[:=]\s*)"""
    r"""(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s,;&"'{}\[\]]+)"""
)
_USER_INFO = re.compile(r"(?P<scheme>\b[a-z][a-z0-9+.-]{0,20}://)[^/\s:@]*:[^/\s@]+@", re.IGNORECASE)
_TEXT_MAX = 100_000
_SHORTEST = 4
"""Shorter "keys" are not searched for: taking them out would garble everything."""


class Redactor:
    """Takes credentials out of text and of data.

    Args:
        secrets: the keys that this run knows.
    """

    def __init__(self, secrets: Iterable[Secret | str | None] = ()) -> None:
        spellings: set[str] = set()
        for secret in secrets:
            key = secret.reveal() if isinstance(secret, Secret) else secret
            if key and len(key) >= _SHORTEST:
                spellings |= {key, quote(key, safe=""), json.dumps(key)[1:-1]}
        longest_first = sorted(spellings, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, longest_first))) if spellings else None

    def text(self, text: str) -> str:
        """Text without credentials, cut at 100,000 characters."""
        text = text[:_TEXT_MAX]
        if self._known is not None:
            text = self._known.sub(HIDDEN, text)
        text = _SCHEME.sub(rf"\1 {HIDDEN}", text)
        text = _USER_INFO.sub(rf"\g<scheme>{HIDDEN}@", text)
        return _PAIR.sub(_hide_pair, text)

    def data(self, value: object) -> object:
        """Data as JSON knows it, without credentials in it; other objects become text."""
        if value is None or isinstance(value, bool | int | float):
            return value
        if isinstance(value, Secret):
            return HIDDEN
        if isinstance(value, Mapping):
            return {
                self.text(str(name)): HIDDEN if is_secret_name(str(name)) else self.data(item)
                for name, item in value.items()
            }
        if isinstance(value, list | tuple | set | frozenset):
            return [self.data(item) for item in value]
        return self.text(value if isinstance(value, str) else str(value))


def is_secret_name(name: str) -> bool:
    """Whether a field of this name holds a credential: `apiKey`, `X-Api-Key`, `smtp_password`."""
    plain = re.sub(r"[^a-z0-9]", "", name.lower())
    return plain.endswith(_SECRET_NAMES)


def _hide_pair(match: re.Match[str]) -> str:
    if not is_secret_name(match["name"]):
        return match[0]
    quoted = match["value"][0] if match["value"][0] in "\"'" else ""
    return f"{match['name']}{match['gap']}{quoted}{HIDDEN}{quoted}"
