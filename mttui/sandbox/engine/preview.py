"""The first words of a message: what the sender wrote, without quotes and signature, on one line."""

from __future__ import annotations

import html
import re

LENGTH = 140
_FAR = 50_000
"""Characters of a text that are looked at."""
_FAR_HTML = 400_000
_MOST_LINES = 2_000

_ATTRIBUTION = re.compile(
    r"^\W*(On|Pada|Am|Le|El|Il|Op)\b.{0,300}\b(wrote|menulis|schrieb|écrit|escribió)\s?:\s*$"
)
_WRAPPED = re.compile(r"^((?:On|Pada) [^\n]{10,200}>)\n\s*(wrote|menulis):", re.MULTILINE)
"""An attribution on two lines, as Gmail wraps them."""
_STOP = re.compile(
    r"^-- ?$|^_{10,}\s*$|^\s*-{3,} ?(Original Message|Pesan Asli|Forwarded message)"
    r"|^\s*(From|Dari): .*\n|^(Sent from my|Get Outlook for|Dikirim dari|Terkirim dari)\b",
    re.IGNORECASE,
)
_UNSEEN = ("style", "script", "title", "head", "noscript")
"""Elements of HTML whose content is not shown."""
_QUOTE_STARTS = (
    "gmail_quote", "yahoo_quoted", "divrplyfwdmsg", "appendonsend", 'type="cite"', "gmail_signature",
)  # fmt: skip
_TAG = re.compile(r"[A-Za-z!/?]")


def preview(text: str | None, markup: str | None) -> str:
    """Return about the first 140 characters of a message's own words, on one line.

    Args:
        text: the plain body, if there is one with anything in it.
        markup: the HTML body, which is looked at otherwise.
    """
    plain = text if text and not text.isspace() else visible_text(markup or "")
    own = own_words(plain)
    return one_line(own if own and not own.isspace() else plain)


def one_line(words: str) -> str:
    """Return the beginning of a text on one line, with an ellipsis where more follows."""
    line = " ".join(words[: 40 * LENGTH].split())
    return line if len(line) <= LENGTH else line[: LENGTH - 1].rstrip() + "…"


def own_words(text: str) -> str:
    """Return a plain body up to its signature, without what it quotes; crude, but good enough to list it."""
    kept: list[str] = []
    text = _WRAPPED.sub(r"\1 \2:", text[:_FAR].replace("\r\n", "\n"))
    lines = text.split("\n", _MOST_LINES)[:_MOST_LINES]
    for at, line in enumerate(lines):
        following = next((each for each in lines[at + 1 : at + 4] if each.strip()), "")
        if line.startswith(">"):
            continue
        if _ATTRIBUTION.match(line):
            if not following.startswith(">"):
                break  # what is quoted is not marked: all that follows may be
            continue
        if _STOP.match(f"{line}\n") and not (_is_header(line) and not _is_header(following)):
            break
        kept.append(line)
    return "\n".join(kept).strip()


def _is_header(line: str) -> bool:
    return re.match(r"\s*(From|Dari|Sent|Dikirim|To|Kepada|Date|Tanggal)\s?: ", line) is not None


def visible_text(markup: str) -> str:
    """Return the text of HTML up to where it quotes, without what is not shown. Linear, and never fails."""
    markup = markup[:_FAR_HTML]
    lowered = markup.lower() if len(markup.lower()) == len(markup) else markup
    end = min((at for at in map(lowered.find, _QUOTE_STARTS) if at > 0), default=len(markup))
    found: list[str] = []
    at = 0
    while at < end:
        start = markup.find("<", at, end)
        if start < 0:
            found.append(markup[at:end])
            break
        found.append(markup[at:start])
        if not _TAG.match(markup, start + 1):
            found.append("<")
            at = start + 1
            continue
        at = _after_element(lowered, start, end)
        found.append(" ")
    return html.unescape("".join(found))


def _after_element(lowered: str, start: int, end: int) -> int:
    """Return where to go on after the tag at ``start``: behind it, or behind an element that is not shown."""
    if lowered.startswith("<!--", start):
        close = lowered.find("-->", start, end)
        return end if close < 0 else close + 3
    name = next((each for each in _UNSEEN if _begins(lowered, start, each)), "")
    if name:
        close = lowered.find(f"</{name}", start, end)
        if close < 0:
            return end
        start = close
    close = lowered.find(">", start, end)
    return end if close < 0 else close + 1


def _begins(lowered: str, start: int, name: str) -> bool:
    after = start + 1 + len(name)
    return lowered.startswith(name, start + 1) and not lowered[after : after + 1].isalnum()
