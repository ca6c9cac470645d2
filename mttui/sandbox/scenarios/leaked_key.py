"""A leaked API key: a stranger makes an SMTP credential with it and sends spam through that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clock import iso
from ..company import KEY_DEPLOY, STRANGER_IP, User
from ..engine.documents import Document
from ..engine.records import Origin
from .base import CALM_START, Scenario

if TYPE_CHECKING:
    from ..engine.world import World

CREDENTIAL_ID = "4"
"""The SMTP credential that is to blame."""
_DEPLOY_BOT = User(90, "ci-deploy@lapak.example", STRANGER_IP)
_ORIGIN = Origin(
    "smtp-relay-02", "Your parcel could not be delivered, confirm address", "mail.lapak.example",
    profile="spam-run", rate=2.2, template="tpl_008", subaccount="sub_002", smtp_id=4,
    ip_address=STRANGER_IP,
)  # fmt: skip
_CALLS = {
    CALM_START - 25: ("GET", "/v1/account", 200),
    CALM_START - 22: ("GET", "/v1/ip-access", 200),
    CALM_START - 18: ("GET", "/v1/smtp-credentials", 200),
    CALM_START - 9: ("POST", "/v1/smtp-credentials", 201),
}
"""What the stranger asks the API, by seconds since the start."""
_LOOKS_EVERY = 25
"""Seconds between two looks of the stranger at how much may still be sent."""
_MADE, _LOGS_IN = CALM_START - 9, CALM_START


def _act(world: World, elapsed: int) -> None:
    call = _CALLS.get(elapsed)
    if elapsed > CALM_START and elapsed % _LOOKS_EVERY == 0:
        call = ("GET", "/v1/quotas", 200)
    if call is not None:
        _call(world, *call)
    if elapsed == _MADE and world.access.allows(STRANGER_IP):
        _make_credential(world)
    if elapsed == _LOGS_IN:
        _log_in(world)


def _call(world: World, method: str, path: str, status: int) -> None:
    allowed = world.access.allows(STRANGER_IP)
    world.ledger.api_log(method, path, status if allowed else 403, 64, KEY_DEPLOY, STRANGER_IP, world.now)


def _make_credential(world: World) -> None:
    body = {
        "id": int(CREDENTIAL_ID), "name": _ORIGIN.name, "username": "smtp_mt_injection",
        "host": "smtp.mailtarget.example", "port": 587, "tls": True, "createdAt": iso(world.now),
        "createdFrom": STRANGER_IP, "apiKeyId": KEY_DEPLOY,
    }  # fmt: skip
    source = world.add_source("smtp", CREDENTIAL_ID, _ORIGIN, running=False)
    body["sourceId"] = source.id
    world.documents.put(Document("smtp_credential", CREDENTIAL_ID, body, label=_ORIGIN.name))
    details = {"name": _ORIGIN.name, "apiKeyId": KEY_DEPLOY, "firstSeenAddress": True}
    world.audit(_DEPLOY_BOT, "create", "smtp_credential", CREDENTIAL_ID, details)


def _log_in(world: World) -> None:
    source = world.source_of("smtp", CREDENTIAL_ID)
    credential = world.documents.get("smtp_credential", CREDENTIAL_ID)
    if source is None or credential is None or not world.access.allows(STRANGER_IP):
        return
    credential.body["lastUsedAt"], credential.body["lastUsedFrom"] = iso(world.now), STRANGER_IP
    world.documents.put(credential)
    world.set_running(source, running=True)
    details = {"name": _ORIGIN.name, "firstSeenAddress": True}
    world.audit(_DEPLOY_BOT, "login", "smtp_credential", CREDENTIAL_ID, details)


LEAKED_KEY = Scenario(
    name="leaked-key",
    summary="A stranger sends spam through an SMTP credential made with a leaked API key.",
    before="All is calm. In a minute somebody sends with a stolen key: wait for ▲.",
    hint="! opens it: which address is new? c y cuts it off; then r y, and ! again.",
    after="It is over: E exports the post-mortem. Next: --scenario brownout",
    phases=((0, "calm"), (CALM_START, "incident")),
    act=_act,
)
