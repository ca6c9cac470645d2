"""One request: retries, waits, keys, methods, modes, and what a screen can see of it."""

from __future__ import annotations

import itertools
import random
from datetime import timedelta
from email.utils import format_datetime

import httpx
import pytest

from mttui.api import errors
from mttui.api.arguments import prepare
from mttui.api.budget import Priority
from mttui.api.catalogue import operations
from mttui.api.operation import Effect
from mttui.api.retry import RetryPolicy
from mttui.api.trace import Trace
from tests.cli.samples import sample_arguments
from tests.clock import START, FakeClock

from .harness import (
    ARGUMENTS,
    CHANGE,
    DESTROY,
    KEY,
    READ,
    SEND,
    Answer,
    ok,
    refusal,
    request,
    transport,
)

EFFECTS = {READ: Effect.READ, CHANGE: Effect.CHANGE, SEND: Effect.SEND, DESTROY: Effect.DESTROY}

REPEATED: dict[str, tuple[Answer, set[str]]] = {
    # How the first try ends, and which operations are then tried again.
    **{
        str(status): (refusal(status), set()) for status in (400, 401, 403, 404, 405, 409, 413, 415, 420, 422)
    },
    "429": (refusal(429), {READ, CHANGE, SEND, DESTROY}),
    **{str(status): (refusal(status), {READ, CHANGE}) for status in (500, 502, 503, 504)},
    "501": (refusal(501), set()),
    "no connection": (httpx.ConnectError("refused"), {READ, CHANGE, SEND, DESTROY}),
    "connect timeout": (httpx.ConnectTimeout("slow"), {READ, CHANGE, SEND, DESTROY}),
    "read timeout": (httpx.ReadTimeout("slow"), {READ, CHANGE}),
    "cut off": (httpx.RemoteProtocolError("peer closed"), {READ, CHANGE}),
    "write error": (httpx.WriteError("reset"), {READ, CHANGE}),
}


def test_the_examples_have_the_effects_they_stand_for() -> None:
    assert {name: operations()[name].effect for name in ARGUMENTS} == EFFECTS


@pytest.mark.parametrize("operation", EFFECTS)
@pytest.mark.parametrize("first", REPEATED)
async def test_what_is_tried_again(first: str, operation: str) -> None:
    answer, repeated = REPEATED[first]
    sender, platform = transport(answer, ok())
    if operation in repeated:
        reply = await sender.send(request(operation))
        assert (reply.attempts, platform.tries) == (2, 2)
    else:
        with pytest.raises(errors.ApiError):
            await sender.send(request(operation))
        assert platform.tries == 1


async def test_it_gives_up_after_the_policys_tries() -> None:
    clock = FakeClock()
    sender, platform = transport(refusal(503), clock=clock, retry=RetryPolicy(attempts=4))
    with pytest.raises(errors.PlatformTrouble):
        await sender.send(request(READ))
    assert platform.tries == 4
    assert len(clock.slept) == 3


async def test_waits_grow_and_are_jittered() -> None:
    policy = RetryPolicy(attempts=9, first_wait=0.5, longest_wait=20.0)
    clock = FakeClock()
    sender, _ = transport(refusal(503), clock=clock, retry=policy)
    with pytest.raises(errors.PlatformTrouble):
        await sender.send(request(READ))
    full = [0.5, 1, 2, 4, 8, 16, 20, 20]
    assert all(most / 2 <= wait <= most for wait, most in zip(clock.slept, full, strict=True))
    parts = {round(wait / most, 3) for wait, most in zip(clock.slept, full, strict=True)}
    assert len(parts) > 4, "every wait is drawn anew"


def test_jitter_spreads_over_half_of_the_wait() -> None:
    policy, rng = RetryPolicy(first_wait=1.0), random.Random(3)
    error = errors.NoAnswer("cut")
    waits = [
        policy.wait_before_next(error, effect=Effect.READ, attempt=1, has_idempotency_key=False, rng=rng)
        for _ in range(300)
    ]
    known = [wait for wait in waits if wait is not None]
    assert len(known) == 300
    assert 0.5 <= min(known) < 0.52
    assert 0.98 < max(known) <= 1.0


@pytest.mark.parametrize("effect", [Effect.CHANGE, Effect.SEND, Effect.DESTROY])
def test_without_an_idempotency_key_nothing_but_a_read_is_repeated(effect: Effect) -> None:
    for error in (errors.RateLimited("x", status=429), errors.Unreachable("x"), errors.NoAnswer("x")):
        wait = RetryPolicy().wait_before_next(
            error, effect=effect, attempt=1, has_idempotency_key=False, rng=random.Random(1)
        )
        assert wait is None


@pytest.mark.parametrize("status", [429, 503])
async def test_retry_after_is_honoured(status: int) -> None:
    clock = FakeClock()
    sender, platform = transport(refusal(status, retry_after="7"), ok(), clock=clock)
    await sender.send(request(READ))
    assert platform.tries == 2
    assert clock.slept == [7.0]


async def test_retry_after_may_be_a_date_by_the_platforms_clock() -> None:
    platforms_now = START + timedelta(hours=3)
    clock = FakeClock()
    limited = refusal(
        429,
        date=format_datetime(platforms_now, usegmt=True),
        retry_after=format_datetime(platforms_now + timedelta(seconds=9), usegmt=True),
    )
    sender, _ = transport(limited, ok(), clock=clock)
    await sender.send(request(READ))
    assert clock.slept == [9.0]


@pytest.mark.parametrize("value", ["-5", "nan", "soon", "", "Wed, 99 Foo 2026 00:00:00 GMT"])
async def test_a_retry_after_that_says_nothing_useful_does_no_harm(value: str) -> None:
    clock = FakeClock()
    sender, platform = transport(refusal(429, retry_after=value), ok(), clock=clock)
    await sender.send(request(READ))
    assert platform.tries == 2
    assert sum(clock.slept) <= 2.0


@pytest.mark.parametrize("value", ["121", "86400", "1e9", "inf"])
async def test_a_retry_after_beyond_the_cap_is_shown_rather_than_waited_for(value: str) -> None:
    clock = FakeClock()
    sender, platform = transport(refusal(429, retry_after=value), ok(), clock=clock)
    with pytest.raises(errors.RateLimited) as caught:
        await sender.send(request(READ))
    assert caught.value.retry_after == float(value)
    assert (platform.tries, clock.slept) == (1, [])
    assert sender.budget.blocked_for == 120.0


async def test_a_rate_limit_holds_every_other_request_back() -> None:
    clock = FakeClock()
    sender, platform = transport(refusal(429, retry_after="30"), ok(), clock=clock)
    with pytest.raises(errors.RateLimited):
        await sender.send(request(READ), priority=Priority.POLL)
    assert sender.budget.blocked_for == 30.0
    await sender.send(request(SEND))
    assert platform.tries == 2
    assert clock.monotonic() == 30.0


@pytest.mark.parametrize("answer", [refusal(503), refusal(429), httpx.ConnectError("refused")])
async def test_a_poll_is_tried_once(answer: Answer) -> None:
    sender, platform = transport(answer, ok())
    with pytest.raises(errors.ApiError):
        await sender.send(request(READ), priority=Priority.POLL)
    assert platform.tries == 1


# Idempotency keys


def keys_of(requests: list[httpx.Request], header: str = "idempotency-key") -> list[str | None]:
    return [sent.headers.get(header) for sent in requests]


@pytest.mark.parametrize("operation", [CHANGE, SEND, DESTROY])
async def test_the_same_key_over_all_tries_and_another_for_the_next_request(operation: str) -> None:
    limited = refusal(429, retry_after="1")
    sender, platform = transport(limited, limited, ok(), ok())
    await sender.send(request(operation))
    await sender.send(request(operation))
    first, second, third, other = keys_of(platform.requests)
    assert first is not None
    assert first == second == third
    assert other not in (None, first)


async def test_the_same_key_over_the_other_method_too() -> None:
    sender, platform = transport(refusal(405), ok())
    await sender.send(request("single_sends.update", id="s", name="n"))
    first, second = keys_of(platform.requests)
    assert first is not None
    assert first == second


async def test_reads_carry_none() -> None:
    sender, platform = transport(ok())
    await sender.send(request(READ))
    assert keys_of(platform.requests) == [None]


async def test_a_key_made_earlier_is_used() -> None:
    sender, platform = transport(ok())
    await sender.send(request(SEND), idempotency_key="made-earlier")
    assert keys_of(platform.requests) == ["made-earlier"]


async def test_the_header_is_configurable() -> None:
    sender, platform = transport(ok(), settings={"idempotency_header": "X-Once"})
    await sender.send(request(SEND))
    assert keys_of(platform.requests) == [None]
    assert keys_of(platform.requests, "x-once") != [None]


# Methods


async def test_an_update_answered_405_is_tried_once_with_the_other_method_and_remembered() -> None:
    sender, platform = transport(refusal(405), ok(), ok())
    for _ in range(2):
        await sender.send(request("single_sends.update", id="s", name="n"))
    assert [sent.method for sent in platform.requests] == ["PUT", "PATCH", "PATCH"]
    assert {sent.content for sent in platform.requests} == {b'{"name":"n"}'}


async def test_when_neither_method_is_taken_nothing_is_remembered() -> None:
    sender, platform = transport(refusal(405))
    for _ in range(2):
        with pytest.raises(errors.MethodNotAllowed):
            await sender.send(request("single_sends.update", id="s", name="n"))
    assert [sent.method for sent in platform.requests] == ["PUT", "PATCH", "PUT", "PATCH"]


async def test_a_remembered_method_that_is_refused_later_is_not_swapped_again() -> None:
    sender, platform = transport(refusal(405), ok(), refusal(405))
    await sender.send(request("single_sends.update", id="s", name="n"))
    with pytest.raises(errors.MethodNotAllowed):
        await sender.send(request("single_sends.update", id="s", name="n"))
    assert [sent.method for sent in platform.requests] == ["PUT", "PATCH", "PATCH"]


async def test_one_operations_method_is_not_anothers() -> None:
    sender, platform = transport(refusal(405), ok(), ok(), ok())
    await sender.send(request("single_sends.update", id="s", name="n"))
    await sender.send(request("scheduled_messages.update", id="m", scheduled_for=START))
    assert platform.requests[-1].method == "PUT"


async def test_both_tries_count_against_the_budget() -> None:
    sender, _ = transport(refusal(405), ok())
    await sender.send(request("single_sends.update", id="s", name="n"))
    assert sender.budget.used == 2


# Modes


@pytest.mark.parametrize("operation", [CHANGE, SEND, DESTROY])
async def test_read_only_lets_nothing_but_reads_through(operation: str) -> None:
    sender, platform = transport(ok(), read_only=True)
    with pytest.raises(errors.ReadOnly, match=operation) as caught:
        await sender.send(request(operation))
    assert "read-only" in caught.value.message
    assert platform.tries == 0
    await sender.send(request(READ))
    assert platform.tries == 1


async def test_read_only_refuses_each_operation_that_is_not_a_read() -> None:
    refused = set()
    for name, operation in operations().items():
        sender, platform = transport(ok(), read_only=True)
        try:
            await sender.send(prepare(operation, sample_arguments(operation)))
        except errors.ReadOnly:
            assert platform.tries == 0
            refused.add(name)
        await sender.aclose()
    assert refused == {name for name, each in operations().items() if each.effect is not Effect.READ}


async def test_without_a_key_nothing_is_sent() -> None:
    sender, platform = transport(ok(), key=None)
    with pytest.raises(errors.KeyMissing) as caught:
        await sender.send(request(READ))
    assert "MAILTARGET_API_KEY" in caught.value.advice
    assert platform.tries == 0


@pytest.mark.parametrize("key", ["", " ", "key\n", "key with spaces", "clé", "k\x1b[31m", "key\u200b"])
async def test_a_key_that_no_header_carries_is_not_sent_and_not_quoted(key: str) -> None:
    sender, platform = transport(ok(), key=key)
    with pytest.raises(errors.KeyMissing) as caught:
        await sender.send(request(READ))
    assert platform.tries == 0
    assert key.strip() == "" or key not in caught.value.message


@pytest.mark.parametrize(
    "base_url", ["", "api.mailtarget.co", "ftp://host", "https://", "http://[::1", "//host", "http://a b\x00"]
)
async def test_what_is_no_base_url_is_said_so(base_url: str) -> None:
    sender, platform = transport(ok(), settings={"base_url": base_url})
    with pytest.raises(errors.Unreachable, match="base URL") as caught:
        await sender.send(request(READ))
    assert "base_url" in caught.value.advice
    assert platform.tries == 0


async def test_a_base_url_may_have_a_path() -> None:
    sender, platform = transport(ok(), settings={"base_url": "https://proxy.test/mailtarget/"})
    await sender.send(request(READ))
    assert str(platform.requests[0].url) == "https://proxy.test/mailtarget/v1/velocity/status"


async def test_a_redirect_is_not_followed_with_the_key() -> None:
    away = httpx.Response(302, headers={"location": "https://evil.example/"})
    sender, platform = transport(away, ok())
    with pytest.raises(errors.Refused) as caught:
        await sender.send(request(READ))
    assert caught.value.status == 302
    assert platform.tries == 1


# What goes out


async def test_headers() -> None:
    sender, platform = transport(ok())
    await sender.send(request(CHANGE))
    sent = platform.requests[0]
    assert sent.headers["authorization"] == f"Bearer {KEY}"
    assert sent.headers["content-type"] == "application/json"
    assert sent.headers["accept"] == "application/json"
    assert sent.content == b'{"threshold":3.0}'


async def test_a_request_without_a_body_has_none() -> None:
    sender, platform = transport(ok())
    await sender.send(request(SEND))
    assert platform.requests[0].content == b""
    assert "content-type" not in platform.requests[0].headers


async def test_timeouts_are_those_of_the_settings() -> None:
    sender, platform = transport(ok(), settings={"connect_timeout": 2.5, "read_timeout": 9.0})
    await sender.send(request(READ))
    timeout = platform.requests[0].extensions["timeout"]
    assert (timeout["connect"], timeout["read"]) == (2.5, 9.0)


# What a screen can see of it


async def test_the_trace_holds_every_try() -> None:
    clock = FakeClock()

    def slow(sent: httpx.Request) -> httpx.Response:
        clock.advance(0.25)
        return httpx.Response(200, content=b'{"data":{}}', headers={"x-request-id": "r-2"})

    sender, _ = transport(
        refusal(503, "DOWN", x_request_id="r-1"), httpx.ConnectError("no"), slow, clock=clock
    )
    await sender.send(request(CHANGE))
    third, second, first = sender.trace
    assert [entry.number for entry in (first, second, third)] == [1, 2, 3]
    assert [entry.attempt for entry in (first, second, third)] == [1, 2, 3]
    assert {entry.operation for entry in sender.trace} == {CHANGE}
    assert (first.status, first.error, first.request_id) == (503, "503 DOWN", "r-1")
    assert (second.status, second.error, second.size) == (None, "no connection", 0)
    assert (third.status, third.error, third.request_id, third.size) == (200, "", "r-2", 11)
    assert third.milliseconds == 250.0
    assert (first.method, first.path) == ("PUT", "/v1/velocity/rules/rule_001")
    assert first.at == START
    assert not first.poll


async def test_the_trace_names_the_method_that_was_used_and_who_asked() -> None:
    sender, _ = transport(refusal(405), ok(), ok())
    await sender.send(request("single_sends.update", id="s", name="n"))
    await sender.send(request(READ), priority=Priority.POLL)
    assert [(entry.method, entry.poll) for entry in sender.trace] == [
        ("GET", True),
        ("PATCH", False),
        ("PUT", False),
    ]


async def test_the_trace_is_bounded_and_tells_its_listeners() -> None:
    sender, _ = transport(ok())
    sender.trace = Trace(keep=3)
    heard: list[int] = []
    stop = sender.trace.subscribe(lambda entry: heard.append(entry.number))
    for _ in range(5):
        await sender.send(request(READ))
    stop()
    await sender.send(request(READ))
    assert heard == [1, 2, 3, 4, 5]
    assert [entry.number for entry in sender.trace] == [6, 5, 4]
    assert len(sender.trace) == 3


async def test_the_platforms_clock_is_read_from_its_answers() -> None:
    clock = FakeClock()
    ahead = START + timedelta(minutes=4)
    sender, _ = transport(ok(date=format_datetime(ahead, usegmt=True)), ok(date="nonsense"), clock=clock)
    assert sender.platform_now() == START
    await sender.send(request(READ))
    assert sender.platform_now() == ahead
    clock.advance(10)
    await sender.send(request(READ))
    assert sender.platform_now() == ahead + timedelta(seconds=10)


async def test_a_reply_as_it_came() -> None:
    answer = httpx.Response(202, content=b"{}", headers={"Content-Type": "Application/JSON", "X-A": "b"})
    sender, _ = transport(refusal(500), answer)
    reply = await sender.send(request(READ))
    assert (reply.status, reply.body, reply.attempts) == (202, b"{}", 2)
    assert reply.content_type == "application/json"
    assert reply.headers["x-a"] == "b"


def test_idempotency_keys_do_not_repeat() -> None:
    sender, _ = transport(ok())
    keys = [sender.new_idempotency_key() for _ in range(1000)]
    assert len(set(keys)) == 1000
    assert all(len(key) == 36 for key in itertools.islice(keys, 5))
