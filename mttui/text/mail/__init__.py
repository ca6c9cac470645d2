"""Mail as text that can be read on a terminal. Nothing is ever fetched."""

from __future__ import annotations

from mttui.text.mail.flow import Flow, Piece, pieces
from mttui.text.mail.letter import Kind, Letter, MailLink, Part, Row
from mttui.text.mail.reading import read_letter

__all__ = ["Flow", "Kind", "Letter", "MailLink", "Part", "Piece", "Row", "pieces", "read_letter"]
