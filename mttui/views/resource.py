"""What a resource looks like, as data: columns, sections, relations and actions.

One :class:`ResourceView` a resource, in ``views/resources/<family>.py``, and only where the default from
the operations and the model is not good enough. What is left out here is derived: a view may say no more
than which columns matter. The generic screens (browse, detail, edit) draw all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Record = Any
"""One element of a list or one answer: a model, a JSON object, or a plain value."""
Reason = Callable[[Record], str | None]
"""Says why an action cannot be done with a record now; ``None`` when it can."""


class Kind(StrEnum):
    """What a value is, and so how it is written."""

    TEXT = "text"
    ID = "id"
    STATUS = "status"
    """A word of an enumeration; shown with the role that :data:`mttui.views.values.STATUS_ROLES` gives."""
    COUNT = "count"
    """A whole number, with thousands apart, on the right."""
    NUMBER = "number"
    PERCENT = "percent"
    """Already in percent, as the platform sends rates."""
    BYTES = "bytes"
    MONEY = "money"
    MOMENT = "moment"
    """A point in time: an age in lists, UTC and local time in detail."""
    FLAG = "flag"
    """Yes or no."""
    LIST = "list"
    """Several values: joined in lists, one a line in detail."""
    BODY = "body"
    """Long text or HTML: its size in lists, its text in detail."""
    SECRET = "secret"  # noqa: S105 (a kind of value, not one)
    """A password or a signing key: never shown unless it was just made."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a record: a column of the list, or a line of the detail."""

    path: str
    """Where it stands, by Python names: ``subject``, ``sender.email``. A record that is a plain value is
    ``""``."""
    title: str = ""
    """The name for people; from the path where nothing is said."""
    kind: Kind | None = None
    """Told by the model's type and the name where nothing is said."""
    width: int = 0
    """Cells in a list, the least where it grows; by kind where nothing is said."""
    grow: int = 0
    """Share of the room that is left over."""
    priority: int = 0
    """Where room is short, columns of the lowest priority go first; of equals, the rightmost."""
    sort: str = ""
    """Name that the server sorts by, where the list takes ``sort``; empty sorts what is loaded."""


@dataclass(frozen=True, slots=True)
class Section:
    """A group of lines in the detail, with a title."""

    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """What else belongs to a record, one key away: a list of another resource, or one record of it."""

    title: str
    operation: str
    """Id of the list or read that fetches it, as ``campaigns.recipients.list``."""
    arguments: Mapping[str, str]
    """Where each argument comes from: argument name to path in this record, as ``{"id": "rule_id"}``."""
    fixed: Mapping[str, Any] | None = None
    """Arguments with a value of their own, as ``{"status": "bounced"}``."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done with a record, beside edit and delete."""

    operation: str
    """Id of the operation."""
    title: str = ""
    """From the operation's verb where nothing is said."""
    key: str = ""
    """A key of its own on this resource's screens; every action is on ``a`` as well."""
    arguments: Mapping[str, str] | None = None
    """Argument name to path in the record; the record's key for the path's variable where nothing is
    said."""
    unless: Reason | None = None
    """Why it cannot be done now."""


@dataclass(frozen=True, slots=True)
class ResourceView:
    """What a resource looks like. Everything but ``resource`` may be left out."""

    resource: str
    """Id of the resource, as ``campaigns`` or ``velocity.rules``."""
    title: str = ""
    """The plural for people: ``Campaigns``; from the id where nothing is said."""
    one: str = ""
    """The singular within a sentence: ``campaign``."""
    name: str = ""
    """Path of what names a record for people, as ``subject``; the id where there is nothing better."""
    key: str = ""
    """Path of what its read, update and delete take, as ``id`` or ``email``."""
    columns: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()
    """Fields that no section names follow in one called Other, so that every field can be read."""
    relations: tuple[Relation, ...] = ()
    """Come before those that are derived from paths (``/campaigns/{id}/recipients``)."""
    actions: tuple[Action, ...] = ()
    """Come before those that are derived from paths; an action named here replaces the derived one."""
    empty: str = ""
    """What the list says when it is empty, and what to do then."""
    runs: bool = False
    """Whether the platform works on it in the background: until that is over, what is shown is read again."""
    stands_in: str = ""
    """Id of the read that says how it stands, where that is another resource's."""
