"""The tables of the state file, version by version. A version once released is never edited."""

from __future__ import annotations

_JOURNAL = """
CREATE TABLE journal (
    id         INTEGER PRIMARY KEY,
    at         TEXT NOT NULL,
    who        TEXT NOT NULL,
    profile    TEXT NOT NULL,
    incident   TEXT,
    operation  TEXT,
    target     TEXT,
    outcome    TEXT NOT NULL,
    text       TEXT NOT NULL,
    parameters TEXT NOT NULL
) STRICT
"""

_OUTCOME = """
CREATE TABLE journal_outcome (
    id      INTEGER PRIMARY KEY,
    entry   INTEGER NOT NULL REFERENCES journal (id),
    at      TEXT NOT NULL,
    outcome TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT
"""

_SAMPLES = """
CREATE TABLE samples (
    profile TEXT NOT NULL,
    series  TEXT NOT NULL,
    at      REAL NOT NULL,
    value   REAL NOT NULL,
    PRIMARY KEY (profile, series, at)
) STRICT, WITHOUT ROWID
"""

_CALLS = """
CREATE TABLE calls (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    at           TEXT NOT NULL,
    profile      TEXT NOT NULL,
    operation    TEXT NOT NULL,
    arguments    TEXT NOT NULL,
    status       INTEGER,
    milliseconds REAL NOT NULL,
    error        TEXT NOT NULL,
    searched     TEXT NOT NULL
) STRICT
"""

_DRAFTS = """
CREATE TABLE drafts (
    id            TEXT PRIMARY KEY,
    profile       TEXT NOT NULL,
    thread        TEXT NOT NULL,
    kind          TEXT NOT NULL,
    body          TEXT NOT NULL,
    cursor_row    INTEGER NOT NULL,
    cursor_column INTEGER NOT NULL,
    cc            TEXT NOT NULL,
    bcc           TEXT NOT NULL,
    labels        TEXT NOT NULL,
    status        TEXT NOT NULL,
    snooze        REAL,
    answer        TEXT NOT NULL,
    seen_messages INTEGER NOT NULL,
    seen_last     TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    owner         TEXT NOT NULL,
    forked_from   TEXT,
    discarded_at  TEXT
) STRICT
"""

_OUTBOX = """
CREATE TABLE outbox (
    id              TEXT PRIMARY KEY,
    profile         TEXT NOT NULL,
    thread          TEXT NOT NULL,
    idempotency_key TEXT NOT NULL UNIQUE,
    body            TEXT NOT NULL,
    cc              TEXT NOT NULL,
    bcc             TEXT NOT NULL,
    then_status     TEXT NOT NULL,
    then_labels     TEXT NOT NULL,
    then_snooze     REAL,
    seen_messages   INTEGER NOT NULL,
    seen_last       TEXT NOT NULL,
    draft           TEXT NOT NULL,
    due_at          TEXT NOT NULL,
    state           TEXT NOT NULL
                    CHECK (state IN ('waiting', 'sending', 'sent', 'refused', 'doubtful', 'called-back')),
    attempts        INTEGER NOT NULL,
    last_error      TEXT NOT NULL,
    owner           TEXT NOT NULL,
    created_at      TEXT NOT NULL,
    sent_at         TEXT,
    settled_at      TEXT,
    then_done       INTEGER NOT NULL
) STRICT
"""

_SNOOZES = """
CREATE TABLE snoozes (
    profile       TEXT NOT NULL,
    thread        TEXT NOT NULL,
    until         TEXT NOT NULL,
    wake_on_reply INTEGER NOT NULL,
    messages      INTEGER NOT NULL,
    subject       TEXT NOT NULL,
    asked_by      TEXT NOT NULL,
    at            TEXT NOT NULL,
    claimed_by    TEXT NOT NULL,
    PRIMARY KEY (profile, thread)
) STRICT, WITHOUT ROWID
"""

_OPINIONS = """
CREATE TABLE opinions (
    id         INTEGER PRIMARY KEY,
    profile    TEXT NOT NULL,
    thread     TEXT NOT NULL,
    at         TEXT NOT NULL,
    who        TEXT NOT NULL,
    category   TEXT NOT NULL,
    labels     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    confidence REAL,
    decision   TEXT NOT NULL CHECK (decision IN ('accepted', 'changed', 'dismissed')),
    decided    TEXT NOT NULL
) STRICT
"""

_RESPONSES = """
CREATE TABLE responses (
    id          INTEGER PRIMARY KEY,
    profile     TEXT NOT NULL,
    thread      TEXT NOT NULL,
    turn        TEXT NOT NULL CHECK (turn IN ('first', 'next')),
    split       TEXT NOT NULL,
    asked_at    TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    target      REAL
) STRICT
"""


def _append_only(table: str) -> tuple[str, ...]:
    """Triggers which let nobody rewrite what the journal says, a bug of ours included."""
    return tuple(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
        " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    )


MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        _JOURNAL,
        _OUTCOME,
        "CREATE INDEX journal_by_incident ON journal (profile, incident, at)",
        "CREATE INDEX journal_by_time ON journal (at)",
        "CREATE INDEX outcome_by_entry ON journal_outcome (entry, id)",
        *_append_only("journal"),
        *_append_only("journal_outcome"),
        _SAMPLES,
        "CREATE INDEX samples_by_time ON samples (at)",
    ),
    (_CALLS,),
    (
        _DRAFTS,
        "CREATE INDEX drafts_by_thread ON drafts (profile, thread)",
        "CREATE INDEX drafts_by_fork ON drafts (forked_from) WHERE forked_from IS NOT NULL",
        _OUTBOX,
        "CREATE INDEX outbox_by_state ON outbox (profile, state, due_at)",
        "CREATE INDEX outbox_by_draft ON outbox (draft)",
        _SNOOZES,
        "CREATE INDEX snoozes_by_time ON snoozes (profile, until)",
        _OPINIONS,
        "CREATE INDEX opinions_by_time ON opinions (profile, at)",
        _RESPONSES,
        "CREATE INDEX responses_by_time ON responses (profile, answered_at)",
    ),
)
"""Statements that lead from each version of the file to the next."""
