"""A disk that is full while a laptop syncs: a sentence, no dialog; nothing half there; all of it once there is room."""

from queue import Queue

from tests.office.made import Office
from tests.office.said import note_of
from visitapp.actions import syncing
from visitapp.actions.writing import make_case_stream, write
from visitapp.errors import DiskFull
from visitapp.store.opening import check
from visitapp.sync.runner import Runner

PATIENCE = 20


def test_what_no_room_is_for_is_taken_in_once_there_is(the_office: Office) -> None:
    worker, lead = the_office.worker, the_office.lead
    stream = make_case_stream(worker)
    for number in range(30):
        write(worker, stream, note_of(worker, f"note {number} " + "word " * 900), many=True)
    the_office.sync(worker)
    (pages,) = lead.db.execute("PRAGMA page_count").fetchone()
    lead.db.execute(f"PRAGMA max_page_count = {pages + 4}")
    told, broken = Queue(), Queue()
    with syncing.server_of(lead) as server:
        runner = Runner(lambda: syncing.cycle(lead, server, lambda job: job()), told.put, broken.put, every=3600)
        runner.start()
        assert isinstance(told.get(timeout=PATIENCE).problem, DiskFull)
        assert all(one in worker.kept(stream) for one in lead.kept(stream))
        lead.db.execute("PRAGMA max_page_count = 1073741823")
        runner.ask()
        outcome = told.get(timeout=PATIENCE)
        runner.stop()
    assert (outcome.problem, outcome.alarms, broken.empty()) == (None, (), True)
    assert lead.kept(stream) == worker.kept(stream)
    assert check(lead.db)
