from __future__ import annotations

import pytest

from mttui.api.catalogue import operations
from mttui.api.operation import Operation
from mttui.text import line_width, plain
from mttui.views.operations import operation_help, type_words

BASE = "https://api.example.test"


@pytest.mark.parametrize("operation", operations().values(), ids=lambda each: each.id)
def test_every_operation_has_a_page_that_fits(operation: Operation) -> None:
    page = operation_help(operation, base_url=BASE, width=78)
    text = "\n".join(plain(each) for each in page)

    assert operation.summary.split()[0] in text
    assert f"{operation.method} {operation.path}" in text
    described = page[: next(at for at, each in enumerate(page) if plain(each) == "As curl")]
    assert all(line_width(each) <= 78 for each in described), text
    for parameter in operation.parameters:
        assert parameter.name in text


def test_types_are_said_in_words() -> None:
    from typing import Literal

    assert type_words(str) == "text"
    assert type_words(Literal["pause", "throttle"] | None) == "one of pause, throttle"
    assert type_words(list[int]) == "list of number"
