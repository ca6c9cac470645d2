"""Every top-level resource of the platform, each loaded on first use.

One line a resource: the attribute of the client, the module of ``operations/`` it lives in and its class.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from .operation import Resource

if TYPE_CHECKING:
    from .operations.alerts import Alerts
    from .operations.api_logs import ApiLogs
    from .operations.audit_logs import AuditLogs
    from .operations.batches import Batches
    from .operations.bounces import Bounces
    from .operations.campaigns import Campaigns
    from .operations.events import Events
    from .operations.ip_access import IpAccess
    from .operations.metrics import Metrics
    from .operations.quotas import Quotas
    from .operations.reputation import Reputation
    from .operations.scheduled_messages import ScheduledMessages
    from .operations.sending_queues import SendingQueues
    from .operations.single_sends import SingleSends
    from .operations.smtp_credentials import SmtpCredentials
    from .operations.stats import Stats
    from .operations.velocity import Velocity
    from .operations.webhooks import Webhooks

R = TypeVar("R", bound=Resource)


class Lazy(Generic[R]):
    """A resource whose module is imported when it is first asked for."""

    def __init__(self, class_name: str) -> None:
        self.class_name = class_name
        self.name = ""

    def __set_name__(self, owner: type[Any], name: str) -> None:
        """Take the attribute's name, which is the name of the module, too."""
        self.name = name

    def load(self) -> type[R]:
        """Import the family and return the resource's class."""
        module = import_module(f".operations.{self.name}", __package__)
        resource: type[R] = getattr(module, self.class_name)
        return resource

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Lazy[R]: ...

    @overload
    def __get__(self, instance: object, owner: type[Any]) -> R: ...

    def __get__(self, instance: Any, owner: type[Any]) -> Lazy[R] | R:
        """Return the resource bound to the client; made once a client."""
        if instance is None:
            return self
        resource = self.load()(instance)
        vars(instance)[self.name] = resource
        return resource


class Resources:
    """The resources as attributes; the client adds how to call them."""

    velocity: Lazy[Velocity] = Lazy("Velocity")
    sending_queues: Lazy[SendingQueues] = Lazy("SendingQueues")
    reputation: Lazy[Reputation] = Lazy("Reputation")
    campaigns: Lazy[Campaigns] = Lazy("Campaigns")
    events: Lazy[Events] = Lazy("Events")
    bounces: Lazy[Bounces] = Lazy("Bounces")
    stats: Lazy[Stats] = Lazy("Stats")
    metrics: Lazy[Metrics] = Lazy("Metrics")
    api_logs: Lazy[ApiLogs] = Lazy("ApiLogs")
    audit_logs: Lazy[AuditLogs] = Lazy("AuditLogs")
    quotas: Lazy[Quotas] = Lazy("Quotas")
    alerts: Lazy[Alerts] = Lazy("Alerts")
    webhooks: Lazy[Webhooks] = Lazy("Webhooks")
    scheduled_messages: Lazy[ScheduledMessages] = Lazy("ScheduledMessages")
    batches: Lazy[Batches] = Lazy("Batches")
    single_sends: Lazy[SingleSends] = Lazy("SingleSends")
    smtp_credentials: Lazy[SmtpCredentials] = Lazy("SmtpCredentials")
    ip_access: Lazy[IpAccess] = Lazy("IpAccess")
