"""What customers write to a marketplace, in Indonesian and English, and what their words tell of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

LETTERS: tuple[tuple[str, str, str], ...] = (
    ("Pesanan belum sampai", "Pesanan {n} sudah seminggu belum sampai. Mohon dicek, terima kasih.", "id"),
    ("Refund for order {n}", "I returned order {n} and have not got my refund. When will it be paid?", "en"),
    ("Tagihan ganda", "Saya ditagih dua kali untuk invoice {n}. Tolong dikembalikan.", "id"),
    ("Question about prices", "Do you offer a discount for 200 units? We would like a quote for {n}.", "en"),
    ("Tidak bisa masuk", "Saya lupa kata sandi dan tidak bisa login. Error kode {n}.", "id"),
    ("Out of office", "I am out of the office. Urgent? Call +62 21 555 {n}", "en"),
    ("Terima kasih", "Barang sudah diterima dengan baik. Pelayanan hebat, terima kasih!", "id"),
    ("Cancel my subscription", "Please unsubscribe me from the newsletter. I asked twice: {n}.", "en"),
    ("Produk rusak", "Produk yang datang rusak dan tidak sesuai foto. Saya kecewa. No. {n}.", "id"),
    ("Invoice {n} for our books", "Could you send us the tax invoice {n} as PDF? Thank you.", "en"),
    ("Automatic reply: your message", "This is an automatic reply. We have received your message {n}.", "en"),
    ("MENANG HADIAH!!!", "Anda menang hadiah 100 juta. Klik http://hadiah.example/{n} sekarang!!!", "id"),
)  # fmt: skip

_CATEGORIES: tuple[tuple[str, str], ...] = (
    ("bounce", r"mailer-daemon|undeliver|delivery status|mail delivery"),
    ("out-of-office", r"out of (the )?office|on leave|sedang cuti|di luar kantor"),
    ("auto-reply", r"automatic reply|auto-?reply|balasan otomatis|do not reply"),
    ("spam", r"\bmenang\b|hadiah|lottery|winner|viagra|!!!|bitcoin"),
    ("billing", r"invoice|tagih|refund|kembalikan|bayar|payment|pajak|faktur|\btax\b"),
    ("sales", r"\bquote\b|discount|diskon|price|harga|\bunits\b|penawaran|\bbuy\b|beli"),
)
"""Category and the words that tell it, the surest first; what has none is support."""
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
    r"\b(saya|anda|tidak|yang|sudah|mohon|pesanan|terima kasih|dan|untuk|belum)\b", re.IGNORECASE
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
    if names.get("auto-submitted", "no") != "no":
        return "auto-reply", "the Auto-Submitted header"
    for category, pattern in _CATEGORIES:
        match = re.search(pattern, words, re.IGNORECASE)
        if match is not None:
            return category, f"“{match[0]}”"
    return "support", ""
