"""Importing contacts from a file and exporting them to one."""

from __future__ import annotations

import base64
import binascii
import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..clock import iso
from ..engine.contacts import Body, new_body
from ..engine.documents import Document
from ..engine.tasks import TaskFailed, finishes
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Refusal, Reply, invalid, not_found
from .exports import Export
from .registry import handles

IMPORT = "contact_import"
_SECONDS = 6
_LARGEST = 20 * 1024 * 1024
"""Bytes of a file (public OpenAPI: 20 MB)."""
_FORMATS = ("csv", "json")
_REASONS_KEPT = 100
_FIELDS = ("email", "name", "firstname", "lastname", "city", "country", "phone", "company", "gender", "note")


@handles("contacts.import.create")
def import_(call: Call) -> Reply:
    """Begin to import; the file is read when its time comes."""
    kind = call.choice("format", _FORMATS, "csv")
    try:
        data = base64.b64decode(call.text("data", limit=2 * _LARGEST), validate=True)
    except binascii.Error:
        raise invalid("data", "must be base64") from None
    if len(data) > _LARGEST:
        raise Refusal(413, "FILE_TOO_LARGE", "a file has at most 20 MB")
    labels = call.fields().get("labelIds") or []
    unknown = [each for each in labels if call.world.documents.get("labels", str(each)) is None]
    if unknown:
        raise not_found("LABEL", "label")
    number = len(call.world.documents.all(IMPORT)) + 1
    body: Body = {
        "_id": f"imp_{number:03d}", "totalRows": 0, "imported": 0, "skipped": 0, "failed": 0,
        "labelIds": labels, "format": kind,
        "file": call.world.files.put(f"import-{number}.{kind}", "text/plain", data),
    }  # fmt: skip
    return Reply(_public(call.world.tasks.start(IMPORT, body["_id"], body, seconds=_SECONDS)), status=202)


def _public(document: Document) -> Body:
    return {name: value for name, value in document.body.items() if name not in {"file", "format"}}


@finishes(IMPORT)
def finish(world: World, document: Document) -> None:
    """Read the file, row by row; an address that is there already is skipped."""
    file = world.files.get(document.body["file"])
    rows = _rows(b"".join(file.write()) if file else b"", document.body["format"])
    names = [_label_name(world, each) for each in document.body["labelIds"]]
    counts = dict.fromkeys(("imported", "skipped", "failed"), 0)
    faults: list[Body] = []
    for number, row in enumerate(rows, start=1):
        outcome = _take(world, row, names)
        counts[outcome if outcome in counts else "failed"] += 1
        if outcome not in counts and len(faults) < _REASONS_KEPT:
            faults.append({"row": number, "email": str(row.get("email", "")), "error": outcome})
    document.body |= {**counts, "totalRows": sum(counts.values()), "errors": faults}


def _label_name(world: World, label_id: str) -> str:
    label = world.documents.get("labels", str(label_id))
    return str(label.body["name"]) if label else str(label_id)


def _rows(content: bytes, kind: str) -> Iterator[Mapping[str, Any]]:
    text = content.decode("utf-8-sig", errors="replace")
    if kind == "json":
        try:
            rows = json.loads(text)
        except ValueError:
            raise TaskFailed("the file is not JSON") from None
        yield from (row for row in rows if isinstance(row, dict))
        return
    reader = csv.DictReader(io.StringIO(text))
    if "email" not in {(name or "").strip().lower() for name in reader.fieldnames or ()}:
        raise TaskFailed("the file has no email column")
    for row in reader:
        yield {(name or "").strip().lower(): value for name, value in row.items()}


def _take(world: World, row: Mapping[str, Any], labels: Sequence[str]) -> str:
    email = str(row.get("email") or "").strip()
    local, _, domain = email.partition("@")
    if not local or "." not in domain:
        return "INVALID_EMAIL"
    if world.people.by_email(email) is not None:
        return "skipped"
    given = {name: str(row[name]) for name in _FIELDS if row.get(name)}
    body = new_body(
        f"66167a2c{world.documents.next_seq():016x}",
        world.now,
        {**given, "email": email, "labels": list(labels)},
    )
    world.people.put(body, world.now)
    return "imported"


def _wanted_labels(world: World, asked: Mapping[str, Any]) -> set[str]:
    return {_label_name(world, str(each)) for each in asked.get("labelIds") or ()}


def _exported(world: World, asked: Mapping[str, Any]) -> Iterator[Sequence[object]]:
    wanted = _wanted_labels(world, asked)
    yield ("_id", *_FIELDS, "labels", "state", "createdAt")
    for body in world.people.all(str(asked.get("query") or "")):
        if not wanted or wanted & set(body["labels"]):
            yield (
                body["_id"], *(body.get(name, "") for name in _FIELDS), "|".join(body["labels"]),
                body["state"], body["createdAt"],
            )  # fmt: skip


def _count(world: World, asked: Mapping[str, Any]) -> int:
    if _wanted_labels(world, asked):
        return sum(1 for _ in _exported(world, asked)) - 1
    _, total = world.people.page(search_for=str(asked.get("query") or ""), limit=0)
    return total


EXPORT = Export(
    "contact_export", "exp", _exported, id_field="_id", code="CONTACT_EXPORT", known="exp_001", count=_count
)


@handles("contacts.export.create")
def export(call: Call) -> Reply:
    """Begin to export what a search and labels select."""
    kind = call.choice("format", ("csv",), "csv")
    return EXPORT.start(call, format=kind, totalRows=0, createdAt=iso(call.now))


@handles("contacts.export.get")
def exported(call: Call) -> Reply:
    """Say how an export stands."""
    reply = EXPORT.get(call)
    reply.data.setdefault("format", "csv")
    return reply
