"""From a profile to a session: client, stores and keepers, wired."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mttui.api.budget import RequestBudget
from mttui.api.client import Mailtarget
from mttui.api.clock import Clock, SystemClock
from mttui.api.trace import Trace
from mttui.api.transport import Transport, TransportSettings
from mttui.local.errors import ConfigError
from mttui.local.history import Calls, CallsInMemory, History
from mttui.local.journal import Journal, whoami
from mttui.local.redact import Redactor
from mttui.local.settings import Config
from mttui.stores.incidents import Incidents
from mttui.stores.platform import PlatformStores
from mttui.stores.timeline import TimelineKeeper
from mttui.stores.trends import SampleKeeper
from mttui.views.keyboard import Keyboard, key_ids

from .faults import FaultLog
from .session import DemoInfo, Session

if TYPE_CHECKING:
    import httpx

    from mttui.local.database import Database
    from mttui.local.profile import Profile
    from mttui.stores.deeds import DeedKeeper
    from mttui.stores.inbox.inbox import Inbox

_CRASH_LOG = "faults.log"


def open_session(
    profile: Profile,
    *,
    config: Config | None = None,
    rng: random.Random,
    clock: Clock | None = None,
    http_transport: httpx.AsyncBaseTransport | None = None,
    demo: DemoInfo | None = None,
    state: Path | None = None,
) -> Session:
    """Connect an account. Nothing is sent before the session starts.

    Args:
        profile: the account.
        config: keys and looks.
        rng: source of jitter and of idempotency keys.
        clock: time and waiting; that of this box when left out.
        http_transport: httpx transport in place of the network.
        demo: what the demo says about itself.
        state: the state file; ``None`` keeps journal and samples in memory only.

    Raises:
        ConfigError: the config remaps a key that is not declared, or two onto one.
        DatabaseError: the state file cannot be used.
    """
    config = config or Config()
    keyboard = _keyboard(config)
    clock = clock or SystemClock()
    redactor = Redactor([profile.key])
    faults = FaultLog(None if state is None else state.with_name(_CRASH_LOG), redactor)
    client = Mailtarget(_transport(profile, rng=rng, clock=clock, http_transport=http_transport))
    who = whoami()
    kept = _Kept(calls=CallsInMemory(redactor))
    if state is not None:
        kept = _keepers(state, profile.name, who, redactor, faults)
    stores = PlatformStores(
        client,
        clock=clock,
        rng=rng,
        keeper=kept.samples,
        on_fault=faults.note,
        incident_budget=profile.budget.incident,
    )
    return Session(
        profile=profile,
        client=client,
        stores=stores,
        incidents=Incidents(stores, who=who, keeper=kept.timelines),
        clock=clock,
        faults=faults,
        keyboard=keyboard,
        ui=config.ui,
        demo=demo,
        closers=kept.closers,
        deed_keeper=kept.deeds,
        calls=kept.calls,
        make_inbox=partial(_inbox, config=config, database=kept.database, who=who),
    )


def _keyboard(config: Config) -> Keyboard:
    from mttui.local.config import check_keys  # noqa: PLC0415 (tomllib, only where something is remapped)

    if config.keys:
        check_keys(config, key_ids())
    keyboard = Keyboard(config.keys)
    if clash := keyboard.first_clash():
        key, first, second = clash
        raise ConfigError(
            f"{config.path or 'config'}: [keys] {key}: both {first} and {second} want it",
            advice="Give one of them another key.",
        )
    return keyboard


def _transport(
    profile: Profile, *, rng: random.Random, clock: Clock, http_transport: httpx.AsyncBaseTransport | None
) -> Transport:
    return Transport(
        TransportSettings(
            base_url=profile.base_url,
            read_timeout=profile.timeout,
            idempotency_header=profile.idempotency_header,
        ),
        key=profile.key,
        clock=clock,
        rng=rng,
        budget=RequestBudget(profile.budget.calm, clock=clock),
        trace=Trace(),
        http_transport=http_transport,
        read_only=profile.read_only,
    )


@dataclass(frozen=True)
class _Kept:
    """What this box keeps of a run."""

    calls: History
    timelines: TimelineKeeper | None = None
    samples: SampleKeeper | None = None
    deeds: DeedKeeper | None = None
    database: Database | None = None
    closers: tuple[Callable[[], None], ...] = ()


def _keepers(state: Path, profile: str, who: str, redactor: Redactor, faults: FaultLog) -> _Kept:
    from mttui.local.database import Database  # noqa: PLC0415 (not for a run in memory)
    from mttui.local.samples import Samples, SampleWriter  # noqa: PLC0415
    from mttui.stores.deed_keeper import JournalDeeds  # noqa: PLC0415
    from mttui.stores.keepers import JournalTimeline, ProfileSamples  # noqa: PLC0415

    database = Database(state)
    samples = Samples(database)
    writer = SampleWriter(samples).start()
    journal = Journal(database, redactor)
    timelines = JournalTimeline(journal, profile=profile, who=who, on_trouble=faults.note)
    deeds = JournalDeeds(journal, profile=profile, who=who, on_trouble=faults.note)
    return _Kept(
        Calls(database, redactor),
        timelines,
        ProfileSamples(profile, samples, writer),
        deeds,
        database,
        (timelines.close, deeds.close, writer.close, database.close),
    )


def _inbox(session: Session, *, config: Config, database: Database | None, who: str) -> Inbox:
    from mttui.local.inbox_files import InboxFiles  # noqa: PLC0415 (not for a calm start)
    from mttui.stores.inbox.inbox import Inbox  # noqa: PLC0415

    if database is None:
        database = _passing_database(session)
    files = InboxFiles(database, on_trouble=session.faults.note, now=session.clock.now)
    return Inbox(
        session.client,
        session.deeds,
        files,
        config.inbox,
        config.answers,
        profile=session.profile.name,
        who=who,
        clock=session.clock,
        on_fault=session.faults.note,
    )


def _passing_database(session: Session) -> Database:
    """Make a state file for a run that keeps nothing: it goes with the session."""
    from mttui.local.database import Database  # noqa: PLC0415

    folder = tempfile.TemporaryDirectory(prefix="mttui-")
    database = Database(Path(folder.name) / "state.db")
    session.closers += (database.close, folder.cleanup)
    return database
