"""Models of contacts."""

from __future__ import annotations

from typing import Any

from .base import Day, Id, Identified, Input, Model, Moment


class ContactCustomField(Model):
    """Values of the account's own fields; others than this one come along as unknown fields."""

    source: str | None = None


class ContactSubscribeSource(Identified):
    """Where a contact subscribed."""

    channel: str | None = None
    name: str | None = None


class Contact(Identified):
    """A person who can be written to."""

    email: str | None = None
    created_at: Moment = None
    name: str | None = None
    firstname: str | None = None
    lastname: str | None = None
    day_of_birth: Day = None
    gender: str | None = None
    phone: str | None = None
    city: str | None = None
    country: str | None = None
    note: str | None = None
    company: str | None = None
    custom_period: tuple[Any, ...] = ()
    custom_field: ContactCustomField | None = None
    labels: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    index: str | None = None
    state: str | None = None
    deleted_state: str | None = None
    tester: bool | None = None
    unsubscribe_reason: str | None = None
    unsubscribe_origin: str | None = None
    funnel: str | None = None
    subscribe_source: ContactSubscribeSource | None = None
    campaigns: tuple[Any, ...] = ()
    scenarios: tuple[Any, ...] = ()


class ContactImport(Identified):
    """A file that contacts are read from in the background."""

    status: str | None = None
    total_rows: int | None = None
    imported: int | None = None
    skipped: int | None = None
    failed: int | None = None
    label_ids: tuple[str, ...] = ()
    created_at: Moment = None


class ContactExport(Identified):
    """A file that contacts are written to in the background."""

    status: str | None = None
    total_rows: int | None = None
    format: str | None = None
    created_at: Moment = None
    download_url: str | None = None
    completed_at: Moment = None


class ContactActivityMetadata(Model):
    """With what the contact opened or clicked."""

    url: str | None = None
    user_agent: str | None = None
    ip: str | None = None


class ContactActivity(Model):
    """Something that a contact did."""

    event: str | None = None
    timestamp: Moment = None
    campaign_id: Id | None = None
    message_id: Id | None = None
    metadata: ContactActivityMetadata | None = None


class ContactSubscribeSourceInput(Input):
    """Contact subscribe source, as it is sent."""

    channel: str | None = None
    id: str | None = None
    name: str | None = None
