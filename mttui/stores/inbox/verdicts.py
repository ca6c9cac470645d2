"""What threads are about, as the platform's classifier sees it: a suggestion, applied only when accepted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from mttui.api.budget import Priority
from mttui.api.client import Mailtarget
from mttui.api.errors import ApiError, NoAnswer, PlatformTrouble, RateLimited, Unreachable
from mttui.api.models.inbound import InboundMailInput, InboundVerdict
from mttui.api.models.threads import Thread

from .conversations import Conversations, stamp_of

AT_ONCE = 100
"""Messages that are classified with one request."""
_PASSING = (NoAnswer, PlatformTrouble, RateLimited, Unreachable)
"""Errors after which the same question may be answered later."""
_LONGEST = 8_000
"""Characters of a mail that are shown to the classifier."""


class Verdicts:
    """Asks the classifier and remembers what it said.

    Args:
        client: asks the platform.
        conversations: where the text of a thread is, once it was read; its first words are used until then.
        on_fault: told of exceptions that are bugs of mttui.
    """

    def __init__(
        self,
        client: Mailtarget,
        conversations: Conversations,
        *,
        on_fault: Callable[[BaseException], None],
    ) -> None:
        self.known: dict[str, InboundVerdict] = {}
        """By thread id."""
        self.error: ApiError | None = None
        """Why the last question was not answered."""
        self._client, self._polls = client, client.for_polls(Priority.POLL)
        self._conversations, self._on_fault = conversations, on_fault
        self._stamps: dict[str, object] = {}
        self._wanted: list[Thread] = []
        self._task: asyncio.Task[None] | None = None
        self._pokes: list[Callable[[], None]] = []

    def subscribe(self, poke: Callable[[], None]) -> Callable[[], None]:
        """Call ``poke`` whenever something new is known; returns what ends that."""
        self._pokes.append(poke)
        return lambda: self._pokes.remove(poke)

    def want(self, threads: Iterable[Thread]) -> None:
        """Have the verdicts on threads, as a poll would: those that are new, or that said something new."""
        self._wanted = self._unknown(threads)
        if self._task is None:
            self._ask_next()

    async def ask(self, threads: Iterable[Thread]) -> None:
        """Have the verdicts on threads now, however old the known ones are.

        Raises:
            ApiError: the platform did not answer.
        """
        listed = list(threads)
        for first in range(0, len(listed), AT_ONCE):
            await self._ask(self._client, listed[first : first + AT_ONCE])

    def close(self) -> None:
        """Ask nothing more."""
        if self._task is not None:
            self._task.cancel()

    def _unknown(self, threads: Iterable[Thread]) -> list[Thread]:
        return [each for each in threads if self._stamps.get(each.id, self) != stamp_of(each)]

    def _ask_next(self) -> None:
        """Ask about the next of those that are wanted, if there is one."""
        wanted = self._unknown(self._wanted)
        new, self._wanted = wanted[:AT_ONCE], wanted[AT_ONCE:]
        if not new:
            return
        # Asked for once: what cannot be classified is asked for again only with the next message.
        self._stamps.update((thread.id, stamp_of(thread)) for thread in new)
        self._task = asyncio.create_task(self._quietly(new), name="classify threads")
        self._task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._task = None
        if task.cancelled():
            return
        if (trouble := task.exception()) is not None:
            self._on_fault(trouble)
        elif self.error is None:
            self._ask_next()

    async def _quietly(self, threads: list[Thread]) -> None:
        try:
            await self._ask(self._polls, threads)
        except ApiError as error:
            self.error = error
            if isinstance(error, _PASSING):
                for thread in threads:
                    self._stamps.pop(thread.id, None)  # asked for again when it is next wanted

    async def _ask(self, client: Mailtarget, threads: list[Thread]) -> None:
        found = await client.inbound.classify_batch(messages=[self._mail(each) for each in threads])
        self.error = None
        for thread, verdict in zip(threads, found, strict=False):
            self.known[thread.id] = verdict
            self._stamps[thread.id] = stamp_of(thread)
        for poke in tuple(self._pokes):
            poke()

    def _mail(self, thread: Thread) -> InboundMailInput:
        conversation = self._conversations.get(thread.id)
        inbound = [mail for mail in conversation.mails if not mail.is_outbound] if conversation else []
        body = inbound[-1].letter.own_words if inbound else thread.preview or ""
        return InboundMailInput(
            from_=thread.contact_email or "unknown@invalid",
            subject=thread.subject or "",
            body=body[:_LONGEST],
        )
