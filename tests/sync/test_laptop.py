"""This laptop in a cycle: success only on a receipt that covers each item, holes mended, short jobs, nothing twice."""

import os
from collections.abc import Callable

import msgspec
import pytest

from tests.office.made import Office
from tests.office.said import note_of
from visitapp.actions import syncing
from visitapp.actions.session import Session
from visitapp.actions.writing import make_case_stream, write
from visitapp.errors import Offline, ServerRefused
from visitapp.records.receipts import make_receipt, read_receipt
from visitapp.store import heads, log, sending, streams
from visitapp.store.reading import Arrival
from visitapp.sync import laptop as module
from visitapp.sync.cycle import run_cycle
from visitapp.sync.laptop import Laptop
from visitapp.sync.outcome import Outcome
from visitapp.sync.transport import HttpServer
from visitapp.sync.wire import Appended, Page

Change = Callable[[Appended], Appended]


def written(session: Session, notes: int) -> str:
    stream = make_case_stream(session)
    for number in range(notes):
        write(session, stream, note_of(session, f"note {number}"))
    return stream


class Altered(HttpServer):
    """The server's answers, changed on the way."""

    appended: Change = staticmethod(lambda answer: answer)
    paged: Callable[[Page], Page] = staticmethod(lambda page: page)

    gone_after_sending = False

    def append(self, entries):
        return self.appended(super().append(entries))

    def changes(self, after):
        if self.gone_after_sending:
            # Otherwise our own entries come back with a page, whose receipt covers them as well.
            raise Offline
        return super().changes(after)

    def page(self, stream, after, limit=500):
        return self.paged(super().page(stream, after, limit))


def cycle(office: Office, session: Session, **changed) -> Outcome:
    with Altered(office.server.address) as server:
        for name, change in changed.items():
            setattr(server, name, change)
        return run_cycle(Laptop(session.db, lambda job: job(), session.now), server)


def receipts(answer: Appended, change: Callable) -> Appended:
    return msgspec.structs.replace(answer, streams=[change(one) for one in answer.streams])


def forged(told):
    """A receipt for the same, by somebody else's key."""
    return msgspec.structs.replace(told, receipt=told.receipt[:-1] + bytes([told.receipt[-1] ^ 1]))


LIES = {
    "no receipt": lambda answer: msgspec.structs.replace(answer, streams=[]),
    "a forged receipt": lambda answer: receipts(answer, forged),
    "another head before": lambda answer: receipts(
        answer, lambda told: msgspec.structs.replace(told, before=os.urandom(32))
    ),
    "another first number": lambda answer: receipts(
        answer, lambda told: msgspec.structs.replace(told, first=told.first + 1)
    ),
    "ok without a number": lambda answer: msgspec.structs.replace(
        answer, results=[msgspec.structs.replace(one, sequence=None) for one in answer.results]
    ),
    "a number beyond the receipt": lambda answer: msgspec.structs.replace(
        answer, results=[msgspec.structs.replace(one, sequence=one.sequence + 1) for one in answer.results]
    ),
    "two under one number": lambda answer: msgspec.structs.replace(
        answer, results=[msgspec.structs.replace(one, sequence=1) for one in answer.results]
    ),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_nothing_counts_as_sent_without_a_receipt_that_covers_it(the_office: Office, lie: Change):
    """Peer lesson 10: success only on the server's receipt for each item and hash."""
    worker = the_office.worker
    stream = written(worker, 3)
    outcome = cycle(the_office, worker, appended=lie, gone_after_sending=True)
    assert outcome.sent == 0
    assert outcome.alarms
    assert outcome.waiting == sending.counts(worker.db).unsent == 4
    assert not any(one.on_server for one in log.signed_entries(worker.db, stream))
    honest = the_office.sync(worker)
    assert (honest.sent, honest.problem, honest.alarms) == (4, None, ())
    assert all(one.on_server for one in log.signed_entries(worker.db, stream))
    assert len(worker.kept(stream)) == 6


def test_a_gap_said_of_what_stands_in_no_chain_is_a_refusal_like_any_other(the_office: Office):
    worker = the_office.worker
    written(worker, 1)

    def gaps(answer: Appended) -> Appended:
        gap = {"ok": False, "sequence": None, "code": "gap", "expected": 1}
        return Appended([msgspec.structs.replace(one, **gap) for one in answer.results], [])

    assert cycle(the_office, worker, appended=gaps, gone_after_sending=True).set_aside == ("gap", "gap")
    sending.offer_refused(worker.db)
    assert the_office.sync(worker).waiting == 0


def test_a_receipt_of_an_earlier_state_is_an_alarm(the_office: Office):
    worker = the_office.worker
    stream = written(worker, 1)
    old: list[bytes] = []

    def remembered(answer: Appended) -> Appended:
        old[:] = old or [one.receipt for one in answer.streams]
        return receipts(answer, lambda told: msgspec.structs.replace(told, receipt=old[0]))

    assert cycle(the_office, worker, appended=remembered, gone_after_sending=True).sent == 2
    write(worker, stream, note_of(worker, "later"))
    outcome = cycle(the_office, worker, appended=remembered, gone_after_sending=True)
    assert outcome.sent == 0
    assert outcome.alarms == (module.HEADS_DIFFER,)
    shorter = make_receipt_before(the_office, worker, stream)
    lied = {"appended": lambda answer: receipts(answer, shorter)}
    outcome = cycle(the_office, worker, **lied, gone_after_sending=True)
    assert outcome.alarms == (module.WENT_BACK,)
    assert the_office.sync(worker).sent == 1


def make_receipt_before(office: Office, session: Session, stream: str) -> Callable:
    """The server itself, gone back by one entry: its own key signs a receipt over less."""
    service = office.server._service
    assert service is not None
    served = service.served()
    receipt = make_receipt(service.keys.receipt, served.server, bytes.fromhex(stream), 1, os.urandom(32), 1)
    assert read_receipt(receipt.signed, served.server).sequence == 1
    return lambda told: msgspec.structs.replace(told, receipt=receipt.signed)


def test_one_entry_refused_is_told_and_the_rest_confirmed(the_office: Office):
    """Peer lesson 20."""
    worker = the_office.worker
    bad, good = written(worker, 1), written(worker, 2)
    (signed,) = worker.db.execute("SELECT signed FROM entry WHERE stream = ? AND what = 0", (bad,)).fetchone()
    altered = signed[:-1] + bytes([signed[-1] ^ 1])
    worker.db.execute("UPDATE entry SET signed = ? WHERE stream = ? AND what = 0", (altered, bad))
    outcome = the_office.sync(worker)
    assert outcome.problem is None
    assert outcome.set_aside == ("bad_signature",)
    assert all(one.on_server for one in log.signed_entries(worker.db, good))
    assert not any(one.on_server for one in log.signed_entries(worker.db, bad))
    assert sending.counts(worker.db).refused == 1
    # It is not offered again and again.
    assert the_office.sync(worker).set_aside == ()


def test_what_stands_behind_a_refused_one_waits_for_people(the_office: Office):
    """The server can only say `gap` to it: no reason to begin new chains, which would cite what is not there."""
    worker = the_office.worker
    stream = written(worker, 3)
    before = worker.device.incarnation
    query = "SELECT id, signed FROM entry WHERE stream = ? AND what = 0 AND sequence = 1"
    record, signed = worker.db.execute(query, (stream,)).fetchone()
    altered = signed[:-1] + bytes([signed[-1] ^ 1])
    worker.db.execute("UPDATE entry SET signed = ? WHERE id = ?", (altered, record))
    assert sorted(the_office.sync(worker).set_aside) == ["bad_signature", "gap", "gap"]
    assert worker.device.incarnation == before
    assert sending.stuck(worker.db) == []
    assert sending.counts(worker.db).refused == 3
    # Once it is as it was, all of it goes.
    worker.db.execute("UPDATE entry SET signed = ? WHERE id = ?", (signed, record))
    sending.offer_refused(worker.db)
    assert the_office.sync(worker).sent == 3


def test_a_hole_is_mended_by_the_next_honest_cycle(the_office: Office):
    worker, lead = the_office.worker, the_office.lead
    stream = written(worker, 4)
    the_office.sync(worker)

    def altered(page: Page) -> Page:
        entries = [
            msgspec.structs.replace(one, beside=one.beside[:-1] + bytes([one.beside[-1] ^ 1]))
            if one.sequence == 3 and one.beside
            else one
            for one in page.entries
        ]
        return msgspec.structs.replace(page, entries=entries)

    outcome = cycle(the_office, lead, paged=altered)
    assert outcome.set_aside == ("ciphertext",)
    assert outcome.alarms == (module.ALTERED, module.WITHHELD)
    # What cites the missing one waits; nothing false is shown.
    assert all(one in worker.kept(stream) for one in lead.kept(stream))
    assert cycle(the_office, lead, paged=altered).alarms == (module.WITHHELD,)
    assert lead.kept(stream) != worker.kept(stream)
    honest = the_office.sync(lead)
    assert (honest.problem, honest.alarms) == (None, ())
    assert lead.kept(stream) == worker.kept(stream)
    assert the_office.sync(lead).received == 0


def test_a_page_taken_in_twice_is_there_once(the_office: Office):
    worker, lead = the_office.worker, the_office.lead
    stream = written(worker, 5)
    the_office.sync(worker)
    the_office.sync(lead)
    before = lead.kept(stream)
    # As after an end between keeping and moving on, if that could be.
    streams.move(lead.db, stream, 0, "")
    streams.saw_changes(lead.db, 0)
    assert the_office.sync(lead).received == 0
    assert lead.kept(stream) == before


@pytest.mark.parametrize("slice_", [1, 2, 7])
def test_how_a_page_is_cut_makes_no_difference(the_office: Office, slice_: int, monkeypatch: pytest.MonkeyPatch):
    worker, lead = the_office.worker, the_office.lead
    stream = written(worker, 9)
    the_office.sync(worker)
    for name in ("FIRST_SLICE", "LEAST_SLICE", "MOST_SLICE"):
        monkeypatch.setattr(module, name, slice_)
    jobs = []

    def call(job: Callable[[], object]) -> object:
        jobs.append(job)
        return job()

    assert the_office.sync(lead, call).received == 10
    assert lead.kept(stream) == worker.kept(stream)
    assert len(jobs) > 10 // slice_


def test_a_slow_slice_makes_the_next_one_smaller(the_office: Office):
    one = Laptop(the_office.worker.db, lambda job: job(), the_office.worker.now)
    one._size_slices(200, 0.2)
    assert one._slice == module.LEAST_SLICE
    one._size_slices(100, 0.01)
    assert one._slice == 250
    one._size_slices(100, 0.0)
    assert one._slice == module.MOST_SLICE


def test_the_slices_of_a_page_are_all_of_a_size(the_office: Office):
    one = Laptop(the_office.worker.db, lambda job: job(), the_office.worker.now)
    page = [Arrival(id=str(number), stream="", what=0, signed=b"") for number in range(500)]
    one._slice = 240
    cut = list(one._slices(page))
    assert [(start, len(slice_)) for start, slice_ in cut] == [(0, 167), (167, 167), (334, 166)]
    assert [arrival for _, slice_ in cut for arrival in slice_] == page


def test_nothing_new_asks_once_and_reads_little(the_office: Office):
    """DESIGN.md 7: one request. And no certificate is checked, however many there are."""
    session = the_office.worker
    written(session, 1)
    jobs: list[Callable[[], object]] = []

    def call(job: Callable[[], object]) -> object:
        jobs.append(job)
        return job()

    asked: list[bytes] = []
    with syncing.server_of(session) as server:
        syncing.cycle(session, server, call)
        server.listen(asked.append)
        jobs.clear()
        outcome = syncing.cycle(session, server, call)
    assert outcome == Outcome()
    assert [line.partition(b"\n")[0].rpartition(b"/")[2].partition(b"?")[0] for line in asked] == [b"changes"]
    assert len(jobs) <= 7


def test_the_organisation_comes_first_and_then_what_moved_last(the_office: Office):
    worker, lead = the_office.worker, the_office.lead
    first, last = written(worker, 1), written(worker, 1)
    the_office.sync(worker)
    streams.move(lead.db, streams.organisation(lead.db), 0, "")
    streams.saw_changes(lead.db, 0)
    order: list[bytes] = []

    class Watched(HttpServer):
        def page(self, stream, after, limit=500):
            order.append(stream)
            return super().page(stream, after, limit)

    with Watched(the_office.server.address) as server:
        assert run_cycle(Laptop(lead.db, lambda job: job(), lead.now), server).problem is None
    assert order == [bytes.fromhex(one) for one in (streams.organisation(lead.db), last, first)]


def test_where_the_streams_stand_is_known_outside_the_vault_after_a_cycle(the_office: Office):
    worker = the_office.worker
    stream = written(worker, 2)
    assert stream not in (heads.read(worker.profile) or heads.Heads(incarnation="")).receipts
    the_office.sync(worker)
    highest = streams.highest_receipt(worker.db, stream)
    assert heads.read(worker.profile).receipts[stream] == (highest.sequence, highest.head)


def test_a_first_pull_that_breaks_off_goes_on_where_it_was(the_office: Office):
    """Peer lessons 12, 18 and 34: every step can be cut off, and none is done again."""
    worker, lead = the_office.worker, the_office.lead
    stream = written(worker, 11)
    the_office.sync(worker)
    asked: list[int] = []

    class Short(HttpServer):
        left = 2

        def page(self, stream, after, limit=500):
            if self.left == 0:
                raise Offline
            self.left -= 1
            asked.append(after)
            return super().page(stream, after, 3)

    for _ in range(4):
        with Short(the_office.server.address) as server:
            outcome = run_cycle(Laptop(lead.db, lambda job: job(), lead.now), server)
    assert outcome.problem is None
    assert asked == [0, 3, 6, 9]
    assert lead.kept(stream) == worker.kept(stream)


def test_what_is_written_goes_before_anything_is_fetched(the_office: Office):
    """Peer lesson 13."""
    worker = the_office.worker
    written(worker, 2)
    asked: list[bytes] = []
    with HttpServer(the_office.server.address) as server:
        server.listen(asked.append)
        run_cycle(Laptop(worker.db, lambda job: job(), worker.now), server)
    routes = [line.partition(b"\n")[0].rpartition(b"/v1/")[2].partition(b"?")[0] for line in asked]
    assert routes == [b"sessions/nonce", b"sessions", b"append", b"changes"]


@pytest.mark.parametrize("refused", ["append", "page"])
def test_what_the_server_refuses_of_one_stream_holds_up_no_other(the_office: Office, refused: str):
    worker, lead = the_office.worker, the_office.lead
    streams_ = [written(worker, 1), written(worker, 1)]
    the_office.sync(worker)
    own = written(lead, 1)

    class Refusing(HttpServer):
        def append(self, entries):
            if refused == "append":
                raise ServerRefused("unexpected", 500)
            return super().append(entries)

        def page(self, stream, after, limit=500):
            if refused == "page" and stream.hex() == streams_[1]:
                raise ServerRefused("unexpected", 500)
            return super().page(stream, after, limit)

    with Refusing(the_office.server.address) as server:
        outcome = run_cycle(Laptop(lead.db, lambda job: job(), lead.now), server)
    assert isinstance(outcome.problem, ServerRefused)
    assert lead.kept(streams_[0]) == worker.kept(streams_[0])
    assert log.signed_entries(lead.db, own)[0].on_server == (refused == "page")
    assert the_office.sync(lead).problem is None
    assert lead.kept(streams_[1]) == worker.kept(streams_[1])
    assert log.signed_entries(lead.db, own)[0].on_server


def test_asked_too_often_the_server_is_left_alone(the_office: Office):
    worker, lead = the_office.worker, the_office.lead
    written(worker, 1)
    written(worker, 1)
    the_office.sync(worker)
    asked: list[bytes] = []

    class Busy(HttpServer):
        def page(self, stream, after, limit=500):
            asked.append(stream)
            raise ServerRefused("rate", 429)

    with Busy(the_office.server.address) as server:
        outcome = run_cycle(Laptop(lead.db, lambda job: job(), lead.now), server)
    assert isinstance(outcome.problem, ServerRefused)
    assert len(asked) == 1
