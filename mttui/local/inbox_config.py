"""Reading `[inbox]` and `[answers]` of the config file."""

from __future__ import annotations

from collections.abc import Mapping

from . import readers
from .inbox_settings import (
    Advance,
    AdvanceSettings,
    AnswerSettings,
    InboxSettings,
    SplitSettings,
    TargetSettings,
)
from .readers import Reader
from .reading import Reading

BUILT_IN_SPLITS = ("Open", "Pending", "Snoozed", "Closed")
"""The splits that are always there; no other has the name of one."""

STATUSES = ("open", "pending", "snoozed", "closed")
"""How far a thread can be dealt with."""

UNDO_SECONDS_MAX = 120
NAME_MAX = 20
"""Characters of the name of a split: all of them stand in one line."""


def _advance(value: object) -> Advance:
    return Advance(readers.choice(*Advance)(value))


_INBOX: Mapping[str, Reader] = {
    "undo_seconds": readers.whole(0, UNDO_SECONDS_MAX),
    "claim": readers.name,
    "classify_on_arrival": readers.flag,
}
_TABLES = ("advance", "targets", "splits")
_ADVANCE: Mapping[str, Reader] = dict.fromkeys(("done", "pending", "snooze", "reply", "labels"), _advance)
_TARGETS: Mapping[str, Reader] = {"first": readers.duration, "next": readers.duration}
_SPLIT: Mapping[str, Reader] = {
    "name": readers.short(NAME_MAX),
    "status": readers.choice(*STATUSES, "any"),
    "labels": readers.texts,
    "category": readers.text,
    "sentiment": readers.text,
    "priority": readers.text,
    "older_than": readers.duration,
    "younger_than": readers.duration,
    **_TARGETS,
}
_ANSWER: Mapping[str, Reader] = {
    "text": readers.text,
    "title": readers.text,
    "key": readers.character,
    "labels": readers.texts,
    "status": readers.choice(*STATUSES),
    "snooze": readers.duration,
}


def read_inbox(reading: Reading, value: object) -> InboxSettings:
    """`[inbox]` and the tables in it.

    Raises:
        ConfigError: it says something it should not.
    """
    table = reading.table("[inbox]", value, (*_INBOX, *_TABLES))
    plain = {name: item for name, item in table.items() if name not in _TABLES}
    advance = reading.settings("[inbox.advance]", table.get("advance", {}), _ADVANCE)
    targets = reading.settings("[inbox.targets]", table.get("targets", {}), _TARGETS)
    return InboxSettings(
        **reading.settings("[inbox]", plain, _INBOX),
        advance=AdvanceSettings(**advance),
        targets=TargetSettings(**targets),
        splits=_splits(reading, table.get("splits", [])),
    )


def read_answers(reading: Reading, value: object) -> dict[str, AnswerSettings]:
    """`[answers]`: the saved answers by name, in the order of the file.

    Raises:
        ConfigError: it says something it should not.
    """
    answers: dict[str, AnswerSettings] = {}
    keys: dict[str, str] = {}
    for name, item in reading.table("[answers]", value).items():
        where = f"[answers.{name}]"
        answer = _answer(reading, where, item)
        if answer.key is not None and answer.key in keys:
            raise reading.wrong(
                f"{where} key", f"[answers.{keys[answer.key]}] has that key already", "Take another one."
            )
        if answer.key is not None:
            keys[answer.key] = name
        answers[name] = answer
    return answers


def _splits(reading: Reading, value: object) -> tuple[SplitSettings, ...]:
    splits: list[SplitSettings] = []
    taken = {name.casefold() for name in BUILT_IN_SPLITS}
    for where, item in reading.tables("[[inbox.splits]]", value):
        settings = reading.settings(where, item, _SPLIT)
        if "name" not in settings:
            raise reading.wrong(where, "has no name", 'Give it one: name = "Billing".')
        split = SplitSettings(**settings)
        if split.name.casefold() in taken:
            raise reading.wrong(f"{where} name", "another split has that name", "Take another one.")
        if split.older_than and split.younger_than and split.older_than >= split.younger_than:
            raise reading.wrong(
                f"{where} older_than", "nothing is older than that and younger_than", "Leave one of them out."
            )
        taken.add(split.name.casefold())
        splits.append(split)
    return tuple(splits)


def _answer(reading: Reading, where: str, value: object) -> AnswerSettings:
    settings = reading.settings(where, value, _ANSWER)
    if "text" not in settings:
        raise reading.wrong(where, "has no text", 'Give it one: text = """…""".')
    answer = AnswerSettings(**settings)
    if answer.snooze is not None and answer.status not in {None, "snoozed"}:
        raise reading.wrong(
            f"{where} snooze", f"a thread is {answer.status} or snoozed, not both", "Leave one of them out."
        )
    if answer.status == "snoozed" and answer.snooze is None:
        raise reading.wrong(f"{where} status", "snoozed until when?", 'Say how long: snooze = "3d".')
    return answer
