"""Models of forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .base import Id, Identified, Moment


class Form(Identified):
    """Form."""

    name: str | None = None
    submission_count: int | None = None
    created_at: Moment = None


class FormSubmission(Identified):
    """Forms submission."""

    form_id: Id | None = None
    data: Mapping[str, Any] | None = None
    created_at: Moment = None
