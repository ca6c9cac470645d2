"""The tables. Messages are the truth; ``tallies`` and ``totals`` are sums over them, kept as they change.

So are ``thread_counts`` over threads, which triggers keep: how many there are is never counted. A thread's
message that has a ``place`` is one of those that the inbox began with: it has no text in the table, but is
written whenever it is read (:mod:`.conversations`).
"""

from __future__ import annotations

import sqlite3

_VERSION = 2
"""Counts up when a table changes its columns: a file of another version is refused, not half read."""
SCHEMA = """
CREATE TABLE IF NOT EXISTS sources (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL, body TEXT NOT NULL,
    running INTEGER NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS sources_ref ON sources (kind, ref);
CREATE TABLE IF NOT EXISTS messages (
    id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, email TEXT NOT NULL, provider TEXT NOT NULL,
    ip TEXT, queue TEXT NOT NULL, state TEXT NOT NULL, accepted_at INTEGER NOT NULL,
    scheduled_for INTEGER, injected_at INTEGER, settled_at INTEGER, due_at INTEGER, fate TEXT,
    delay TEXT, opens_at INTEGER, clicks_at INTEGER, complains_at INTEGER, unsubscribes_at INTEGER,
    subject TEXT);
CREATE INDEX IF NOT EXISTS messages_source ON messages (source_id, state);
CREATE INDEX IF NOT EXISTS messages_email ON messages (email);
CREATE INDEX IF NOT EXISTS messages_state ON messages (state, accepted_at);
CREATE TABLE IF NOT EXISTS events (
    id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL, source_id INTEGER NOT NULL,
    type TEXT NOT NULL, at INTEGER NOT NULL, detail TEXT);
CREATE INDEX IF NOT EXISTS events_at ON events (at);
CREATE INDEX IF NOT EXISTS events_type ON events (type, at);
CREATE INDEX IF NOT EXISTS events_source ON events (source_id, type, at);
CREATE INDEX IF NOT EXISTS events_message ON events (message_id);
CREATE TABLE IF NOT EXISTS bounces (
    id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL, source_id INTEGER NOT NULL,
    email TEXT NOT NULL, provider TEXT NOT NULL, ip TEXT NOT NULL, code TEXT NOT NULL,
    type TEXT NOT NULL, at INTEGER NOT NULL, reactivated_at INTEGER);
CREATE INDEX IF NOT EXISTS bounces_source ON bounces (source_id, type);
CREATE INDEX IF NOT EXISTS bounces_message ON bounces (message_id);
CREATE TABLE IF NOT EXISTS tallies (
    dimension TEXT NOT NULL, bucket INTEGER NOT NULL, key TEXT NOT NULL, measure TEXT NOT NULL,
    n INTEGER NOT NULL, PRIMARY KEY (dimension, bucket, key, measure)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS totals (
    source_id INTEGER NOT NULL, measure TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (source_id, measure)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
    kind TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, stage TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '', due INTEGER, body TEXT NOT NULL,
    PRIMARY KEY (kind, id));
CREATE INDEX IF NOT EXISTS documents_seq ON documents (kind, seq);
CREATE INDEX IF NOT EXISTS documents_due ON documents (due) WHERE due IS NOT NULL;
CREATE TABLE IF NOT EXISTS velocity_events (
    id TEXT PRIMARY KEY, rule_id TEXT NOT NULL, rule_name TEXT NOT NULL, metric TEXT NOT NULL,
    action TEXT NOT NULL, value REAL NOT NULL, threshold REAL NOT NULL, status TEXT NOT NULL,
    triggered_at INTEGER NOT NULL, closed_at INTEGER);
CREATE TABLE IF NOT EXISTS api_logs (
    id INTEGER PRIMARY KEY, method TEXT NOT NULL, path TEXT NOT NULL, status INTEGER NOT NULL,
    duration INTEGER NOT NULL, api_key_id INTEGER, ip TEXT NOT NULL, at INTEGER NOT NULL,
    request_id TEXT);
CREATE INDEX IF NOT EXISTS api_logs_status ON api_logs (status, id);
CREATE INDEX IF NOT EXISTS api_logs_at ON api_logs (at);
CREATE TABLE IF NOT EXISTS audit_logs (
    id INTEGER PRIMARY KEY, user_id INTEGER, user_email TEXT NOT NULL, action TEXT NOT NULL,
    resource TEXT NOT NULL, resource_id TEXT NOT NULL, ip TEXT NOT NULL, at INTEGER NOT NULL,
    details TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS audit_logs_at ON audit_logs (at);
CREATE TABLE IF NOT EXISTS idempotency (
    key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
    at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS threads (
    id INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL, contact TEXT NOT NULL, name TEXT NOT NULL,
    status TEXT NOT NULL, direction TEXT NOT NULL, labels TEXT NOT NULL, created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL, messages INTEGER NOT NULL, preview TEXT NOT NULL,
    last_direction TEXT NOT NULL, inbound_at INTEGER, outbound_at INTEGER, responded_at INTEGER,
    waiting_since INTEGER);
CREATE INDEX IF NOT EXISTS threads_updated ON threads (updated_at);
CREATE INDEX IF NOT EXISTS threads_status ON threads (status, updated_at);
CREATE INDEX IF NOT EXISTS threads_direction ON threads (direction, updated_at);
CREATE INDEX IF NOT EXISTS threads_both ON threads (status, direction, updated_at);
CREATE TABLE IF NOT EXISTS thread_counts (
    status TEXT NOT NULL, direction TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (status, direction)) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS thread_added AFTER INSERT ON threads BEGIN
    INSERT INTO thread_counts VALUES (new.status, new.direction, 1)
    ON CONFLICT (status, direction) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER IF NOT EXISTS thread_gone AFTER DELETE ON threads BEGIN
    UPDATE thread_counts SET n = n - 1 WHERE status = old.status AND direction = old.direction;
END;
CREATE TRIGGER IF NOT EXISTS thread_moved AFTER UPDATE OF status, direction ON threads BEGIN
    UPDATE thread_counts SET n = n - 1 WHERE status = old.status AND direction = old.direction;
    INSERT INTO thread_counts VALUES (new.status, new.direction, 1)
    ON CONFLICT (status, direction) DO UPDATE SET n = n + 1;
END;
CREATE TABLE IF NOT EXISTS thread_messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, thread_id INTEGER NOT NULL, direction TEXT NOT NULL,
    at INTEGER NOT NULL, place INTEGER, sender TEXT, recipient TEXT, subject TEXT, text TEXT, html TEXT,
    headers TEXT, attachments TEXT);
CREATE INDEX IF NOT EXISTS thread_messages_thread ON thread_messages (thread_id, id);
CREATE INDEX IF NOT EXISTS thread_messages_inbound ON thread_messages (direction, at);
CREATE TABLE IF NOT EXISTS answers_due (thread_id INTEGER PRIMARY KEY, due INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS contacts (
    id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL, text TEXT NOT NULL,
    body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS contacts_created ON contacts (created_at);
CREATE TABLE IF NOT EXISTS contacts_gone (place INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY, name TEXT NOT NULL, content_type TEXT NOT NULL, content BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


def connect(path: str) -> sqlite3.Connection:
    """Open the state: ``:memory:`` or a file, which is made when it is not there.

    Raises:
        sqlite3.Error: the file cannot be opened or is something else.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        _check_version(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(SCHEMA)
        connection.execute(f"PRAGMA user_version = {_VERSION}")
    except BaseException:
        connection.close()
        raise
    return connection


def _check_version(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and version != _VERSION:
        raise sqlite3.DatabaseError("this state is of another version of the sandbox, or no state at all")
