"""Models of scopes."""

from __future__ import annotations
