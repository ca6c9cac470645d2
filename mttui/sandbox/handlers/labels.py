"""Labels and segments; both count their contacts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ..engine.documents import Document
from ..engine.people import LABELS as NAMES
from ..engine.segments import count, operator_named
from ..engine.world import World
from ..web.call import Call
from ..web.reply import invalid
from .kept import Body, Kept, keep

_EXAMPLE_LABEL, _EXAMPLE_SEGMENT = "66167a2b4f9b72a5c2f48201", "66167a2b4f9b72a5c2f48301"
_counted: dict[tuple[int, int, str], int] = {}
_MOST_COUNTED = 500


def contacts_of(world: World, rules: Sequence[Any]) -> int:
    """Count the contacts that rules take; counted anew only when a contact has changed."""
    key = (id(world.people), world.people.version, json.dumps(rules, sort_keys=True))
    if key not in _counted:
        if len(_counted) > _MOST_COUNTED:
            _counted.clear()
        _counted[key] = count(world.people, rules)
    return _counted[key]


def _label_seeds(_world: World, _start: int) -> list[Body]:
    ids = ["66167a2b4f9b72a5c2f4820" + str(number) for number in range(2, 2 + len(NAMES))]
    ids[NAMES.index("VIP")] = _EXAMPLE_LABEL
    colours = ("#FF6B6B", "#4ECDC4", "#FFD166", "#06D6A0", "#118AB2", "#8338EC", "#FB5607", "#8D99AE")
    return [
        {"_id": ref, "name": name, "description": f"Contacts that are {name}", "color": colour}
        for ref, name, colour in zip(ids, NAMES, colours, strict=True)
    ]


def _label(call: Call, label: Document) -> Body:
    rule = {"field": "labels", "operator": "equals", "value": label.body["name"]}
    body = label.body
    return {
        **{name: body[name] for name in ("_id", "name", "description", "color")},
        "contactCount": contacts_of(call.world, [rule]),
        **{name: body[name] for name in ("createdAt", "updatedAt")},
    }  # fmt: skip


keep(
    Kept(
        "labels", "label", "lbl", needs=("name",), defaults={"description": "", "color": "#8D99AE"},
        stamps=("createdAt", "updatedAt"), flag_deleted=True, seeds=_label_seeds, shows=_label,
    )
)  # fmt: skip


def _segment_seeds(_world: World, _start: int) -> list[Body]:
    jakarta = {"field": "city", "operator": "equals", "value": "Jakarta"}
    known: tuple[tuple[str, str, list[Body]], ...] = (
        (_EXAMPLE_SEGMENT, "Active Jakarta Contacts", [jakarta]),
        ("66167a2b4f9b72a5c2f48302", "VIP Buyers", [
            {"field": "labels", "operator": "equals", "value": "VIP"},
            {"field": "funnel", "operator": "equals", "value": "Customer"},
        ]),
        ("66167a2b4f9b72a5c2f48303", "Born In The Nineties", [
            {"field": "dayOfBirth", "operator": "between", "value": ["1990-01-01", "1999-12-31"]},
        ]),
        ("66167a2b4f9b72a5c2f48304", "No Company", [{"field": "company", "operator": "is empty"}]),
    )  # fmt: skip
    return [{"_id": ref, "name": name, "description": "", "rules": rules} for ref, name, rules in known]


def _check_rules(_call: Call, body: Body) -> None:
    rules = body.get("rules")
    if not isinstance(rules, list) or not rules:
        raise invalid("rules", "must be a list of at least one rule")
    for rule in rules:
        if not isinstance(rule, dict) or not rule.get("field"):
            raise invalid("rules", "each rule needs a field")
        if operator_named(rule.get("operator")) is None:
            raise invalid("rules", f"there is no operator {rule.get('operator')!r}")


def _segment(call: Call, segment: Document) -> Body:
    body = segment.body
    return {
        **{name: body[name] for name in ("_id", "name", "description", "rules")},
        "contactCount": contacts_of(call.world, body["rules"]),
        **{name: body[name] for name in ("createdAt", "updatedAt")},
    }  # fmt: skip


keep(
    Kept(
        "segments", "segment", "seg", needs=("name", "rules"), defaults={"description": ""},
        stamps=("createdAt", "updatedAt"), flag_deleted=True, seeds=_segment_seeds, shows=_segment,
        checks=_check_rules,
    )
)  # fmt: skip
