"""Signing, when the disk takes the record and then no file beside it; or a part of a family and no more."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.office.made import Office
from tests.office.said import note_of
from visitapp.actions import cases
from visitapp.actions.session import Session
from visitapp.actions.writing import make_case_stream, settle, write
from visitapp.domain.family import Child
from visitapp.errors import DiskFull
from visitapp.store import heads, log, streams

EXAMPLE = Path(__file__).parents[1] / "reference" / "example-case.yaml"
BEGIN: dict[str, Callable[[Session], str]] = {
    "a case file": lambda session: cases.import_case(session, EXAMPLE),
    "by hand": lambda session: cases.begin_case(session, "L-1", "Marlowe", (Child(id="1" * 32, name="Ann " * 9000),)),
}


def test_what_is_signed_does_not_look_unsigned_because_no_file_can_be_written(the_office: Office):
    """Else it would be signed a second time."""
    worker = the_office.worker
    stream = make_case_stream(worker)
    settle(worker)
    before = heads.read(worker.profile)
    in_the_way = heads.heads_file(worker.profile).with_name("heads.json.part")
    in_the_way.mkdir()
    record = write(worker, stream, note_of(worker, "She is at her aunt's."))
    assert [one.record for one in log.signed_entries(worker.db, stream)] == [record]
    # The file is behind, which is no sign of a copy put back; the next time puts it right.
    assert heads.read(worker.profile) == before
    assert heads.check(worker.db, before) == "same"
    in_the_way.rmdir()
    assert the_office.sync(worker).problem is None
    assert heads.read(worker.profile) == heads.of(worker.db)


@pytest.mark.parametrize("begin", BEGIN.values(), ids=BEGIN)
def test_a_family_is_begun_whole_or_not_at_all(the_office: Office, begin: Callable[[Session], str]):
    """A part of one would go to the server, and be there twice once the disk has room again."""
    session, full = the_office.worker, 0
    session.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = session.db.execute("PRAGMA page_count").fetchone()[0]
    for more in range(0, 1000, 3):
        session.db.execute(f"PRAGMA max_page_count = {pages + more}")
        try:
            stream = begin(session)
        except DiskFull:
            full += 1
            assert streams.cases(session.db) == ()
            assert the_office.sync(session).sent == 0
        else:
            break
    assert full > 2
    assert cases.open_case(session, stream).case.children
