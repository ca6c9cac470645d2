"""Velocity control: what stops sending when a rate runs away, and what lets it run again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.velocity import VelocityEvent, VelocityRule, VelocityStatus


class VelocityRules(Resource, id="velocity.rules", section="Velocity Control"):
    """The rules that watch the rates."""

    @operation("GET", "/v1/velocity/rules")
    async def list(self) -> Page[VelocityRule]:
        """List all velocity rules."""

    @operation(
        "POST",
        "/v1/velocity/rules",
        effect=Effect.CHANGE,
        refreshes=("velocity.rules", "velocity.status"),
    )
    async def create(
        self,
        *,
        name: str,
        metric: str,
        threshold: float,
        action: str,
        cooldown_minutes: int | None = None,
        active: bool | None = None,
    ) -> VelocityRule:
        """Create a velocity rule for anomaly detection.

        Args:
            name: what people call it.
            metric: what it watches, as ``bounce_rate``.
            threshold: percent; it fires strictly above.
            action: what happens to sending, as ``pause``.
            cooldown_minutes: minutes before it may fire again.
            active: whether it watches at all.
        """

    @operation("GET", "/v1/velocity/rules/{id}")
    async def get(self, id: str) -> VelocityRule:
        """Get one velocity rule.

        Args:
            id: the rule's id.

        Raises:
            NotFound: there is no such rule.
        """

    @operation(
        "PUT",
        "/v1/velocity/rules/{id}",
        effect=Effect.CHANGE,
        refreshes=("velocity.rules", "velocity.status"),
    )
    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        metric: str | None = None,
        threshold: float | None = None,
        action: str | None = None,
        cooldown_minutes: int | None = None,
        active: bool | None = None,
    ) -> VelocityRule:
        """Update a velocity rule; fields that are left out stay as they are.

        Args:
            id: the rule's id.
            name: what people call it.
            metric: what it watches, as ``bounce_rate``.
            threshold: percent; it fires strictly above.
            action: what happens to sending, as ``pause``.
            cooldown_minutes: minutes before it may fire again.
            active: whether it watches at all.

        Raises:
            NotFound: there is no such rule.
        """

    @operation(
        "DELETE",
        "/v1/velocity/rules/{id}",
        effect=Effect.DESTROY,
        refreshes=("velocity.rules", "velocity.status"),
    )
    async def delete(self, id: str) -> Done:
        """Delete a velocity rule.

        Args:
            id: the rule's id.

        Raises:
            NotFound: there is no such rule.
        """


class VelocityEvents(Resource, id="velocity.events", section="Velocity Control"):
    """The times that a rule fired."""

    @operation("GET", "/v1/velocity/events", paged=True)
    async def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[VelocityEvent]:
        """List velocity events (detected anomalies), paginated.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation(
        "POST",
        "/v1/velocity/events/{id}/resolve",
        effect=Effect.SEND,
        refreshes=("velocity.events", "velocity.status", "sending_queues"),
    )
    async def resolve(self, id: str) -> Done:
        """Resolve a velocity event: mark the anomaly as handled and resume sending.

        Args:
            id: the event's id.

        Raises:
            NotFound: there is no such event.
        """

    @operation(
        "POST",
        "/v1/velocity/events/{id}/dismiss",
        effect=Effect.CHANGE,
        refreshes=("velocity.events", "velocity.status", "sending_queues"),
    )
    async def dismiss(self, id: str) -> Done:
        """Dismiss a velocity event as a false positive.

        The reference does not say whether sending resumes; read the status afterwards.

        Args:
            id: the event's id.

        Raises:
            NotFound: there is no such event.
        """


class VelocityStatusResource(Resource, id="velocity.status", section="Velocity Control"):
    """The state of sending as a whole."""

    @operation("GET", "/v1/velocity/status")
    async def get(self) -> VelocityStatus:
        """Get the overall velocity control status."""


class Velocity(Resource, id="velocity", section="Velocity Control"):
    """Velocity control."""

    rules = Child(VelocityRules)
    events = Child(VelocityEvents)
    status = Child(VelocityStatusResource)
