"""Files that exports end in: written whole, or while they are fetched where they are too long to keep."""

from __future__ import annotations

import csv
import io
import tracemalloc
from pathlib import Path
from typing import Any

from mttui.sandbox import Sandbox, SandboxOptions
from mttui.sandbox.handlers.exports import csv_pieces

from .helpers import platform


async def exported(**asked: object) -> tuple[dict[str, Any], list[list[str]]]:
    async with platform() as api:
        await api.do("POST", "/v1/contacts/export", {"format": "csv", **asked}, status=202)
        api.step(30)
        export = await api.data("/v1/contacts/export/exp_002")
        fetched = await api.http.get(export["downloadUrl"])
        assert fetched.headers["content-type"] == "text/csv"
        return export, list(csv.reader(io.StringIO(fetched.text)))


async def test_an_export_has_the_rows_that_it_counts() -> None:
    export, (heading, *rows) = await exported()
    assert export["status"] == "completed"
    assert len(rows) == export["totalRows"] > 1000
    assert "email" in heading


async def test_an_export_outlives_a_restart(tmp_path: Path) -> None:
    state = str(tmp_path / "state.db")
    async with platform(db=state) as api:
        await api.do("POST", "/v1/contacts/export", {"format": "csv", "query": "budi"}, status=202)
        api.step(30)
        export = await api.data("/v1/contacts/export/exp_002")
        before = await api.http.get(export["downloadUrl"])
    async with platform(db=state) as api:
        assert (await api.data("/v1/contacts/export/exp_002"))["downloadUrl"] == export["downloadUrl"]
        assert (await api.http.get(export["downloadUrl"])).text == before.text


async def test_an_export_has_what_was_asked_for() -> None:
    export, (heading, *rows) = await exported(query="budi")
    assert len(rows) == export["totalRows"] > 1
    at = heading.index("email")
    assert all("budi" in row[at] for row in rows)


def test_rows_are_written_some_at_a_time() -> None:
    pieces = list(csv_pieces((number, "a,b") for number in range(1201)))
    assert [piece.count(b"\r\n") for piece in pieces] == [500, 500, 201]
    assert pieces[0].startswith(b'0,"a,b"\r\n')


def test_a_world_of_a_million_contacts_is_small() -> None:
    """What a world of a million holds more than one of ten thousand, in bytes that Python allocated."""
    assert _peak(1_000_000) < _peak(10_000) + 8_000_000


def _peak(contacts: int) -> int:
    tracemalloc.start()
    try:
        Sandbox(SandboxOptions(contacts=contacts, seed=3)).close()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
