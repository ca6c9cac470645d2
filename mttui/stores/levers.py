"""What can be done about an incident, as interventions: each with its words and its read-back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from mttui.api.client import Mailtarget
from mttui.api.errors import NotFound
from mttui.api.models.ip_access import IpAccessRule
from mttui.api.models.velocity import VelocityEvent, VelocityRule
from mttui.api.operation import Operation, operation_of

from .response import Intervention
from .suspects import SourceKind, Suspect
from .watch import Sending, is_active

_SENDING_STAGES = frozenset({"sending", "scheduled"})


class Levers:
    """Makes interventions for the objects of an incident.

    Args:
        client: asks the platform; read-backs go ahead of polls, as a person waits for them.
    """

    def __init__(self, client: Mailtarget) -> None:
        self._client = client
        self._stops: dict[SourceKind, Callable[[Suspect], Intervention]] = {
            SourceKind.CAMPAIGN: self.cancel_campaign,
            SourceKind.BATCH: self.cancel_batch,
            SourceKind.SINGLE_SEND: self.unschedule_single_send,
            SourceKind.SMTP_CREDENTIAL: self.delete_smtp_credential,
        }

    def stop(self, suspect: Suspect) -> Intervention | None:
        """Return what stops a suspect, or ``None`` where the API has no lever for its kind."""
        make = self._stops.get(suspect.source.kind)
        return make(suspect) if make else None

    def cancel_campaign(self, suspect: Suspect) -> Intervention:
        """Cancel a campaign: it goes back to draft."""
        campaign_id = suspect.source.id

        async def shows() -> bool:
            campaign = await self._client.campaigns.get(campaign_id)
            return (campaign.stage or "").casefold() not in _SENDING_STAGES

        return Intervention(
            title=f"Cancel campaign “{suspect.facts.name}”",
            operation=operation_of(self._client.campaigns.cancel),
            arguments={"id": campaign_id},
            shows=shows,
            expectation="the campaign is no longer SENDING or SCHEDULED",
            consequences=(
                _waiting(suspect, "will not be sent"),
                "It goes back to DRAFT. What was delivered stays delivered.",
                "It cannot be taken up where it stopped: sending it again sends to everybody.",
            ),
        )

    def cancel_batch(self, suspect: Suspect) -> Intervention:
        """Cancel a batch; the platform refuses once it is sending."""
        return Intervention(
            title=f"Cancel batch “{suspect.facts.name}”",
            operation=operation_of(self._client.batches.cancel),
            arguments={"id": suspect.source.id},
            shows=_gone_or(
                lambda: self._client.batches.get(suspect.source.id),
                lambda batch: (batch.status or "").casefold().startswith("cancel"),
            ),
            expectation="the batch is cancelled",
            consequences=("The platform refuses this once the batch is sending.",),
        )

    def unschedule_single_send(self, suspect: Suspect) -> Intervention:
        """Take back the schedule of a single send."""
        return Intervention(
            title=f"Unschedule single send “{suspect.facts.name}”",
            operation=operation_of(self._client.single_sends.unschedule),
            arguments={"id": suspect.source.id},
            shows=_gone_or(
                lambda: self._client.single_sends.get(suspect.source.id),
                lambda send: (send.status or "").casefold() not in _SENDING_STAGES,
            ),
            expectation="the single send is no longer scheduled",
            consequences=("It goes back to draft and can be scheduled again.",),
        )

    def delete_smtp_credential(self, suspect: Suspect) -> Intervention:
        """Delete an SMTP credential: whoever uses it can send no more."""
        credential_id = suspect.source.id

        async def shows() -> bool:
            return all(row.id != credential_id for row in await self._client.smtp_credentials.list())

        return Intervention(
            title=f"Delete SMTP credential {suspect.facts.name}",
            operation=operation_of(self._client.smtp_credentials.delete),
            arguments={"id": credential_id},
            shows=shows,
            expectation="the credential is no longer listed",
            consequences=(
                "Everything that sends with it stops, rightful senders included.",
                "It cannot be brought back: a new one has to be made and rolled out.",
            ),
        )

    def purge_scheduled_queue(self, count: int | None) -> Intervention:
        """Delete every message in the scheduled queue."""

        async def shows() -> bool:
            queues = await self._client.sending_queues.get()
            return queues.scheduled is not None and not queues.scheduled.pending

        known = "an unknown number of" if count is None else f"{count:,}"
        return Intervention(
            title=f"Purge the scheduled queue ({known} messages)",
            operation=operation_of(self._client.sending_queues.scheduled.purge),
            arguments={},
            shows=shows,
            expectation="the scheduled queue is empty",
            consequences=(
                f"Deletes {known} messages that wait for their time, of every sender.",
                "There is no way back.",
            ),
            word="purge",
        )

    def allow_address(self, address: str, note: str) -> Intervention:
        """Add an address to those that may call the API."""

        async def shows() -> bool:
            return any(row.ip == address for row in await self._client.ip_access.list())

        return Intervention(
            title=f"Allow API calls from {address}",
            operation=operation_of(self._client.ip_access.create),
            arguments={"ip": address, "note": note},
            shows=shows,
            expectation="the address is on the list",
            consequences=(
                "Once this list has an entry, only the addresses on it can call the API.",
                "Make sure that this box and the production servers are on it.",
            ),
        )

    def forbid_address(self, rule: IpAccessRule, *, left: int) -> Intervention:
        """Take an address off the list of those that may call the API.

        Args:
            rule: the entry.
            left: entries that are left without it.
        """

        async def shows() -> bool:
            return all(row.id != rule.id for row in await self._client.ip_access.list())

        after = (
            f"The {left} left on the list can still call: this box must be among them."
            if left
            else "Nothing is left on the list then: the reference does not say who may call."
        )
        return Intervention(
            title=f"Remove {rule.ip} from those that may call the API",
            operation=operation_of(self._client.ip_access.delete),
            arguments={"id": rule.id},
            shows=shows,
            expectation="the address is no longer on the list",
            consequences=("Whoever calls from there is refused at once, SMTP not included.", after),
        )

    def tune_rule(self, rule: VelocityRule, threshold: float) -> Intervention:
        """Give a rule another threshold."""

        async def shows() -> bool:
            now = await self._client.velocity.rules.get(rule.id)
            return now.threshold == threshold

        return Intervention(
            title=f"Set the threshold of “{rule.name}” from {rule.threshold:g} % to {threshold:g} %",
            operation=operation_of(self._client.velocity.rules.update),
            arguments={"id": rule.id, "threshold": threshold},
            shows=shows,
            expectation=f"the threshold is {threshold:g} %",
            consequences=("The rule acts on the new threshold from its next check on.",),
        )

    def resolve(self, event: VelocityEvent, consequences: tuple[str, ...]) -> Intervention:
        """Resolve a velocity event: sending resumes."""
        return self._end(event, operation_of(self._client.velocity.events.resolve), "Resolve", consequences)

    def dismiss(self, event: VelocityEvent, consequences: tuple[str, ...]) -> Intervention:
        """Dismiss a velocity event as a false positive."""
        return self._end(event, operation_of(self._client.velocity.events.dismiss), "Dismiss", consequences)

    def _end(
        self, event: VelocityEvent, operation: Operation, verb: str, consequences: tuple[str, ...]
    ) -> Intervention:
        async def shows() -> bool:
            listed, status = (
                await self._client.velocity.events.list(per_page=50),
                await self._client.velocity.status.get(),
            )
            ended = all(not is_active(row) for row in listed if row.id == event.id)
            return ended and (Sending.of(status) is Sending.ACTIVE or any(is_active(row) for row in listed))

        return Intervention(
            title=f"{verb} “{event.rule_name or event.id}”",
            operation=operation,
            arguments={"id": event.id},
            shows=shows,
            expectation="the event is over and sending is as its other events leave it",
            consequences=consequences,
        )


def _gone_or(
    read: Callable[[], Awaitable[Any]], holds: Callable[[Any], bool]
) -> Callable[[], Awaitable[bool]]:
    async def shows() -> bool:
        try:
            return holds(await read())
        except NotFound:
            return True

    return shows


def _waiting(suspect: Suspect, what: str) -> str:
    waiting = suspect.facts.waiting
    return f"About {waiting:,} messages {what}." if waiting is not None else f"What is left {what}."
