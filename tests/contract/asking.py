"""Arguments for any operation, as somebody would find them: ids of the reference, else of the first row."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from mttui.api.catalogue import operations
from mttui.api.client import Mailtarget
from mttui.api.kin import is_list, path_parameters
from mttui.api.operation import Operation
from mttui.views.describe import view_of
from mttui.views.fields import value_at
from tests.cli.samples import sample_arguments

from .contract import declared

_VARIABLE = re.compile(r"\{\w+\}")
KNOWN = {"/v1/email-activity/export/{}": "exp_001"}
"""Ids in the reference's examples of answers."""
MADE_BY = {
    "/v1/validate/bulk/{}": "validate.bulk.create",
    "/v1/preview/inbox/{}": "preview.inbox.create",
    "/v1/seed-tests/{}": "seed_tests.create",
    "/v1/email-testing/image-validation/{}": "email_testing.image_validation.create",
    "/v1/data-erasure/jobs/{}": "data_erasure.jobs.create",
}
"""What makes the things that no list shows."""
LISTED_ELSEWHERE = {"/v1/reputation/isp-recommendations/{}": "/v1/reputation/domains"}
"""Where ids are listed that the list of the same path does not have."""
SENSIBLE = {
    "email": "wati.susilo@gmail.example",
    "domain": "news.lapak.example",
    "forward_url": "https://desk.lapak.example/inbound",
    "url": "https://desk.lapak.example/inbound",
    "new_password": "long enough to be kept",
}
"""Values for texts that are more than a text."""
BODIES: Mapping[str, Mapping[str, Any]] = {
    "single_sends.create": {"name": "Weekly", "subject": "This week"},
    "scheduled_messages.update": {"scheduled_for": datetime(2099, 1, 1, tzinfo=UTC)},
    "suppression.create": {"emails": ["wati.susilo@gmail.example"]},
    "threads.reply": {"text": "It is on its way."},
    "inbound.classify_batch": {"messages": [{"from": "wati.susilo@gmail.example", "subject": "Refund"}]},
}
"""What is needed beside what the reference says is."""


def plain(path: str) -> str:
    """Return a path with its variables without their names."""
    return _VARIABLE.sub("{}", path)


@functools.cache
def reference_ids() -> Mapping[str, str]:
    """Return the ids in the reference's cURL lines, by the path up to them."""
    found: dict[str, str] = {}
    for facts in declared():
        template = plain(facts["path"]).split("/")
        target = facts.get("curl", {}).get("target", "").partition("?")[0].split("/")
        for at, (step, value) in enumerate(zip(template, target, strict=False)):
            if step == "{}":
                found.setdefault("/".join(template[: at + 1]), value)
    return found


async def arguments_of(client: Mailtarget, operation: Operation, *, row: int = 0) -> dict[str, Any]:
    """Return arguments with which an operation can be called.

    Raises:
        LookupError: what is listed within that row is empty.

    Args:
        client: asks for rows where the reference shows no id.
        operation: what is to be called.
        row: which of the rows; counted from 0.
    """
    given = sample_arguments(operation)
    texts = {name for name, value in given.items() if isinstance(value, str)}
    fitting = {name: value for name, value in SENSIBLE.items() if name in texts}
    return {**given, **fitting, **BODIES.get(operation.id, {}), **await _path(client, operation, row)}


async def _path(client: Mailtarget, operation: Operation, row: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    parameters = iter(path_parameters(operation))
    steps = plain(operation.path).split("/")
    for at, step in enumerate(steps):
        if step == "{}":
            path = "/".join(steps[: at + 1])
            found[next(parameters).name] = await _value(client, path, list(found.values()), row)
    return found


async def _value(client: Mailtarget, path: str, known: list[Any], row: int) -> Any:
    if row == 0 and path in {*reference_ids(), *KNOWN}:
        return reference_ids().get(path) or KNOWN[path]
    if path in MADE_BY:
        maker = operations()[MADE_BY[path]]
        made = await client.call(maker, await arguments_of(client, maker))
        return next(getattr(made, name) for name in ("id", "job_id") if hasattr(made, name))
    at = LISTED_ELSEWHERE.get(path, path.removesuffix("/{}"))
    lister = next(each for each in operations().values() if is_list(each) and plain(each.path) == at)
    given = {each.name: value for each, value in zip(path_parameters(lister), known, strict=True)}
    rows = list(await client.call(lister, given))
    if not rows:
        raise LookupError(f"{lister.id}: {given} has nothing in it")
    key = view_of(lister).key
    return str(value_at(rows[row % len(rows)], key)) if key else str(rows[row % len(rows)])
