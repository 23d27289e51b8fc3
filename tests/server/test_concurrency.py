"""Many at once: numbers without holes, change numbers that skip nothing, one winner where there can be one."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.server.office import Office, Pen
from visitapp.errors import InviteRefused
from visitapp.records.envelope import read_record
from visitapp.records.receipts import fold_heads, read_receipt
from visitapp.sync.wire import Appended


def test_many_writers_and_a_reader_that_misses_nothing(office: Office) -> None:
    cast = office.cast
    shared = office.case(cast.worker, cast.other, cast.lead)
    office.client(cast.worker).append([shared.epoch_entry])
    people = (cast.worker, cast.other, cast.lead)
    pens = [shared.other(person) for person in people] + [office.case(person, cast.lead) for person in people]
    finished = threading.Event()

    def write(pen: Pen) -> list[Appended]:
        client = office.client(pen.person)
        first = [] if pen.stream == shared.stream else [pen.epoch_entry]
        return [client.append([*(first if turn == 0 else []), *pen.page(3)]) for turn in range(6)]

    def follow() -> dict[bytes, int]:
        client, seen, after = office.client(cast.lead), dict[bytes, int](), 0
        while True:
            last = finished.is_set()
            changes = client.changes(after)
            for moved in changes.streams:
                assert moved.sequence > seen.get(moved.stream, 0)
                seen[moved.stream] = moved.sequence
            after = changes.next
            if last and changes.done:
                return seen

    with ThreadPoolExecutor() as pool:
        following = pool.submit(follow)
        answers = [answer for answers in pool.map(write, pens) for answer in answers]
        finished.set()
        seen = following.result()

    assert all(result.ok for answer in answers for result in answer.results)
    reader = office.client(cast.lead)
    for stream in {pen.stream for pen in pens}:
        page = reader.page(stream, 0)
        assert [entry.sequence for entry in page.entries] == list(range(1, len(page.entries) + 1))
        assert seen[stream] == len(page.entries)
        ids = [read_record(entry.signed).id for entry in page.entries[1:]]
        receipt = read_receipt(page.receipt, office.receipt_certificate)
        assert receipt.head == fold_heads(reader.page(stream, 1).before, ids)


def at_once(count: int, work: Callable[[int], object]) -> list[object]:
    barrier = threading.Barrier(count)

    def one(number: int) -> object:
        barrier.wait()
        return work(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def test_a_stream_is_made_once(office: Office) -> None:
    pen = office.case(office.cast.worker)
    clients = [office.client(office.cast.worker) for _ in range(6)]
    page = [pen.epoch_entry, *pen.page(3)]
    answers = at_once(6, lambda number: clients[number].append(page).results)
    assert all(answer == answers[0] for answer in answers)
    assert len(clients[0].page(pen.stream, 0).entries) == 4


def test_an_invite_is_used_by_one(office: Office) -> None:
    invite = bytes(16)
    office.client(office.cast.lead).offer_invite(invite, b"sealed", int(office.clock.at * 1000) + 1000)
    strangers = [office.stranger() for _ in range(6)]

    def use(number: int) -> bool:
        try:
            strangers[number].request_invite(invite, bytes([number]))
        except InviteRefused:
            return False
        return True

    assert sorted(at_once(6, use)) == [False] * 5 + [True]
