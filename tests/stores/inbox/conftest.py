"""Every test here runs in made-up time: ``await desk.clock.sleep(60)`` lets a minute pass, and takes none."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path

import pytest

from mttui.local.database import Database

from .desk import Desk
from .virtual import VirtualLoop


def pytest_asyncio_loop_factories() -> Mapping[str, type[asyncio.AbstractEventLoop]]:
    return {"made-up time": VirtualLoop}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "state.db") as opened:
        opened.query("PRAGMA synchronous = OFF")
        yield opened


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    opened = Desk(database)
    yield opened
    await opened.close()
