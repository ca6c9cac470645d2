"""The inbox on a real terminal: fifty threads by keys alone, and what is typed outlives every end."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from tests.terminal.inbox_app import InboxApp, Platform, served

THREADS = 50
REFUND = "Halo {}, the refund is on its way."
"""The saved answer, as it is filled in."""
KEYS_A_THREAD = 4
"""Key presses for a thread on the average, with every letter that is typed."""


class Wanted(NamedTuple):
    """What is to become of a thread."""

    status: str
    label: str = ""
    text: str = ""


def cursor_on(row: dict[str, Any]) -> str:
    """The row of a thread with the cursor on it, as a pattern."""
    return rf"^▸ . \w+ +{re.escape(row['contactName'][:12])}"


def work(app: InboxApp, rows: list[dict[str, Any]]) -> dict[str, Wanted]:
    """Work threads from the top of the list; the row after the last is waited for, and left."""
    wanted = {}
    for at, (row, following) in enumerate(pairwise(rows)):
        match at % 10:
            case 3:
                keys, becomes = ["p"], Wanted("pending")
            case 4:
                keys, becomes = ["s", *"3h", "enter"], Wanted("snoozed")
            case 5:
                keys, becomes = ["l", *"vip", "enter", "d"], Wanted("closed", "vip")
            case 6:
                keys, becomes = ["r", *"On it.", "ctrl+s"], Wanted("open", text="On it.")
            case 7:
                keys, becomes = (
                    ["t", "1", "ctrl+s"],
                    Wanted("closed", "refund", REFUND.format(row["contactEmail"])),
                )
            case 8:
                keys, becomes = ["d", "u", "p"], Wanted("pending")
            case 9:
                keys, becomes = ["enter", "d", "escape"], Wanted("closed")
            case _:
                keys, becomes = ["d"], Wanted("closed")
        app.strike(*keys, then=cursor_on(following))
        wanted[row["_id"]] = becomes
    return wanted


def missed(platform: Platform, wanted: dict[str, Wanted]) -> list[str]:
    """The threads that are not as they are to be, with what is wrong."""
    wrong = []
    for name, becomes in wanted.items():
        thread, messages = platform.thread(name), platform.messages(name)
        status = thread["status"]
        if becomes.text and messages[-1]["direction"] == "inbound":
            status = becomes.status  # they answered, which opens it again
        sent = [each for each in messages if each["bodyText"] == becomes.text]
        is_labelled = not becomes.label or becomes.label in thread["labels"]
        if status != becomes.status or not is_labelled or len(sent) != bool(becomes.text):
            wrong.append(f"{name}: {becomes}, but {status}, {thread['labels']}, sent {len(sent)} times")
    return wrong


def test_fifty_threads_are_worked_by_keys_alone_while_mail_floods_in(tmp_path: Path) -> None:
    with (
        served(tmp_path, "--scenario", "inbox-flood", "--time-scale", "10") as platform,
        InboxApp(tmp_path, platform, undo=2) as app,
    ):
        app.open()
        wanted = work(app, platform.threads()[: THREADS + 1])
        assert len(wanted) == THREADS
        assert app.presses <= THREADS * KEYS_A_THREAD
        app.wait_until(lambda: not missed(platform, wanted), "all as it was asked for")
        app.strike("q", then="Leave mttui")
        app.press("y")
        assert app.exit_status() == 0
        assert app.not_restored() == []
