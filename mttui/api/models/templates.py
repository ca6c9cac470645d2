"""Models of templates."""

from __future__ import annotations

from typing import Any

from .base import Id, Identified, Model, Moment


class TemplateVersion(Identified):
    """Templates version."""

    template_id: Id | None = None
    version: int | None = None
    html: str | None = None
    created_at: Moment = None
    created_by: str | None = None


class TemplatePreview(Model):
    """Template."""

    rendered_html: str | None = None


class TemplateVerdict(Model):
    """Template validate."""

    valid: bool | None = None
    errors: tuple[Any, ...] = ()
