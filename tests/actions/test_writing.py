"""Signing, when the disk takes the record and then no file beside it."""

from tests.office.made import Office
from tests.office.said import note_of
from visitapp.actions.writing import make_case_stream, settle, write
from visitapp.store import heads, log


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
