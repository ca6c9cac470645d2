"""Models of forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .base import Id, Identified, Moment


class Form(Identified):
    """A form by which people subscribe."""

    name: str | None = None
    submission_count: int | None = None
    created_at: Moment = None


class FormSubmission(Identified):
    """What one person filled in."""

    form_id: Id | None = None
    data: Mapping[str, Any] | None = None
    created_at: Moment = None
