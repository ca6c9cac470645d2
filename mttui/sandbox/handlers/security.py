"""Single sign-on, enforced TLS, scopes and the redaction of logs."""

from __future__ import annotations

from ..clock import iso
from ..engine.documents import Document
from ..engine.founding import founder
from ..engine.world import World
from ..web.call import Call
from ..web.keys import known_scopes
from ..web.reply import Refusal, Reply, invalid, not_found
from .kept import DAY, Body, read_body, setting
from .registry import handles

SSO = "sso"
_PROVIDERS = ("okta", "azure", "google", "onelogin", "saml")
setting("enforced_tls", {"requireTls": True, "requireValidCert": True})
setting(
    "log_redaction.config",
    {
        "enabled": True, "redactBody": True, "redactSubject": False, "redactHeaders": False,
        "allowedFields": ["from", "to", "date"],
    },
)  # fmt: skip


@founder
def found(world: World, start: int) -> None:
    """Have single sign-on set up."""
    body = {
        "_id": "sso_001", "enabled": True, "provider": "okta",
        "entityId": "https://example.okta.com/entity", "signOnUrl": "https://example.okta.com/sso/saml",
        "certificate": "-----BEGIN CERTIFICATE-----\nMIIC...\n-----END CERTIFICATE-----",
        "createdAt": iso(start - 90 * DAY), "updatedAt": iso(start - 90 * DAY),
    }  # fmt: skip
    world.documents.put(Document(SSO, "it", body))


def _sso(call: Call) -> Document:
    found_ = call.world.documents.get(SSO, "it")
    if found_ is None:
        raise not_found("SSO", "SSO configuration")
    return found_


def _check(body: Body) -> None:
    if body.get("provider") not in _PROVIDERS:
        raise invalid("provider", f"must be one of {', '.join(_PROVIDERS)}")
    for name in ("entityId", "signOnUrl"):
        if not str(body.get(name, "")).startswith("https://"):
            raise invalid(name, "must begin with https://")
    if "BEGIN CERTIFICATE" not in str(body.get("certificate", "")):
        raise invalid("certificate", "must be a certificate in PEM form")


@handles("sso.get")
def get(call: Call) -> Reply:
    """Get how people sign in."""
    return Reply(_sso(call).body)


@handles("sso.create")
def create(call: Call) -> Reply:
    """Set up single sign-on; where it is set up already, this takes its place."""
    known = call.world.documents.get(SSO, "it")
    now = iso(call.now)
    body = {
        "_id": "sso_001",
        "enabled": True,
        "createdAt": now,
        "updatedAt": now,
        **read_body(call, "sso.create"),
    }
    _check(body)
    if known is not None:
        body["createdAt"] = known.body["createdAt"]
    call.world.documents.put(Document(SSO, "it", body))
    return Reply(body, status=201)


@handles("sso.update")
def update(call: Call) -> Reply:
    """Change the fields that are given."""
    sso = _sso(call)
    sso.body = {**sso.body, **read_body(call, "sso.update", partial=True), "updatedAt": iso(call.now)}
    _check(sso.body)
    call.world.documents.put(sso)
    return Reply(sso.body)


@handles("sso.delete")
def delete(call: Call) -> Reply:
    """Let people sign in with passwords again."""
    _sso(call)
    call.world.documents.delete(SSO, "it")
    return Reply(message="SSO configuration deleted")


@handles("scopes.list")
def scopes(call: Call) -> Reply:
    """List what the calling key may do."""
    if call.key.scopes is not None and not call.key.scopes:
        raise Refusal(403, "forbidden", "this API key has no scopes")
    return Reply([scope for scope in known_scopes() if call.key.may(scope)])
