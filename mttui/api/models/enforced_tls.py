"""Models of enforced tls."""

from __future__ import annotations

from .base import Model


class TlsPolicy(Model):
    """Enforced tl."""

    require_tls: bool | None = None
    require_valid_cert: bool | None = None
