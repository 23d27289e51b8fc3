"""What the server sends is judged entry by entry: what is right counts, the rest is set aside with its reason."""

from hashlib import sha256

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records.cast import Cast, Person, secret
from visitapp.domain.contact import Contact, Note, Paragraph
from visitapp.domain.days import Day
from visitapp.domain.items import Entry, Line
from visitapp.records.canonical import encode
from visitapp.records.certificates import Role
from visitapp.records.content import encode_entry
from visitapp.records.cose import What, sign1
from visitapp.records.envelope import SealedRecord, seal_record
from visitapp.records.epochs import StreamRole, make_grant
from visitapp.records.receipts import make_receipt, make_restart
from visitapp.sync.verify import Known, Trust, verify
from visitapp.sync.wire import StoredEntry

CAST = Cast()


def trust(cast: Cast = CAST, who: Person = CAST.worker) -> Trust:
    return Trust(
        organisation=cast.organisation,
        receipt=cast.server,
        device=who.device,
        wrapping=who.wrapping,
        certificates=dict(cast.certificates),
    )


def fresh() -> Known:
    return Known(stream=CAST.stream)


def note(by: Person = CAST.worker, words: str = "a cup of tea") -> Entry:
    contact = Contact(id=sha256(words.encode()).hexdigest()[:32], date=Day(2026, 3, 2), kind="phone")
    said = Note(
        id=sha256(b"note" + words.encode()).hexdigest()[:32], contact=contact.id, paragraphs=(Paragraph(words),)
    )
    lines = (Line(contact), Line(said))
    return Entry(kind="quick_note", at="2026-03-02T15:00:00+00:00", by=by.member.hex(), lines=lines, contact=contact.id)


def sealed(
    entry: Entry | None = None, key: Person = CAST.worker, epoch_key: bytes = CAST.epoch_key, **core
) -> SealedRecord:
    return seal_record(CAST.core(**core), encode_entry(entry or note()), epoch_key, key.signing)


def stored(*entries: SealedRecord | tuple[What | int, bytes]) -> list[StoredEntry]:
    """As the server holds them, numbered from 1."""
    made = []
    for number, one in enumerate(entries, 1):
        if isinstance(one, SealedRecord):
            made.append(StoredEntry(number, What.RECORD, one.signed, one.beside))
        else:
            made.append(StoredEntry(number, int(one[0]), one[1], b""))
    return made


EPOCH = (What.EPOCH, CAST.epoch.signed.raw)


def judged(*entries: SealedRecord | tuple[What | int, bytes], who: Person = CAST.worker) -> list[tuple[str, str]]:
    """State and reason of each, after the stream's first epoch."""
    found = verify(stored(EPOCH, *entries), fresh(), trust(who=who))
    return [(one.state, one.reason) for one in found.arrivals[1:]]


def test_a_member_of_the_stream_is_believed_and_read():
    known = fresh()
    found = verify(stored(EPOCH, sealed()), known, trust())
    assert [one.state for one in found.arrivals] == ["good", "good"]
    assert found.arrivals[1].entry == note()
    assert [one.server_sequence for one in found.arrivals] == [1, 2]
    assert found.keys == known.keys == {CAST.epoch.id: CAST.epoch_key}


def test_nobody_speaks_in_the_name_of_another():
    found = verify(stored(EPOCH, sealed(note(by=CAST.lead))), fresh(), trust())
    (record,) = found.arrivals[1:]
    assert (record.state, record.reason, record.entry) == ("quarantined", "author", None)


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (sealed(note(by=CAST.other), CAST.other, device=CAST.other.device), "member"),
        (sealed(device=secret("nobody's device")), "uncertified"),
        (sealed(key=CAST.lead), "signature"),
        (sealed(stream=secret("another case", 16)), "stream"),
        (sealed(organisation=secret("another organisation", 16)), "stream"),
        (sealed(epoch=secret("another epoch")), "epoch"),
        (sealed(epoch_key=secret("another key")), "commitment"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_wrong_record_is_set_aside_and_holds_up_no_other(record: SealedRecord, reason: str):
    assert judged(sealed(), record, sealed(sequence=2, previous=sealed().id)) == [
        ("good", ""),
        ("quarantined", reason),
        ("good", ""),
    ]


def test_a_swapped_ciphertext_is_set_aside():
    one, other = sealed(), sealed(note(words="another"), salt=secret("another salt"))
    assert judged(msgspec.structs.replace(one, beside=other.beside)) == [("quarantined", "ciphertext")]


def test_what_a_newer_version_says_is_kept_for_later():
    later = (42, b"something that this version has never heard of")
    assert judged(later, sealed()) == [("not_understood", "what"), ("good", "")]


def test_a_newer_version_of_a_statement_that_is_known_is_kept_for_later():
    """Of another version inside, under its own number: nothing was altered on the way."""
    later = sign1(What.CERTIFICATE, encode({0: 2, 1: b"what version 2 has there"}), CAST.lead.signing)
    assert judged((What.CERTIFICATE, later.raw), sealed()) == [("not_understood", "version"), ("good", "")]


def test_what_this_version_knows_is_not_hidden_under_another_number():
    known = (42, sealed().signed)
    assert judged(known, (42, CAST.epoch.signed.raw)) == [("quarantined", "what"), ("quarantined", "what")]


def test_a_receipt_is_no_entry_of_a_stream():
    receipt = make_receipt(CAST.server_key, CAST.server, CAST.stream, 1, secret("head"), 5)
    assert judged((What.RECEIPT, receipt.signed)) == [("quarantined", "what")]


def test_a_restart_is_the_servers_word_alone():
    said = (CAST.server, CAST.stream, 3, secret("head"), 5)
    honest = make_restart(CAST.server_key, *said)
    forged = make_restart(CAST.worker.signing, *said)
    elsewhere = make_restart(CAST.server_key, CAST.server, secret("another case", 16), 3, secret("head"), 5)
    assert judged(
        (What.RESTART, honest.signed), (What.RESTART, forged.signed), (What.RESTART, elsewhere.signed), sealed()
    ) == [("good", ""), ("quarantined", "signature"), ("quarantined", "stream"), ("good", "")]


def test_the_organisations_founding_is_the_pinned_one():
    other = Cast("Elm Row").organisation
    assert judged((What.ORGANISATION, CAST.organisation.signed), (What.ORGANISATION, other.signed)) == [
        ("good", ""),
        ("quarantined", "organisation"),
    ]


def test_who_is_certified_on_the_way_is_believed_from_then_on():
    new = Person("Ash Vale new")
    new.certificate = CAST.certify(new, Role.DEVICE)
    grant = make_grant(
        organisation=CAST.organisation.id,
        stream=CAST.stream,
        members=[(new.certificate, StreamRole.WORKER)],
        epoch_keys={CAST.epoch.id: CAST.epoch_key},
        author=CAST.lead.device,
        key=CAST.lead.signing,
        at=9,
        previous=CAST.membership.head,
    )
    record = sealed(note(by=new), new, device=new.device)
    entries = stored(EPOCH, record, (What.CERTIFICATE, new.certificate.signed), (What.GRANT, grant.signed.raw), record)
    found = verify(entries, fresh(), trust())
    assert [one.state for one in found.arrivals] == ["good", "quarantined", "good", "good", "good"]
    assert found.certificates == [new.certificate]


def test_without_the_key_a_record_waits():
    found = verify(stored(EPOCH, sealed()), fresh(), trust(who=CAST.other))
    assert (found.arrivals[1].state, found.arrivals[1].reason) == ("waiting", "key")
    assert found.keys == {}


def test_an_altered_statement_ends_the_page_and_an_honest_one_goes_on():
    known, believed = fresh(), trust()
    raw = CAST.epoch.signed.raw
    altered = stored((What.EPOCH, raw[:-1] + bytes([raw[-1] ^ 1])), sealed())
    assert verify(altered, known, believed).arrivals == []
    assert known == fresh()
    assert [one.state for one in verify(stored(EPOCH, sealed()), known, believed).arrivals] == ["good", "good"]


@pytest.mark.parametrize("what", [What.CERTIFICATE, What.EPOCH, What.GRANT])
def test_noise_in_the_place_of_a_statement_ends_the_page(what: What):
    noise = sign1(what, b"\xa0", CAST.lead.signing).raw
    assert judged(sealed(), (what, noise), sealed(sequence=2, previous=sealed().id)) == [("good", "")]


@given(st.data())
def test_no_altered_record_is_ever_shown(data):
    record = sealed()
    part = data.draw(st.sampled_from(["signed", "beside"]))
    raw = bytearray(getattr(record, part))
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    altered = msgspec.structs.replace(record, **{part: bytes(raw)})
    found = verify(stored(EPOCH, altered), fresh(), trust())
    assert found.arrivals[1].entry is None
    assert found.arrivals[1].state == "quarantined"
    # It has the hash of all its bytes for an id, so that it keeps nobody else's record out.
    assert found.arrivals[1].id != record.id.hex()
