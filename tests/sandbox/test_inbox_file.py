"""An inbox out of a file: which messages belong together, what is kept of them, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mttui.api.models.threads import Thread, ThreadMessage
from mttui.sandbox import InboxFileError, Sandbox, SandboxOptions
from mttui.sandbox.company import SUPPORT
from mttui.sandbox.engine.inbox_file import read_inbox

from .helpers import START, Api, platform
from .test_inbox import every_thread, messages_of

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
NOW = int(START.timestamp())


def line(message: Any) -> bytes:
    """One message as a line; lone surrogates stand as JSON escapes."""
    return json.dumps(message).encode() + b"\n"


def inbox_of(folder: Path, messages: Iterable[Any]) -> Path:
    path = folder / "mail.jsonl"
    path.write_bytes(b"".join(map(line, messages)))
    return path


def letter(words: str, **more: Any) -> dict[str, Any]:
    return {
        "file": "x.eml", "from": "Budi <budi@kantor.example>", "to": SUPPORT, "subject": "Pesanan",
        "bodyText": words, "bodyHtml": None, "headers": {}, "attachments": [],
        "receivedAt": "2026-04-01T08:00:00Z",
    } | more  # fmt: skip


def threads_of(folder: Path, *messages: dict[str, Any]) -> list[list[str]]:
    """Which messages were put together, told by their words."""
    return [[row[8] for row in rows] for _, rows in read_inbox(inbox_of(folder, messages), NOW)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"Message-ID": "<a@x>"}, {"In-Reply-To": "<a@x>"}),
        ({"Message-Id": "<a@x>"}, {"references": "<z@x>\r\n\t<a@x>"}),
        ({"MESSAGE-ID": ["<a@x>"]}, {"References": ["<z@x>", "<a@x> <b@x>"]}),
        ({"Message-ID": "<a@x>"}, {"In-Reply-To": "Your message of Tuesday <a@x>"}),
        ({"References": "<root@x>"}, {"In-Reply-To": "<root@x>"}),
        ({"Message-ID": "<a@x>"}, {"Message-ID": "<a@x>"}),
    ],
)
def test_what_shares_an_id_is_a_conversation(tmp_path: Path, first: Any, second: Any) -> None:
    pair = letter("one", headers=first), letter("two", headers=second)
    assert threads_of(tmp_path, *pair) == [["one", "two"]]


@pytest.mark.parametrize(
    "headers", [{}, {"Message-ID": ""}, {"Message-ID": "<>"}, {"In-Reply-To": "nonsense"}]
)
def test_the_same_subject_is_no_conversation(tmp_path: Path, headers: Any) -> None:
    found = threads_of(tmp_path, letter("one", headers=headers), letter("two", headers=headers))
    assert found == [["one"], ["two"]]


def test_a_late_letter_joins_two_conversations(tmp_path: Path) -> None:
    found = threads_of(
        tmp_path,
        letter(
            "c",
            headers={"Message-ID": "<c@x>", "References": "<a@x> <b@x>"},
            receivedAt="2026-04-03T00:00:00Z",
        ),
        letter("b", headers={"Message-ID": "<b@x>"}, receivedAt="2026-04-02T00:00:00Z"),
        letter("z", receivedAt="2026-03-01T00:00:00Z"),
        letter("a", headers={"Message-ID": "<a@x>"}),
    )
    assert found == [["z"], ["a", "b", "c"]]


async def test_our_mail_went_out_and_the_row_tells_of_it(tmp_path: Path) -> None:
    ids = ({"Message-ID": "<a@x>"}, {"Message-ID": "<b@x>", "In-Reply-To": "<a@x>"}, {"In-Reply-To": "<b@x>"})
    ours = {"from": f"Support <{SUPPORT.upper()}>", "to": "Budi <budi@kantor.example>"}
    path = inbox_of(
        tmp_path,
        [
            letter("Mana?", headers=ids[0]),
            letter("Sebentar.", headers=ids[1], **ours, receivedAt="2026-04-01T15:30:00+07:00"),
            letter("> Sebentar.\n\nOke.", headers=ids[2], receivedAt="2026-04-02T08:00:00"),
            letter("Halo?", **ours),
        ],
    )
    async with platform(inbox=path) as api:
        asked, talk = sorted(await every_thread(api), key=lambda each: each["messageCount"])
        assert (talk["status"], talk["direction"], talk["lastDirection"]) == ("open", "both", "inbound")
        assert talk["firstResponseAt"] == talk["lastOutboundAt"] == "2026-04-01T08:30:00Z"
        assert talk["waitingSince"] == talk["updatedAt"] == "2026-04-02T08:00:00Z"
        assert (talk["preview"], talk["contactName"], talk["contactEmail"]) == (
            "Oke.",
            "Budi",
            "budi@kantor.example",
        )
        assert (asked["status"], asked["direction"], asked["waitingSince"]) == ("pending", "outbound", None)
        assert asked["contactEmail"] == "budi@kantor.example"


async def test_a_time_that_is_missing_or_to_come_is_just_before_the_start(tmp_path: Path) -> None:
    times = [None, "2026-04-10T10:39:58Z", "2031-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00"]
    path = inbox_of(tmp_path, [letter(str(time), receivedAt=time) for time in times])
    async with platform(inbox=path) as api:
        received = {each["preview"]: each["updatedAt"] for each in await every_thread(api)}
    assert received == {
        "None": "2026-04-10T10:39:59Z", "2026-04-10T10:39:58Z": "2026-04-10T10:39:58Z",
        "2031-01-01T00:00:00Z": "2026-04-10T10:39:59Z", "0001-01-01T00:00:00+14:00": "1970-01-01T00:00:00Z",
    }  # fmt: skip


async def test_a_message_may_lack_everything(tmp_path: Path) -> None:
    path = tmp_path / "mail.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"subject": null}\r\n\n   \n{}')
    async with platform(inbox=path) as api:
        threads = await every_thread(api)
        assert [each["subject"] for each in threads] == ["", ""]
        (message,) = await messages_of(api, threads[0]["_id"])
        assert (message["from"], message["bodyText"], message["bodyHtml"]) == ("", None, None)
        assert (message["headers"], message["attachments"]) == ({}, [])


HOSTILE = "a\x00b \ud800 \udcff\udc1b[31m \x1b[2J \u202e \U0001f600 é"
"""A NUL, lone surrogates, a control sequence, a bidi override and harmless things."""


async def test_every_character_comes_back(tmp_path: Path) -> None:
    sender = f'"{HOSTILE}" <x@kantor.example>'
    whole = letter(
        HOSTILE, subject=HOSTILE, bodyHtml=f"<p>{HOSTILE}</p>", to=HOSTILE, headers={HOSTILE: [HOSTILE]},
        attachments=[{"filename": HOSTILE, "size": 1}], **{"from": sender},
    )  # fmt: skip
    async with platform(inbox=inbox_of(tmp_path, [whole])) as api:
        (thread,) = await every_thread(api)
        assert (thread["subject"], thread["contactName"]) == (HOSTILE, HOSTILE)
        (message,) = await messages_of(api, thread["_id"])
        for name in ("from", "to", "subject", "bodyText", "bodyHtml", "headers", "attachments"):
            assert message[name] == whole[name], name
        assert Thread.read(thread).subject == HOSTILE
        read = ThreadMessage.read(message)
        assert (read.body_text, read.from_, read.unreadable) == (HOSTILE, sender, ())
        assert await every_thread(api, search="KANTOR") == [thread]
        assert await every_thread(api, search="\x00b") == [thread]
        path = f"/v1/threads/{thread['_id']}"
        header = {"Content-Type": "application/json"}
        await api.ask("PATCH", f"{path}/labels", content=line({"labels": [HOSTILE]}), headers=header)
        answer = await api.ask(
            "POST", f"{path}/reply", content=line({"text": HOSTILE, "html": HOSTILE}),
            headers={**header, "Idempotency-Key": "k"},
        )  # fmt: skip
        assert answer.json()["data"]["bodyText"] == HOSTILE
        api.step(7200)
        after = await api.data(path)
        assert (after["labels"], after["subject"]) == ([HOSTILE], HOSTILE)
        assert (await messages_of(api, thread["_id"]))[1] == answer.json()["data"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (b"{", "it is not JSON"),
        (b"not json at all", "it is not JSON"),
        (b'{"size": NaN}', "NaN is no JSON"),
        (b'\xff{"subject": "x"}', "it is not UTF-8"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[]", "it is not a JSON object"),
        (b'"text"', "it is not a JSON object"),
        (b'{"subject": 5}', "subject is not a text"),
        (b'{"bodyHtml": {}}', "bodyHtml is not a text"),
        (b'{"attachments": {}}', "attachments is not a list"),
        (b'{"headers": []}', "headers is not an object"),
        (b'{"headers": {"X": [5]}}', "header 'X' is neither a text nor a list of texts"),
        (b'{"receivedAt": "soon"}', "receivedAt is not an ISO 8601 time"),
        (b'{"receivedAt": 5}', "receivedAt is not a text"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, wrong: bytes, told: str) -> None:
    path = tmp_path / "mail.jsonl"
    path.write_bytes(line(letter("fine")) + b"\n" + wrong + b"\n")
    with pytest.raises(InboxFileError) as caught:
        Sandbox(SandboxOptions(inbox=path, start=START))
    assert str(caught.value).startswith(f"{path}, line 3: {told}")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "none.jsonl", "No such file"), (tmp_path, "Is a directory")):
        with pytest.raises(InboxFileError, match=reason) as caught:
            Sandbox(SandboxOptions(inbox=path, start=START))
        assert str(caught.value).startswith(f"{path}: ")


def test_a_state_that_has_an_inbox_takes_no_file(tmp_path: Path) -> None:
    file, state = inbox_of(tmp_path, [letter("x")]), str(tmp_path / "state.db")
    Sandbox(SandboxOptions(inbox=file, start=START, db=state)).close()
    with pytest.raises(InboxFileError, match="has an inbox already"):
        Sandbox(SandboxOptions(inbox=file, start=START, db=state))


async def test_what_was_read_is_kept(tmp_path: Path) -> None:
    file, state = inbox_of(tmp_path, [letter(HOSTILE)]), str(tmp_path / "state.db")
    async with platform(inbox=file, db=state) as api:
        expected = await messages_of(api, "thr_001")
    async with platform(db=state) as api:
        assert (await api.get("/v1/threads"))["meta"]["total"] == 1
        assert await messages_of(api, "thr_001") == expected


async def test_mail_comes_in_beside_what_was_read(tmp_path: Path) -> None:
    path = inbox_of(tmp_path, [letter("x")])
    async with platform(inbox=path, start=datetime(2026, 4, 10, 3, tzinfo=UTC)) as api:
        api.step(1800)
        threads = await every_thread(api)
        assert {"thr_001", "thr_002", "thr_003"} <= {each["_id"] for each in threads}


# The corpus


def corpus(name: str) -> Path:
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"the mail corpus is not here: {path}")
    return path


async def everything(api: Api) -> list[dict[str, Any]]:
    return [each for thread in await every_thread(api) for each in await messages_of(api, thread["_id"])]


@pytest.mark.parametrize("name", ["messages.jsonl", "localized-mail.jsonl"])
async def test_all_mail_of_the_corpus_comes_back(name: str) -> None:
    path = corpus(name)
    names = ("from", "to", "subject", "bodyText", "bodyHtml", "headers", "attachments")
    lines = [json.loads(each) for each in path.read_bytes().splitlines()]
    expected = sorted(json.dumps([each[name] for name in names], sort_keys=True) for each in lines)
    async with platform(inbox=path) as api:
        messages = await everything(api)
        threads = await every_thread(api)
    found = sorted(json.dumps([each[name] for name in names], sort_keys=True) for each in messages)
    assert found == expected
    assert len(threads) > len(lines) / 2
    assert {read for each in messages for read in ThreadMessage.read(each).unreadable} == set()
    assert all(len(each["preview"]) <= 140 and "\n" not in each["preview"] for each in threads)


def expand(value: Any) -> str:
    """A value of the corpus: a text, one repeated, or parts joined."""
    if isinstance(value, str):
        return value
    if "parts" in value:
        return "".join(map(expand, value["parts"]))
    return str(value["repeat"]) * int(value["times"])


async def test_every_hostile_value_comes_back(tmp_path: Path) -> None:
    fields = {"fromName": "from", "label": "subject", "campaignName": "subject"}
    cases = [json.loads(each) for each in corpus("hostile.jsonl").read_bytes().splitlines()]
    messages = [letter("x") | {fields.get(c["field"], c["field"]): expand(c["value"])} for c in cases]
    async with platform(inbox=inbox_of(tmp_path, messages)) as api:
        found = {int(each["_id"][4:]): each for each in await everything(api)}
    names = ("from", "subject", "bodyText", "bodyHtml")
    assert sorted(json.dumps([each[n] for n in names]) for each in found.values()) == sorted(
        json.dumps([each[n] for n in names]) for each in messages
    )
