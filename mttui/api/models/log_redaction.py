"""Models of log redaction."""

from __future__ import annotations

from .base import Model


class LogRedactionSettings(Model):
    """What is left out of logs."""

    enabled: bool | None = None
    redact_body: bool | None = None
    redact_subject: bool | None = None
    redact_headers: bool | None = None
    allowed_fields: tuple[str, ...] = ()
