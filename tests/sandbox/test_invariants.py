"""Whatever an operator does and whenever: all figures agree with the messages and with each other."""

from __future__ import annotations

from collections import Counter
from typing import Any

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mttui.sandbox import Sandbox
from mttui.sandbox.engine.egress import Egress
from mttui.sandbox.engine.founding import WARM_UP
from mttui.sandbox.engine.records import Source
from mttui.sandbox.scenarios.bounce_spike import CAMPAIGN_ID

from .helpers import START, Api, platform, sandbox

SINCE = int(START.timestamp()) - WARM_UP
"""When messages begin; what is older are sums without messages."""
INJECTED = ("processing", "delayed", "delivered", "bounced")

STEPS = st.integers(1, 150).map(lambda seconds: ("step", seconds))
ACTIONS = st.sampled_from(
    [
        ("POST", f"/v1/campaigns/{CAMPAIGN_ID}/cancel"),
        ("POST", f"/v1/campaigns/{CAMPAIGN_ID}/send"),
        ("POST", "/v1/campaigns/663f1a2b4c5d6e7f8a9b0c1d/send"),
        ("DELETE", "/v1/sending-queues/scheduled"),
        ("POST", "/v1/velocity/events/evt_002/resolve"),
        ("POST", "/v1/velocity/events/evt_002/dismiss"),
        ("DELETE", "/v1/smtp-credentials/1"),
        ("DELETE", "/v1/ip-access/3"),
        ("DELETE", "/v1/ip-access/2"),
        ("POST", "/v1/batches/bat_001/send"),
        ("DELETE", "/v1/batches/bat_001"),
        ("POST", "/v1/single-sends/ss_001/unschedule"),
        ("DELETE", "/v1/scheduled-messages/msg_010"),
        ("RESEND", "msg_001"),
        ("BATCH", ""),
        ("GET", "/v1/nowhere"),
    ]
)


def since_start(opened: Sandbox, source: Source) -> Counter[str]:
    """Return a source's counts without the days before the messages begin."""
    rows = opened.world.connection.execute(
        "SELECT measure, sum(n) FROM tallies WHERE dimension = 'source' AND key = ? AND bucket < ?"
        " GROUP BY measure",
        (source.key, SINCE),
    )
    old = Counter(dict(rows.fetchall()))
    old["accepted"] = old["sent"]
    counts = Counter(source.totals)
    counts.subtract(old)
    return counts


def states(opened: Sandbox, source: Source) -> Counter[str]:
    rows = opened.world.connection.execute(
        "SELECT state, count(*) FROM messages WHERE source_id = ? GROUP BY state", (source.id,)
    )
    return Counter(dict(rows.fetchall()))


def check_source(opened: Sandbox, source: Source) -> None:
    counts, by_state = since_start(opened, source), states(opened, source)
    assert counts["sent"] == sum(by_state[state] for state in INJECTED)
    for name in ("delivered", "bounced", "delayed"):
        assert counts[name] == by_state[name], (source.ref, name)
    pending = counts["accepted"] - counts["sent"] - counts["failed"] - counts["cancelled"]
    assert pending == by_state["pending"] == source.pending
    assert counts["accepted"] == by_state.total()
    assert source.totals["failed"] == by_state["failed"]


def check_events(opened: Sandbox) -> None:
    run = opened.world.connection.execute
    events = Counter(dict(run("SELECT type, count(*) FROM events GROUP BY type").fetchall()))
    tallied = Counter(
        dict(
            run(
                "SELECT measure, sum(n) FROM tallies WHERE dimension = 'source' AND bucket >= ?"
                " GROUP BY measure",
                (SINCE,),
            ).fetchall()
        )
    )
    for name in ("sent", "delivered", "bounced", "opened", "clicked", "complained", "unsubscribed"):
        assert events[name] == tallied[name], name
    (bounces,) = run("SELECT count(*) FROM bounces").fetchone()
    assert bounces == events["bounced"]
    for dimension in ("ip", "provider"):
        sums = run(
            "SELECT measure, sum(n) FROM tallies WHERE dimension = ? AND bucket >= ? GROUP BY measure",
            (dimension, SINCE),
        )
        assert Counter(dict(sums.fetchall())) == tallied


async def check_answers(api: Api) -> None:
    """Compare what the API answers in one place with what it answers in others."""
    api.sandbox.catch_up()
    run = api.sandbox.world.connection.execute
    queues = await api.data("/v1/sending-queues")
    for name, queue in queues.items():
        for state, n in queue.items():
            (rows,) = run(
                "SELECT count(*) FROM messages WHERE queue = ? AND state = ?", (name, state)
            ).fetchone()
            assert rows == n, (name, state)
    sums: Counter[str] = Counter()
    for campaign in await api.data("/v1/campaigns", perPage=100):
        figures = await api.data(f"/v1/campaigns/{campaign['_id']}/analytics")
        events = await api.get("/v1/events", event="bounced", campaignId=campaign["_id"], perPage=1)
        bounces = await api.get("/v1/bounces", campaignId=campaign["_id"], perPage=1)
        assert figures["bounceCount"] == events["meta"]["total"] == bounces["meta"]["total"]
        assert figures["sentCount"] == campaign["sentCount"]
        sums["bounced"] += figures["bounceCount"]
    (stats,) = await api.data("/v1/stats")
    assert stats["sent"] == sum(stats[n] for n in ("delivered", "bounced", "delayed", "queued"))
    for path in ("sending-ip", "template", "subaccount"):
        rows = await api.data(f"/v1/metrics/{path}")
        assert sum(row["count"] for row in rows) == stats["sent"], path
        assert sum(row["bounced"] for row in rows) == stats["bounced"], path
    for path in ("bounce-reasons", "bounce-classifications"):
        rows = await api.data(f"/v1/metrics/{path}")
        assert sum(row["count"] for row in rows) == stats["bounced"], path
    categories = await api.data("/v1/stats/categories")
    assert sum(row["delivered"] for row in categories) == stats["delivered"]


def check_window(opened: Sandbox) -> None:
    """Compare the rules' window with the messages."""
    world = opened.world
    start = world.now - world.now % 10 - 300
    rows = world.connection.execute(
        "SELECT state, count(*) FROM messages WHERE injected_at >= ? GROUP BY state", (start,)
    )
    by_state = Counter(dict(rows.fetchall()))
    window = world.ledger.window
    assert window.count("sent") == sum(by_state[state] for state in INJECTED)
    assert window.count("bounced") == by_state["bounced"]


def check(opened: Sandbox) -> None:
    with opened.world.transaction():
        pass
    for source in opened.world.sources.values():
        check_source(opened, source)
    check_events(opened)


async def act(api: Api, action: tuple[str, Any]) -> httpx.Response | None:
    method, what = action
    if method == "step":
        api.step(what)
        return None
    if method == "RESEND":
        return await api.ask("POST", "/v1/sending-queues/resend", json={"messageId": what})
    if method == "BATCH":
        message = {
            "to": [{"email": "a@gmail.example"}, {"email": "b@cendana-tekstil.example"}],
            "from": {"email": "x@mail.lapak.example"},
            "subject": "Hi",
        }
        made = await api.do("POST", "/v1/batches", {"messages": [message]}, status=201)
        return await api.ask("POST", f"/v1/batches/{made['data']['_id']}/send")
    return await api.ask(method, what)


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(actions=st.lists(st.one_of(STEPS, ACTIONS), min_size=3, max_size=14), seed=st.integers(0, 999))
async def test_every_figure_agrees_whatever_is_done(actions: list[tuple[str, Any]], seed: int) -> None:
    async with platform("bounce-spike", seed=seed) as api:
        for action in actions:
            answer = await act(api, action)
            assert answer is None or answer.status_code < 500
            check(api.sandbox)
        await check_answers(api)
        check(api.sandbox)
        api.sandbox.world.ledger.window.move_to(api.sandbox.world.now)
        check_window(api.sandbox)


@settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(scenario=st.sampled_from(["calm", "leaked-key", "brownout"]), seconds=st.integers(1, 900))
def test_every_figure_agrees_when_nobody_acts(scenario: str, seconds: int) -> None:
    with sandbox(scenario, seed=5) as opened:
        before = Egress()
        opened.clock.step(seconds)
        opened.catch_up()
        check(opened)
        after = opened.world.egress
        handled = after.delivered + after.failed + after.pending - before.delivered - before.failed
        assert handled == opened.world.ledger.events_noted


async def test_every_answer_is_in_the_api_log() -> None:
    async with platform() as api:
        log = "SELECT count(*) FROM api_logs WHERE request_id IS NOT NULL"
        paths = [
            "/v1/quotas",
            "/v1/nowhere",
            "/v1/campaigns/none",
            "/v1/events?page=0",
            "/v1/velocity/rules/",
        ]
        for place, path in enumerate(paths, start=1):
            await api.ask("GET", path)
            assert api.sandbox.world.connection.execute(log).fetchone() == (place,)
        await api.ask("POST", "/v1/alerts", content=b"{", headers={"content-type": "application/json"})
        await api.ask("GET", "/v1/quotas", headers={"Authorization": "Bearer wrong"})
        rows = await api.data("/v1/api-logs", perPage=7)
        own = [(row["path"], row["statusCode"]) for row in rows if row["requestId"]]
        assert own == [
            ("/v1/quotas", 401), ("/v1/alerts", 400), ("/v1/velocity/rules/", 200),
            ("/v1/events", 422), ("/v1/campaigns/none", 404), ("/v1/nowhere", 404),
            ("/v1/quotas", 200),
        ]  # fmt: skip


async def test_the_same_seed_and_requests_make_the_same_run() -> None:
    async def play() -> list[Any]:
        async with platform("bounce-spike", seed=4) as api:
            seen = []
            for _ in range(4):
                api.step(70)
                seen += [await api.data("/v1/events", perPage=50), await api.data("/v1/sending-queues")]
            await api.do("POST", f"/v1/campaigns/{CAMPAIGN_ID}/cancel")
            api.step(100)
            return [*seen, await api.data("/v1/stats"), await api.data("/v1/campaigns")]

    assert await play() == await play()


async def test_how_time_is_cut_up_makes_no_difference() -> None:
    async with platform("bounce-spike") as coarse, platform("bounce-spike") as fine:
        coarse.step(300)
        for _ in range(300):
            fine.step(1)
            fine.sandbox.catch_up()
        paths = ("/v1/events", "/v1/velocity/events", "/v1/stats", "/v1/webhooks/egress-stats")
        for path in paths:
            assert await coarse.get(path) == await fine.get(path)
