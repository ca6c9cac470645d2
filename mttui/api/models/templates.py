"""Models of templates."""

from __future__ import annotations

from typing import Any

from .base import Id, Identified, Input, Model, Moment


class TemplatesVersion(Identified):
    """Templates version."""

    template_id: Id | None = None
    version: int | None = None
    html: str | None = None
    created_at: Moment = None
    created_by: str | None = None


class Template(Model):
    """Template."""

    rendered_html: str | None = None


class TemplateValidate(Model):
    """Template validate."""

    valid: bool | None = None
    errors: tuple[Any, ...] = ()


class TemplateSubstitutionDataInput(Input):
    """Template substitution data, as it is sent."""

    name: str | None = None
    company: str | None = None
