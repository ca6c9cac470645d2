"""What the classifier says: asked in batches, once for each message, and again what failed in passing."""

from __future__ import annotations

from collections.abc import Sequence

import httpx
import pytest

from mttui.api.errors import ApiError
from mttui.api.models.threads import Thread
from mttui.stores.inbox.verdicts import AT_ONCE, Verdicts

from .copies import Copy
from .desk import Desk
from .mail_platform import MailPlatform, Wire, _ok


class Classifier(MailPlatform):
    """A platform that says what mail is about."""

    answers: int | None = None
    """Verdicts that it gives at most."""

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if not request.url.path.endswith("/classify/batch"):
            return super()._answer(request)
        asked = self.batches[-1]
        return _ok([{"category": f"about {each['subject']}"} for each in asked][: self.answers])

    @property
    def batches(self) -> list[Sequence[dict[str, str]]]:
        """The messages of each question."""
        return [each.body["messages"] for each in self.asked if each.method == "POST"]


@pytest.fixture
async def platform(desk: Desk) -> Classifier:
    desk.platform = Classifier(desk.clock)
    return desk.platform


@pytest.fixture
async def copy(desk: Desk, platform: Classifier) -> Copy:
    return desk.copy()


@pytest.fixture
async def verdicts(copy: Copy) -> Verdicts:
    return Verdicts(copy.client, copy.conversations, on_fault=copy.told.faults.append)


def some(count: int, messages: int = 1) -> list[Thread]:
    return [Thread(id=f"t{n}", subject=f"{n}", preview="p", message_count=messages) for n in range(count)]


async def test_all_that_are_wanted_are_asked_about_in_batches(
    desk: Desk, platform: Classifier, verdicts: Verdicts
) -> None:
    pokes: list[int] = []
    verdicts.subscribe(lambda: pokes.append(len(verdicts.known)))
    verdicts.want(some(AT_ONCE * 2 + 30))
    await desk.rest()
    assert [len(batch) for batch in platform.batches] == [AT_ONCE, AT_ONCE, 30]
    assert pokes == [AT_ONCE, AT_ONCE * 2, AT_ONCE * 2 + 30]
    assert verdicts.known["t229"].category == "about 229"


async def test_each_message_is_asked_about_once(desk: Desk, platform: Classifier, verdicts: Verdicts) -> None:
    for _ in range(3):
        verdicts.want(some(5))
        await desk.rest()
    assert len(platform.batches) == 1
    verdicts.want([*some(4), *some(5, messages=2)[4:], *some(6)[5:]])
    await desk.rest()
    assert [each["subject"] for each in platform.batches[1]] == ["4", "5"]


async def test_one_question_at_a_time(desk: Desk, platform: Classifier, verdicts: Verdicts) -> None:
    desk.always(Wire(takes=5.0))
    verdicts.want(some(3))
    await desk.rest()
    verdicts.want(some(5))
    await desk.rest()
    assert len(platform.batches) == 1
    await desk.clock.sleep(6)
    assert [each["subject"] for each in platform.batches[1]] == ["3", "4"]


async def test_no_question_about_nothing(desk: Desk, platform: Classifier, verdicts: Verdicts) -> None:
    verdicts.want([])
    await desk.rest()
    assert platform.asked == []


async def test_it_is_shown_what_they_wrote_last_or_the_first_words(
    desk: Desk, platform: Classifier, copy: Copy, verdicts: Verdicts
) -> None:
    platform.add("t0", subject="Order", contactEmail="a@x.example")
    platform.write("t0", "inbound", "Where is it?\n\nOn Mon, 1 Jun 2026, Sari wrote:\n> It left.")
    platform.write("t0", "outbound", "It left.")
    thread = desk.thread("t0")
    await verdicts.ask([thread])
    await copy.conversations.fetch(thread)
    await verdicts.ask([thread, Thread(id="t9")])
    assert [batch[0]["body"] for batch in platform.batches] == ["First words", "Where is it?"]
    assert platform.batches[0][0] == {"from": "a@x.example", "subject": "Order", "body": "First words"}
    assert platform.batches[1][1] == {"from": "unknown@invalid", "subject": "", "body": ""}


async def test_a_long_mail_is_cut(desk: Desk, platform: Classifier, copy: Copy, verdicts: Verdicts) -> None:
    platform.add("t0")
    platform.write("t0", "inbound", "word " * 10_000)
    await copy.conversations.fetch(desk.thread("t0"))
    await verdicts.ask([desk.thread("t0")])
    assert len(platform.batches[0][0]["body"]) == 8_000


async def test_fewer_answers_than_questions_leave_the_rest_unknown(
    desk: Desk, platform: Classifier, verdicts: Verdicts
) -> None:
    platform.answers = 2
    for _ in range(2):
        verdicts.want(some(5))
        await desk.rest()
    assert set(verdicts.known) == {"t0", "t1"}
    assert len(platform.batches) == 1


@pytest.mark.parametrize(
    ("trouble", "again"),
    [
        (Wire(refused=True), True),
        (Wire(done_after=None, status=429), True),
        (Wire(done_after=None, status=503), True),
        (Wire(done_after=None, cut=True), True),
        (Wire(done_after=None, status=403), False),
        (Wire(done_after=None, status=404), False),
    ],
)
async def test_what_failed_in_passing_is_asked_when_it_is_next_wanted(
    desk: Desk, platform: Classifier, verdicts: Verdicts, trouble: Wire, again: bool
) -> None:
    desk.always(trouble)
    verdicts.want(some(AT_ONCE + 5))
    await desk.clock.sleep(60)
    tries = len(platform.batches)
    assert verdicts.error is not None
    await desk.clock.sleep(600)
    assert len(platform.batches) == tries, "not by itself"
    desk.spoil("")
    verdicts.want(some(5))
    await desk.rest()
    assert ("t0" in verdicts.known) == again
    assert (verdicts.error is None) == again


async def test_asked_by_a_person_it_says_what_went_wrong(
    desk: Desk, platform: Classifier, verdicts: Verdicts
) -> None:
    desk.always(Wire(done_after=None, status=403))
    with pytest.raises(ApiError):
        await verdicts.ask(some(1))
    desk.spoil("")
    await verdicts.ask(some(AT_ONCE + 1))
    assert [len(batch) for batch in platform.batches[1:]] == [AT_ONCE, 1]
    verdicts.want(some(AT_ONCE + 1))
    await desk.rest()
    assert len(platform.batches) == 3, "what a person asked is known"


async def test_closing_asks_nothing_more(desk: Desk, platform: Classifier, verdicts: Verdicts) -> None:
    desk.always(Wire(takes=5.0))
    verdicts.want(some(AT_ONCE * 3))
    await desk.rest()
    verdicts.close()
    await desk.clock.sleep(60)
    assert len(platform.batches) == 1
    assert verdicts.known == {}
