"""The sending queues: what waits, what goes out, what failed."""

from __future__ import annotations

from .base import Model


class Queue(Model):
    """Messages of one queue, by state."""

    pending: int | None = None
    """Messages that wait."""
    processing: int | None = None
    """Messages on their way out."""
    failed: int | None = None
    """Messages that could not be handed to the network; they can be sent again."""


class QueueFigures(Model):
    """Both queues at one moment."""

    regular: Queue | None = None
    """What goes out as soon as it can."""
    scheduled: Queue | None = None
    """What waits for its time; the only queue that can be purged."""

    @property
    def pending(self) -> int | None:
        """Messages that wait in both queues; ``None`` where the platform gave no figure."""
        return self._total("pending")

    @property
    def processing(self) -> int | None:
        """Messages on their way out in both queues; ``None`` where the platform gave no figure."""
        return self._total("processing")

    @property
    def failed(self) -> int | None:
        """Messages that failed in both queues; ``None`` where the platform gave no figure."""
        return self._total("failed")

    def _total(self, name: str) -> int | None:
        counts = [getattr(queue, name) for queue in (self.regular, self.scheduled) if queue is not None]
        known = [count for count in counts if count is not None]
        return sum(known) if known else None
