"""Models of templates."""

from __future__ import annotations

from typing import Any

from .base import Id, Identified, Model, Moment


class TemplateVersion(Identified):
    """How a template looked at one time."""

    template_id: Id | None = None
    version: int | None = None
    html: str | None = None
    created_at: Moment = None
    created_by: str | None = None


class TemplatePreview(Model):
    """A template filled in."""

    rendered_html: str | None = None


class TemplateVerdict(Model):
    """What is wrong with a template."""

    valid: bool | None = None
    errors: tuple[Any, ...] = ()
