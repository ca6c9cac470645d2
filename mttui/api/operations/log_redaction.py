"""Log redaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.log_redaction import LogRedactionSettings


class LogRedactionConfig(Resource, id="log_redaction.config", section="Log Redaction"):
    """Log redaction config."""

    @operation("GET", "/v1/log-redaction/config")
    async def get(self) -> LogRedactionSettings:
        """Get the log redaction configuration."""

    @operation("PUT", "/v1/log-redaction/config", effect=Effect.CHANGE, refreshes=("log_redaction.config",))
    async def update(
        self,
        *,
        enabled: bool | None = None,
        redact_body: bool | None = None,
        redact_subject: bool | None = None,
        redact_headers: bool | None = None,
        allowed_fields: Sequence[str] | None = None,
    ) -> LogRedactionSettings:
        """Update the log redaction configuration.

        Args:
            enabled: enabled.
            redact_body: redact body.
            redact_subject: redact subject.
            redact_headers: redact headers.
            allowed_fields: allowed fields.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class LogRedaction(Resource, id="log_redaction", section="Log Redaction"):
    """Log redaction."""

    config = Child(LogRedactionConfig)
