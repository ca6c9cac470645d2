"""Models of enforced tls."""

from __future__ import annotations

from .base import Model


class TlsPolicy(Model):
    """Whether mail goes only to servers that encrypt."""

    require_tls: bool | None = None
    require_valid_cert: bool | None = None
