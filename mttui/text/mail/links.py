"""The links of a mail: numbered by where they lead, with what speaks against trusting them."""

from __future__ import annotations

import re
from dataclasses import replace

from mttui.text.mail.letter import MailLink

TEXT_LIMIT = 200
"""How many characters of a link's text are kept."""
_TARGET_LIMIT = 8_000

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE).match
_AUTHORITY = re.compile(r"(?:https?|ftp):[/\\]*([^/\\?#]*)", re.IGNORECASE).match
_WEB = re.compile(r"https?:[/\\]{2}\S+", re.IGNORECASE).search
_NAME = re.compile(
    r"(?:[\w-]+\.)+([^\W\d_]{2,18}|xn--[a-z0-9-]+)(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE
).fullmatch
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+").fullmatch
_NUMBERS = re.compile(r"[\d.]+|0x[0-9a-f]+|\[[0-9a-f:.]*\]", re.IGNORECASE).fullmatch
# Anything that a browser leaves out of an address before it reads it.
_IGNORED = re.compile("[\t\n\r]")
_AROUND = "".join(map(chr, range(0x21)))

_DANGERS = {
    "javascript": "runs a script",
    "vbscript": "runs a script",
    "data": "holds its own page, from no host",
    "blob": "holds its own page, from no host",
    "file": "opens a file",
}
_FAMILIAR = {"http", "https", "ftp", "mailto", "tel", "sms", "cid", "mid", "webcal", "xmpp", "geo"}
# `invoice.pdf` is no host, although it is built like one.
_FILES = re.compile(
    r"avi|bmp|csv|docx?|eml|exe|gif|gz|html?|ics|jpe?g|js|json|md|mov|mp[34]|msg|odt|pdf|php|png|pptx?|py|rar"
    r"|rtf|sh|svg|tar|te?xt|wav|webp|xlsx?|xml|ya?ml|zip",
    re.IGNORECASE,
).fullmatch


class Links:
    """Collects the links of one mail in the order in which they appear."""

    def __init__(self) -> None:
        self._by_target: dict[str, MailLink] = {}

    def add(self, target: str, text: str) -> int:
        """Return the number of the link; the same target has the same number everywhere."""
        warning = warn(text, target)
        known = self._by_target.get(target)
        if known is None:
            known = MailLink(len(self._by_target) + 1, text[:TEXT_LIMIT], target, warning)
            self._by_target[target] = known
        elif warning and not known.warning:
            self._by_target[target] = replace(known, text=text[:TEXT_LIMIT], warning=warning)
        return known.number

    def __len__(self) -> int:
        return len(self._by_target)

    def all(self) -> tuple[MailLink, ...]:
        """Return the links by number."""
        return tuple(self._by_target.values())


def cleaned(target: str) -> str:
    """Write a target as a browser would read it: without line ends in it and blanks around it."""
    return _IGNORED.sub("", target).strip(_AROUND)[:_TARGET_LIMIT]


def shows_itself(text: str, target: str) -> bool:
    """Whether the text of a link is all there is to know, as an address that links to itself."""
    scheme, _, rest = target.partition(":")
    return scheme.lower() in ("mailto", "tel") and rest.lower() == text.strip().lower()


def warn(text: str, target: str) -> str:
    """Say what speaks against a link that is shown as `text`; empty when nothing does."""
    scheme = _SCHEME(target)
    if scheme is None:
        return _warn_host(text, target) if target.startswith("//") else "names no host"
    name = scheme[1].lower()
    if name in _DANGERS:
        return _DANGERS[name]
    if name not in _FAMILIAR:
        return f"opens another program ({name}:)"
    if name == "mailto":
        return _warn_address(text, target)
    return _warn_host(text, target)


def _warn_address(text: str, target: str) -> str:
    shown = text.strip().strip("<>").lower()
    address = target[len("mailto:") :].partition("?")[0].lower()
    if _ADDRESS(shown) and "%" not in address and shown not in address:
        return f"shows {shown}, writes to {address}"
    return ""


def _warn_host(text: str, target: str) -> str:
    host, before = _host(target)
    shown = _shown_host(text)
    if shown and host and not _are_one(shown, host):
        return f"shows {shown}, leads to {host}"
    if before:
        return f"leads to {host}: what stands before the @ is not the host"
    if _NUMBERS(host):
        return "leads to a bare number instead of a host name"
    return _warn_spelling(host)


def _host(target: str) -> tuple[str, str]:
    """Return the host of a target, and what stands before an `@` in front of it."""
    found = _AUTHORITY(target if ":" in target[:8] else "http:" + target)
    if found is None:
        return "", ""
    before, _, host = found[1].rpartition("@")
    if not host.startswith("["):
        host = host.partition(":")[0]
    return host.lower().rstrip("."), before


def _shown_host(text: str) -> str:
    """Return the host that the text of a link shows, empty when it shows none."""
    shown = text.strip()
    if (found := _WEB(shown)) is not None:
        return _host(found[0])[0]
    named = _NAME(shown)
    if named is None or _FILES(named[1]):
        return ""
    return re.split("[/?#:]", shown, maxsplit=1)[0].lower()


def _are_one(shown: str, host: str) -> bool:
    shown, host = shown.removeprefix("www."), host.removeprefix("www.")
    return shown == host or shown.endswith("." + host) or host.endswith("." + shown)


def _warn_spelling(host: str) -> str:
    if not host.isascii():
        spelled = _spelled(host)
        return f"the host has letters that may look like others: {spelled or host}"
    if "xn--" in host:
        try:
            read = host.encode().decode("idna")
        except UnicodeError:
            return f"the host cannot be read: {host}"
        return f"the host {host} reads {read}"
    return ""


def _spelled(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return ""
