"""What takes a while: begun, pending, then completed with a file that downloads without a key."""

from __future__ import annotations

import base64
import csv
import io
from typing import Any

import pytest

from .helpers import Api, platform

JOBS = {
    "contacts export": ("/v1/contacts/export", {"format": "csv"}, "/v1/contacts/export/{}"),
    "messages export": ("/v1/email-activity/export", {}, "/v1/email-activity/export/{}"),
    "validation": (
        "/v1/validate/bulk",
        {"emails": ["a@gmail.example", "no address", "b@mailinator.com"]},
        "/v1/validate/bulk/{}",
    ),
    "inbox preview": ("/v1/preview/inbox", {"html": "<p>Halo</p>"}, "/v1/preview/inbox/{}"),
    "seed test": ("/v1/seed-tests", {"seedListId": "sl_001"}, "/v1/seed-tests/{}"),
    "erasure": ("/v1/data-erasure/jobs", {"email": "wati.susilo1@gmail.example"}, "/v1/data-erasure/jobs/{}"),
}


def id_of(body: dict[str, Any]) -> str:
    return str(next(body[name] for name in ("_id", "downloadId", "jobId", "id") if name in body))


def links_in(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [link for each in value.values() for link in links_in(each)]
    if isinstance(value, list):
        return [link for each in value for link in links_in(each)]
    return [value] if isinstance(value, str) and "/_files/" in value else []


async def state(api: Api, path: str) -> dict[str, Any]:
    found: dict[str, Any] = await api.data(path)
    return found


@pytest.mark.parametrize("job", JOBS)
async def test_a_job_goes_from_pending_to_completed_with_its_file(job: str) -> None:
    create, body, read = JOBS[job]
    async with platform() as api:
        begun = await api.http.post(create, json=body)
        assert begun.status_code in {201, 202}, begun.text
        path = read.format(id_of(begun.json()["data"]))
        before = await state(api, path)
        assert before["status"] in {"pending", "processing"}
        assert links_in(before) == []
        api.step(3600)
        after = await state(api, path)
        assert after["status"] == "completed"
        links = links_in(after)
        assert links or job == "seed test", after
        for link in links:
            fetched = await api.http.get(link, headers={"Authorization": ""})
            assert fetched.status_code == 200
            assert fetched.content


@pytest.mark.parametrize("kind", ["campaigns", "automations"])
async def test_an_export_of_statistics_says_where_its_file_will_be(kind: str) -> None:
    async with platform() as api:
        begun = await api.do("POST", f"/v1/marketing-stats/{kind}/export", status=202)
        assert begun["data"]["status"] == "pending"
        link = begun["data"]["downloadUrl"]
        assert (await api.http.get(link)).status_code == 404
        api.step(60)
        rows = list(csv.DictReader(io.StringIO((await api.http.get(link)).text)))
        listed = await api.data(f"/v1/marketing-stats/{kind}")
        assert len(rows) == len(listed) > 0


async def somebody(api: Api) -> str:
    contacts = await api.data("/v1/contacts", perPage=1)
    return str(contacts[0]["email"])


async def test_an_import_takes_those_that_are_new_and_have_an_address() -> None:
    rows = b"email,firstname\nbaru.sekali@gmail.example,Baru\nno address,X\nalice@example.com,Alice\n"
    async with platform() as api:
        body = {"format": "csv", "data": base64.b64encode(rows).decode()}
        await api.do("POST", "/v1/contacts/import", body, status=202)
        api.step(60)
        found = await api.data("/v1/contacts", search="baru.sekali@gmail.example")
        assert [each["email"] for each in found] == ["baru.sekali@gmail.example"]


async def test_an_erased_address_is_gone() -> None:
    async with platform() as api:
        email = await somebody(api)
        assert await api.data("/v1/contacts", search=email)
        await api.do("POST", "/v1/data-erasure/jobs", {"email": email}, status=202)
        api.step(3600)
        assert not await api.data("/v1/contacts", search=email)


async def test_a_suppressed_address_gets_no_marketing_mail() -> None:
    async with platform() as api:
        world, email = api.sandbox.world, "nobody.else@gmail.example"
        await api.do("POST", "/v1/suppression", {"emails": [email]}, status=201)
        source = next(each for each in world.running if each.origin.profile == "marketing")
        world.traffic.accept(source, email, "Gmail", world.now)
        api.step(300)
        api.sandbox.catch_up()
        told = world.connection.execute(
            "SELECT e.type FROM events e JOIN messages m ON m.id = e.message_id WHERE m.email = ?", (email,)
        ).fetchall()
        assert "delivered" not in {kind for (kind,) in told}
        states = world.connection.execute("SELECT state FROM messages WHERE email = ?", (email,)).fetchall()
        assert [state for (state,) in states] == ["failed"]
