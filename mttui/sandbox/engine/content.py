"""What can be told of an email's HTML and subject by looking at them: links, images, words, structure.

Shared by linting, the spam check, the tests of an email and the simulation. No link is followed: an
address below ``.example`` or ``example.com`` counts as there, other hosts as not to be reached from here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

Finding = dict[str, str]

_SPAMMY = {
    "free": 1.2, "buy now": 1.5, "winner": 1.8, "guarantee": 0.9, "act now": 1.2, "urgent": 0.8,
    "100%": 0.9, "cash": 0.8, "gratis": 0.9, "hadiah": 0.9, "menang": 1.2, "viagra": 4.0,
}  # fmt: skip
_SHOUTING = re.compile(r"\b[A-Z]{4,}\b")
_EXCLAMATIONS = re.compile(r"!{2,}")
_WIDE_CSS = re.compile(r"position\s*:|display\s*:\s*(flex|grid)|float\s*:", re.IGNORECASE)
_HEAVY = 102_400
"""Bytes from which Gmail clips a message."""
SPAM_LINE = 5.0
"""Score from which a message is taken for spam (SpamAssassin's default)."""


@dataclass
class Email:
    """An email taken apart."""

    subject: str = ""
    html: str = ""
    links: list[str] = field(default_factory=list)
    images: list[tuple[str, str | None]] = field(default_factory=list)
    """Address and alternative text, which may be missing."""
    text: str = ""
    tags: list[str] = field(default_factory=list)
    has_language: bool = False
    has_title: bool = False
    headings: list[int] = field(default_factory=list)
    empty_links: int = 0


class _Reader(HTMLParser):
    def __init__(self, email: Email) -> None:
        super().__init__()
        self.email = email
        self._link_text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links, images and structure."""
        given, email = dict(attrs), self.email
        email.tags.append(tag)
        if tag == "a":
            email.links.append(given.get("href") or "")
            self._link_text = []
        elif tag == "img":
            email.images.append((given.get("src") or "", given.get("alt")))
            if self._link_text is not None and given.get("alt"):
                self._link_text.append(given["alt"] or "")
        elif tag == "html":
            email.has_language = bool(given.get("lang"))
        elif tag == "title":
            email.has_title = True
        elif re.fullmatch(r"h[1-6]", tag):
            email.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        """See whether a link said anything."""
        if tag == "a" and self._link_text is not None:
            self.email.empty_links += not "".join(self._link_text).strip()
            self._link_text = None

    def handle_data(self, data: str) -> None:
        """Collect the words."""
        self.email.text += data
        if self._link_text is not None:
            self._link_text.append(data)


def read(html: str, subject: str = "") -> Email:
    """Take an email apart."""
    email = Email(subject, html)
    reader = _Reader(email)
    reader.feed(html)
    reader.close()
    return email


def is_reachable(url: str) -> bool:
    """Say whether a link leads somewhere, as far as the sandbox knows."""
    parts = urlsplit(url)
    if parts.scheme in {"mailto", "tel"}:
        return bool(parts.path)
    host = parts.hostname or ""
    return parts.scheme in {"http", "https"} and (
        host.endswith((".example", "example.com")) or host == "example.com"
    )


def broken_links(email: Email) -> list[str]:
    """Return the links that lead nowhere; placeholders of templates are not looked at."""
    return [each for each in email.links if "{{" not in each and not is_reachable(each)]


def broken_images(email: Email) -> list[str]:
    """Return the images that are not there."""
    return [src for src, _ in email.images if not is_reachable(src)]


def spam_findings(email: Email) -> list[tuple[str, float]]:
    """Return what a spam filter would count, each with its points."""
    words = f"{email.subject} {email.text}"
    found = [(f"says “{word}”", points) for word, points in _SPAMMY.items() if word in words.lower()]
    shouting = len(_SHOUTING.findall(words))
    if shouting:
        found.append((f"{shouting} words in capitals", min(2.0, 0.5 * shouting)))
    if _EXCLAMATIONS.search(words):
        found.append(("several exclamation marks in a row", 0.8))
    if email.images and len(email.text.strip()) < 100 * len(email.images):
        found.append(("little text beside the images", 1.0))
    if not has_unsubscribe(email):
        found.append(("no way to unsubscribe", 1.0))
    if not email.subject:
        found.append(("no subject", 0.5))
    return found


def has_unsubscribe(email: Email) -> bool:
    """Say whether an email says how to get no more."""
    words = email.html.lower()
    return "unsubscribe" in words or "berhenti" in words


def spam_score(email: Email) -> float:
    """Return the points of all findings; 5 and more is taken for spam."""
    return round(sum(points for _, points in spam_findings(email)), 1)


def compatibility(email: Email) -> list[Finding]:
    """Return what some mail clients do not show."""
    found: list[Finding] = [
        {"severity": "error", "issue": f"<{tag}> is removed by most clients"}
        for tag in ("script", "form", "iframe", "video", "object")
        if tag in email.tags
    ]
    if _WIDE_CSS.search(email.html):
        found.append({"severity": "warning", "issue": "CSS for layout that Outlook does not know"})
    if "link" in email.tags:
        found.append({"severity": "warning", "issue": "style sheets that are loaded are ignored"})
    if len(email.html.encode()) > _HEAVY:
        found.append({"severity": "warning", "issue": "over 100 kB: Gmail clips it"})
    return found


def accessibility(email: Email) -> list[Finding]:
    """Return what keeps some people from reading it (WCAG 2.1: 1.1.1, 2.4.2, 2.4.4, 3.1.1, 1.3.1)."""
    found: list[Finding] = []
    missing = sum(alt is None for _, alt in email.images)
    if missing:
        found.append({"severity": "error", "rule": "1.1.1", "issue": f"{missing} images without alt text"})
    if email.empty_links:
        found.append(
            {"severity": "error", "rule": "2.4.4", "issue": f"{email.empty_links} links without text"}
        )
    if not email.has_language:
        found.append(
            {"severity": "warning", "rule": "3.1.1", "issue": "the language is not said: <html lang>"}
        )
    if not email.has_title:
        found.append({"severity": "warning", "rule": "2.4.2", "issue": "no <title>"})
    if any(later > earlier + 1 for earlier, later in zip(email.headings, email.headings[1:], strict=False)):
        found.append({"severity": "warning", "rule": "1.3.1", "issue": "a level of headings is left out"})
    return found


def score_of(findings: list[Finding]) -> int:
    """Return 100 less 15 an error and 4 a warning."""
    return max(0, 100 - sum(15 if each["severity"] == "error" else 4 for each in findings))
