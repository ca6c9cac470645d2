"""Lists and records of a platform that answers badly, or with hostile text."""

from __future__ import annotations

from mttui.screens.browse import BrowseScreen
from mttui.screens.detail import DetailScreen
from tests.screens.stage import FakePlatform, says, stage

HOSTILE = "x [/b] [URGENT] [$x] \x1b]0;owned\x07 \u202eevil\u2066 \n\r\t👩‍👩‍👧 " + "w" * 10_000
ROW = {
    "_id": "id[/b]\x1b[2J",
    "subject": HOSTILE,
    "stage": "[red]BAD\x07",
    "memberCount": "many",
    "sender": {"email": HOSTILE, "name": None},
    "html[/b]": {"\x1b[31m": [HOSTILE, {"a": HOSTILE}]},
    "htmlContent": "<p>" + HOSTILE,
    "createdAt": "yesterday\x1b[1m",
}


def platform(*rows: object) -> FakePlatform:
    return FakePlatform(
        {"/v1/campaigns": says({"data": list(rows)}), "/v1/campaigns/id": says({"data": ROW})}
    )


async def test_hostile_rows_and_records_are_shown_and_send_no_control_characters() -> None:
    async with stage(platform(ROW, ROW | {"_id": "2"}), size=(120, 40)) as on:
        await on.press("4", "enter")
        await on.sees("[URGENT]", "2 in all")
        assert isinstance(on.app.screen, BrowseScreen)
        for keys in (
            ("a",),
            ("escape", "o"),
            ("escape", "slash", *"[/b]"),
            ("escape", "J"),
            ("escape",),
        ):
            await on.press(*keys)
            harmless(on.text())
        await on.press("enter")
        await on.until(lambda: isinstance(on.app.screen, DetailScreen), "the record")
        await on.sees("[URGENT]")
        for keys in (("G",), ("g",), ("J",), ("escape", "a"), ("escape", "Y")):
            await on.press(*keys)
            harmless(on.text())


def harmless(text: str) -> None:
    assert not [char for char in text if char < " " and char != "\n"]
    assert "\u202e" not in text
    assert "\x7f" not in text


async def test_rows_that_are_no_objects_are_an_error_not_a_crash() -> None:
    async with stage(platform(5, None, "text")) as on:
        await on.press("4", "enter")
        await on.sees("unreadable answer")


async def test_a_list_that_is_refused_says_why_and_what_to_do() -> None:
    refused = FakePlatform({"/v1/campaigns": says({"message": "no [/b]", "error": "FORBIDDEN"}, 403)})
    async with stage(refused) as on:
        await on.press("4", "enter")
        await on.sees("403 FORBIDDEN", "no [/b]", "could not be read")


async def test_an_empty_list_says_what_it_is() -> None:
    async with stage(platform()) as on:
        await on.press("8", "slash", *"webhooks list", "enter", "enter")
        await on.until(lambda: isinstance(on.app.screen, BrowseScreen), "the list")
        await on.sees("0 in all")
        await on.press("enter")
        await on.is_told("There is nothing to open.")


async def test_ids_with_slashes_and_dots_stay_within_their_path() -> None:
    odd = {"_id": "../../v1/account?x=1#y", "subject": "Odd"}
    async with stage(platform(odd)) as on:
        await on.press("4", "enter")
        await on.sees("Odd")
        await on.press("enter")
        await on.until(lambda: any("campaigns/" in asked for asked in on.platform.asked), "the read")
        read = next(asked for asked in on.platform.asked if "campaigns/" in asked)
        assert read.startswith("GET /v1/campaigns/")
