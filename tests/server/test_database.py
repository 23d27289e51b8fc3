"""The database: the revision makes exactly the tables that the program uses, and pages travel in one transaction."""

import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, insert, select, text

from visitapp.errors import DiskFull
from visitapp.server.database import Database, open_embedded
from visitapp.server.schema import METADATA, counter, spent


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_embedded(tmp_path / "server.db", b"k" * 32)


def test_the_revision_makes_the_tables_of_the_schema(database: Database) -> None:
    with database.reading() as db:
        assert compare_metadata(MigrationContext.configure(db), METADATA) == []
        assert db.execute(select(counter)).all() == [("change", 0)]
    database.close()


def test_how_it_is_opened(database: Database) -> None:
    with database.reading() as db:
        pragmas = {
            name: db.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "temp_store", "foreign_keys")
        }
        assert db.execute(text("PRAGMA cipher_version")).scalar()
    database.close()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "temp_store": 2, "foreign_keys": 1}


def _fail_after_writing(db: Connection) -> None:
    db.execute(insert(spent).values(nonce=b"n" * 32, expires=1))
    raise LookupError


def _fill(db: Connection, pages: int) -> None:
    """SQLite answers a full file and a full disk alike."""
    db.execute(text(f"PRAGMA max_page_count = {pages}"))
    for number in range(2000):
        db.execute(insert(spent).values(nonce=number.to_bytes(32, "big"), expires=1))


def test_an_error_undoes_the_transaction(database: Database) -> None:
    with pytest.raises(LookupError), database.writing() as db:
        _fail_after_writing(db)
    with database.reading() as db:
        assert db.execute(select(spent)).all() == []
    database.close()


def test_a_reader_does_not_wait_for_a_writer_and_writers_queue(database: Database) -> None:
    written = threading.Event()

    def other() -> None:
        with database.writing() as db:
            db.execute(insert(spent).values(nonce=b"2" * 32, expires=2))
            written.set()

    thread = threading.Thread(target=other)
    with database.writing() as db:
        db.execute(insert(spent).values(nonce=b"1" * 32, expires=1))
        thread.start()
        with database.reading() as reader:
            assert reader.execute(select(spent)).all() == []
        assert not written.is_set()
    thread.join()
    with database.reading() as db:
        assert db.execute(select(spent.c.expires).order_by(spent.c.expires)).scalars().all() == [1, 2]
    database.close()


def test_a_full_disk_is_told_and_nothing_is_kept(database: Database) -> None:
    with database.writing() as db:
        pages = db.execute(text("PRAGMA page_count")).scalar_one()
    with pytest.raises(DiskFull), database.writing() as db:
        _fill(db, pages + 2)
    with database.reading() as db:
        assert db.execute(select(spent)).all() == []
    database.close()
