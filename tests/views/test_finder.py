"""Finding operations by what people type: ids, paths, fields, words, and what they are after."""

from __future__ import annotations

import pytest

from mttui.api.catalogue import operations
from mttui.views.finder import find_operations, stem
from mttui.views.finder_words import INTENTS


def first(words: str, count: int = 1) -> list[str]:
    return [each.id for each in find_operations(words)[:count]]


def test_every_operation_is_found_first_by_its_id_and_by_its_path() -> None:
    by_id = {each.id: first(each.id) for each in operations().values()}
    assert {id_: found for id_, found in by_id.items() if found != [id_]} == {}
    by_path = {each.id: first(f"{each.method} {each.path}") for each in operations().values()}
    assert {id_: found for id_, found in by_path.items() if found != [id_]} == {}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("stop sending", {"campaigns.cancel", "sending_queues.scheduled.purge", "batches.cancel"}),
        ("who unsubscribed", {"unsubscribes.list"}),
        ("resume sending", {"velocity.events.resolve"}),
        ("siapa berhenti berlangganan", {"unsubscribes.list"}),
        ("hapus kontak", {"contacts.delete"}),
        ("forget a person", {"data_privacy.rtbf.create", "data_erasure.jobs.create"}),
        ("download invoice", {"billing.invoices.list"}),
        ("why did it bounce", {"bounces.dump.get", "metrics.bounce_reasons.list"}),
    ],
)
def test_what_people_are_after(words: str, expected: set[str]) -> None:
    assert expected <= set(first(words, 5))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("/v1/contacts/650f/activity", "contacts.activity.list"),
        ("DELETE /v1/campaigns/663f?x=1", "campaigns.delete"),
        ("delete /v1/single-sends/bulk", "single_sends.bulk_delete"),
        ("cooldownMinutes", "velocity.rules.create"),
        ("cooldown_minutes", "velocity.rules.create"),
        ("webhoks", "webhooks.list"),
        ("repuation", "reputation.score.get"),
    ],
)
def test_paths_fields_and_slips_of_the_finger(words: str, expected: str) -> None:
    assert expected in first(words, 5)


def test_what_it_does_counts_more_than_what_it_is_done_to() -> None:
    assert first("purge") == ["sending_queues.scheduled.purge"]
    assert first("contacts") == ["contacts.list"]
    assert first("archive") == ["message_streams.archive"]
    assert first("delete contacts") == ["contacts.delete"]


def test_nothing_typed_is_all_of_them_and_nonsense_is_none() -> None:
    assert find_operations("  ", limit=None) == list(operations().values())
    assert find_operations("zzzzqqqq xxyyzz") == []
    assert len(find_operations("list", limit=7)) == 7


@pytest.mark.parametrize(
    "hostile", ["[bold]", "\x1b[31m", "(", "*" * 500, "/v1/(", "\x00", "\ud800", "?" * 9]
)
def test_whatever_is_typed_does_no_harm(hostile: str) -> None:
    assert len(find_operations(hostile)) <= 20


def test_what_people_are_after_names_operations_that_there_are() -> None:
    named = [id_ for entry in INTENTS.strip().split("\n\n") for id_ in entry.partition("->")[2].split()]
    assert len(named) > 50
    assert set(named) <= set(operations())


def test_forms_of_a_word_are_alike() -> None:
    assert {stem(each) for each in ("bounce", "bounces", "bounced", "bouncing")} == {stem("bounce")}
