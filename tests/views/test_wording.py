"""Names of the platform as words for people."""

from __future__ import annotations

import pytest

from mttui.api.catalogue import operations
from mttui.views.said import SAID
from mttui.views.wording import deed_words, resource_title, singular, words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dueDate", "due date"),
        ("dns_ips", "DNS IPs"),
        ("ab_test", "A/B test"),
        ("createdAt", "created at"),
        ("_id", "id"),
    ],
)
def test_names_become_words(name: str, expected: str) -> None:
    assert words(name) == expected


def test_what_an_operation_does_is_a_phrase() -> None:
    said = {id_: deed_words(operation) for id_, operation in operations().items()}
    assert said["campaigns.cancel"] == "Cancel campaign"
    assert said["templates.versions.list"] == "List template versions"
    assert said["sending_queues.scheduled.purge"] == "Purge the scheduled queue"
    assert all(each[0].isupper() and each.isprintable() and len(each) <= 44 for each in said.values())


def test_each_phrase_is_of_an_operation_and_none_is_said_of_two() -> None:
    assert set(SAID) <= set(operations())
    changes = [each for each in operations().values() if each.effect != "read"]
    said = [deed_words(each) for each in changes]
    assert [each for each in said if said.count(each) > 1] == []


@pytest.mark.parametrize(
    ("resource", "expected"),
    [("campaigns", "Campaigns"), ("velocity.rules", "Velocity: rules"), ("sso", "SSO")],
)
def test_titles_of_resources(resource: str, expected: str) -> None:
    assert resource_title(resource) == expected


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("rules", "rule"),
        ("categories", "category"),
        ("batches", "batch"),
        ("status", "status"),
        ("DNS", "DNS"),
    ],
)
def test_singulars(many: str, one: str) -> None:
    assert singular(many) == one
