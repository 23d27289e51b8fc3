"""Appending over HTTP: every way to be refused, and that nothing else of the page suffers from it."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import pytest

from tests.records.cast import Cast, Person
from tests.server.office import NOW, Office, Pen
from visitapp.crypto.signing import SigningKey
from visitapp.errors import ServerRefused
from visitapp.records.certificates import Role, make_certificate
from visitapp.records.cose import What
from visitapp.records.envelope import read_record
from visitapp.records.epochs import StreamKind, StreamRole, make_grant
from visitapp.records.receipts import first_head, fold_heads, make_restart, read_receipt
from visitapp.sync.transport import HttpServer
from visitapp.sync.wire import Appended, NewEntry


@dataclass
class Desk:
    """A worker with a case on the server, in which three records stand."""

    office: Office
    client: HttpServer
    pen: Pen

    @property
    def cast(self) -> Cast:
        return self.office.cast


@pytest.fixture
def desk(office: Office) -> Desk:
    client = office.client(office.cast.worker)
    pen = office.case(office.cast.worker, office.cast.lead)
    answer = client.append([pen.epoch_entry, *pen.page(3)])
    assert [result.sequence for result in answer.results] == [1, 2, 3, 4]
    return Desk(office, client, pen)


def codes(answer: Appended) -> list[str | None]:
    return [result.code for result in answer.results]


def among_good(desk: Desk, bad: NewEntry, code: str) -> Appended:
    """Send a bad entry between two good ones of another chain; the good ones are taken."""
    good = desk.office.case(desk.cast.worker)
    first, second = good.write(), good.write()
    answer = desk.client.append([good.epoch_entry, first, bad, second])
    assert codes(answer) == [None, None, code, None]
    assert not answer.results[2].ok
    return answer


def test_a_receipt_covers_what_was_taken(office: Office) -> None:
    client, pen = office.client(office.cast.worker), office.case(office.cast.worker)
    page = [pen.epoch_entry, *pen.page(4)]
    answer = client.append(page)
    (told,) = answer.streams
    receipt = read_receipt(told.receipt, office.receipt_certificate)
    assert (told.stream, told.first, told.before) == (pen.stream, 1, first_head(pen.stream))
    assert receipt.head == fold_heads(told.before, [result.id for result in answer.results])
    assert (receipt.sequence, receipt.stream, receipt.at) == (5, pen.stream, int(NOW * 1000))
    assert answer.results[1].id == read_record(page[1].signed).id


def test_sending_twice_is_harmless(desk: Desk) -> None:
    page = desk.pen.page(3)
    first, second = desk.client.append(page), desk.client.append(page)
    assert [result.sequence for result in first.results] == [5, 6, 7]
    assert second.results == first.results
    assert second.streams[0].first == 8
    again = desk.client.append([*page, desk.pen.write()])
    assert [result.sequence for result in again.results] == [5, 6, 7, 8]
    assert len(desk.client.page(desk.pen.stream, 0).entries) == 8


def test_twice_in_one_page(desk: Desk) -> None:
    one = desk.pen.write()
    assert [result.sequence for result in desk.client.append([one, one]).results] == [5, 5]


def test_unknown_device(desk: Desk) -> None:
    stranger = Person("stranger")
    stranger.certificate = desk.cast.certify(stranger, Role.DEVICE)
    among_good(desk, desk.pen.other(stranger).write(), "unknown_device")


def test_bad_signature(desk: Desk) -> None:
    among_good(desk, desk.pen.write(key=SigningKey(secrets.token_bytes(32))), "bad_signature")


def test_other_ciphertext_than_signed_for(desk: Desk) -> None:
    good = desk.pen.write()
    among_good(desk, msgspec.structs.replace(good, beside=bytes(len(good.beside))), "bad_signature")


def test_gap_is_refused_with_the_expected_number(desk: Desk) -> None:
    """Peer lesson 8."""
    left_out, *rest = desk.pen.page(4)
    answer = desk.client.append(rest)
    assert [(result.code, result.expected) for result in answer.results] == [("gap", 4)] * 3
    assert desk.client.append([left_out, *rest]).results[-1].sequence == 8


def test_what_stands_behind_a_bad_one_in_its_chain_is_a_gap(desk: Desk) -> None:
    good, bad, behind = desk.pen.write(), desk.pen.write(key=SigningKey(secrets.token_bytes(32))), desk.pen.write()
    other = desk.office.case(desk.cast.worker)
    answer = desk.client.append([good, bad, other.epoch_entry, behind, other.write()])
    assert codes(answer) == [None, "bad_signature", None, "gap", None]
    assert answer.results[3].expected == 5


def test_fork(desk: Desk) -> None:
    one, two = desk.pen.write(b"one", keep=False), desk.pen.write(b"two")
    answer = desk.client.append([one, two])
    assert [(result.code, result.expected) for result in answer.results] == [(None, None), ("fork", 5)]


def test_wrong_previous(desk: Desk) -> None:
    answer = desk.client.append([desk.pen.write(previous=secrets.token_bytes(32))])
    assert [(result.code, result.expected) for result in answer.results] == [("fork", 4)]


def test_two_incarnations_are_two_chains(desk: Desk) -> None:
    other = desk.pen.other(desk.cast.worker)
    assert codes(desk.client.append([desk.pen.write(), other.write(), desk.pen.write(), other.write()])) == [None] * 4


def test_not_a_member(desk: Desk) -> None:
    """Neither by a session of one's own, nor through a member's."""
    foreign = desk.pen.other(desk.cast.other)
    among_good(desk, foreign.write(), "not_a_member")
    outsider = desk.office.client(desk.cast.other)
    answer = outsider.append([desk.pen.write()])
    assert codes(answer) == ["not_a_member"]
    assert answer.streams == []


def test_a_worker_writes_no_record_to_the_organisations_stream(desk: Desk) -> None:
    by_worker = {"stream": desk.office.organisation.id, "epoch": desk.office.office_epoch.id}
    entry = desk.pen.write(incarnation=secrets.token_bytes(16), sequence=1, previous=b"", **by_worker)
    among_good(desk, msgspec.structs.replace(entry, stream=desk.office.organisation.id), "not_a_member")


def test_no_epoch(desk: Desk) -> None:
    among_good(desk, desk.pen.write(epoch=secrets.token_bytes(32)), "no_epoch")


def test_unknown_stream(desk: Desk) -> None:
    among_good(desk, desk.office.case(desk.cast.worker).write(), "unknown_stream")


def test_wrong_organisation(desk: Desk) -> None:
    among_good(desk, desk.pen.write(organisation=secrets.token_bytes(16)), "wrong_organisation")


def test_bad_form(desk: Desk) -> None:
    good = desk.pen.write(keep=False)
    replace = msgspec.structs.replace
    for bad in (
        replace(good, signed=b"\xa0"),
        replace(good, signed=good.signed + b"\0"),
        replace(good, what=int(What.EPOCH)),
        replace(good, what=99),
        replace(good, what=-1),
        replace(good, stream=secrets.token_bytes(16)),
        replace(desk.office.case(desk.cast.worker).epoch_entry, beside=b"more"),
    ):
        among_good(desk, bad, "bad_form")


def test_too_large_an_entry(desk: Desk) -> None:
    among_good(desk, NewEntry(desk.pen.stream, int(What.RECORD), b"x" * 1000, bytes(256 * 1024)), "too_large")


def test_too_many_entries(desk: Desk) -> None:
    with pytest.raises(ServerRefused) as refused:
        desk.client.append([desk.pen.epoch_entry] * 501)
    assert (refused.value.reason, refused.value.status) == ("too_large", 413)


def test_too_large_a_page(desk: Desk) -> None:
    entry = NewEntry(desk.pen.stream, 0, b"x", bytes(250 * 1024))
    with pytest.raises(ServerRefused) as refused:
        desk.client.append([entry] * 17)
    assert (refused.value.reason, refused.value.status) == ("too_large", 413)


def test_stale_membership(desk: Desk) -> None:
    """Members change by compare-and-swap: of two grants that follow the same head one is told which head holds."""
    lead = desk.office.client(desk.cast.lead)
    first, second = (grant(desk, desk.pen, desk.pen.membership.head) for _ in range(2))
    answer = lead.append([first, second])
    assert codes(answer) == [None, "stale_membership"]
    assert answer.results[1].head == answer.results[0].id
    assert codes(lead.append([grant(desk, desk.pen, answer.results[0].id)])) == [None]


def test_a_worker_grants_nothing(desk: Desk) -> None:
    by_worker = grant(desk, desk.pen, desk.pen.membership.head, author=desk.cast.worker)
    among_good(desk, by_worker, "not_a_member")


def test_a_grant_of_an_epoch_that_is_not_the_streams(desk: Desk) -> None:
    lead = desk.office.client(desk.cast.lead)
    strange = grant(desk, desk.pen, desk.pen.membership.head, epoch=secrets.token_bytes(32))
    assert codes(lead.append([strange])) == ["no_epoch"]


def grant(desk: Desk, pen: Pen, previous: bytes, author: Person | None = None, epoch: bytes | None = None) -> NewEntry:
    author = author or desk.cast.lead
    made = make_grant(
        organisation=desk.office.organisation.id,
        stream=pen.stream,
        members=[(desk.cast.other.certificate, StreamRole.WORKER)],
        epoch_keys={epoch or pen.membership.epoch: b"k" * 32},
        author=author.device,
        key=author.signing,
        at=int(NOW * 1000) + secrets.randbelow(1000),
        previous=previous,
    )
    return NewEntry(pen.stream, int(What.GRANT), made.signed.raw)


def test_a_granted_device_may_write_and_is_told_of_the_stream(desk: Desk) -> None:
    other = desk.office.client(desk.cast.other)
    before = other.changes(0)
    assert desk.pen.stream not in [moved.stream for moved in before.streams]
    desk.office.client(desk.cast.lead).append([grant(desk, desk.pen, desk.pen.membership.head)])
    assert [(moved.stream, moved.sequence) for moved in other.changes(before.next).streams] == [(desk.pen.stream, 5)]
    assert codes(other.append([desk.pen.other(desk.cast.other).write()])) == [None]


def test_who_is_left_out_of_a_new_epoch_is_out(desk: Desk) -> None:
    lead, pen = desk.office.client(desk.cast.lead), desk.pen
    epoch = desk.office.epoch(
        pen.stream,
        StreamKind.CASE,
        desk.cast.lead,
        desk.cast.lead,
        parent=pen.membership.epoch,
        previous=pen.membership.head,
    )
    assert codes(lead.append([NewEntry(pen.stream, int(What.EPOCH), epoch.signed.raw)])) == [None]
    assert codes(desk.client.append([pen.write()])) == ["not_a_member"]
    with pytest.raises(ServerRefused, match="not_a_member"):
        desk.client.page(pen.stream, 0)
    assert codes(lead.append([pen.other(desk.cast.lead).write(epoch=epoch.id)])) == [None]


def test_somebody_elses_stream_is_not_made_for_them(desk: Desk) -> None:
    """A session makes streams in which its own device is a member."""
    of_other = desk.office.case(desk.cast.other)
    assert codes(desk.client.append([of_other.epoch_entry, of_other.write()])) == ["not_a_member", "unknown_stream"]
    assert codes(desk.office.client(desk.cast.other).append([of_other.epoch_entry])) == [None]


def test_a_certificate_counts_for_the_rest_of_its_page(desk: Desk) -> None:
    joiner = Person("joiner")
    joiner.certificate = desk.cast.certify(joiner, Role.DEVICE)
    lead, case = desk.office.client(desk.cast.lead), desk.office.case(desk.cast.lead)
    made = make_grant(
        organisation=desk.office.organisation.id,
        stream=case.stream,
        members=[(joiner.certificate, StreamRole.WORKER)],
        epoch_keys={case.membership.epoch: b"k" * 32},
        author=desk.cast.lead.device,
        key=desk.cast.lead.signing,
        at=int(NOW * 1000),
        previous=case.membership.head,
    )
    granted = NewEntry(case.stream, int(What.GRANT), made.signed.raw)
    record = case.other(joiner).write()
    certified = desk.office.statement(What.CERTIFICATE, joiner.certificate.signed)
    assert codes(lead.append([case.epoch_entry, granted, record, certified])) == [None] * 4
    desk.office.client(joiner)


def test_a_certificate_by_who_may_not_certify(desk: Desk) -> None:
    joiner = Person("joiner")
    organisation = desk.office.organisation.id
    by_worker = make_certificate(
        organisation=organisation,
        role=Role.DEVICE,
        member=joiner.member,
        signing_public=joiner.signing.public,
        wrapping_public=joiner.wrapping.public,
        issuer=desk.cast.worker.device,
        issued_at=1,
        key=desk.cast.worker.signing,
    )
    another_server = make_certificate(
        organisation=organisation, role=Role.RECEIPT, signing_public=b"s" * 32, issued_at=1, key=desk.cast.root
    )
    among_good(desk, desk.office.statement(What.CERTIFICATE, by_worker.signed), "unknown_device")
    among_good(desk, desk.office.statement(What.CERTIFICATE, another_server.signed), "bad_form")


def test_nobody_restarts_a_log_from_outside(desk: Desk) -> None:
    restart = make_restart(
        desk.cast.worker.signing, desk.office.receipt_certificate, desk.pen.stream, 1, secrets.token_bytes(32), 1
    )
    among_good(desk, NewEntry(desk.pen.stream, int(What.RESTART), restart.signed), "bad_form")


def test_quota(make_office: Callable[..., Office]) -> None:
    office = make_office(device_bytes=20 * 1024).open()
    client, pen = office.client(office.cast.worker), office.case(office.cast.worker)
    answer = client.append([pen.epoch_entry, *pen.page(30)])
    taken = [result for result in answer.results if result.ok]
    assert 1 < len(taken) < 30
    assert {result.code for result in answer.results[len(taken) :]} == {"quota"}
    assert codes(client.append([pen.write()])) == ["quota"]
    assert client.append([pen.epoch_entry]).results[0].sequence == 1
