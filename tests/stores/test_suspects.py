"""Ranking suspects: by how far each lifts the account's bounce rate, not by how much it sends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mttui.api.models.events import MessageEvent
from mttui.stores.flow import Flow
from mttui.stores.suspects import Facts, Samples, Source, SourceKind, count_by, rank, source_of

BAD_IMPORT = Source(SourceKind.CAMPAIGN, "bad-import")
NEWSLETTER = Source(SourceKind.CAMPAIGN, "newsletter")
RECEIPTS = Source(SourceKind.API)
_WIRE = {SourceKind.CAMPAIGN: "campaignId", SourceKind.SMTP_CREDENTIAL: "smtpCredentialId"}


def events(source: Source, number: int, **fields: object) -> list[MessageEvent]:
    named = {_WIRE[source.kind]: source.id} if source.kind in _WIRE else {}
    return [MessageEvent.read({**named, **fields}) for _ in range(number)]


def samples(bounced: dict[Source, int], delivered: dict[Source, int]) -> Samples:
    rows = [row for source, number in bounced.items() for row in events(source, number)]
    good = [row for source, number in delivered.items() for row in events(source, number)]
    flow = Flow(sent=len(rows) + len(good), delivered=len(good), bounced=len(rows))
    return Samples(tuple(rows), tuple(good), flow)


def test_the_cause_comes_first_though_others_send_more() -> None:
    found = rank(
        samples(
            {BAD_IMPORT: 30, NEWSLETTER: 4, RECEIPTS: 3}, {BAD_IMPORT: 50, NEWSLETTER: 400, RECEIPTS: 300}
        ),
        {BAD_IMPORT: Facts("May promo", "SENDING"), NEWSLETTER: Facts("Weekly", "SENDING")},
    )
    first = found[0]
    assert first.source == BAD_IMPORT
    assert first.is_accused
    assert first.own_rate == 100 * 30 / 80
    assert first.rate_without is not None
    assert round(first.rate_without, 3) == round(100 * 7 / 707, 3)
    assert not any(suspect.is_accused for suspect in found[1:])


def test_healthy_traffic_accuses_nobody() -> None:
    found = rank(samples({NEWSLETTER: 4, RECEIPTS: 3}, {NEWSLETTER: 400, RECEIPTS: 300}), {})
    assert not any(suspect.is_accused for suspect in found)


def test_what_is_known_but_has_not_sent_is_listed_last() -> None:
    waiting = Source(SourceKind.BATCH, "b1")
    found = rank(samples({BAD_IMPORT: 9}, {NEWSLETTER: 100}), {waiting: Facts("Invoices", "pending")})
    assert found[0].source == BAD_IMPORT
    assert next(s for s in found if s.source == waiting).own_rate is None


def test_a_source_that_is_not_listed_is_not_stoppable() -> None:
    (suspect, *_) = rank(samples({BAD_IMPORT: 9}, {}), {})
    assert not suspect.facts.stoppable


def test_addresses_are_those_of_the_bounces_most_frequent_first() -> None:
    credential = Source(SourceKind.SMTP_CREDENTIAL, "7")
    rows = events(credential, 3, ipAddress="203.0.113.9") + events(credential, 1, ipAddress="198.51.100.1")
    found = rank(Samples(bounced=tuple(rows), flow=Flow(sent=4, bounced=4)), {})
    assert found[0].addresses == ("203.0.113.9", "198.51.100.1")


def test_the_narrowest_source_names_the_message() -> None:
    event = MessageEvent.read({"campaignId": "c", "smtpCredentialId": 7})
    assert source_of(event) == Source(SourceKind.CAMPAIGN, "c")
    assert source_of(MessageEvent.read({})) == Source(SourceKind.API)


def test_counting_leaves_out_what_is_not_given() -> None:
    rows = [
        *events(NEWSLETTER, 2, bounceClass=10),
        *events(NEWSLETTER, 1, bounceClass=51),
        *events(NEWSLETTER, 5),
    ]
    assert count_by(rows, "bounce_class") == (("10", 2), ("51", 1))


SOURCES = st.sampled_from([BAD_IMPORT, NEWSLETTER, RECEIPTS])


@given(st.dictionaries(SOURCES, st.integers(0, 60)), st.dictionaries(SOURCES, st.integers(0, 60)))
def test_shares_add_up_and_rates_are_percentages(
    bounced: dict[Source, int], delivered: dict[Source, int]
) -> None:
    given_samples = samples(bounced, delivered)
    found = rank(given_samples, {})
    if given_samples.bounced:
        assert abs(sum(suspect.bounce_share for suspect in found) - 1) < 1e-9
    if given_samples.flow.sent:
        assert abs(sum(suspect.traffic_share for suspect in found) - 1) < 1e-9
    for suspect in found:
        for rate in (suspect.own_rate, suspect.rate_without):
            assert rate is None or -1e-9 <= rate <= 100 + 1e-9
