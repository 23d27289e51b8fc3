"""A server in the wrong hands, lie by lie: each is told to people, and none makes anything count that does not."""

from collections.abc import Sequence

import msgspec
import pytest

from tests.faults import forging
from tests.faults.evil import EvilLine, EvilServer, Row, altered
from tests.faults.lying import noise
from tests.office.made import PASSPHRASE, Office
from tests.office.said import note_of
from visitapp.actions import enrol
from visitapp.actions.session import Session
from visitapp.actions.writing import make_case_stream, write
from visitapp.errors import Offline, ServerRefused
from visitapp.records.certificates import read_certificate
from visitapp.records.content import encode_entry
from visitapp.store import keys, log, sending, streams
from visitapp.sync.confirming import WENT_BACK
from visitapp.sync.cycle import run_cycle
from visitapp.sync.laptop import TWO_STORIES, WITHHELD, Laptop
from visitapp.sync.outcome import Outcome
from visitapp.sync.transport import HttpServer
from visitapp.sync.wire import Appended, Changes, Moved, NewEntry, Server


class Cut(HttpServer):
    """Takes what is sent, and the line breaks before the answer."""

    def append(self, entries: Sequence[NewEntry]) -> Appended:
        super().append(entries)
        raise Offline


@pytest.fixture
def evil(the_office: Office) -> EvilServer:
    """Whoever took over the office's server, with all that lay there."""
    return taken_over(the_office)


def taken_over(office: Office) -> EvilServer:
    service = office.server._service
    assert service is not None
    pinned = keys.pinned(office.lead.db)
    assert pinned is not None
    organisation = pinned.organisation
    truth = [Row(one.what, one.signed, one.beside) for one in log.entries(office.lead.db, organisation)]
    return EvilServer(service.keys.receipt, read_certificate(pinned.receipt), {bytes.fromhex(organisation): truth})


def line(evil: EvilServer, session: Session) -> EvilLine:
    device = bytes.fromhex(session.device.id)
    if device not in evil.views:
        evil.tell_all(device)
    return evil.line(device)


def cycle(session: Session, line: Server) -> Outcome:
    return run_cycle(Laptop(session.db, lambda job: job(), session.now), line)


def case_with(session: Session, *words: str) -> bytes:
    stream = make_case_stream(session)
    for said in words:
        write(session, stream, note_of(session, said))
    return bytes.fromhex(stream)


def test_a_number_that_no_receipt_covers_is_not_believed(the_office: Office, evil: EvilServer):
    """The server says that it had the record already, under a number that another has, and keeps nothing."""
    worker = the_office.worker
    stream = case_with(worker, "one")
    cycle(worker, line(evil, worker))
    write(worker, stream.hex(), note_of(worker, "swallowed"))
    swallowing = line(evil, worker)
    swallowing.swallow = True
    outcome = cycle(worker, swallowing)
    assert outcome.sent == 0
    assert outcome.alarms
    assert outcome.waiting == 1
    assert not log.signed_entries(worker.db, stream.hex())[-1].on_server
    assert cycle(worker, line(evil, worker)).sent == 1


def test_a_stream_that_went_back_is_an_alarm_as_long_as_it_lasts(the_office: Office, evil: EvilServer):
    worker = the_office.worker
    stream = case_with(worker, "one", "two", "three")
    cycle(worker, line(evil, worker))
    rows = evil.view(bytes.fromhex(worker.device.id))[stream]
    gone = rows[2:]
    del rows[2:]
    for _ in range(2):
        assert cycle(worker, line(evil, worker)).alarms == (WENT_BACK,)
    rows += gone
    assert cycle(worker, line(evil, worker)).alarms == ()


def test_what_a_later_record_cites_and_never_came_is_told_until_it_comes(the_office: Office, evil: EvilServer):
    worker, lead = the_office.worker, the_office.lead
    stream = case_with(worker, "one", "kept back", "three")
    cycle(worker, line(evil, worker))
    device = bytes.fromhex(lead.device.id)
    evil.withheld[device] = {evil.truth[stream][2].id}
    evil.tell_all(device)
    for _ in range(2):
        assert cycle(lead, line(evil, lead)).alarms == (WITHHELD,)
    evil.withheld.clear()
    evil.tell_all(device)
    assert cycle(lead, line(evil, lead)).alarms == ()
    assert lead.kept(stream.hex()) == worker.kept(stream.hex())


def test_a_hole_is_mended_only_by_what_the_receipt_was_for(the_office: Office, evil: EvilServer):
    worker = the_office.worker
    stream = case_with(worker, "one")
    cycle(worker, line(evil, worker))
    device = bytes.fromhex(worker.device.id)
    rows = evil.view(device)[stream]
    rows.append(altered(rows[-1]))
    assert cycle(worker, line(evil, worker)).alarms
    write(worker, stream.hex(), note_of(worker, "never covered"))
    (unsent,) = sending.unsent(worker.db)
    rows[-1] = Row(0, unsent.signed, unsent.beside)
    laptop = Laptop(worker.db, lambda job: job(), worker.now)
    (hole,) = laptop.holes()
    assert laptop.mend(hole, line(evil, worker).page(hole.stream, hole.after, 1)) == 0
    assert not log.signed_entries(worker.db, stream.hex())[-1].on_server


def test_a_list_of_changes_that_never_ends_is_ended(the_office: Office, evil: EvilServer):
    endless = line(evil, the_office.worker)
    endless.changed = lambda answer: msgspec.structs.replace(answer, streams=[], next=0, done=False)
    outcome = cycle(the_office.worker, endless)
    assert isinstance(outcome.problem, ServerRefused)


def test_a_list_that_names_the_same_streams_for_ever_is_ended(the_office: Office, evil: EvilServer):
    worker = the_office.worker
    case_with(worker, "one")
    asked: list[int] = []

    def again(answer: Changes) -> Changes:
        asked.append(answer.next)
        return Changes([Moved(bytes(16), 1)] * 5000, len(asked), done=False)

    endless = line(evil, worker)
    endless.changed = again
    assert isinstance(cycle(worker, endless).problem, ServerRefused)
    assert len(asked) < 50


def test_two_stories_are_told_apart_by_what_their_readers_write(the_office: Office, evil: EvilServer):
    """Nothing cites what is left out; but the worker had a receipt over a story that has it."""
    worker, lead = the_office.worker, the_office.lead
    stream = case_with(worker, "one")
    cycle(worker, line(evil, worker))
    cycle(lead, line(evil, lead))
    write(lead, stream.hex(), note_of(lead, "only the worker hears of this"))
    hidden = line(evil, lead)
    hidden.hidden = True
    cycle(lead, hidden)
    evil.tell_all(bytes.fromhex(worker.device.id))
    assert cycle(worker, line(evil, worker)).received == 1
    entry = note_of(worker, "an answer")
    core = forging.core_of(worker, stream.hex())
    receipt = streams.highest_receipt(worker.db, stream.hex())
    assert receipt is not None
    core = msgspec.structs.replace(core, receipt=(receipt.sequence, bytes.fromhex(receipt.head)))
    row = forging.sealed(worker, core, encode_entry(entry))
    # One who saw it and does not cite it: a laptop that is in the plot, or a later version of ours.
    evil.tell(bytes.fromhex(lead.device.id), stream, [noise(), row])
    assert TWO_STORIES in cycle(lead, line(evil, lead)).alarms


def test_nobody_is_let_in_with_a_code_that_is_over(the_office: Office):
    """Whatever the server holds back or takes: the lead's laptop looks too, so a code found later is of no use."""
    lead = the_office.lead
    code = enrol.invite(lead, "Jo Marsh", "worker", "Social worker")
    the_office.sync(lead)
    opened = enrol.look_at_invite(the_office.server.address, code, the_office.clock())
    address = the_office.server.address
    session = enrol.begin_joining(the_office.folder / "jo", PASSPHRASE, address, opened, the_office.tools)
    pending = enrol.joining(session)
    assert pending is not None
    session.shut()
    assert enrol.ask(pending) is None
    the_office.clock.now += enrol.INVITE_HOLDS
    before = keys.certificates(lead.db)
    assert the_office.sync(lead).problem is None
    assert keys.certificates(lead.db) == before
    assert enrol.ask(pending) is None


def test_two_who_were_let_in_at_once_and_the_answer_lost(the_office: Office):
    """Not a lie: a power cut between the server's commit and its answer. Our own two grants come back with a page."""
    lead = the_office.lead
    codes = [enrol.invite(lead, name, "worker", "Social worker") for name in ("Jo Marsh", "Kit Vale")]
    the_office.sync(lead)
    for code in codes:
        opened = enrol.look_at_invite(the_office.server.address, code, the_office.clock())
        profile = the_office.folder / code
        session = enrol.begin_joining(profile, PASSPHRASE, the_office.server.address, opened, the_office.tools)
        pending = enrol.joining(session)
        assert pending is not None
        enrol.ask(pending)
        session.shut()
    with Cut(the_office.server.address) as server:
        assert isinstance(cycle(lead, server).problem, Offline)
    for _ in range(2):
        outcome = the_office.sync(lead)
        assert (outcome.problem, outcome.alarms, outcome.waiting) == (None, (), 0)
