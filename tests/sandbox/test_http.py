"""How the sandbox behaves as an HTTP service, whatever the operation."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from email.utils import parsedate_to_datetime

import httpx
import pytest

from mttui.api.catalogue import operations
from mttui.sandbox import Fault, Sandbox, SandboxOptions, create_app
from mttui.sandbox.handlers import HANDLERS, load
from mttui.sandbox.web.keys import scope_of
from mttui.sandbox.web.reply import Refusal
from mttui.sandbox.web.routing import Router

from .helpers import START, Watch, platform

JSON = {"content-type": "application/json"}


def test_every_operation_has_a_handler_and_no_other() -> None:
    load()
    assert set(HANDLERS) == set(operations())


def test_every_operation_is_found_by_its_path() -> None:
    router = Router(operations().values())
    for operation in operations().values():
        path = operation.path
        for variable in operation.path_variables:
            path = path.replace(f"{{{variable}}}", f"some-{variable}")
        match = router.match(operation.method, path)
        assert match.operation_id == operation.id
        assert match.values == {v: f"some-{v}" for v in operation.path_variables}


def test_fixed_segments_come_before_parameters() -> None:
    router = Router(operations().values())
    assert router.match("GET", "/v1/single-sends/search").operation_id == "single_sends.search"
    assert router.match("GET", "/v1/single-sends/searched").operation_id == "single_sends.get"
    assert router.match("DELETE", "/v1/single-sends/bulk").operation_id == "single_sends.bulk_delete"


def test_path_values_are_unescaped() -> None:
    match = Router(operations().values()).match("GET", "/v1/reputation/domains/a%2Fb%20c")
    assert match.values == {"domain": "a/b c"}


def test_a_wrong_method_says_which_are_right() -> None:
    with pytest.raises(Refusal) as refused:
        Router(operations().values()).match("PATCH", "/v1/velocity/rules/rule_001")
    assert refused.value.status == 405
    assert refused.value.headers == {"Allow": "DELETE, GET, PUT"}


async def test_a_slash_at_the_end_makes_no_difference() -> None:
    async with platform() as api:
        assert await api.get("/v1/velocity/rules/") == await api.get("/v1/velocity/rules")


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer sandbox-key-none", "Basic abc"])
async def test_a_wrong_key_is_refused(header: str) -> None:
    async with platform() as api:
        answer = await api.ask("GET", "/v1/quotas", headers={"Authorization": header})
        assert answer.status_code == 401
        assert answer.json()["error"] == "UNAUTHORIZED"


async def test_a_key_without_the_scope_is_told_which() -> None:
    async with platform() as api:
        key = api.sandbox.add_key({"stats.read", "campaigns.read"})
        headers = {"Authorization": f"Bearer {key}"}
        assert (await api.ask("GET", "/v1/stats", headers=headers)).status_code == 200
        assert (await api.ask("GET", "/v1/campaigns", headers=headers)).status_code == 200
        refused = await api.ask("POST", "/v1/campaigns", headers=headers, json={})
        assert refused.status_code == 403
        assert refused.json() == {
            "message": "this API key lacks the scope campaigns.write",
            "error": "forbidden",
        }


def test_every_operation_asks_for_a_scope_of_its_family() -> None:
    scopes = Counter(scope_of(op.id, op.method) for op in operations().values())
    assert set(scopes) <= {
        "campaigns.read", "campaigns.write", "stats.read", "webhooks.read", "webhooks.write",
        "settings.read", "settings.write", "contacts.read", "contacts.write",
    }  # fmt: skip
    assert scope_of("campaigns.analytics.get", "GET") == "stats.read"
    assert scope_of("velocity.events.resolve", "POST") == "settings.write"


async def test_an_address_off_the_access_list_is_refused() -> None:
    async with platform() as api:
        stranger = {"X-Forwarded-For": "198.51.100.99"}
        assert (await api.ask("GET", "/v1/quotas", headers=stranger)).status_code == 200
        await api.do("DELETE", "/v1/ip-access/3")
        refused = await api.ask("GET", "/v1/quotas", headers=stranger)
        assert (refused.status_code, refused.json()["error"]) == (403, "IP_NOT_ALLOWED")
        assert (await api.ask("GET", "/v1/quotas")).status_code == 200


async def test_an_unknown_path_is_not_found() -> None:
    async with platform() as api:
        answer = await api.ask("GET", "/v1/nothing/here")
        assert (answer.status_code, answer.json()["error"]) == (404, "NOT_FOUND")


async def test_a_body_must_be_json() -> None:
    async with platform() as api:
        form = await api.ask("POST", "/v1/alerts", data={"type": "bounce_rate"})
        assert form.status_code == 415
        broken = await api.ask("POST", "/v1/alerts", content=b"{nope", headers=JSON)
        assert (broken.status_code, broken.json()["error"]) == (400, "MALFORMED_JSON")
        listed = await api.ask("POST", "/v1/alerts", content=b"[1]", headers=JSON)
        assert (listed.status_code, listed.json()["error"]) == (422, "INVALID_BODY")


async def test_answers_carry_an_id_and_the_simulated_time() -> None:
    async with platform() as api:
        api.step(3600)
        first, second = await api.ask("GET", "/v1/quotas"), await api.ask("GET", "/v1/quotas")
        assert first.headers["x-request-id"] != second.headers["x-request-id"]
        told = parsedate_to_datetime(first.headers["date"])
        assert (told - START).total_seconds() == 3600


async def test_pages_are_counted_from_one_and_capped() -> None:
    async with platform() as api:
        page = await api.get("/v1/events")
        assert page["meta"]["perPage"] == 20 == len(page["data"])
        assert (await api.get("/v1/events", perPage=5000))["meta"]["perPage"] == 100
        total = page["meta"]["total"]
        beyond = await api.get("/v1/events", page=total)
        assert (beyond["data"], beyond["meta"]["total"]) == ([], total)
        first = await api.data("/v1/events", page=1, perPage=10)
        second = await api.data("/v1/events", page=2, perPage=10)
        assert [e["_id"] for e in first + second] == [e["_id"] for e in page["data"]]
        for wrong in ("0", "-1", "x", "1.5"):
            assert (await api.ask("GET", f"/v1/events?page={wrong}")).status_code == 422


async def test_dates_and_instants_bound_a_range() -> None:
    async with platform() as api:
        today = await api.data("/v1/stats", dateFrom="2026-04-10", dateTo="2026-04-10")
        whole = await api.data("/v1/stats", dateFrom="2026-04-10T00:00:00Z", dateTo="2026-04-11T00:00:00Z")
        zoned = await api.data(
            "/v1/stats", dateFrom="2026-04-10T07:00:00+07:00", dateTo="2026-04-11T07:00:00+07:00"
        )
        assert today == whole == zoned
        for query in ("dateFrom=yesterday", "dateFrom=2026-04-12&dateTo=2026-04-10"):
            assert (await api.ask("GET", f"/v1/stats?{query}")).status_code == 422


async def test_an_idempotency_key_is_done_once() -> None:
    async with platform() as api:
        body, headers = {"ip": "203.0.113.99"}, {"Idempotency-Key": "abc"}
        first = await api.ask("POST", "/v1/ip-access", json=body, headers=headers)
        again = await api.ask("POST", "/v1/ip-access", json=body, headers=headers)
        assert first.status_code == again.status_code == 201
        assert first.json() == again.json()
        assert again.headers["idempotent-replayed"] == "true"
        other = await api.ask("POST", "/v1/ip-access", json={"ip": "203.0.113.98"}, headers=headers)
        assert (other.status_code, other.json()["error"]) == (409, "IDEMPOTENCY_KEY_REUSED")
        assert len(await api.data("/v1/ip-access")) == 4


async def test_a_refused_request_leaves_its_idempotency_key_free() -> None:
    async with platform() as api:
        api.sandbox.faults.set("ip_access.create", Fault(status=503, times=1))
        body, headers = {"ip": "203.0.113.99"}, {"Idempotency-Key": "abc"}
        assert (await api.ask("POST", "/v1/ip-access", json=body, headers=headers)).status_code == 503
        assert (await api.ask("POST", "/v1/ip-access", json=body, headers=headers)).status_code == 201


async def test_the_rate_limit_is_enforced_by_the_real_minute() -> None:
    watch = Watch()
    async with platform(rate_limit=5, clock=watch) as api:
        for _ in range(5):
            assert (await api.ask("GET", "/v1/quotas")).status_code == 200
        refused = await api.ask("GET", "/v1/quotas")
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "60")
        watch.seconds += 59
        assert (await api.ask("GET", "/v1/quotas")).headers["retry-after"] == "1"
        watch.seconds += 1
        assert (await api.ask("GET", "/v1/quotas")).status_code == 200


async def test_the_quota_shows_what_is_left_of_the_rate_limit() -> None:
    async with platform(rate_limit=10, clock=Watch()) as api:
        await api.get("/v1/campaigns")
        quota = await api.data("/v1/quotas")
        assert (quota["rateLimit"], quota["rateLimitRemaining"]) == (10, 8)


async def test_the_error_rate_is_kept_and_repeats() -> None:
    async def play() -> list[int]:
        async with platform(error_rate=0.3) as api:
            return [(await api.ask("GET", "/v1/velocity/status")).status_code for _ in range(150)]

    statuses = await play()
    assert statuses == await play()
    counts = Counter(statuses)
    assert set(counts) == {200, 500, 503}
    assert counts[200] / 150 == pytest.approx(0.7, abs=0.1)


async def test_a_status_fault_does_nothing_but_refuse() -> None:
    async with platform() as api:
        api.sandbox.faults.set("ip_access.delete", Fault(status=503, retry_after=7))
        answer = await api.ask("DELETE", "/v1/ip-access/3")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "7")
        assert len(await api.data("/v1/ip-access")) == 3
        api.sandbox.faults.clear()
        await api.do("DELETE", "/v1/ip-access/3")


async def test_a_fault_lasts_as_often_as_it_says() -> None:
    async with platform() as api:
        api.sandbox.faults.set("quotas.get", Fault(status=500, times=2))
        statuses = [(await api.ask("GET", "/v1/quotas")).status_code for _ in range(3)]
        assert statuses == [500, 500, 200]
        assert len(api.sandbox.faults) == 0


async def test_a_fault_for_all_spares_what_has_its_own() -> None:
    async with platform() as api:
        api.sandbox.faults.set("*", Fault(status=500))
        api.sandbox.faults.set("quotas.get", Fault(status=502))
        assert (await api.ask("GET", "/v1/quotas")).status_code == 502
        assert (await api.ask("GET", "/v1/campaigns")).status_code == 500


async def test_answers_can_be_spoiled() -> None:
    async with platform() as api:
        faults = api.sandbox.faults
        faults.set("quotas.get", Fault(malformed_json=True, times=1))
        malformed = await api.ask("GET", "/v1/quotas")
        assert malformed.headers["content-type"] == "application/json"
        with pytest.raises(json.JSONDecodeError):
            malformed.json()
        faults.set("quotas.get", Fault(html=True, status=502, times=1))
        html = await api.ask("GET", "/v1/quotas")
        assert (html.status_code, html.headers["content-type"]) == (502, "text/html")
        faults.set("quotas.get", Fault(cut=True, times=1))
        cut = await api.ask("GET", "/v1/quotas")
        assert 0 < len(cut.content) < int(cut.headers["content-length"])


async def test_a_hang_ends_when_the_faults_are_cleared() -> None:
    async with platform() as api:
        api.sandbox.faults.set("quotas.get", Fault(hang=True))
        asked = asyncio.ensure_future(api.ask("GET", "/v1/quotas"))
        assert (await api.ask("GET", "/v1/campaigns")).status_code == 200
        assert not asked.done()
        api.sandbox.faults.clear()
        assert (await asked).status_code == 200


async def test_latency_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = []
    turn = asyncio.sleep

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        await turn(0)

    async with platform(latency_ms=200) as api:
        api.sandbox.faults.set("quotas.get", Fault(latency_ms=50))
        monkeypatch.setattr("mttui.sandbox.web.app.asyncio.sleep", sleep)
        await api.ask("GET", "/v1/quotas")
    assert [wait for wait in waits if wait] == [0.25]


async def test_a_storm_spoils_its_part_of_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    turn = asyncio.sleep
    monkeypatch.setattr("mttui.sandbox.web.app.asyncio.sleep", lambda _seconds: turn(0))
    async with platform("brownout") as api:
        api.step(70)
        kinds: Counter[str] = Counter()
        for _ in range(200):
            answer = await api.ask("GET", "/v1/quotas")
            whole = len(answer.content) == int(answer.headers["content-length"])
            kinds[str(answer.status_code) if whole else "cut"] += 1
            if answer.status_code == 429:
                assert answer.headers["retry-after"] == "2"
        assert {"200", "429", "502", "503", "cut"} == set(kinds)
        assert 100 < kinds["200"] < 180


async def test_a_long_catch_up_lets_others_have_their_turn() -> None:
    async with platform() as api:
        api.step(3600)
        asked = asyncio.ensure_future(api.ask("GET", "/v1/quotas"))
        turns = 0
        while not asked.done():
            await asyncio.sleep(0)
            turns += 1
        assert (await asked).status_code == 200
        assert turns > 20


async def test_requests_side_by_side_see_one_world() -> None:
    async with platform("bounce-spike") as api:
        api.step(1200)
        answers = await asyncio.gather(*(api.data("/v1/velocity/status") for _ in range(5)))
        assert all(answer == answers[0] for answer in answers)


async def test_the_controls_step_time_and_set_faults() -> None:
    async with platform("bounce-spike") as api:
        state = (await api.do("GET", "/_sandbox/state"))["data"]
        assert (state["scenario"], state["phase"], state["elapsed"]) == ("bounce-spike", "calm", 0)
        state = (await api.do("POST", "/_sandbox/step", {"seconds": 90}))["data"]
        assert (state["phase"], state["elapsed"]) == ("incident", 90)
        await api.do("POST", "/_sandbox/faults", {"quotas.get": {"status": 500}})
        assert (await api.ask("GET", "/v1/quotas")).status_code == 500
        await api.do("DELETE", "/_sandbox/faults")
        assert (await api.ask("GET", "/v1/quotas")).status_code == 200


@pytest.mark.parametrize(
    ("method", "name", "body", "status"),
    [
        ("POST", "step", {"seconds": -1}, 422),
        ("POST", "step", {"seconds": "1"}, 422),
        ("POST", "faults", {"quotas.get": {"typo": 1}}, 422),
        ("POST", "faults", {"quotas.get": 1}, 422),
        ("GET", "nothing", None, 404),
    ],
)
async def test_the_controls_refuse_nonsense(method: str, name: str, body: object, status: int) -> None:
    async with platform() as api:
        await api.do(method, f"/_sandbox/{name}", body, status=status)


async def test_the_controls_are_for_this_machine_only() -> None:
    async with platform() as api:
        transport = httpx.ASGITransport(app=create_app(api.sandbox), client=("203.0.113.7", 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as far:
            assert (await far.get("/_sandbox/state")).status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [
        {"error_rate": 1.5},
        {"time_scale": -1.0},
        {"latency_ms": -1.0},
        {"rate_limit": 0},
        {"contacts": 0},
        {"start": START.replace(tzinfo=None)},
    ],
)
def test_options_out_of_range_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        SandboxOptions(**wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_an_unknown_scenario_names_the_known() -> None:
    with pytest.raises(KeyError, match="bounce-spike"):
        Sandbox(SandboxOptions(scenario="storm"))
