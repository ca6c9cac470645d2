"""Everything that can go wrong between mttui and the platform, as one tree.

::

    ApiError
    ├── RequestNotSent            nothing reached the platform
    │   ├── InvalidArguments      the arguments do not fit the operation
    │   ├── KeyMissing            no API key
    │   ├── ReadOnly              read-only mode refuses it
    │   └── Unreachable           no connection: refused, DNS, TLS, connect timeout
    ├── NoAnswer                  sent, but cut or timed out before the answer: it may have been done
    ├── UnreadableAnswer          an answer that is not what the platform speaks (HTML, half a JSON)
    └── Refused                   the platform answered with an error status
        ├── BadRequest            400
        ├── Unauthorized          401
        ├── Forbidden             403
        ├── NotFound              404
        ├── MethodNotAllowed      405
        ├── Conflict              409
        ├── SendingLimitReached   420
        ├── Unprocessable         422
        ├── RateLimited           429
        └── PlatformTrouble       5xx

Each carries status, code, message, request id and advice: what to do about it (statuses and their
meaning: platform-facts, section 3). ``message`` and ``code`` may hold text of the platform: they go
through ``text/`` before they are shown, like every other API string.
"""

from __future__ import annotations

from typing import ClassVar


class ApiError(Exception):
    """Base of all errors of the API layer."""

    advice: str = "Try again; if it stays, open the request log."
    may_have_been_done: bool = False
    """Whether a change may have taken place although it failed: read back before trying again."""

    def __init__(
        self,
        message: str,
        *,
        operation: str = "",
        status: int | None = None,
        code: str | None = None,
        request_id: str | None = None,
        retry_after: float | None = None,
        advice: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.operation = operation
        self.status = status
        self.code = code
        self.request_id = request_id
        self.retry_after = retry_after
        """Seconds that the platform asked to wait, if it did."""
        if advice is not None:
            self.advice = advice

    @property
    def short(self) -> str:
        """The error in a few words, for a panel: ``429 RATE_LIMITED``, ``no connection``."""
        known = [str(self.status) if self.status else "", self.code or ""]
        return " ".join(part for part in known if part) or self.label

    label: ClassVar[str] = "failed"
    """What kind of error it is, in two or three words."""


class RequestNotSent(ApiError):
    """Nothing reached the platform."""

    label = "not sent"


class InvalidArguments(RequestNotSent):
    """The arguments do not fit what the operation declares."""

    label = "wrong arguments"
    advice = "Correct the named argument."


class KeyMissing(RequestNotSent):
    """There is no API key to send."""

    label = "no API key"
    advice = "Set MAILTARGET_API_KEY or run `mttui login`; `mttui demo` needs no key."


class ReadOnly(RequestNotSent):
    """Read-only mode lets nothing but reads through."""

    label = "read-only"
    advice = "Start without --read-only, or set read_only = false for this profile."


class Unreachable(RequestNotSent):
    """No connection could be made, so nothing was sent."""

    label = "no connection"
    advice = "Check the base URL and the network of this box."


class NoAnswer(ApiError):
    """The request was sent, but the answer did not come or was cut off."""

    label = "no answer"
    advice = "It may have been done: look at the current state before trying again."
    may_have_been_done = True


class UnreadableAnswer(ApiError):
    """The answer is not JSON, or not all of it came."""

    label = "unreadable answer"
    advice = "Check that the base URL is the platform's API and not a web page or a proxy."
    may_have_been_done = True


class Refused(ApiError):
    """The platform answered with an error status."""

    label = "refused"


class BadRequest(Refused):
    """400: the request is malformed, or the object is in a state that does not allow it."""

    label = "bad request"
    advice = "Correct the request; repeating it will not help."


class Unauthorized(Refused):
    """401: the key is missing, wrong, revoked, or of a kind that this family does not take."""

    label = "key refused"
    advice = "Check the API key: wrong, revoked, or not an Open API key. `mttui login` sets a new one."


class Forbidden(Refused):
    """403: a scope, the plan, or this box's address is missing from what the key allows."""

    label = "not allowed"
    advice = "Give the key the named scope, or add this box's address to its IP list."


class NotFound(Refused):
    """404: no such object, or the family is not deployed."""

    label = "not found"
    advice = "It may have been deleted meanwhile: refresh the list."


class MethodNotAllowed(Refused):
    """405: the platform takes another verb on this path; nothing was done."""

    label = "wrong method"
    advice = "The platform does not take this verb here; see the request log."


class Conflict(Refused):
    """409: the object changed meanwhile, or the idempotency key was used for something else."""

    label = "conflict"
    advice = "Read it again, then decide."


class SendingLimitReached(Refused):
    """420: the daily, monthly or sandbox sending limit is used up."""

    label = "sending limit used up"
    advice = "Wait until the period turns, or raise the plan; a sandbox domain needs a real one."


class Unprocessable(Refused):
    """422: a field is missing or not accepted, a recipient is suppressed, a domain unverified."""

    label = "not accepted"
    advice = "Correct what the message names."


class RateLimited(Refused):
    """429: too many requests for this account, production included."""

    label = "rate limited"
    advice = "It is tried again after the time the platform asked for."


class PlatformTrouble(Refused):
    """5xx: the platform failed; whether a change was done is not known."""

    label = "platform trouble"
    advice = "Look at the current state before trying a change again; reads are tried again."
    may_have_been_done = True


_BY_STATUS: dict[int, type[Refused]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    405: MethodNotAllowed,
    409: Conflict,
    420: SendingLimitReached,
    422: Unprocessable,
    429: RateLimited,
}
_SERVER_ERRORS_FROM = 500


def error_class(status: int) -> type[Refused]:
    """Return the class for an error status; statuses without one of their own share ``Refused``."""
    if status >= _SERVER_ERRORS_FROM:
        return PlatformTrouble
    return _BY_STATUS.get(status, Refused)
