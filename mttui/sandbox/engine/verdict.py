"""What a letter is about, told by its words and headers."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CATEGORIES: tuple[tuple[str, str], ...] = (
    ("bounce", r"mailer-daemon|undeliver|delivery status|mail delivery"),
    ("out-of-office", r"out of (the )?office|on leave|sedang cuti|di luar kantor"),
    ("auto-reply", r"automatic reply|auto-?reply|balasan otomatis|do not reply"),
    ("spam", r"\bmenang\b|hadiah|lottery|winner|viagra|!!!|bitcoin"),
    (
        "billing",
        r"invoice|tagih|refund|kembalikan|pengembalian|bayar|payment|pajak|faktur|\btax\b|charged|potong",
    ),
    ("sales", r"\bquote\b|discount|diskon|price|harga|\bunits\b|penawaran|\bbuy\b|beli"),
)
"""Category and the words that tell it, the surest first; what has none is support."""
_AUTOMATIC = frozenset({"bounce", "out-of-office", "auto-reply"})
"""Categories of what a program sent."""
_INTENTS = (
    ("refund", r"refund|kembalikan|returned"), ("unsubscribe", r"unsubscribe|berhenti"),
    ("delivery", r"sampai|deliver|kirim|arriv"), ("login", r"login|sandi|password|masuk"),
    ("complaint", r"rusak|kecewa|broken|angry"), ("quote", r"quote|penawaran|discount|diskon"),
    ("invoice", r"invoice|faktur|tagih"), ("thanks", r"terima kasih|thank"),
)  # fmt: skip
_BAD = re.compile(
    r"kecewa|rusak|belum sampai|tidak bisa|dua kali|asked twice|angry|not got|terrible|error", re.IGNORECASE
)
_GOOD = re.compile(r"hebat|terima kasih!|great|love|wonderful|dengan baik", re.IGNORECASE)
_INDONESIAN = re.compile(
    r"\b(saya|anda|kami|tidak|yang|sudah|mohon|tolong|pesanan|terima kasih|dan|untuk|dari|di|ke|ini|itu|bisa"
    r"|belum|dua kali|kapan|uang|kok|ya|sampai|selamat|baik|dengan|apakah|berhenti"
    r"|kalau|atau|besok|kak|wah)\b",
    re.IGNORECASE,
)
_URGENT = re.compile(r"urgent|segera|immediately|asap|twice|dua kali|seminggu", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a letter is about."""

    category: str
    intent: str
    sentiment: str
    language: str
    priority: str
    labels: tuple[str, ...]
    reason: str
    """The words that told."""
    confidence: float


def classify(subject: str, body: str, headers: dict[str, str] | None = None) -> Verdict:
    """Tell what a letter is about by its words and headers."""
    words = f"{subject}\n{body}"
    category, reason = _category(words, headers or {})
    intent = next(
        (name for name, pattern in _INTENTS if re.search(pattern, words, re.IGNORECASE)), "question"
    )
    bad, good = _BAD.search(words), _GOOD.search(words)
    sentiment = "negative" if bad else "positive" if good else "neutral"
    urgent = _URGENT.search(words)
    quiet = category in {"spam", "auto-reply", "out-of-office", "bounce"}
    priority = "low" if quiet else "high" if urgent or (bad and category == "billing") else "normal"
    language = "id" if len(_INDONESIAN.findall(words)) >= 2 else "en"  # noqa: PLR2004 (one word tells little)
    labels = tuple(dict.fromkeys((category, intent, *(("urgent",) if priority == "high" else ()))))
    return Verdict(category, intent, sentiment, language, priority, labels, reason, 0.9 if reason else 0.55)


def _category(words: str, headers: dict[str, str]) -> tuple[str, str]:
    names = {name.lower(): value.lower() for name, value in headers.items()}
    is_automatic = names.get("auto-submitted", "no") != "no"
    for category, pattern in _CATEGORIES:
        if is_automatic and category not in _AUTOMATIC:
            continue
        match = re.search(pattern, words, re.IGNORECASE)
        if match is not None:
            return category, f"“{match[0]}”"
    return ("auto-reply", "the Auto-Submitted header") if is_automatic else ("support", "")
