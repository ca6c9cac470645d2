"""SMTP credentials. Deleting one stops what comes in through it and drops what it has waiting."""

from __future__ import annotations

from typing import Any

from ..chance import Chance
from ..clock import iso
from ..engine.documents import Document
from ..web.call import Call
from ..web.reply import Reply
from .common import find
from .registry import handles

KIND = "smtp_credential"
HOST = "smtp.mailtarget.example"
_MASK = "********"


def _public(document: Document) -> dict[str, Any]:
    body = {name: value for name, value in document.body.items() if name != "sourceId"}
    return {**body, "password": _MASK}


@handles("smtp_credentials.list")
def list_(call: Call) -> Reply:
    """List credentials with masked passwords."""
    return Reply([_public(credential) for credential in call.world.documents.all(KIND)])


@handles("smtp_credentials.create")
def create(call: Call) -> Reply:
    """Create a credential; its password is shown only now."""
    documents = call.world.documents
    used = [int(credential.id) for credential in documents.all(KIND)]
    used += [source.origin.smtp_id or 0 for source in call.world.sources.values()]
    number = max(used, default=0) + 1
    name = call.text("name", call.fields().get("username") or f"smtp-{number}", limit=255)
    body = {
        "id": number, "name": name, "username": call.text("username", name, limit=255), "host": HOST,
        "port": 587, "tls": True, "createdAt": iso(call.now), "createdFrom": call.ip,
        "apiKeyId": call.key.id,
    }  # fmt: skip
    documents.put(Document(KIND, str(number), body, label=name))
    password = Chance(number, call.now).hex_id()
    return Reply({**body, "password": f"smtp-{password}"}, status=201)


@handles("smtp_credentials.delete")
def delete(call: Call) -> Reply:
    """Delete a credential."""
    credential, world = find(call, KIND, "SMTP_CREDENTIAL", "SMTP credential"), call.world
    world.documents.delete(KIND, credential.id)
    source = world.source_of("smtp", credential.id)
    if source is not None:
        world.set_running(source, running=False)
        world.jobs.drop_pending(source)
    return Reply(message="SMTP credential deleted")
