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
)
"""Statements that lead from each version of the file to the next."""
