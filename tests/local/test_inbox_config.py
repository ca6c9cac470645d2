from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path

import pytest

from mttui.local.config import read_config
from mttui.local.errors import ConfigError
from mttui.local.inbox_settings import (
    Advance,
    AdvanceSettings,
    AnswerSettings,
    InboxSettings,
    SplitSettings,
    TargetSettings,
)
from mttui.local.readers import Wrong, duration
from mttui.local.settings import Config

PATH = Path("config.toml")


def config_of(text: str) -> Config:
    return read_config(PATH, tomllib.loads(text))


def test_without_a_word() -> None:
    config = config_of("")
    assert config.inbox == InboxSettings()
    assert config.inbox.claim_label is None
    following = [config.inbox.advance.done, config.inbox.advance.reply, config.inbox.advance.labels]
    assert following == [Advance.NEXT, Advance.NEXT, Advance.STAY]
    assert config.inbox.targets == TargetSettings(timedelta(hours=4), timedelta(hours=8))
    assert config.answers == {}


def test_every_setting_is_read() -> None:
    config = config_of(
        """
        [inbox]
        undo_seconds = 0
        claim = "budi"
        classify_on_arrival = false
        [inbox.advance]
        done = "list"
        pending = "previous"
        reply = "stay"
        [inbox.targets]
        first = "30m"
        [[inbox.splits]]
        name = "Billing"
        labels = ["billing", "vip", "billing"]
        category = "billing"
        sentiment = "negative"
        priority = "high"
        older_than = "2h"
        younger_than = "1d 12h"
        first = "1h"
        next = "2h"
        [[inbox.splits]]
        name = "Angry"
        status = "any"
        [answers.refund]
        title = "Refund is on its way"
        key = "1"
        text = "Halo {{name}}"
        labels = ["refund"]
        status = "closed"
        [answers.later]
        text = "Nanti"
        snooze = "3d"
        """
    )
    inbox = config.inbox
    assert (inbox.undo_seconds, inbox.claim_label, inbox.classify_on_arrival) == (0, "claim:budi", False)
    assert inbox.advance == AdvanceSettings(
        done=Advance.LIST, pending=Advance.PREVIOUS, snooze=Advance.NEXT, reply=Advance.STAY
    )
    assert inbox.targets == TargetSettings(first=timedelta(minutes=30))
    assert inbox.splits == (
        SplitSettings(
            "Billing", "open", ("billing", "vip"), "billing", "negative", "high", timedelta(hours=2),
            timedelta(hours=36), timedelta(hours=1), timedelta(hours=2),
        ),
        SplitSettings("Angry", "any"),
    )  # fmt: skip
    assert config.answers == {
        "refund": AnswerSettings(
            "Halo {{name}}", "Refund is on its way", "1", labels=("refund",), status="closed"
        ),
        "later": AnswerSettings("Nanti", snooze=timedelta(days=3)),
    }
    assert list(config.answers) == ["refund", "later"]


@pytest.mark.parametrize(
    ("text", "place", "advice"),
    [
        ("[inbox]\nundo_secs = 1", "[inbox] undo_secs: unknown setting", "undo_seconds"),
        ("[inbox]\nsplit = []", "[inbox] split: unknown setting", "splits"),
        ("[inbox.advance]\nreplies = 'next'", "[inbox.advance] replies: unknown", "reply"),
        ("[inbox.targets]\nfirts = '1h'", "[inbox.targets] firts: unknown", "first"),
        ("[[inbox.splits]]\nname='A'\nlabel=[]", "[[inbox.splits]] 1 label: unknown", "labels"),
        ("[answers.a]\ntext='x'\nstatu='open'", "[answers.a] statu: unknown", "status"),
        ("[inbx]", "inbx: unknown setting", "inbox"),
    ],
)
def test_unknown_names_the_setting_and_the_nearest(text: str, place: str, advice: str) -> None:
    with pytest.raises(ConfigError) as caught:
        config_of(text)
    assert f"config.toml: {place}" in caught.value.message
    assert advice in caught.value.advice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("inbox = 1", "[inbox]: expected a table, got a whole number"),
        ("[inbox]\nundo_seconds = 121", "undo_seconds: expected a whole number from 0 to 120"),
        ("[inbox]\nundo_seconds = -1", "undo_seconds: expected a whole number from 0 to 120"),
        ("[inbox]\nundo_seconds = true", "undo_seconds: expected a whole number, got true or false"),
        ("[inbox]\nclaim = 'budi santoso'", "claim: expected a name of letters"),
        ("[inbox]\nadvance = 'next'", "[inbox.advance]: expected a table, got text"),
        ("[inbox.advance]\ndone = 'forward'", "done: expected one of next, previous, stay, list"),
        ("[inbox.advance]\ndone = 1", "done: expected one of next, previous, stay, list, got a whole"),
        ("[inbox.targets]\nfirst = 4", "first: expected a length of time such as 30m, 4h, 2d or 1h30m, got"),
        ("[inbox.splits]\nname = 'A'", "[[inbox.splits]]: expected a list of tables, got a table"),
        ("[inbox]\nsplits = ['A']", "[[inbox.splits]] 1: expected a table, got text"),
        ("[[inbox.splits]]\nstatus = 'open'", "[[inbox.splits]] 1: has no name"),
        ("[[inbox.splits]]\nname = 'a name of 21 letters.'", "name: expected one line of 20"),
        ('[[inbox.splits]]\nname = "a\\nb"', "name: expected one line of 20"),
        ("[[inbox.splits]]\nname = 'open'", "[[inbox.splits]] 1 name: another split has that name"),
        ("[[inbox.splits]]\nname = 'A'\n[[inbox.splits]]\nname = 'a'", "2 name: another split has that"),
        ("[[inbox.splits]]\nname = 'A'\nstatus = 'done'", "status: expected one of open, pending, snoozed"),
        ("[[inbox.splits]]\nname = 'A'\nlabels = 'x'", "labels: expected a list of texts"),
        ("[[inbox.splits]]\nname = 'A'\nlabels = [' ']", "labels: expected a list of texts"),
        ("[[inbox.splits]]\nname='A'\nolder_than='2d'\nyounger_than='2d'", "nothing is older than that"),
        ("answers = []", "[answers]: expected a table, got a list"),
        ("[answers]\ntext = 'x'", "[answers.text]: expected a table, got text"),
        ("[answers.a]\nlabels = []", "[answers.a]: has no text"),
        ("[answers.a]\ntext = ' '", "text: expected text, got an empty one"),
        ("[answers.a]\ntext='x'\nkey='f5'", "key: expected one character"),
        ("[answers.a]\ntext='x'\nkey=' '", "key: expected one character"),
        ("[answers.a]\ntext='x'\nkey=1", "key: expected one character"),
        (
            "[answers.a]\ntext='x'\nkey='1'\n[answers.b]\ntext='y'\nkey='1'",
            "[answers.b] key: [answers.a] has",
        ),
        ("[answers.a]\ntext='x'\nstatus='any'", "status: expected one of open, pending, snoozed, closed"),
        ("[answers.a]\ntext='x'\nstatus='closed'\nsnooze='3d'", "a thread is closed or snoozed, not both"),
        ("[answers.a]\ntext='x'\nstatus='snoozed'", "[answers.a] status: snoozed until when?"),
    ],
)
def test_wrong_values_say_what_was_expected(text: str, expected: str) -> None:
    with pytest.raises(ConfigError) as caught:
        config_of(text)
    assert expected in caught.value.message
    assert caught.value.advice


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("30m", timedelta(minutes=30)),
        ("4h", timedelta(hours=4)),
        (" 2d ", timedelta(days=2)),
        ("1w", timedelta(weeks=1)),
        ("1h30m", timedelta(minutes=90)),
        ("1d 12h", timedelta(hours=36)),
        ("90m", timedelta(minutes=90)),
        ("366d", timedelta(days=366)),
    ],
)
def test_lengths_of_time(text: str, length: timedelta) -> None:
    assert duration(text) == length


@pytest.mark.parametrize(
    "text", ["", " ", "4", "4 hours", "-1h", "30s", "1m1h", "0h", "1.5h", "٤h", "999999w", "367d", "52w 4d"]
)
def test_what_is_no_length_of_time(text: str) -> None:
    with pytest.raises(Wrong, match="expected a length of time such as 30m, 4h, 2d or 1h30m"):
        duration(text)
