"""The lists of an inbox over a copy's client, as the inbox makes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from mttui.api.models.inbound import InboundVerdict
from mttui.api.operation import operation_of
from mttui.local.inbox_settings import InboxSettings, SplitSettings
from mttui.stores.collection import Collection
from mttui.stores.inbox.inbox import searched_text
from mttui.stores.inbox.splits import Split, splits_of
from mttui.stores.inbox.thread_list import ThreadList

from .copies import Copy


class Lists:
    """Thread lists by the names of their splits.

    Args:
        copy: asks the platform.
        saved: filters beside the four statuses.
    """

    def __init__(self, copy: Copy, *saved: SplitSettings) -> None:
        self.copy = copy
        self.verdicts: dict[str, InboundVerdict] = {}
        self.splits = splits_of(InboxSettings(splits=saved))
        self._collections: dict[str | None, Collection] = {}
        self._lists = {split.name: self._list(split) for split in self.splits}
        self._ends = [each.subscribe(lambda: None) for each in self._lists.values()]

    def __getitem__(self, name: str) -> ThreadList:
        return self._lists[name]

    def all(self) -> Iterable[ThreadList]:
        """Every list."""
        return self._lists.values()

    def names(self, thread_id: str) -> list[str]:
        """The splits that show a thread, once for each time that they do."""
        return [
            name for name, threads in self._lists.items() for key, _ in threads.rows() if key == thread_id
        ]

    def close(self) -> None:
        """Ask for nothing more."""
        for end in self._ends:
            end()
        for each in self._collections.values():
            each.close()

    def _list(self, split: Split) -> ThreadList:
        copy = self.copy
        if split.asks_for not in self._collections:
            self._collections[split.asks_for] = Collection(
                copy.client,
                operation_of(copy.client.threads.list),
                {"status": split.asks_for} if split.asks_for else {},
                identity=lambda thread: thread.id,
                clock=copy.clock,
                text_of=searched_text,
                on_fault=copy.told.faults.append,
                follows=False,
            )
        return ThreadList(
            split, self._collections[split.asks_for], copy.overlay, self.verdicts,
            clock_split=lambda _: self.splits[0], now=copy.clock.now, text_of=searched_text,
        )  # fmt: skip


def agrees_with_itself(threads: ThreadList) -> None:
    """Rows, keys and places of a list say the same."""
    keys = [threads.key(at) for at in range(len(threads))]
    assert len(set(keys)) == len(keys), f"a row twice in {threads.split.name}: {keys}"
    for at, key in enumerate(keys):
        assert threads.index_of(key) == at
        row = threads.row(at)
        assert row is None or key in (row.id, f"#{at}") or key.startswith("#")
    shown = dict(threads.rows())
    assert len(shown) == sum(threads.row(at) is not None for at in range(len(threads)))
    assert threads.row(len(threads)) is None
    assert threads.row(-1) is None


HOUR = timedelta(hours=1)
