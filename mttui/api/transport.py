"""One request: key, timeouts, retries, budget, idempotency key, trace.

The only module that knows httpx.
"""

from __future__ import annotations

import random
import re
import uuid
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Protocol

import httpx

from . import errors
from .arguments import Prepared
from .budget import Priority, RequestBudget
from .clock import Clock
from .envelope import read_error
from .operation import Effect, Method
from .retry import RetryPolicy
from .trace import Trace, TraceEntry

DEFAULT_BASE_URL = "https://api.mailtarget.co"
"""Host of the platform's Open API (platform-facts, section 1)."""

_KEY = re.compile(r"[!-~]+")
"""What a header can carry as a key: visible ASCII."""
_NOTHING_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
_REQUEST_ID_HEADERS = ("x-request-id", "x-amzn-requestid", "x-correlation-id", "request-id")


class Revealing(Protocol):
    """A secret that is only text when asked for; its repr shows nothing."""

    def reveal(self) -> str:
        """Return the secret."""


@dataclass(frozen=True)
class TransportSettings:
    """How requests are made. Times in seconds."""

    base_url: str = DEFAULT_BASE_URL
    connect_timeout: float = 5.0
    read_timeout: float = 20.0
    """The SDKs wait 30 s in all (platform-facts, section 1); an on-call screen wants to know sooner."""
    idempotency_header: str = "Idempotency-Key"
    """The reference names no header (platform-facts, section 3)."""
    retry: RetryPolicy = field(default_factory=RetryPolicy)


@dataclass(frozen=True)
class Reply:
    """A successful answer as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    milliseconds: float
    attempts: int
    request_id: str | None

    @property
    def content_type(self) -> str:
        """The media type, lower case."""
        return self.headers.get("content-type", "").lower()


def _is_usable(base_url: str) -> bool:
    try:
        url = httpx.URL(base_url)
    except httpx.InvalidURL:
        return False
    return url.scheme in {"http", "https"} and bool(url.host)


class _BearerAuth(httpx.Auth):
    """Puts the key into the header at the last moment, so that it is in no variable of a traceback."""

    def __init__(self, key: Revealing) -> None:
        self._key = key

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add the header to the request."""
        request.headers["Authorization"] = f"Bearer {self._key.reveal()}"
        yield request


class Transport:
    """Sends prepared requests and returns what came back, or raises one error of the tree.

    Args:
        settings: base URL, timeouts, retry policy.
        key: the API key, or ``None``: then every request fails with :class:`~.errors.KeyMissing`.
        clock: time and waiting.
        rng: source of the jitter and of idempotency keys.
        budget: requests a minute, shared by all callers.
        trace: where each try is recorded.
        http_transport: httpx transport; ``None`` is the network.
        read_only: refuse everything but reads.
    """

    def __init__(
        self,
        settings: TransportSettings,
        *,
        key: Revealing | None,
        clock: Clock,
        rng: random.Random,
        budget: RequestBudget,
        trace: Trace,
        http_transport: httpx.AsyncBaseTransport | None = None,
        read_only: bool = False,
    ) -> None:
        self.settings = settings
        self.budget = budget
        self.trace = trace
        self.read_only = read_only
        self.clock_offset: timedelta | None = None
        """Platform's clock minus this box's, from the last ``Date`` header; ``None`` before the first."""
        self._key = key
        self._clock = clock
        self._rng = rng
        self._methods: dict[str, Method] = {}
        self._base_url_is_usable = _is_usable(settings.base_url)
        self._http = httpx.AsyncClient(
            base_url=settings.base_url if self._base_url_is_usable else "",
            transport=http_transport,
            # Reading the certificate authorities takes 0.1 s; plain http, allowed to this box only, has none.
            verify=not settings.base_url.startswith("http://"),
            timeout=httpx.Timeout(settings.read_timeout, connect=settings.connect_timeout),
            auth=None if key is None else _BearerAuth(key),
            headers={"Accept": "application/json", "User-Agent": "mttui"},
            follow_redirects=False,
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    def platform_now(self) -> datetime:
        """Return the time of day as the platform has it, by its last answer's ``Date`` header."""
        now = self._clock.now()
        return now if self.clock_offset is None else now + self.clock_offset

    def new_idempotency_key(self) -> str:
        """Return a key for one intended change, whatever number of tries it takes."""
        return str(uuid.UUID(int=self._rng.getrandbits(128), version=4))

    async def send(
        self,
        request: Prepared,
        *,
        priority: Priority = Priority.INTERACTIVE,
        idempotency_key: str | None = None,
    ) -> Reply:
        """Send a request, again where the policy allows it.

        A poll is tried once: the next poll is its second try. What is not a read carries an
        idempotency key that stays the same over all tries.

        Raises:
            ApiError: it failed for good.
        """
        self._refuse_early(request)
        if request.operation.effect is not Effect.READ and idempotency_key is None:
            idempotency_key = self.new_idempotency_key()
        attempt = 1
        while True:
            await self.budget.acquire(priority)
            try:
                return await self._send_in_either_method(request, idempotency_key, attempt, priority)
            except errors.ApiError as error:
                self._heed_rate_limit(error)
                wait = self._wait_before_next(error, request, attempt, priority, idempotency_key)
                if wait is None:
                    raise
            await self._clock.sleep(wait)
            attempt += 1

    def _refuse_early(self, request: Prepared) -> None:
        operation = request.operation
        if self.read_only and operation.effect is not Effect.READ:
            raise errors.ReadOnly(
                f"{operation.id} would change the platform, and mttui is in read-only mode",
                operation=operation.id,
            )
        if self._key is None:
            raise errors.KeyMissing("there is no API key", operation=operation.id)
        if not _KEY.fullmatch(self._key.reveal()):
            # Said here, because the HTTP library would quote the key in its complaint.
            raise errors.KeyMissing(
                "the API key is empty or holds characters that no key has", operation=operation.id
            )
        if not self._base_url_is_usable:
            raise errors.Unreachable(
                f"{self.settings.base_url!r} is not a base URL",
                operation=operation.id,
                advice="Correct base_url in the profile or MAILTARGET_BASE_URL: https://HOST[:PORT].",
            )

    def _heed_rate_limit(self, error: errors.ApiError) -> None:
        if isinstance(error, errors.RateLimited):
            asked = error.retry_after or self.settings.retry.rate_limit_wait
            self.budget.block(min(asked, self.settings.retry.longest_retry_after))

    def _wait_before_next(
        self,
        error: errors.ApiError,
        request: Prepared,
        attempt: int,
        priority: Priority,
        idempotency_key: str | None,
    ) -> float | None:
        if priority is not Priority.INTERACTIVE:
            return None
        return self.settings.retry.wait_before_next(
            error,
            effect=request.operation.effect,
            attempt=attempt,
            has_idempotency_key=idempotency_key is not None,
            rng=self._rng,
        )

    async def _send_in_either_method(
        self, request: Prepared, idempotency_key: str | None, attempt: int, priority: Priority
    ) -> Reply:
        operation = request.operation
        method = self._methods.get(operation.id, operation.method)
        try:
            return await self._try(request, method, idempotency_key, attempt, priority)
        except errors.MethodNotAllowed:
            other = operation.alternate_method
            if other is None or operation.id in self._methods:
                raise
        await self.budget.acquire(priority)
        reply = await self._try(request, other, idempotency_key, attempt, priority)
        self._methods[operation.id] = other
        return reply

    async def _try(
        self,
        request: Prepared,
        method: Method,
        idempotency_key: str | None,
        attempt: int,
        priority: Priority,
    ) -> Reply:
        started = self._clock.monotonic()
        entry = TraceEntry(
            number=self.trace.next_number(),
            at=self._clock.now(),
            operation=request.operation.id,
            method=method,
            path=request.path,
            attempt=attempt,
            milliseconds=0.0,
            poll=priority is not Priority.INTERACTIVE,
        )
        error: errors.ApiError | None = None
        try:
            response = await self._http.send(self._build(request, method, idempotency_key))
        except httpx.HTTPError as trouble:
            error = self._connection_error(trouble, request.operation.id)
        elapsed = (self._clock.monotonic() - started) * 1000
        if error is not None:
            # Raised out here and without a cause: frames of the HTTP library hold the key in their locals,
            # and a traceback that shows locals would show it.
            self.trace.add(replace(entry, milliseconds=elapsed, error=error.short))
            raise error
        request_id = next(
            (response.headers[name] for name in _REQUEST_ID_HEADERS if name in response.headers),
            None,
        )
        self._note_platform_time(response.headers.get("date"))
        failure = self._failure(response, request.operation.id, request_id)
        self.trace.add(
            replace(
                entry,
                milliseconds=elapsed,
                status=response.status_code,
                size=len(response.content),
                request_id=request_id,
                error=failure.short if failure else "",
            )
        )
        if failure:
            raise failure
        return Reply(
            status=response.status_code,
            headers=response.headers,
            body=response.content,
            milliseconds=elapsed,
            attempts=attempt,
            request_id=request_id,
        )

    def _build(self, request: Prepared, method: Method, idempotency_key: str | None) -> httpx.Request:
        headers: dict[str, str] = {}
        if request.operation.effect is not Effect.READ and idempotency_key:
            headers[self.settings.idempotency_header] = idempotency_key
        return self._http.build_request(
            method,
            request.path,
            params=request.query or None,
            json=request.body,
            headers=headers,
        )

    def _connection_error(self, trouble: httpx.HTTPError, operation: str) -> errors.ApiError:
        if isinstance(trouble, _NOTHING_SENT):
            return errors.Unreachable(
                f"no connection to {self.settings.base_url}: {str(trouble) or 'timed out'}",
                operation=operation,
            )
        if isinstance(trouble, httpx.TimeoutException):
            return errors.NoAnswer(f"no answer within {self.settings.read_timeout:g} s", operation=operation)
        return errors.NoAnswer(f"the connection broke off: {trouble}", operation=operation)

    def _failure(
        self, response: httpx.Response, operation: str, request_id: str | None
    ) -> errors.Refused | None:
        if response.is_success:
            return None
        message, code = read_error(response.content, response.status_code, response.reason_phrase)
        return errors.error_class(response.status_code)(
            message,
            operation=operation,
            status=response.status_code,
            code=code,
            request_id=request_id,
            retry_after=self._retry_after(response.headers.get("retry-after")),
        )

    def _retry_after(self, value: str | None) -> float | None:
        """Read ``Retry-After``: seconds, or a date against the platform's clock."""
        if not value:
            return None
        try:
            return max(0.0, float(value))
        except ValueError:
            pass
        try:
            return max(0.0, (parsedate_to_datetime(value) - self.platform_now()).total_seconds())
        except (ValueError, TypeError):
            return None

    def _note_platform_time(self, value: str | None) -> None:
        if not value:
            return
        try:
            self.clock_offset = parsedate_to_datetime(value) - self._clock.now()
        except (ValueError, TypeError):
            return
