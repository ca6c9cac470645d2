"""Models of teammates."""

from __future__ import annotations

from .base import Model


class Teammate(Model):
    """A person who may work in the account."""
