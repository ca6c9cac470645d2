"""Tests of an email: its code, its links, its images, and how well it can be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mttui.api.catalogue import find

from ..clock import iso
from ..engine.content import (
    Email,
    accessibility,
    broken_images,
    broken_links,
    compatibility,
    read,
    score_of,
)
from ..engine.documents import Document
from ..engine.founding import founder
from ..engine.tasks import COMPLETED
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, invalid, not_found, required
from .registry import handles

_EXAMPLE = "<html><body><h1>Halo</h1><a href='https://example.com'>Lihat</a><img src='https://example.com/a.png'></body></html>"
_SAVED_AN_IMAGE = 400_000
"""Bytes that shrinking a picture to the width of a mail saves, on average; the sandbox loads none."""

Test = Callable[[Email], dict[str, Any]]


def _code(email: Email) -> dict[str, Any]:
    findings = compatibility(email)
    return {"issues": findings, "score": score_of(findings)}


def _links(email: Email) -> dict[str, Any]:
    broken = broken_links(email)
    return {"totalLinks": len(email.links), "brokenLinks": len(broken), "broken": broken}


def _images(email: Email) -> dict[str, Any]:
    broken = broken_images(email)
    return {"totalImages": len(email.images), "brokenImages": len(broken), "broken": broken}


def _access(email: Email) -> dict[str, Any]:
    findings = accessibility(email)
    return {"issues": findings, "score": score_of(findings)}


_TESTS: dict[str, tuple[str, Test]] = {
    "code_analysis": ("ca", _code),
    "link_validation": ("lv", _links),
    "image_validation": ("iv", _images),
    "accessibility": ("ac", _access),
}


def _run(world: World, name: str, html: str) -> Document:
    prefix, test = _TESTS[name]
    kind = f"email_testing.{name}"
    key = f"{prefix}_{len(world.documents.all(kind)) + 1:03d}"
    body = {"_id": key, "status": COMPLETED, **test(read(html)), "createdAt": iso(world.now)}
    document = Document(kind, key, body)
    world.documents.put(document)
    return document


@founder
def found(world: World, _start: int) -> None:
    """Have one of each."""
    for name in _TESTS:
        _run(world, name, _EXAMPLE)


def _html(call: Call) -> str:
    return call.text("html", limit=10_000_000)


def _register(name: str) -> None:
    kind = f"email_testing.{name}"

    def get(call: Call) -> Reply:
        document = call.world.documents.get(kind, call.path["id"])
        if document is None:
            raise not_found(name.upper(), name.replace("_", " "))
        return Reply(document.body)

    handles(f"{kind}.create")(lambda call: Reply(_run(call.world, name, _html(call)).body, status=201))
    handles(f"{kind}.get")(get)
    if find(f"{kind}.list") is not None:
        handles(f"{kind}.list")(lambda call: Reply([each.body for each in call.world.documents.all(kind)]))


for _name in _TESTS:
    _register(_name)


@handles("email_testing.image_optimization.create")
def optimize(call: Call) -> Reply:
    """Say what shrinking the images saves."""
    count = len(read(_html(call)).images)
    return Reply({"optimized": count, "totalSaved": f"{count * _SAVED_AN_IMAGE / 1e6:.1f}MB"})


@handles("email_testing.send_test")
def send_test(call: Call) -> Reply:
    """Send an email to a few addresses: it goes through the queue as any other."""
    fields, world = call.fields(), call.world
    to = fields.get("to")
    if not isinstance(to, list) or not to:
        raise required("to")
    wrong = [each for each in to if "@" not in str(each)]
    if wrong:
        raise invalid("to", f"{wrong[0]} is no address")
    subject, _ = call.text("subject", limit=998), _html(call)
    source = world.source_of("api", "3")
    if source is not None:
        for email in map(str, to):
            world.traffic.accept(source, email, "Corporate", call.now, subject=subject)
    return Reply(message="Test email sent")
