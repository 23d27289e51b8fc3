"""Laptops and a real server over HTTP: what one signs the other reads, nothing is lost, nothing is there twice."""

import pytest

from tests.office.made import Office
from visitapp.actions.writing import make_case_stream, write
from visitapp.domain.contact import Contact, Note, Paragraph
from visitapp.domain.days import Day
from visitapp.domain.family import Child
from visitapp.domain.items import Entry, Line
from visitapp.errors import Offline, OtherOrganisation
from visitapp.store import log, sending, streams
from visitapp.sync.cycle import run_cycle
from visitapp.sync.laptop import Laptop
from visitapp.sync.transport import HttpServer


def visit(session, words, child=None):
    """An entry with a contact and a note."""
    contact = Contact(id=session.new_id(), date=Day.of(session.today()), kind="home_visit", by=session.who.member)
    note = Note(id=session.new_id(), contact=contact.id, paragraphs=(Paragraph(words),))
    items = (session.myself(), *([child] if child else []), contact, note)
    return Entry(
        kind="visit",
        at=session.at(),
        by=session.who.member,
        lines=tuple(Line(item) for item in items),
        contact=contact.id,
    )


def begun(session):
    """A case stream with a child."""
    stream = make_case_stream(session)
    child = Child(id=session.new_id(), name="Mia Brindle")
    write(session, stream, visit(session, "first", child))
    return stream


def table(session, stream):
    """What a stream says, as it lies in the vault: items, their places, who signed, when known."""
    return session.kept(stream)


def test_what_a_worker_signs_offline_the_lead_reads_after_both_synced(the_office: Office):
    worker, lead = the_office.worker, the_office.lead
    stream = begun(worker)
    the_office.server.stop()
    write(worker, stream, visit(worker, "written with no network"))
    assert isinstance(the_office.sync(worker).problem, Offline)
    assert sending.counts(worker.db).unsent == 3
    the_office.server.start()
    assert the_office.sync(worker).sent == 3
    assert the_office.sync(lead).received == 3
    assert table(lead, stream) == table(worker, stream)
    assert all(one.on_server for one in log.signed_entries(worker.db, stream))


def test_two_who_write_at_once_converge_and_both_records_stay(the_office: Office):
    worker, lead = the_office.worker, the_office.lead
    stream = begun(worker)
    the_office.sync(worker)
    the_office.sync(lead)
    write(worker, stream, visit(worker, "the worker's view"))
    write(lead, stream, visit(lead, "the lead's view"))
    for session in (worker, lead, worker, lead):
        assert the_office.sync(session).problem is None
    assert table(lead, stream) == table(worker, stream)
    words = [one.item.text for one in worker.kept(stream) if isinstance(one.item, Note)]
    assert sorted(words) == ["first", "the lead's view", "the worker's view"]


def test_nothing_to_sync_is_one_request(the_office: Office):
    session = the_office.worker
    begun(session)
    laptop = Laptop(session.db, lambda job: job(), session.now)
    with HttpServer(the_office.server.address) as server:
        run_cycle(laptop, server)
        requests = []
        server._client.event_hooks["request"] = [requests.append]
        outcome = run_cycle(laptop, server)
    assert outcome.problem is None
    assert [request.url.path for request in requests] == ["/v1/changes"]


def test_what_was_sent_and_not_heard_of_is_there_once(the_office: Office):
    """The answer is lost after the server has taken the page (peer lessons 10 and 16)."""
    worker, lead = the_office.worker, the_office.lead
    stream = begun(worker)

    class Deaf(HttpServer):
        def append(self, entries):
            super().append(entries)
            raise Offline

    with Deaf(the_office.server.address) as server:
        outcome = run_cycle(Laptop(worker.db, lambda job: job(), worker.now), server)
    assert isinstance(outcome.problem, Offline)
    assert outcome.sent == 0
    assert not any(one.on_server for one in log.signed_entries(worker.db, stream))
    assert the_office.sync(worker).sent == 2
    the_office.sync(lead)
    assert len(table(lead, stream)) == len(table(worker, stream)) == len(worker.kept(stream))


def test_a_gap_is_filled_from_the_number_that_the_server_expects(the_office: Office):
    """Peer lesson 8. And lesson 20: meanwhile every other stream goes."""
    worker, lead = the_office.worker, the_office.lead
    bad, good = begun(worker), begun(worker)
    # As if the server had lost the first record after it confirmed it.
    worker.db.execute("UPDATE entry SET server_sequence = 1 WHERE stream = ? AND what = 0", (bad,))
    write(worker, bad, visit(worker, "behind a gap"))
    outcome = the_office.sync(worker)
    assert (outcome.problem, outcome.set_aside, outcome.alarms) == (None, (), ())
    assert all(one.on_server for one in log.signed_entries(worker.db, good))
    assert sending.counts(worker.db).refused == 0
    the_office.sync(worker)
    assert all(one.on_server for one in log.signed_entries(worker.db, bad))
    the_office.sync(lead)
    assert table(lead, bad) == table(worker, bad)


def test_a_server_of_another_organisation_gets_nothing(the_office: Office, tmp_path):
    from visitapp.server.running import RunningServer
    from visitapp.server.settings import ServerSettings

    worker = the_office.worker
    begun(worker)
    with RunningServer(ServerSettings(data=tmp_path / "other", port=0)) as other:
        pinned = bytes.fromhex(the_office.tools and streams.organisation(worker.db))
        with HttpServer(other.address, pinned) as server:
            outcome = run_cycle(Laptop(worker.db, lambda job: job(), worker.now), server)
    assert isinstance(outcome.problem, OtherOrganisation) or outcome.problem is not None
    assert sending.counts(worker.db).unsent == 2


@pytest.mark.parametrize("pages", [1, 3, 50])
def test_page_size_does_not_matter(the_office: Office, pages, monkeypatch):
    worker, lead = the_office.worker, the_office.lead
    stream = begun(worker)
    for number in range(7):
        write(worker, stream, visit(worker, f"note {number}"))
    the_office.sync(worker)

    class Small(HttpServer):
        def page(self, stream, after, limit=0):
            return super().page(stream, after, pages)

    with Small(the_office.server.address) as server:
        outcome = run_cycle(Laptop(lead.db, lambda job: job(), lead.now), server)
    assert outcome.problem is None
    assert table(lead, stream) == table(worker, stream)
