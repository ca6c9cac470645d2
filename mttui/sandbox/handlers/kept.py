"""Resources that are created, read, changed and deleted, and settings that are read and changed.

What a body may hold is read from the operation's own declaration, so that the sandbox takes what the
client can send and refuses what it cannot.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from mttui.api.catalogue import find, operations
from mttui.api.operation import Parameter, Place

from ..clock import iso
from ..engine.documents import Document
from ..engine.founding import founder
from ..engine.world import World
from ..web.call import Call, instant
from ..web.reply import Refusal, Reply, invalid, not_found, required
from .registry import Handler, handles

Body = dict[str, Any]
Shows = Callable[[Call, Document], Body]
Seeds = Callable[[World, int], Sequence[Body]]
"""Takes the world and the second at which it starts; the bodies that are there from the beginning."""

DAY = 86400


def no_seeds(_world: World, _start: int) -> Sequence[Body]:
    """Begin with nothing."""
    return ()


def _as_it_is(_call: Call, document: Document) -> Body:
    return document.body


def _leave(_call: Call, _document: Document) -> None:
    return None


@dataclass(frozen=True)
class Kept:
    """A resource with some or all of list, get, create, update and delete."""

    resource: str
    """Its id; documents are kept under it as their kind."""
    what: str
    """What one is called, as in ``Snippet deleted``."""
    prefix: str = ""
    """Of its ids: ``snp`` gives ``snp_001``; nothing gives whole numbers."""
    key: str = "id"
    """The path's variable, and the field it is when that is not the id: ``email``, ``hostname``."""
    code: str = ""
    """Error code before ``_NOT_FOUND``; from what it is called where nothing is said."""
    needs: tuple[str, ...] = ()
    """Fields that creating needs, beside those that the operation declares as needed."""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """Fields of a new one that were not given."""
    label: str = "name"
    """Field that a search looks in."""
    stamps: tuple[str, ...] = ("createdAt",)
    """``createdAt`` and ``updatedAt``, where it has them."""
    flag_deleted: bool = False
    """Whether a delete answers ``{"deleted": true}`` instead of a message."""
    seeds: Seeds = no_seeds
    shows: Shows = _as_it_is
    """What is answered of one; figures that follow from the rest of the world come in here."""
    lists: Shows | None = None
    """What a list answers of one, where that is less."""
    checks: Callable[[Call, Body], None] = lambda _call, _body: None
    """Refuses a body, or completes it."""
    gone: Callable[[Call, Document], None] = _leave
    """What deleting one brings about elsewhere."""

    @property
    def id_field(self) -> str:
        """The field that holds what the path names."""
        if self.key != "id":
            return self.key
        return "_id" if self.prefix else "id"

    def find(self, call: Call) -> Document:
        """Return the one that the path names.

        Raises:
            Refusal: 404 with its code.
        """
        document = call.world.documents.get(self.resource, call.path[self.key])
        if document is None:
            raise not_found(self.code or self.what.upper().replace(" ", "_"), self.what)
        return document

    def put(self, world: World, body: Body) -> Document:
        """Keep one, new or changed."""
        key = str(body[self.id_field])
        document = world.documents.get(self.resource, key) or Document(self.resource, key, body)
        document.body, document.label = body, str(body.get(self.label, ""))
        world.documents.put(document)
        return document

    def new_id(self, world: World) -> str | int:
        """Return an id that was not given out before."""
        known = [each.id for each in world.documents.all(self.resource)]
        numbers = [int(digits) for each in known if (digits := each.rpartition("_")[2]).isdecimal()]
        number = max(numbers, default=0) + 1
        return f"{self.prefix}_{number:03d}" if self.prefix else number

    # What is answered

    def list_(self, call: Call) -> Reply:
        """List them: newest first where the list has pages, oldest first otherwise."""
        shows = self.lists or self.shows
        documents = call.world.documents
        if not operations()[f"{self.resource}.list"].paged:
            return Reply([shows(call, each) for each in documents.all(self.resource)])
        page = call.page()
        found, total = documents.page(
            self.resource, search=call.query.get("search", ""), offset=page.offset, limit=page.per_page
        )
        return page.reply([shows(call, each) for each in found], total)

    def get(self, call: Call) -> Reply:
        """Get one."""
        return Reply(self.shows(call, self.find(call)))

    def create(self, call: Call) -> Reply:
        """Create one."""
        given = read_body(call, f"{self.resource}.create", needs=self.needs)
        body = {**self._born(call), **given}
        if self.key == "id":
            body = {self.id_field: self.new_id(call.world), **body}
        elif call.world.documents.get(self.resource, str(body[self.key])) is not None:
            raise Refusal(
                409, f"{self.what.upper().replace(' ', '_')}_EXISTS", f"there is such a {self.what}"
            )
        self.checks(call, body)
        return Reply(self.shows(call, self.put(call.world, body)), status=201)

    def _born(self, call: Call) -> Body:
        return {**self.defaults, **{stamp: iso(call.now) for stamp in self.stamps}}

    def update(self, call: Call) -> Reply:
        """Change the fields that are given."""
        document = self.find(call)
        given = read_body(call, f"{self.resource}.update", partial=True, known=document.body)
        body = {**document.body, **given}
        if "updatedAt" in self.stamps:
            body["updatedAt"] = iso(call.now)
        self.checks(call, body)
        document.body, document.label = body, str(body.get(self.label, ""))
        call.world.documents.put(document)
        return Reply(self.shows(call, document))

    def delete(self, call: Call) -> Reply:
        """Delete one."""
        document = self.find(call)
        call.world.documents.delete(self.resource, document.id)
        self.gone(call, document)
        if self.flag_deleted:
            return Reply({"deleted": True})
        return Reply(message=f"{self.what.capitalize()} deleted")


def keep(kept: Kept, *, leave: Sequence[str] = ()) -> Kept:
    """Answer the operations that a resource has, but for those left to handlers of their own."""
    verbs: Mapping[str, Handler] = {
        "list": kept.list_, "get": kept.get, "create": kept.create,
        "update": kept.update, "delete": kept.delete,
    }  # fmt: skip
    for verb, handler in verbs.items():
        if verb not in leave and find(f"{kept.resource}.{verb}") is not None:
            handles(f"{kept.resource}.{verb}")(handler)

    @founder
    def found(world: World, start: int) -> None:
        for body in kept.seeds(world, start):
            stamped = {stamp: iso(start - 30 * DAY) for stamp in kept.stamps}
            kept.put(world, {**kept.defaults, **stamped, **body})

    return kept


def setting(resource: str, default: Mapping[str, Any]) -> None:
    """Answer ``get`` and ``update`` of a setting, of which there is one."""

    def body(call: Call) -> Body:
        kept = call.world.documents.get(resource, "it")
        return {**default, **(kept.body if kept else {})}

    if find(f"{resource}.get") is not None:
        handles(f"{resource}.get")(lambda call: Reply(body(call)))
    if find(f"{resource}.update") is not None:

        @handles(f"{resource}.update")
        def update(call: Call) -> Reply:
            changed = {
                **body(call),
                **read_body(call, f"{resource}.update", partial=True, known=default),
            }
            call.world.documents.put(Document(resource, "it", changed))
            return Reply(changed)


def setting_of(world: World, resource: str, default: Mapping[str, Any]) -> Body:
    """Return a setting as it is now."""
    kept = world.documents.get(resource, "it")
    return {**default, **(kept.body if kept else {})}


# Bodies


def read_body(
    call: Call,
    operation_id: str,
    *,
    partial: bool = False,
    needs: Sequence[str] = (),
    known: Mapping[str, Any] = types.MappingProxyType({}),
) -> Body:
    """Read a body as an operation declares it; fields that it does not know are ignored.

    Args:
        call: the request.
        operation_id: whose body it is.
        partial: nothing is needed.
        needs: fields that are needed beside those declared so.
        known: fields that may be given where the declaration names none.

    Raises:
        Refusal: 422 naming the field that is missing or wrong.
    """
    fields, given = _fields(operation_id), call.fields()
    if not partial:
        for name in (*(each.wire for each in fields if each.required), *needs):
            if given.get(name) in (None, "", []):
                raise required(name)
    if not fields:
        return {name: value for name, value in given.items() if name in known and name not in _FIXED}
    read: Body = {}
    for each in fields:
        if given.get(each.wire) is not None:
            read[each.wire] = _checked(each.wire, each.annotation, given[each.wire])
    return read


_FIXED = frozenset({"_id", "id", "createdAt", "updatedAt"})


@functools.cache
def _fields(operation_id: str) -> tuple[Parameter, ...]:
    return tuple(p for p in operations()[operation_id].parameters if p.place is Place.BODY)


def _checked(name: str, annotation: Any, value: Any) -> Any:
    members = [each for each in _members(annotation) if each is not type(None)]
    for member in members:
        kind = _kind(member)
        if kind is object or (isinstance(value, kind) and not (kind is not bool and isinstance(value, bool))):
            return _narrow(name, member, value)
    raise invalid(name, f"must be {' or '.join(_WORDS.get(_kind(m), 'an object') for m in members)}")


def _narrow(name: str, member: Any, value: Any) -> Any:
    if typing.get_origin(member) is typing.Literal and value not in typing.get_args(member):
        raise invalid(name, f"must be one of {', '.join(map(str, typing.get_args(member)))}")
    if member in (datetime, date):
        instant(name, value)
    return value


def _members(annotation: Any) -> tuple[Any, ...]:
    if typing.get_origin(annotation) is typing.Annotated:
        return _members(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return tuple(each for part in typing.get_args(annotation) for each in _members(part))
    return (annotation,)


def _kind(member: Any) -> Any:
    origin = typing.get_origin(member)
    if origin is typing.Literal or member in (str, datetime, date):
        return str
    if member in (int, float):
        return int if member is int else (int, float)
    if member is bool:
        return bool
    if origin is not None and isinstance(origin, type) and issubclass(origin, Sequence):
        return list
    return object if member in (Any, object) else dict


_WORDS: Mapping[Any, str] = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    (int, float): "a number",
    list: "a list",
    dict: "an object",
}
