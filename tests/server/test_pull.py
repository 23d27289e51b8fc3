"""Taking in over HTTP: what moved, page by page, with heads and receipts that fit."""

from collections.abc import Callable

import httpx
import pytest

from tests.server.office import Office
from visitapp.errors import ServerRefused
from visitapp.records.cose import What
from visitapp.records.envelope import read_record
from visitapp.records.receipts import first_head, fold_heads, read_receipt
from visitapp.sync.transport import HttpServer
from visitapp.sync.wire import StoredEntry


def pages(client: HttpServer, stream: bytes, limit: int) -> list[list[StoredEntry]]:
    found, after = [], 0
    while True:
        page = client.page(stream, after, limit)
        found.append(page.entries)
        if page.done:
            return found
        after = page.entries[-1].sequence


def test_pages_of_every_size_give_the_same(office: Office) -> None:
    client, pen = office.client(office.cast.worker), office.case(office.cast.worker)
    sent = [pen.epoch_entry, *pen.page(9)]
    client.append(sent)
    for limit in (1, 2, 3, 10, 500):
        found = pages(client, pen.stream, limit)
        entries = [entry for page in found for entry in page]
        assert [entry.sequence for entry in entries] == list(range(1, 11))
        assert [(entry.what, entry.signed, entry.beside) for entry in entries] == [
            (entry.what, entry.signed, entry.beside) for entry in sent
        ]
        assert all(len(page) <= limit for page in found)


def test_heads_and_receipts_fit_each_page(office: Office) -> None:
    client, pen = office.client(office.cast.worker), office.case(office.cast.worker)
    ids = [result.id for result in client.append([pen.epoch_entry, *pen.page(6)]).results]
    head = first_head(pen.stream)
    for after in range(0, 7, 3):
        page = client.page(pen.stream, after, 3)
        assert page.before == head
        head = fold_heads(head, ids[after : after + 3])
        receipt = read_receipt(page.receipt, office.receipt_certificate)
        assert (receipt.head, receipt.sequence, receipt.stream) == (head, min(after + 3, 7), pen.stream)
    assert read_record(page.entries[-1].signed).id == ids[-1]
    assert client.page(pen.stream, 7).entries == []


def test_a_page_holds_so_many_bytes(make_office: Callable[..., Office]) -> None:
    office = make_office().open()
    office.restart(page_bytes=8 * 1024)
    client, pen = office.client(office.cast.worker), office.case(office.cast.worker)
    client.append([pen.epoch_entry])
    for size in (100, 5000, 5000, 100, 100):
        client.append([pen.write(bytes(size))])
    found = pages(client, pen.stream, 500)
    assert len(found) > 2
    for page in found:
        assert len(page) == 1 or sum(len(one.signed) + len(one.beside) for one in page) <= 8 * 1024


def test_a_stream_shorter_than_what_was_asked_for(office: Office) -> None:
    """The receipt over its end is the server's own word that it has gone back."""
    client, pen = office.client(office.cast.worker), office.case(office.cast.worker)
    client.append([pen.epoch_entry])
    page = client.page(pen.stream, 99)
    assert (page.entries, page.done) == ([], True)
    assert read_receipt(page.receipt, office.receipt_certificate).sequence == 1


def test_members_only(office: Office) -> None:
    pen = office.case(office.cast.worker)
    office.client(office.cast.worker).append([pen.epoch_entry])
    other = office.client(office.cast.other)
    answers = []
    for stream in (pen.stream, bytes(16)):
        with pytest.raises(ServerRefused) as refused:
            other.page(stream, 0)
        answers.append((refused.value.reason, refused.value.status))
    assert answers == [("not_a_member", 403)] * 2


def test_changes_name_each_stream_once_and_only_ones_own(office: Office) -> None:
    worker, other = office.client(office.cast.worker), office.client(office.cast.other)
    start = worker.changes(0)
    assert [moved.stream for moved in start.streams] == [office.organisation.id]
    mine, shared = office.case(office.cast.worker), office.case(office.cast.worker, office.cast.other)
    worker.append([mine.epoch_entry, shared.epoch_entry, mine.write()])
    worker.append([mine.write()])
    changes = worker.changes(start.next)
    assert [(moved.stream, moved.sequence) for moved in changes.streams] == [(shared.stream, 1), (mine.stream, 3)]
    assert changes.done
    assert [moved.stream for moved in other.changes(start.next).streams] == [shared.stream]
    nothing = worker.changes(changes.next)
    assert (nothing.streams, nothing.next, nothing.done) == ([], changes.next, True)


def test_a_change_number_from_before_a_restore_tells_all_streams(office: Office) -> None:
    client = office.client(office.cast.worker)
    assert client.changes(10_000) == client.changes(0)
    assert client.changes(0).streams


def test_odd_questions(office: Office) -> None:
    client = office.client(office.cast.worker)
    headers = {"authorization": f"Bearer {client._token}"}
    with httpx.Client(base_url=f"{office.server.address}/v1", headers=headers) as plain:
        for path in ("changes?after=-1", "changes?after=x", "streams/xyz", f"streams/{'AB' * 16}?after=0"):
            answer = plain.get(path)
            assert (answer.status_code, answer.json()["code"]) == (400, "bad_form"), path
        for limit in (0, 501):
            answer = plain.get(f"streams/{office.organisation.id.hex()}?limit={limit}")
            assert (answer.status_code, answer.json()["code"]) == (400, "bad_form")


def test_everything_of_the_organisations_stream_is_told(office: Office) -> None:
    entries = office.client(office.cast.worker).page(office.organisation.id, 0).entries
    assert [entry.what for entry in entries].count(What.CERTIFICATE) == 4
