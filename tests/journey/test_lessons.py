"""Lessons from comparable systems (reference/peer-lessons.md) that no other test holds already, by their numbers."""

import pytest
from msgspec.structs import replace

from tests.journey.test_sync import begun, table, visit
from tests.office.made import Office
from visitapp.actions import basis, visits
from visitapp.actions.writing import write
from visitapp.domain.contact import Paragraph
from visitapp.errors import Offline
from visitapp.store import drafts, log, sending
from visitapp.sync.cycle import run_cycle
from visitapp.sync.laptop import Laptop
from visitapp.sync.transport import HttpServer


def cycle(session, server):
    return run_cycle(Laptop(session.db, lambda job: job(), session.now), server)


def test_9_what_the_author_could_not_have_seen_is_told(the_office: Office):
    worker, lead = the_office.worker, the_office.lead
    stream = begun(worker)
    the_office.sync(worker)
    the_office.sync(lead)
    late = write(worker, stream, visit(worker, "written offline, before the lead's came in"))
    write(lead, stream, visit(lead, "the lead's, at the server first"))
    the_office.sync(lead)
    the_office.sync(worker)
    the_office.sync(lead)
    assert [note.by for note in basis.unseen(lead, stream, late)] == ["Sam Lee"]
    aware = write(worker, stream, visit(worker, "written with both before their eyes"))
    the_office.sync(worker)
    assert basis.unseen(worker, stream, aware) == ()


def test_11_and_12_a_first_sync_that_breaks_off_goes_on_and_new_notes_can_be_written_meanwhile(the_office: Office):
    worker, lead = the_office.worker, the_office.lead
    streams = [begun(worker) for _ in range(4)]
    the_office.sync(worker)

    class Breaks(HttpServer):
        pages = 0

        def page(self, stream, after, limit=500):
            self.pages += 1
            if self.pages > 3:
                raise Offline
            return super().page(stream, after, limit)

    with Breaks(the_office.server.address) as server:
        assert isinstance(cycle(lead, server).problem, Offline)
    here = [stream for stream in streams if table(lead, stream)]
    assert 0 < len(here) < 4
    write(lead, here[0], visit(lead, "written in between"))
    assert the_office.sync(lead).problem is None
    assert all(table(lead, stream) for stream in streams)


def test_13_what_was_written_goes_up_before_anything_is_asked_for(the_office: Office):
    worker = the_office.worker
    begun(worker)
    asked = []
    with HttpServer(the_office.server.address) as server:
        server.listen(lambda request: asked.append(request.split(b"\n", 1)[0].rsplit(b"/", 1)[-1].split(b"?")[0]))
        cycle(worker, server)
    assert asked.index(b"append") < asked.index(b"changes")


def test_18_and_34_a_pull_that_broke_off_begins_where_it_stopped(the_office: Office):
    worker, lead = the_office.worker, the_office.lead
    stream = begun(worker)
    for number in range(9):
        write(worker, stream, visit(worker, f"note {number}"))
    the_office.sync(worker)
    asked = []

    class Breaks(HttpServer):
        left = 2

        def page(self, stream, after, limit=500):
            asked.append(after)
            self.left -= 1
            if self.left < 0:
                raise Offline
            return super().page(stream, after, 3)

    with Breaks(the_office.server.address) as server:
        cycle(lead, server)
    reached = asked[-1]
    asked.clear()
    with Breaks(the_office.server.address) as server:
        server.left = 99
        assert cycle(lead, server).problem is None
    assert asked[0] == reached > 0
    assert table(lead, stream) == table(worker, stream)


def test_5_and_27_opening_a_draft_again_and_again_makes_no_copies_and_what_is_thrown_away_is_gone(the_office: Office):
    worker = the_office.worker
    stream = begun(worker)
    draft = visits.begin(worker, stream, "visit")
    assert {visits.resume(worker, draft.id).draft.id for _ in range(5)} == {draft.id}
    assert len(drafts.everything(worker.db)) == 1
    visits.discard(worker, draft.id)
    assert drafts.everything(worker.db) == ()


def test_15_paused_visits_stand_in_a_list_with_their_family(the_office: Office):
    worker = the_office.worker
    stream = begun(worker)
    draft = visits.begin(worker, stream, "visit")
    visits.pause(worker, draft)
    (line,) = visits.unfinished(worker)
    assert (line.id, line.paused) == (draft.id, True)


@pytest.mark.parametrize("gone", ["server", "session"])
def test_22_no_network_and_no_session_touch_neither_the_unlock_nor_a_draft(the_office: Office, gone: str):
    worker = the_office.worker
    stream = begun(worker)
    draft = visits.begin(worker, stream, "visit")
    if gone == "server":
        the_office.server.stop()
        assert isinstance(the_office.sync(worker).problem, Offline)
    else:
        with HttpServer(the_office.server.address) as server:
            server._token, server._token_end = "not a token", 1e12
            assert cycle(worker, server).problem is None
    assert worker.is_open
    draft = visits.resume(worker, draft.id).draft
    visits.save(worker, replace(draft, note=(Paragraph("still writing"),)))
    assert visits.resume(worker, draft.id).draft.note[0].text == "still writing"


def test_30_the_union_of_what_all_wrote_is_there_after_syncing(the_office: Office):
    worker, lead = the_office.worker, the_office.lead
    stream = begun(worker)
    written = [one.record for one in log.signed_entries(worker.db, stream)]
    the_office.sync(worker)
    the_office.sync(lead)
    for number in range(6):
        session = worker if number % 2 else lead
        written.append(write(session, stream, visit(session, f"{number}")))
        if number % 3 == 0:
            the_office.sync(session)
    for session in (worker, lead, worker, lead):
        the_office.sync(session)
    for session in (worker, lead):
        assert {one.record for one in log.signed_entries(session.db, stream)} == set(written)
        assert sending.counts(session.db).unsent == 0
