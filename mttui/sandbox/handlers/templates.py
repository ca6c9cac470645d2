"""Templates and their versions: rendered with values, checked, rolled back."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from typing import Any

from ..clock import iso
from ..company import TEMPLATES
from ..engine.documents import Document
from ..engine.founding import founder
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, not_found
from .kept import DAY
from .registry import handles

_BODY = "<html><body>Hello {{{{name}}}} from {{{{company}}}}<!-- {} {} --></body></html>"
TEMPLATE, VERSION = "template", "template_version"
_PLACEHOLDER = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
_OPEN_BRACES = re.compile(r"\{\{(?![^{}]*\}\})")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


@founder
def found(world: World, start: int) -> None:
    """Give every template of the company three versions."""
    for number, (ref, name) in enumerate(TEMPLATES.items()):
        for version in (1, 2, 3):
            key = f"ver_{version:03d}" if number == 0 else f"ver_{number:02d}{version}"
            body = {
                "_id": key,
                "templateId": ref,
                "version": version,
                "html": _BODY.format(name, version),
                "createdAt": iso(start - (40 - 10 * version) * DAY),
                "createdBy": "user@example.com",
            }
            world.documents.put(Document(VERSION, f"{ref}/{key}", body, label=ref))
        world.documents.put(Document(TEMPLATE, ref, {"_id": ref, "name": name, "current": 3}, label=name))


def _template(call: Call) -> Document:
    found = call.world.documents.get(TEMPLATE, call.path["id"])
    if found is None:
        raise not_found("TEMPLATE", "template")
    return found


def _versions(call: Call) -> list[Document]:
    ref = _template(call).id
    return [each for each in call.world.documents.all(VERSION) if each.body["templateId"] == ref]


def _version(call: Call) -> Document:
    found = call.world.documents.get(VERSION, f"{_template(call).id}/{call.path['versionId']}")
    if found is None:
        raise not_found("TEMPLATE_VERSION", "template version")
    return found


@handles("templates.versions.list")
def list_(call: Call) -> Reply:
    """List the versions, the newest first."""
    return Reply([each.body for each in reversed(_versions(call))])


@handles("templates.versions.get")
def get(call: Call) -> Reply:
    """Get one version."""
    return Reply(_version(call).body)


@handles("templates.versions.rollback")
def rollback(call: Call) -> Reply:
    """Make an older version the newest: it becomes another version, so that none is lost."""
    template, old = _template(call), _version(call)
    number = max(each.body["version"] for each in _versions(call)) + 1
    body = {
        **old.body,
        "_id": f"ver_{template.id[-3:]}{number}",
        "version": number,
        "createdAt": iso(call.now),
        "createdBy": call.key.user.email,
    }
    call.world.documents.put(Document(VERSION, f"{template.id}/{body['_id']}", body, label=template.id))
    call.world.documents.put(
        Document(TEMPLATE, template.id, {**template.body, "current": number}, label=template.label)
    )
    return Reply(message="Template rolled back to version")


@handles("templates.preview")
def preview(call: Call) -> Reply:
    """Fill in a template's newest version."""
    newest = max(_versions(call), key=lambda each: int(each.body["version"]))
    values = call.fields().get("substitutionData") or {}
    return Reply({"renderedHtml": render(newest.body["html"], values if isinstance(values, dict) else {})})


@handles("templates.validate")
def validate(call: Call) -> Reply:
    """Look for braces that do not close and tags that do not match."""
    errors = faults_of(call.text("html"), limit=50) + [
        f"subject: {fault}" for fault in _brace_faults(str(call.fields().get("subject") or ""))
    ]
    return Reply({"valid": not errors, "errors": errors})


def render(html: str, values: dict[str, Any]) -> str:
    """Put values where a template names them; what is not given becomes empty."""

    def value(match: re.Match[str]) -> str:
        found: Any = values
        for step in match[1].split("."):
            found = found.get(step, "") if isinstance(found, dict) else ""
        return escape(str(found))

    return _PLACEHOLDER.sub(value, html)


def faults_of(html: str, *, limit: int) -> list[str]:
    """Return what is wrong with a template's HTML, up to ``limit`` of it."""
    parser = _Tags()
    parser.feed(html)
    parser.close()
    unclosed = [f"<{tag}> is not closed" for tag in parser.open]
    return (_brace_faults(html) + parser.faults + unclosed)[:limit]


def _brace_faults(text: str) -> list[str]:
    return ["{{ is not closed" for _ in _OPEN_BRACES.finditer(text)]


class _Tags(HTMLParser):
    """Keeps the tags that are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Open a tag."""
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        elif tag not in _VOID:
            self.faults.append(f"</{tag}> closes nothing")
