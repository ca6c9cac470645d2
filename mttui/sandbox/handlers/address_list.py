"""Lists of addresses that follow from what happened to mail, less those that were taken off by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..clock import iso
from ..engine.documents import Document
from ..engine.founding import founder
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, not_found
from .kept import DAY, Body

_BY_HAND = "SELECT id AS email, CAST(label AS INTEGER) AS at, body AS detail FROM documents WHERE kind = ?"
_NOT_TAKEN_OFF = (
    " WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.kind = ? AND d.id = found.email"
    " AND CAST(d.label AS INTEGER) >= found.at)"
)


@dataclass(frozen=True)
class AddressList:
    """A list of addresses."""

    kind: str
    """Of the documents that were added by hand; those taken off are ``<kind>.removed``."""
    what: str
    code: str
    """Error code before ``_NOT_FOUND``."""
    happened: str
    """SQL that gives ``email``, ``at`` in epoch seconds and ``detail`` of what happened to mail."""
    values: Sequence[Any] = ()
    """For the placeholders in it."""
    time_field: str = "createdAt"
    fields: Mapping[str, str] = field(default_factory=dict)
    """Words for a detail, by itself."""
    detail_field: str = "reason"
    default: str = ""
    seeds: Sequence[tuple[str, int, Body]] = ()
    """Address, days ago, and more of it."""

    def _found(self, more: str = "", values: Sequence[Any] = ()) -> tuple[str, list[Any]]:
        sql = (
            f"FROM (SELECT email, max(at) AS at, detail FROM ({self.happened} UNION ALL {_BY_HAND})"  # noqa: S608 (our own SQL)
            f" GROUP BY email) AS found{_NOT_TAKEN_OFF}{more}"
        )
        return sql, [*self.values, self.kind, f"{self.kind}.removed", *values]

    def page(self, call: Call, *, start: int | None = None, end: int | None = None) -> Reply:
        """Return a page, the latest first; ``search`` looks in the address."""
        more = ""
        values: list[Any] = []
        if search := call.query.get("search", ""):
            more, values = " AND instr(lower(found.email), ?) > 0", [search.lower()]
        if start is not None:
            more, values = f"{more} AND found.at >= ? AND found.at < ?", [*values, start, end]
        sql, given = self._found(more, values)
        run, page = call.world.connection.execute, call.page()
        (total,) = run(f"SELECT count(*) {sql}", given).fetchone()
        rows = run(
            f"SELECT email, at, detail {sql} ORDER BY at DESC, email LIMIT ? OFFSET ?",
            [*given, page.per_page, page.offset],
        ).fetchall()
        return page.reply([self._public(call.world, *row) for row in rows], total)

    def find(self, call: Call, email: str) -> Body:
        """Return one.

        Raises:
            Refusal: 404 when the address is not on the list.
        """
        sql, given = self._found(" AND found.email = ?", [email])
        row = call.world.connection.execute(f"SELECT email, at, detail {sql}", given).fetchone()
        if row is None:
            raise not_found(self.code, self.what)
        return self._public(call.world, *row)

    def add(self, world: World, email: str, at: int, body: Body) -> Body:
        """Put an address on the list by hand; what is there already stays as it is."""
        world.documents.put(
            Document(self.kind, email, {"email": email, self.time_field: iso(at), **body}, label=str(at))
        )
        world.documents.delete(f"{self.kind}.removed", email)
        return world.documents.get(self.kind, email).body  # type: ignore[union-attr]  # just put

    def remove(self, call: Call, email: str) -> None:
        """Take an address off; it comes back when the same happens again.

        Raises:
            Refusal: 404 when the address is not on the list.
        """
        self.find(call, email)
        call.world.documents.delete(self.kind, email)
        call.world.documents.put(Document(f"{self.kind}.removed", email, {}, label=str(call.now)))

    def clear(self, call: Call) -> int:
        """Take all off; returns how many there were."""
        sql, given = self._found()
        emails = [row[0] for row in call.world.connection.execute(f"SELECT email {sql}", given).fetchall()]
        for email in emails:
            call.world.documents.delete(self.kind, email)
            call.world.documents.put(Document(f"{self.kind}.removed", email, {}, label=str(call.now)))
        return len(emails)

    def _public(self, world: World, email: str, at: int, detail: Any) -> Body:
        kept = world.documents.get(self.kind, email)
        if kept is not None:
            return kept.body
        words = self.fields.get(str(detail), self.default or str(detail))
        return {"email": email, self.detail_field: words, self.time_field: iso(at)}


def begin(addresses: AddressList) -> AddressList:
    """Let a list have something in it from the beginning."""

    @founder
    def found(world: World, start: int) -> None:
        for email, days, body in addresses.seeds:
            addresses.add(world, email, start - days * DAY, body)

    return addresses
