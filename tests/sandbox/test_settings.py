"""Rules, alerts, credentials, addresses, egress, and what the figures and logs say."""

from __future__ import annotations

from typing import Any

import pytest

from .helpers import platform
from .test_mailings import refused


async def test_velocity_rules_are_made_changed_and_deleted() -> None:
    async with platform() as api:
        body = {
            "name": "Mine", "metric": "bounce_rate", "threshold": 2.5, "action": "throttle",
            "cooldownMinutes": 10, "active": True,
        }  # fmt: skip
        made = (await api.do("POST", "/v1/velocity/rules", body, status=201))["data"]
        assert made.items() >= body.items()
        assert (await api.data("/v1/velocity/status"))["activeRules"] == 4
        path = f"/v1/velocity/rules/{made['_id']}"
        changed = (await api.do("PUT", path, {"threshold": 3.0, "active": False}))["data"]
        assert (changed["threshold"], changed["name"], changed["active"]) == (3.0, "Mine", False)
        assert (await api.data("/v1/velocity/status"))["activeRules"] == 3
        assert await api.do("DELETE", path) == {"message": "Velocity rule deleted"}
        await refused(api, "GET", path, 404, "VELOCITY_RULE_NOT_FOUND")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"metric": "luck"}, "INVALID_METRIC"),
        ({"action": "explode"}, "INVALID_ACTION"),
        ({"threshold": "5"}, "INVALID_THRESHOLD"),
        ({"threshold": -1}, "INVALID_THRESHOLD"),
        ({"threshold": True}, "INVALID_THRESHOLD"),
        ({"cooldownMinutes": -5}, "INVALID_COOLDOWN_MINUTES"),
        ({"active": "yes"}, "INVALID_ACTIVE"),
        ({"name": ""}, "NAME_REQUIRED"),
    ],
)
async def test_a_wrong_rule_is_refused_and_changes_nothing(change: dict[str, Any], code: str) -> None:
    async with platform() as api:
        before = await api.data("/v1/velocity/rules/rule_001")
        await refused(api, "PUT", "/v1/velocity/rules/rule_001", 422, code, change)
        assert await api.data("/v1/velocity/rules/rule_001") == before


async def test_a_tuned_rule_judges_by_its_new_line() -> None:
    async with platform() as api:
        await api.do("PUT", "/v1/velocity/rules/rule_001", {"threshold": 0.1, "action": "throttle"})
        api.step(10)
        assert (await api.data("/v1/velocity/status"))["sendingStatus"] == "throttled"


async def test_deleting_a_rule_lets_go_what_it_holds() -> None:
    async with platform("bounce-spike") as api:
        await api.until_fired()
        await api.do("DELETE", "/v1/velocity/rules/rule_001")
        assert (await api.data("/v1/velocity/status"))["sendingStatus"] == "active"


async def test_closing_an_event_that_is_over_changes_nothing() -> None:
    async with platform() as api:
        before = await api.data("/v1/velocity/events")
        for verb in ("resolve", "dismiss"):
            await api.do("POST", f"/v1/velocity/events/evt_001/{verb}")
            await refused(api, "POST", f"/v1/velocity/events/evt_9/{verb}", 404, "VELOCITY_EVENT_NOT_FOUND")
        assert await api.data("/v1/velocity/events") == before


async def test_alerts_are_kept() -> None:
    async with platform() as api:
        body = {"type": "bounce_rate", "threshold": 5.0, "channel": "email"}
        made = (await api.do("POST", "/v1/alerts", body, status=201))["data"]
        path = f"/v1/alerts/{made['_id']}"
        changed = await api.do("PUT", path, {"threshold": 4})
        assert (changed["data"]["threshold"], changed["data"]["channel"]) == (4.0, "email")
        assert made["_id"] in [alert["_id"] for alert in await api.data("/v1/alerts")]
        await api.do("DELETE", path)
        await refused(api, "DELETE", path, 404, "ALERT_NOT_FOUND")
        await refused(api, "POST", "/v1/alerts", 422, "TYPE_REQUIRED", {"threshold": 1})


async def test_an_smtp_password_is_shown_once() -> None:
    async with platform() as api:
        made = (await api.do("POST", "/v1/smtp-credentials", {"name": "shop"}, status=201))["data"]
        assert len(made["password"]) > 20
        listed = {str(c["id"]): c for c in await api.data("/v1/smtp-credentials")}
        assert listed[str(made["id"])]["password"] == "********"
        assert made["password"] not in str(listed)
        await api.do("DELETE", f"/v1/smtp-credentials/{made['id']}")
        path = f"/v1/smtp-credentials/{made['id']}"
        await refused(api, "DELETE", path, 404, "SMTP_CREDENTIAL_NOT_FOUND")


async def test_a_deleted_credential_brings_in_nothing_more() -> None:
    async with platform() as api:
        source = api.sandbox.world.source_of("smtp", "1")
        assert source is not None
        await api.do("DELETE", "/v1/smtp-credentials/1")
        accepted = source.totals["accepted"]
        api.step(300)
        api.sandbox.catch_up()
        assert source.totals["accepted"] == accepted > 0


async def test_the_access_list_takes_addresses_and_networks() -> None:
    async with platform() as api:
        body = {"ip": "203.0.113.99", "note": "Office IP"}
        made = (await api.do("POST", "/v1/ip-access", body, status=201))["data"]
        assert made.items() >= body.items()
        again = (await api.do("POST", "/v1/ip-access", body, status=201))["data"]
        assert again["id"] == made["id"], "an address is listed once"
        await refused(api, "POST", "/v1/ip-access", 422, "INVALID_IP", {"ip": "the office"})
        await refused(api, "POST", "/v1/ip-access", 422, "IP_REQUIRED", {})
        await api.do("POST", "/v1/ip-access", {"ip": "2001:db8::/32"}, status=201)
        deleted = await api.do("DELETE", f"/v1/ip-access/{made['id']}")
        assert deleted == {"message": "IP access rule deleted"}
        await refused(api, "DELETE", f"/v1/ip-access/{made['id']}", 404, "IP_ACCESS_NOT_FOUND")


async def test_without_its_own_address_on_the_list_the_caller_is_shut_out() -> None:
    async with platform() as api:
        for number in (3, 1):
            await api.do("DELETE", f"/v1/ip-access/{number}")
        await api.do("DELETE", "/v1/ip-access/2")
        await api.get("/v1/quotas")
        await api.do("POST", "/v1/ip-access", {"ip": "203.0.113.7"}, status=201)
        await refused(api, "GET", "/v1/quotas", 403, "IP_NOT_ALLOWED")


async def test_the_egress_is_configured() -> None:
    async with platform() as api:
        before = await api.data("/v1/webhooks/egress-config")
        changed = (await api.do("PATCH", "/v1/webhooks/egress-config", {"maxPerSecond": 1}))["data"]
        assert changed == {**before, "maxPerSecond": 1}
        waiting = (await api.data("/v1/webhooks/egress-stats"))["totalPending"]
        api.step(120)
        assert (await api.data("/v1/webhooks/egress-stats"))["totalPending"] > waiting + 50
        wrong = {"batchSize": 0}
        await refused(api, "PATCH", "/v1/webhooks/egress-config", 422, "INVALID_BATCH_SIZE", wrong)


async def test_changes_show_in_the_audit_log() -> None:
    async with platform() as api:
        await api.do("PUT", "/v1/velocity/rules/rule_001", {"threshold": 3.0})
        await api.do("POST", "/v1/ip-access", {"ip": "203.0.113.99"}, status=201)
        await refused(api, "DELETE", "/v1/velocity/rules/none", 404, "VELOCITY_RULE_NOT_FOUND")
        created, updated = (await api.data("/v1/audit-logs", perPage=2, dateFrom="2026-04-10"))[:2]
        assert (updated["action"], updated["resource"]) == ("update", "velocity_rule")
        assert (updated["resourceId"], updated["details"]) == ("rule_001", {"threshold": 3.0})
        assert (created["action"], created["resource"], created["resourceId"]) == ("create", "ip_access", "4")
        assert created["ipAddress"] == "203.0.113.50"


async def test_a_bounce_is_dumped_and_reactivated_once() -> None:
    async with platform("bounce-spike") as api:
        api.step(120)
        bounce = (await api.data("/v1/bounces", type="hard"))[0]
        assert bounce["suppressed"] is True
        dump = await api.data(f"/v1/bounces/{bounce['_id']}/dump")
        assert (dump["bounceId"], dump["email"]) == (bounce["_id"], bounce["email"])
        assert dump["diagnosticCode"].startswith(bounce["code"])
        await api.do("POST", f"/v1/bounces/{bounce['_id']}/reactivate")
        again = f"/v1/bounces/{bounce['_id']}/reactivate"
        await refused(api, "POST", again, 409, "BOUNCE_ALREADY_REACTIVATED")
        assert (await api.data("/v1/bounces", type="hard"))[0]["suppressed"] is False
        await refused(api, "GET", "/v1/bounces/bnc_999999/dump", 404, "BOUNCE_NOT_FOUND")


async def test_events_are_filtered() -> None:
    async with platform("bounce-spike") as api:
        api.step(200)
        everything = (await api.get("/v1/events"))["meta"]["total"]
        kinds = ("sent", "delivered", "delayed", "bounced", "opened", "clicked", "complained", "unsubscribed")
        parts = [(await api.get("/v1/events", event=kind))["meta"]["total"] for kind in kinds]
        assert sum(parts) == everything
        one = (await api.data("/v1/events", event="bounced"))[0]
        assert set(one) >= {
            "email", "messageId", "sendingIp", "sendingDomain", "recipientDomain", "provider",
            "bounceType", "bounceClass", "code", "reason", "subject", "timestamp",
        }  # fmt: skip
        of_one = await api.data("/v1/events", email=one["email"])
        assert {event["messageId"] for event in of_one} == {one["messageId"]}
        chain = await api.data(f"/v1/events/{one['messageId']}")
        assert [chain[0]["event"], chain[-1]["event"]] == ["sent", "bounced"]
        recent = await api.get("/v1/events", dateFrom="2026-04-10T10:43:00Z")
        assert 0 < recent["meta"]["total"] < everything
        assert (await api.get("/v1/events", campaignId="none"))["meta"]["total"] == 0
        await refused(api, "GET", "/v1/events/msg_x", 404, "MESSAGE_NOT_FOUND")


async def test_statistics_add_up_over_periods() -> None:
    async with platform() as api:
        (whole,) = await api.data("/v1/stats", dateFrom="2026-03-20", dateTo="2026-04-10")
        for period in ("day", "week", "month"):
            rows = await api.data(
                "/v1/stats", dateFrom="2026-03-20", dateTo="2026-04-10", aggregatedBy=period
            )
            assert sum(row["sent"] for row in rows) == whole["sent"] > 2_000_000
        assert [row["date"] for row in rows] == ["2026-03-01", "2026-04-01"]
        await refused(api, "GET", "/v1/stats?aggregatedBy=year", 422, "INVALID_AGGREGATED_BY")
        providers = await api.data("/v1/stats/mailbox-providers")
        assert [row["provider"] for row in providers] == ["Gmail", "Outlook", "Yahoo", "Corporate"]
        devices = await api.data("/v1/stats/devices")
        clients = await api.data("/v1/stats/browsers")
        cities = await api.data("/v1/stats/geo")
        opens = sum(row["opens"] for row in devices)
        assert opens == sum(row["opens"] for row in clients) == sum(row["opens"] for row in cities)
        only = await api.data("/v1/stats/geo", country="sg")
        assert {row["country"] for row in only} == {"SG"}
        for rows in (devices, clients):
            assert sum(row["percentage"] for row in rows) == pytest.approx(100, abs=0.3)


async def test_quotas_follow_what_was_sent() -> None:
    async with platform() as api:
        before = await api.data("/v1/quotas")
        assert before["dailyUsed"] + before["dailyRemaining"] == before["dailyLimit"] == 250_000
        api.step(600)
        after = await api.data("/v1/quotas")
        (stats,) = await api.data("/v1/stats", dateFrom="2026-04-10")
        assert after["dailyUsed"] == stats["sent"] > before["dailyUsed"]
        history = await api.data("/v1/quotas/history", aggregatedBy="day")
        assert history[-1] == {
            "date": "2026-04-10", "sent": after["dailyUsed"], "limit": 250_000,
            "percentage": round(100 * after["dailyUsed"] / 250_000, 1),
        }  # fmt: skip


async def test_reputation_names_its_domains_and_ips() -> None:
    async with platform() as api:
        for path, name, unknown in (
            ("/v1/reputation/domains", "domain", "nobody.example"),
            ("/v1/reputation/ips", "ip", "192.0.2.99"),
        ):
            rows = await api.data(path)
            assert len(rows) >= 4
            for row in rows:
                assert await api.data(f"{path}/{row[name]}") == row
                assert 0 <= row["score"] <= 100
            assert (await api.ask("GET", f"{path}/{unknown}")).status_code == 404
        advice = await api.data("/v1/reputation/isp-recommendations")
        assert {row["action"] for row in advice} <= {"maintain", "hold", "reduce"}
        of_domain = await api.data("/v1/reputation/isp-recommendations/promo.lapak.example")
        assert {row["domain"] for row in of_domain} == {"promo.lapak.example"}


async def test_the_incident_shows_on_its_ips_and_domain() -> None:
    async with platform("bounce-spike") as api:
        await api.until_fired()
        rates = {row["domain"]: row["bounceRate"] for row in await api.data("/v1/reputation/domains")}
        assert max(rates, key=lambda name: rates[name]) == "promo.lapak.example"
        now = "2026-04-10T10:40:30Z"
        ips = await api.data("/v1/metrics/sending-ip", dateFrom=now)
        assert {row["key"] for row in ips if row["bounceRate"] > 5} == {
            "192.0.2.20", "192.0.2.21", "192.0.2.22",
        }  # fmt: skip
        classes = await api.data("/v1/metrics/bounce-classifications", dateFrom=now)
        assert classes[0]["key"] == "hard"
        assert classes[0]["classes"][0]["class"] == 10
