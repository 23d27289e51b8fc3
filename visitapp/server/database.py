"""The one engine: the embedded SQLCipher file, or PostgreSQL by its URL, behind the same SQLAlchemy Core statements.

`reading()` sees one snapshot and waits for nobody; `writing()` is one transaction that is kept whole or not at all.
On the embedded engine it begins IMMEDIATE, so that two writers queue at the start and never fail in the middle.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy.exc
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from visitapp.errors import DiskFull, Refused
from visitapp.server.settings import TABLE

FILE = "server.db"
_WRITES = "visitapp_writes"
_FULL = ("disk is full", "No space left on device")  # SQLite, PostgreSQL
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 20000",
)


class Database:
    """An engine and its two ways in. Close it when the server stops."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**{_WRITES: True})

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for questions only."""
        return self._engine.connect()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: committed at the end, undone by any error. Raises DiskFull."""
        try:
            with self._writer.begin() as connection:
                yield connection
        except sqlalchemy.exc.OperationalError as error:
            if any(said in str(error.orig) for said in _FULL):
                raise DiskFull from error
            raise

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()


def open_embedded(path: Path, key: bytes) -> Database:
    """The SQLCipher file, made when missing and brought to this version's tables. `key`: 32 bytes.

    Raises Refused when the key does not open it, or when a newer version wrote it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)

    def connect() -> Any:
        connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        return connection

    try:
        connect().close()
    except sqlcipher.DatabaseError as error:
        raise Refused("error.server_database_key", file=str(path)) from error
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=connect,
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=32,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return _migrated(Database(engine))


def open_url(url: str) -> Database:
    """A PostgreSQL database by its URL, brought to this version's tables.

    Raises Refused when it is no such URL, and when the database does not answer.
    """
    driver_url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    try:
        engine = create_engine(driver_url, pool_size=8, max_overflow=32, pool_pre_ping=True, hide_parameters=True)
    except (sqlalchemy.exc.ArgumentError, ValueError):
        # from None: the URL holds a password.
        raise Refused("error.server_setting", name="database_url", meaning=TABLE["database_url"].meaning) from None
    database = Database(engine)
    try:
        return _migrated(database)
    except sqlalchemy.exc.OperationalError as error:
        database.close()
        raise Refused("error.server_database_offline") from error


def _migrated(database: Database) -> Database:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    try:
        with database.writing() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        database.close()
        raise Refused("error.server_database_too_new") from error
    return database
