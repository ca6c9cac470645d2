"""The error tree: each status its class, with code, message, request id and what to do."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from mttui.api import errors
from mttui.api.envelope import read_error

from .harness import READ, refusal, request, transport

STATUSES = {
    400: errors.BadRequest,
    401: errors.Unauthorized,
    403: errors.Forbidden,
    404: errors.NotFound,
    405: errors.MethodNotAllowed,
    409: errors.Conflict,
    420: errors.SendingLimitReached,
    422: errors.Unprocessable,
    429: errors.RateLimited,
    500: errors.PlatformTrouble,
    502: errors.PlatformTrouble,
    503: errors.PlatformTrouble,
    504: errors.PlatformTrouble,
    599: errors.PlatformTrouble,
}
OTHERS = [301, 304, 402, 413, 415, 418, 451]


async def fail(answer: httpx.Response) -> errors.Refused:
    sender, _ = transport(answer)
    with pytest.raises(errors.Refused) as caught:
        await sender.send(request(READ))
    return caught.value


@pytest.mark.parametrize(("status", "expected"), STATUSES.items())
async def test_each_status_has_its_class(status: int, expected: type[errors.Refused]) -> None:
    error = await fail(refusal(status, "SOME_CODE", x_request_id="req-7"))
    assert type(error) is expected
    assert (error.status, error.code, error.message) == (status, "SOME_CODE", "no")
    assert error.request_id == "req-7"
    assert error.operation == READ
    assert error.short == f"{status} SOME_CODE"
    assert error.advice != errors.ApiError.advice, "each of these statuses has its own advice"


@pytest.mark.parametrize("status", OTHERS)
async def test_other_statuses_are_refusals(status: int) -> None:
    error = await fail(refusal(status, None))
    assert type(error) is errors.Refused
    assert (error.status, error.code, error.short) == (status, None, str(status))
    assert error.advice


@pytest.mark.parametrize("status", STATUSES)
async def test_only_trouble_of_the_platform_leaves_a_doubt(status: int) -> None:
    assert (await fail(refusal(status))).may_have_been_done == (status >= 500)


@pytest.mark.parametrize("header", ["x-request-id", "x-amzn-requestid", "x-correlation-id", "request-id"])
async def test_headers_that_carry_a_request_id(header: str) -> None:
    assert (await fail(httpx.Response(404, headers={header: "r-1"}))).request_id == "r-1"


@pytest.mark.parametrize(
    ("body", "message", "code"),
    [
        ({"message": "m", "error": "CODE"}, "m", "CODE"),
        ({"message": "m", "error": "forbidden"}, "m", "forbidden"),
        ({"message": "m"}, "m", None),
        ({"message": "m", "error": 17}, "m", "17"),
        ({"message": "m", "error": True}, "m", None),
        ({"message": "", "error": "CODE"}, "422 Reason", "CODE"),
        ({"message": {"a": 1}, "error": {"b": 2}}, "422 Reason", None),
        ({"errors": [{"message": "m", "description": "d", "code": "1300"}]}, "m", "1300"),
        ({"errors": []}, "422 Reason", None),
        ({"errors": ["text"]}, "422 Reason", None),
        ([], "422 Reason", None),
        ("text", "422 Reason", None),
    ],
)
def test_bodies_of_errors(body: Any, message: str, code: str | None) -> None:
    assert read_error(json.dumps(body).encode(), 422, "Reason") == (message, code)


@pytest.mark.parametrize("body", [b"", b"<html>oops</html>", b'{"mess', b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_json_falls_back_to_the_status(body: bytes) -> None:
    assert read_error(body, 502, "Bad Gateway") == ("502 Bad Gateway", None)
    assert read_error(body, 599, "") == ("599", None)


def test_the_tree() -> None:
    every = {error for error in vars(errors).values() if isinstance(error, type)}
    assert all(issubclass(error, errors.ApiError) for error in every if issubclass(error, Exception))
    assert issubclass(errors.Unreachable, errors.RequestNotSent)
    assert not errors.Unreachable.may_have_been_done
    assert errors.NoAnswer.may_have_been_done


@pytest.mark.parametrize(
    "error",
    [errors.InvalidArguments, errors.KeyMissing, errors.ReadOnly, errors.Unreachable, errors.NoAnswer],
)
def test_errors_without_a_status_are_short_too(error: type[errors.ApiError]) -> None:
    assert error("message").short == error.label
    assert error.label != errors.ApiError.label
    assert error("message", advice="do this").advice == "do this"
