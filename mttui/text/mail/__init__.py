"""Mail as text that can be read on a terminal. Nothing is ever fetched."""

from __future__ import annotations

from mttui.text.mail.letter import Kind, Letter, MailLink, Part, Row

__all__ = ["Kind", "Letter", "MailLink", "Part", "Row"]
