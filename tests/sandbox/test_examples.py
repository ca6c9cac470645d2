"""The reference's examples of answers that no cURL line asks for; the others are in the contract's tests."""

from __future__ import annotations

import json

from mttui.api.catalogue import operations
from mttui.api.client import Mailtarget
from mttui.api.errors import Refused
from mttui.api.operation import Effect
from tests.contract.asking import arguments_of
from tests.contract.contract import contract
from tests.contract.test_sandbox_reads import PLACEHOLDERS, ROWS, platform

from .shapes import check_shape

__all__ = ["platform"]


async def test_an_answer_has_what_the_reference_shows(platform: Mailtarget) -> None:
    shown = {
        name: facts["response_example"]
        for name, facts in contract().items()
        if "response_example" in facts and "curl" not in facts
    }
    faults = {}
    for name in sorted(shown, key=lambda each: operations()[each].effect is Effect.DESTROY):
        fault = await fault_of(platform, name, shown[name])
        if fault:
            faults[name] = fault
    assert faults.keys() == PLACEHOLDERS.keys()


async def fault_of(platform: Mailtarget, name: str, shown: object) -> str:
    """Say what an answer lacks; where a state forbids what is asked, that of the next row counts."""
    operation, trouble = operations()[name], ""
    for row in range(ROWS):
        try:
            reply = await platform.call_raw(operation, await arguments_of(platform, operation, row=row))
            check_shape(json.loads(reply.body), shown)
        except (Refused, AssertionError, LookupError) as error:
            trouble = repr(error)[:300]
        else:
            return ""
    return trouble
