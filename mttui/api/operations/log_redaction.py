"""Log redaction: what of messages is left out of logs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.log_redaction import LogRedactionSettings


class LogRedactionConfig(Resource, id="log_redaction.config", section="Log Redaction"):
    """What is left out of logs."""

    @operation("GET", "/v1/log-redaction/config")
    async def get(self) -> LogRedactionSettings:
        """Get what is left out of logs."""

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
        """Set what is left out of logs; fields that are not given stay as they are.

        Args:
            enabled: whether anything is left out.
            redact_body: whether the content is left out.
            redact_subject: whether the subject line is left out.
            redact_headers: whether headers are left out.
            allowed_fields: fields that stay all the same, as ``from``, ``to`` and ``date``.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class LogRedaction(Resource, id="log_redaction", section="Log Redaction"):
    """What is left out of logs."""

    config = Child(LogRedactionConfig)
