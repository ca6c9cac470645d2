"""The stories, as an operator meets them: what fires, what helps, and what does not."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from mttui.sandbox import SCENARIOS
from mttui.sandbox.company import STRANGER_IP
from mttui.sandbox.scenarios.bounce_spike import CAMPAIGN_ID, LIST_FILE
from mttui.sandbox.scenarios.leaked_key import CREDENTIAL_ID

from .helpers import Api, platform, sandbox

THRESHOLD = 5.0
WINDOW = 300


@pytest.mark.parametrize("seed", [1, 2])
def test_calm_never_fires(seed: int) -> None:
    with sandbox("calm", seed=seed) as opened:
        for _ in range(18):
            opened.clock.step(600)
            opened.catch_up()
            assert opened.world.velocity.status == "active"
            assert 300 <= opened.world.ledger.window.count("sent") <= 700
        assert opened.world.velocity.page(0, 10)[1] == 1


def test_calm_is_healthy() -> None:
    with sandbox("calm") as opened:
        opened.clock.step(3600)
        opened.catch_up()
        sums: Counter[str] = Counter()
        for source in opened.world.sources.values():
            sums += source.totals
        assert 0.5 <= 100 * sums["bounced"] / sums["sent"] <= 1.2
        assert 100 * sums["complained"] / sums["sent"] < 0.05


@pytest.mark.parametrize("scenario", sorted(SCENARIOS))
def test_every_story_begins_with_a_calm_minute(scenario: str) -> None:
    with sandbox(scenario) as opened:
        opened.clock.step(59)
        opened.catch_up()
        world = opened.world
        assert world.scenario.phase(world.elapsed) == "calm"
        assert world.velocity.status == "active"
        bounced, sent = world.ledger.window.count("bounced"), world.ledger.window.count("sent")
        assert 100 * bounced / sent < 2


@pytest.mark.parametrize("seed", [1, 7, 11])
async def test_the_bad_campaign_fires_the_rule_and_pauses_sending(seed: int) -> None:
    async with platform("bounce-spike", seed=seed) as api:
        event = await api.until_fired()
        assert 60 < api.sandbox.world.elapsed <= 180
        assert event["ruleId"] == "rule_001"
        assert event["metricValue"] > THRESHOLD
        status = await api.data("/v1/velocity/status")
        assert status["sendingStatus"] == "paused"
        assert status["activeEvents"] == 1


async def test_the_window_agrees_with_the_rule() -> None:
    async with platform("bounce-spike") as api:
        event = await api.until_fired()
        assert await api.bounce_rate() == pytest.approx(event["metricValue"], abs=0.01)


async def test_the_queue_backs_up_and_reputation_sinks_while_paused() -> None:
    async with platform("bounce-spike") as api:
        before = (await api.data("/v1/reputation/score"))["score"]
        await api.until_fired()
        depths = []
        for _ in range(6):
            api.step(60)
            depths.append((await api.data("/v1/sending-queues"))["regular"]["pending"])
        assert depths == sorted(depths)
        assert depths[-1] > 500
        assert (await api.data("/v1/reputation/score"))["score"] < before
        flow = await api.flow()
        assert flow["sent"] >= 100


async def test_nobody_acts_and_nothing_gets_better() -> None:
    async with platform("bounce-spike") as api:
        await api.until_fired()
        for _ in range(20):
            api.step(60)
            assert await api.bounce_rate() > THRESHOLD
        assert len(await api.active_events()) == 1


async def test_cancelling_the_campaign_lets_the_rate_fall() -> None:
    async with platform("bounce-spike") as api:
        event = await api.until_fired()
        api.step(120)
        before = await api.data(f"/v1/campaigns/{CAMPAIGN_ID}/analytics")
        assert before["pendingCount"] > 0
        answer = await api.do("POST", f"/v1/campaigns/{CAMPAIGN_ID}/cancel")
        assert answer["data"]["stage"] == "DRAFT"
        after = await api.data(f"/v1/campaigns/{CAMPAIGN_ID}/analytics")
        assert after["pendingCount"] == 0
        assert after["cancelledCount"] == before["pendingCount"]
        api.step(WINDOW + 20)
        assert await api.bounce_rate() < THRESHOLD
        await api.do("POST", f"/v1/velocity/events/{event['_id']}/resolve")
        assert await api.statuses(900) == {"active"}
        assert (await api.data("/v1/sending-queues"))["regular"]["pending"] < 50
        assert after["sentCount"] == (await api.data(f"/v1/campaigns/{CAMPAIGN_ID}"))["sentCount"]


async def test_cancelling_another_campaign_does_not_help() -> None:
    async with platform("bounce-spike") as api:
        await api.until_fired()
        campaigns = await api.data("/v1/campaigns", perPage=100)
        others = [c["_id"] for c in campaigns if c["stage"] == "SENDING" and c["_id"] != CAMPAIGN_ID]
        assert others
        for other in others:
            await api.do("POST", f"/v1/campaigns/{other}/cancel")
        api.step(WINDOW + 60)
        assert await api.bounce_rate() > THRESHOLD


async def test_resolving_before_the_cause_is_gone_fires_again() -> None:
    async with platform("bounce-spike") as api:
        event = await api.until_fired()
        await api.do("POST", f"/v1/velocity/events/{event['_id']}/resolve")
        api.step(10)
        again = (await api.active_events())[0]
        assert again["_id"] != event["_id"]
        assert (await api.data("/v1/velocity/status"))["sendingStatus"] == "paused"


async def test_dismissing_only_buys_the_cooldown() -> None:
    async with platform("bounce-spike") as api:
        event = await api.until_fired()
        await api.do("POST", f"/v1/velocity/events/{event['_id']}/dismiss")
        assert await api.statuses(29 * 60) == {"active"}
        assert await api.bounce_rate() > THRESHOLD
        api.step(120)
        assert [e["ruleId"] for e in await api.active_events()] == ["rule_001"]


async def test_the_audit_log_shows_who_imported_the_list() -> None:
    async with platform("bounce-spike") as api:
        rows = await api.data("/v1/audit-logs", action="import")
        assert rows[0]["details"]["file"] == LIST_FILE
        schedules = await api.data("/v1/audit-logs", action="schedule")
        culprit = next(row for row in schedules if row["resourceId"] == CAMPAIGN_ID)
        assert culprit["userEmail"] == rows[0]["userEmail"]
        assert rows[0]["timestamp"] < culprit["timestamp"]


def by_source(events: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    names = ("campaignId", "batchId", "singleSendId", "automationId", "smtpCredentialId", "apiKeyId")
    return Counter(next((name, str(event[name])) for name in names if name in event) for event in events)


@pytest.mark.parametrize(
    ("scenario", "culprit"),
    [
        ("bounce-spike", ("campaignId", CAMPAIGN_ID)),
        ("leaked-key", ("smtpCredentialId", CREDENTIAL_ID)),
    ],
)
async def test_the_events_accuse_the_right_source(scenario: str, culprit: tuple[str, str]) -> None:
    async with platform(scenario) as api:
        await api.until_fired()
        bounced = await api.data("/v1/events", event="bounced", perPage=100)
        (worst, n), *_ = by_source(bounced).most_common(1)
        assert worst == culprit
        assert n > len(bounced) / 2
        delivered = await api.data("/v1/events", event="delivered", perPage=100)
        assert by_source(delivered)[culprit] / len(delivered) < n / len(bounced)


async def test_the_leaked_key_shows_in_the_logs() -> None:
    async with platform("leaked-key") as api:
        api.step(45)
        old = await api.data("/v1/api-logs", perPage=100)
        assert STRANGER_IP in {row["ipAddress"] for row in old}
        await api.until_fired()
        made = await api.data("/v1/api-logs", method="POST", statusCode=201)
        assert [(r["path"], r["ipAddress"]) for r in made] == [("/v1/smtp-credentials", STRANGER_IP)]
        logins = await api.data("/v1/audit-logs", action="login")
        assert (logins[0]["ipAddress"], logins[0]["resource"]) == (STRANGER_IP, "smtp_credential")
        bounced = await api.data("/v1/events", event="bounced", perPage=100)
        assert {e["ipAddress"] for e in bounced if e.get("smtpCredentialId") == 4} == {STRANGER_IP}
        assert {10, 51} <= {e["bounceClass"] for e in bounced}


async def calm_again(api: Api) -> None:
    api.step(WINDOW + 20)
    assert await api.bounce_rate() < THRESHOLD
    for event in await api.active_events():
        await api.do("POST", f"/v1/velocity/events/{event['_id']}/resolve")
    assert await api.statuses(900) == {"active"}


async def test_deleting_the_credential_ends_the_spam_run() -> None:
    async with platform("leaked-key") as api:
        await api.until_fired()
        api.step(60)
        await api.do("DELETE", f"/v1/smtp-credentials/{CREDENTIAL_ID}")
        source = api.sandbox.world.source_of("smtp", CREDENTIAL_ID)
        assert source is not None
        assert source.pending == 0
        assert source.totals["cancelled"] > 0
        await calm_again(api)


async def test_closing_the_address_hole_ends_the_spam_run() -> None:
    async with platform("leaked-key") as api:
        await api.until_fired()
        hole = next(e for e in await api.data("/v1/ip-access") if e["ip"] == "0.0.0.0/0")
        await api.do("DELETE", f"/v1/ip-access/{hole['id']}")
        source = api.sandbox.world.source_of("smtp", CREDENTIAL_ID)
        assert source is not None
        accepted = source.totals["accepted"]
        api.step(60)
        refused = await api.data("/v1/api-logs", statusCode=403)
        assert {row["ipAddress"] for row in refused} == {STRANGER_IP}
        assert source.totals["accepted"] == accepted


async def test_the_leaked_key_goes_on_when_nobody_acts() -> None:
    async with platform("leaked-key") as api:
        await api.until_fired()
        for _ in range(15):
            api.step(60)
            assert await api.bounce_rate() > THRESHOLD


async def test_resolving_the_leaked_key_too_early_fires_again() -> None:
    async with platform("leaked-key") as api:
        await api.until_fired()
        api.step(60)
        fired = {event["_id"] for event in await api.active_events()}
        for event_id in fired:
            await api.do("POST", f"/v1/velocity/events/{event_id}/resolve")
        api.step(20)
        again = {event["_id"] for event in await api.active_events()}
        assert again
        assert not again & fired


async def test_a_brownout_spoils_answers_and_not_sending() -> None:
    async with platform("brownout") as api:
        api.step(120)
        world = api.sandbox.world
        api.sandbox.catch_up()
        assert world.scenario.phase(world.elapsed) == "brownout"
        weather = world.scenario.weather(world.elapsed)
        assert weather.server_error > 0.1
        assert world.egress.pending > 100
        assert world.velocity.status == "active"
        api.step(600)
        api.sandbox.catch_up()
        assert world.scenario.phase(world.elapsed) == "recovered"
        assert world.egress.pending < 10
        statuses = Counter(row["statusCode"] for row in await api.data("/v1/api-logs", statusCode=503))
        assert statuses[503] > 0
