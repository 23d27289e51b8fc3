"""The vault's tables: a numbered tuple that is only ever added to. A released entry is never edited.

Each entry is the statements that lead from the version before to its own; the file's `user_version` says where it
stands. The entries import nothing of ours. tests/store/released.json holds a hash of every released one.
"""

from visitapp.errors import VaultTooNew
from visitapp.store.change import change
from visitapp.store.connection import Connection

_FIRST = (
    "PRAGMA application_id = 1450795376",  # "VyAp"
    # The log: every signed statement and record as it came. `n` is the order of arrival on this laptop.
    # what: 0 a record, else the kind of statement. claimed: UTC in milliseconds. server_sequence NULL: not confirmed.
    # refused: the server's code, for one of our own that it did not take. depth NULL: not placed in the graph.
    """CREATE TABLE entry (
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        stream TEXT NOT NULL,
        what INTEGER NOT NULL,
        device TEXT NOT NULL,
        incarnation TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        own INTEGER NOT NULL,
        server_sequence INTEGER,
        refused TEXT,
        state TEXT NOT NULL CHECK (state IN ('good', 'not_understood', 'waiting', 'quarantined')),
        reason TEXT NOT NULL,
        depth INTEGER,
        claimed INTEGER NOT NULL,
        received_at TEXT NOT NULL,
        signed BLOB NOT NULL,
        beside BLOB NOT NULL
    )""",
    "CREATE INDEX entry_in_order ON entry (stream, server_sequence)",
    "CREATE INDEX entry_in_chain ON entry (stream, device, incarnation, sequence)",
    "CREATE INDEX entry_unsent ON entry (n) WHERE own = 1 AND server_sequence IS NULL",
    "CREATE INDEX entry_refused ON entry (stream, device, incarnation, sequence) WHERE refused IS NOT NULL",
    "CREATE INDEX entry_own ON entry (incarnation, stream, sequence) WHERE own = 1",
    "CREATE INDEX entry_odd ON entry (state, n) WHERE state <> 'good'",
    "CREATE INDEX entry_statement ON entry (stream, n) WHERE what <> 0",
    # What a waiting entry still needs: ids of records that it cites, or of the epoch that it is sealed under.
    "CREATE TABLE missing (needs TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (needs, entry)) WITHOUT ROWID",
    "CREATE INDEX missing_of ON missing (entry)",
    # The newest records of a stream: those that no other one here cites.
    "CREATE TABLE tip (stream TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (stream, entry)) WITHOUT ROWID",
    # A number for each stream, and how many rows it has in the next two tables. There the stream's number stands in the
    # upper bits of n and a running number below, so that a stream's rows lie together, because so they are read.
    """CREATE TABLE extent (
        number INTEGER PRIMARY KEY, stream TEXT NOT NULL UNIQUE, told INTEGER NOT NULL, items INTEGER NOT NULL)""",
    # The records that could be read: what kind of entry each holds, when and by whom it was said. Each stands there
    # once, as in `entry`: a second index over random ids would be a sixth of all that a sync writes.
    """CREATE TABLE told (
        n INTEGER PRIMARY KEY,
        record TEXT NOT NULL,
        stream TEXT NOT NULL,
        depth INTEGER NOT NULL,
        kind TEXT NOT NULL,
        at TEXT NOT NULL,
        said_by TEXT NOT NULL
    )""",
    # What they say, one row a line. known_on NULL: never. date NULL: its contact's, else when it became known.
    """CREATE TABLE item (
        n INTEGER PRIMARY KEY,
        told INTEGER NOT NULL,
        position INTEGER NOT NULL,
        id TEXT NOT NULL,
        type TEXT NOT NULL,
        known_on TEXT,
        date TEXT,
        time TEXT,
        content BLOB NOT NULL
    )""",
    "CREATE INDEX item_contact ON item (id) WHERE type = 'contact'",
    # Both in one, for whoever reads the vault with a bare script.
    """CREATE VIEW item_told AS
        SELECT stream, depth, record, position, id, type, known_on, date, time, kind, at, said_by, content
        FROM item JOIN told ON told.n = item.told""",
    # The words of an item. n rises with its date and time, so that the newest are found first.
    """CREATE TABLE said (
        n INTEGER PRIMARY KEY,
        stream TEXT NOT NULL,
        record TEXT NOT NULL,
        item TEXT NOT NULL,
        words TEXT NOT NULL
    )""",
    """CREATE VIRTUAL TABLE said_words USING fts5 (
        words, content = 'said', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2')""",
    "INSERT INTO said_words (said_words, rank) VALUES ('secure-delete', 1)",
    # Rows of `said` that the index does not have yet.
    "CREATE TABLE said_unindexed (n INTEGER PRIMARY KEY)",
    "CREATE TABLE said_next (number INTEGER NOT NULL)",
    "INSERT INTO said_next VALUES (0)",
    """CREATE TABLE draft (
        id TEXT PRIMARY KEY,
        stream TEXT NOT NULL,
        kind TEXT NOT NULL,
        begun TEXT NOT NULL,
        saved TEXT NOT NULL,
        movement TEXT NOT NULL,
        paused INTEGER NOT NULL,
        content BLOB NOT NULL
    )""",
    # kind: organisation, case, thread, person. cursor, head: how far its entries are taken in, in the server's order.
    # epoch: under which one writes. members: the membership's head.
    """CREATE TABLE stream (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        cursor INTEGER NOT NULL,
        head TEXT NOT NULL,
        epoch TEXT NOT NULL,
        members TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE receipt (
        stream TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        head TEXT NOT NULL,
        at INTEGER NOT NULL,
        signed BLOB NOT NULL,
        PRIMARY KEY (stream, sequence)
    ) WITHOUT ROWID""",
    "CREATE TABLE epoch (id TEXT PRIMARY KEY, stream TEXT NOT NULL, key BLOB NOT NULL) WITHOUT ROWID",
    "CREATE INDEX epoch_of ON epoch (stream)",
    """CREATE TABLE certificate (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, member TEXT NOT NULL, signed BLOB NOT NULL)""",
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    """CREATE TABLE copied (
        contact TEXT NOT NULL, section TEXT NOT NULL, stream TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (contact, section)) WITHOUT ROWID""",
    "CREATE TABLE opened (stream TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID",
)

_COMING = (
    # Streams that are taken in for the first time: how many entries each had then, and in which order they are fetched.
    """CREATE TABLE coming (
        stream TEXT PRIMARY KEY, kind INTEGER NOT NULL, sequence INTEGER NOT NULL, place INTEGER NOT NULL
    ) WITHOUT ROWID""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _COMING)


def version(db: Connection) -> int:
    """The version of an open vault's tables; 0: none."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def upgrade(db: Connection) -> int:
    """Lead the tables to the newest version, step by step, each step whole; return the version found.

    Raises VaultTooNew, and then has changed nothing.
    """
    found = version(db)
    if found > len(MIGRATIONS):
        raise VaultTooNew
    for number, statements in enumerate(MIGRATIONS[found:], found + 1):
        with change(db):
            for statement in statements:
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number}")
    return found
