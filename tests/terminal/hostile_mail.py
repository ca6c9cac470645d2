"""Hostile mail: an inbox file made of hostile strings, and what may be on the wire to the terminal."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle, zip_longest
from pathlib import Path
from typing import Any

from tests.corpus import hostile
from tests.text.samples import OWN

SAMPLES: Mapping[str, str] = {
    **OWN,
    "blinking and hidden": "\x1b[5;8mhidden\x1b[0m \x1b[38;2;1;2;3mcanary",
    "clipboard": "\x1b]52;c;cm0gLXJmIH4=\x07 \x1b]52;p;?\x07",
    "hyperlink": "\x1b]8;;http://evil.example/\x1b\\click\x1b]8;;\x1b\\",
    "answerback": "\x1bP$q\x22p\x1b\\ \x1b[c \x1b[6n \x1bZ \x05",
    "charsets": "\x0e\x1b(0lqqk\x0f \x1bc \x1b#8",
    "8-bit OSC": "\x9d2;pwned\x9c \x90q\x9c",
    "tabs and nothing": "a\tb\t\tc\x00d",
    "right to left": "مرحبا بالعالم שלום עולם",
    "one long word": "x" * 10_000,
    "tower": "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a" * 40,
    "clicks": "[@click=app.bell]press[/] [bold reverse]x[/bold] \\[b] [link=http://evil.example]l[/link]",
}
"""Strings that try to be more than text; they stand in every field of a thread of their own."""
_SHORT = 50
_WRITTEN = re.compile(
    rb"\x1b\[(?:(?:[1-4]|7|9|2[1-9]|39|49|[34]8;5;\d{1,3})(?:;|(?=m)))*m"  # looks, in 256 colours
    rb"|\x1b\[\d+(?:;\d+H|G)"  # the cursor moves
    rb"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026)[hl]"  # modes, taken and given back
    rb"|\x1b\[\?(?:2026|2048)\$p|\x1b\[>\d+u|\x1b\[<u"  # what the terminal can do
    rb"|\x1b\]22;default\x07|\x1b\]2;mttui\x07"  # the pointer and the title
    rb"|\x1b\]52;c;[A-Za-z0-9+/]*={0,2}\x07"  # the clipboard
)
"""All control sequences that the workstation writes of its own."""
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def strange(output: bytes) -> list[str]:
    """Return what of an output is neither text that can be seen nor written by the workstation itself."""
    text = _WRITTEN.sub(b"", output).decode()
    return [
        f"U+{ord(char):04X} in {text[max(0, at - 20) : at + 20]!a}"
        for at, char in enumerate(text)
        if unicodedata.category(char) in _UNSEEN
    ][:10]


@dataclass(frozen=True)
class Thread:
    """What a thread is to be made of."""

    subject: str = "Plain subject"
    name: str = "Plain Name"
    label: str = "plain"
    texts: Sequence[str] = ()
    """Messages of plain text."""
    htmls: Sequence[str] = ()
    """Messages of HTML."""
    extra: str = "plain"
    """Stands in a header and in an attachment."""


def own() -> list[Thread]:
    """Our own samples, each in all fields of a thread."""
    return [
        Thread(each, each, each, [each], [f"<p title='{each}'>{each}</p><pre>{each}</pre>"], each)
        for each in SAMPLES.values()
    ]


def from_corpus() -> list[Thread]:
    """The values of the corpus, each in its field; a thread holds one or two of each field."""
    subjects = _values("subject", "campaignName")
    names, labels = cycle(_values("fromName")), cycle(_values("label"))
    texts = _dealt(_values("bodyText"), len(subjects))
    htmls = _dealt(_values("bodyHtml"), len(subjects))
    return [
        Thread(subject, next(names), next(labels), text, html, subject)
        for subject, text, html in zip(subjects, texts, htmls, strict=True)
    ]


def packed(threads: Sequence[Thread], size: int = 4) -> list[Thread]:
    """Put several threads into one: their short fields behind each other, their messages below."""
    groups = [threads[at : at + size] for at in range(0, len(threads), size)]
    return [
        Thread(
            _joined(each.subject for each in group),
            _joined(each.name for each in group),
            _joined(each.label for each in group),
            [text for each in group for text in each.texts],
            [html for each in group for html in each.htmls],
            _joined(each.extra for each in group),
        )
        for group in groups
    ]


def _joined(values: Iterable[str]) -> str:
    return " ".join(each[:_SHORT] for each in values)


def _values(*fields: str) -> list[str]:
    return [each.value for each in hostile(*fields)]


def _dealt(values: Sequence[str], hands: int) -> list[list[str]]:
    rounds = [values[at : at + hands] for at in range(0, len(values), hands)]
    return [[each for each in hand if each is not None] for hand in zip_longest(*rounds)] + [
        [] for _ in range(hands - min(hands, len(values)))
    ]


def write_inbox(path: Path, threads: Iterable[Thread], now: datetime | None = None) -> Path:
    """Write threads as an inbox file, the first to be listed first."""
    newest = (now or datetime.now(UTC)) - timedelta(hours=1)
    path.write_text("".join(f"{json.dumps(each)}\n" for each in _letters(threads, newest)))
    return path


def _letters(threads: Iterable[Thread], newest: datetime) -> Iterator[dict[str, Any]]:
    for number, thread in enumerate(threads):
        bodies = [("bodyText", each) for each in thread.texts] + [("bodyHtml", each) for each in thread.htmls]
        for at, (field, body) in enumerate(bodies or [("bodyText", "nothing")]):
            yield {
                "from": f"{thread.name} <sender-{number}@gmail.example>",
                "to": f"{thread.extra} <bantuan@lapak.example>",
                "subject": thread.subject,
                field: body,
                "headers": {
                    "Message-ID": f"<{number}.{at}@gmail.example>",
                    "References": f"<{number}.0@gmail.example>",
                    "X-Hostile": thread.extra,
                },
                "attachments": [{"filename": thread.extra, "contentType": thread.extra, "size": 12_345}],
                "receivedAt": (newest - timedelta(hours=number, seconds=-at)).isoformat(),
            }
