"""What is sent is kept: creating and updating in families whose reference shows no body."""

from __future__ import annotations

from typing import Any

import pytest

from .helpers import platform

KEPT = [
    ("POST", "/v1/webhooks/security", {"name": "Partners", "enabled": False}),
    ("PUT", "/v1/webhooks/security/wsp_001", {"name": "Partners"}),
    ("POST", "/v1/smtp-credentials", {"name": "Shop", "username": "shop"}),
    ("POST", "/v1/automations", {"name": "Birthday"}),
    ("PUT", "/v1/automations/aut_001", {"name": "Cart"}),
    ("PUT", "/v1/designs/dsg_001", {"htmlContent": "<p>Halo</p>"}),
    ("PUT", "/v1/inbound/routes/irt_001", {"forwardUrl": "https://new.lapak.example"}),
    ("PUT", "/v1/inbound-parse/settings/parse.example.com", {"sendRaw": True}),
    ("POST", "/v1/integrations", {"name": "Chat", "config": {"channel": "#mail"}, "active": False}),
    ("PUT", "/v1/integrations/int_001", {"active": False}),
    ("PUT", "/v1/ip-pools/pool_001", {"name": "Renamed"}),
    ("PUT", "/v1/teammates/tm_002", {"role": "viewer"}),
    ("PUT", "/v1/senders/snd_001", {"name": "Lapak"}),
    ("PATCH", "/v1/mail-settings/address-whitelist", {"enabled": True, "list": ["mitra.example"]}),
    ("PATCH", "/v1/mail-settings/bounce-purge", {"hardBouncesPurgeAfterDays": 30}),
    ("PATCH", "/v1/tracking-settings/open", {"enabled": False}),
    ("POST", "/v1/reverse-dns", {"ip": "192.0.2.10", "domain": "lapak.example", "subdomain": "new"}),
    ("PUT", "/v1/unsubscribe-groups/ug_001", {"description": "Offers"}),
    ("POST", "/v1/verified-senders", {"fromEmail": "toko@lapak.example", "nickname": "Shop"}),
    ("PUT", "/v1/verified-senders/vs_001", {"fromName": "Lapak"}),
    ("POST", "/v1/vouchers", {"code": "HEMAT", "value": 5, "expiresAt": "2026-05-01T00:00:00Z"}),
    ("PUT", "/v1/relay-webhooks/rw_001", {"targetUrl": "https://new.lapak.example"}),
    ("PUT", "/v1/snippets/snp_001", {"text": "Daftar"}),
]


@pytest.mark.parametrize(("method", "path", "body"), KEPT, ids=[f"{m} {p}" for m, p, _ in KEPT])
async def test_what_is_sent_is_kept(method: str, path: str, body: dict[str, Any]) -> None:
    async with platform() as api:
        answer = await api.ask(method, path, json=body)
        assert answer.is_success, answer.text
        data = answer.json()["data"]
        assert {name: data.get(name) for name in body} == body


async def test_a_voucher_of_the_wrong_kind_is_refused() -> None:
    async with platform() as api:
        answer = await api.ask("POST", "/v1/vouchers", json={"value": "much"})
        assert (answer.status_code, answer.json()["error"]) == (422, "INVALID_VALUE")


async def test_a_message_that_could_be_sent_is_eligible() -> None:
    async with platform() as api:
        message = {"from": "halo@promo.lapak.example", "to": ["rina@gmail.example"], "html": "<p>Halo</p>"}
        answer = await api.ask("POST", "/v1/messages/simulate", json=message)
        assert answer.json()["data"]["eligible"] is True
        strange = await api.ask("POST", "/v1/messages/simulate", json={**message, "from": "a@x.example"})
        assert strange.json()["data"]["eligible"] is False


@pytest.mark.parametrize(
    ("asked", "any_found"),
    [
        ({"from": "no-reply@promo.lapak.example"}, True),
        ({"from": "nobody@x.example"}, False),
        ({"dateFrom": "2026-04-10T10:40:00Z"}, True),
        ({"dateTo": "2026-04-01"}, False),
    ],
)
async def test_message_activity_is_filtered(asked: dict[str, str], any_found: bool) -> None:
    async with platform() as api:
        api.step(30)
        found = await api.get("/v1/email-activity/messages", **asked)
        everything = await api.get("/v1/email-activity/messages")
        assert bool(found["meta"]["total"]) is any_found
        assert found["meta"]["total"] < everything["meta"]["total"]
