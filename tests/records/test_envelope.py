"""The envelope: vectors kept for ever, every bit counts, and the protocol page alone is enough to open a record."""

import hmac
from hashlib import sha256
from typing import Any

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from tests.records.cast import Cast, secret
from tests.vectors.reading import by_name, cases, octets
from visitapp.crypto.signing import SigningKey
from visitapp.errors import NotAuthentic, RecordError, Refused
from visitapp.records.canonical import encode
from visitapp.records.cose import MOST, What, id_of, read1, sign1, what_of
from visitapp.records.envelope import (
    MOST_DEPS,
    Core,
    Kind,
    SealedRecord,
    check_record,
    open_record,
    read_record,
    seal_record,
)

VECTORS = cases("records.json")
KEY = SigningKey(secret("envelope signing"))
EPOCH_KEY = secret("envelope epoch key")


def taken(signed: bytes, beside: bytes, device: bytes, epoch_key: bytes) -> bytes:
    """A record read, checked and opened."""
    envelope = read_record(signed)
    check_record(envelope, beside, device)
    return open_record(envelope, beside, epoch_key)


@pytest.mark.parametrize("case", VECTORS, ids=by_name)
def test_vectors(case: dict[str, Any]) -> None:
    signed, beside, device, epoch_key, plain = octets(case, "signed", "beside", "device", "epoch_key", "plain")
    if case["outcome"] == "good":
        assert taken(signed, beside, device, epoch_key) == plain
        assert read_record(signed).id.hex() == case["id"]
        return
    with pytest.raises(RecordError) as refused:
        taken(signed, beside, device, epoch_key)
    assert str(refused.value) == case["outcome"]


@pytest.mark.parametrize("case", [case for case in VECTORS if case["outcome"] == "good"], ids=by_name)
def test_sealing_gives_the_vectors_again(case: dict[str, Any]) -> None:
    """Nothing but the salt is random, so the same record has the same bytes on every machine and in every year."""
    envelope = read_record(bytes.fromhex(case["signed"]))
    again = seal_record(envelope.core, *octets(case, "plain", "epoch_key"), Cast().worker.signing)
    assert (again.signed.hex(), again.beside.hex(), again.id.hex()) == (case["signed"], case["beside"], case["id"])


@pytest.mark.parametrize("case", [case for case in VECTORS if case["outcome"] == "good"], ids=by_name)
def test_a_record_opens_with_the_protocol_page_alone(case: dict[str, Any]) -> None:
    """Written from resources/docs/protocol.md with nothing of ours."""
    signed, beside, device, epoch_key, plain = octets(case, "signed", "beside", "device", "epoch_key", "plain")
    protected, unprotected, header, signature = cbor2.loads(signed)
    assert cbor2.loads(protected) == {1: -19, 16: "application/vnd.visitapp.record+cbor"}
    assert unprotected == {}
    to_be_signed = cbor2.dumps(["Signature1", protected, b"", header])
    Ed25519PublicKey.from_public_bytes(device).verify(signature, to_be_signed)
    core_bytes, digest, length, commitment = cbor2.loads(header)
    assert (sha256(beside).digest(), len(beside)) == (digest, length)
    core = cbor2.loads(core_bytes)
    info = b"visitapp record 1" + core[2].to_bytes(8, "big") + core[4] + core[10]
    extracted = hmac.digest(core[11], epoch_key, "sha256")
    key = hmac.digest(extracted, info + b"\x01", "sha256")
    assert hmac.digest(extracted, key + info + b"\x02", "sha256") == commitment
    padded = AESGCM(key).decrypt(bytes(12), beside, core_bytes)
    assert padded.rstrip(b"\0")[:-1] == plain
    assert len(padded) % 256 == 0


def a_record() -> SealedRecord:
    """One record of the test's own device."""
    core = Core(
        organisation=secret("organisation", 16),
        stream=secret("stream", 16),
        device=secret("device"),
        incarnation=secret("incarnation", 16),
        sequence=2,
        previous=secret("previous"),
        deps=(secret("dep"),),
        epoch=secret("epoch"),
        salt=secret("salt"),
        receipt=(7, secret("head")),
        claimed=1_700_000_000_000,
    )
    return seal_record(core, b"words", EPOCH_KEY, KEY)


def test_any_bit_flipped_anywhere_is_refused() -> None:
    record = a_record()
    assert taken(record.signed, record.beside, KEY.public, EPOCH_KEY) == b"words"
    for name in ("signed", "beside"):
        right = getattr(record, name)
        for bit in range(8 * len(right)):
            wrong = bytearray(right)
            wrong[bit // 8] ^= 1 << bit % 8
            parts = {"signed": record.signed, "beside": record.beside, name: bytes(wrong)}
            with pytest.raises(NotAuthentic):
                check_record(read_record(parts["signed"]), parts["beside"], KEY.public)


@given(st.data())
def test_any_bytes_put_in_or_taken_out_are_refused(data: st.DataObject) -> None:
    record = a_record()
    start = data.draw(st.integers(0, len(record.signed)))
    end = data.draw(st.integers(start, len(record.signed)))
    wrong = record.signed[:start] + data.draw(st.binary(max_size=20)) + record.signed[end:]
    if wrong != record.signed:
        with pytest.raises(RecordError):
            check_record(read_record(wrong), record.beside, KEY.public)


@pytest.mark.parametrize("other", ["f5", "f93c00", "1801"])
def test_a_number_of_a_field_has_one_form(other: str) -> None:
    """True and 1.0 are 1 to Python; under a second form of its header a record would have a second id."""
    right = read_record(a_record().signed)
    core = right.core_bytes
    assert core[:5] == b"\xae\x00\x01\x01\x01"
    wrong = core[:3] + bytes.fromhex(other) + core[4:]
    header = encode([wrong, right.ciphertext_hash, right.ciphertext_length, right.commitment])
    with pytest.raises(NotAuthentic, match="form"):
        read_record(sign1(What.RECORD, header, KEY).raw)


@given(st.binary(max_size=400))
def test_bytes_from_anywhere_are_no_record(raw: bytes) -> None:
    with pytest.raises(RecordError):
        read_record(raw)


hashes, ids = st.binary(min_size=32, max_size=32), st.binary(min_size=16, max_size=16)
numbers = st.integers(1, (1 << 63) - 1)


@st.composite
def cores(draw: st.DrawFn) -> Core:
    """Any core that may be signed."""
    sequence, seen = draw(numbers), draw(numbers | st.just(0))
    previous = draw(hashes) if sequence > 1 else b""
    deps = draw(st.sets(hashes, max_size=MOST_DEPS)) - {previous}
    return Core(
        organisation=draw(ids),
        stream=draw(ids),
        device=draw(hashes),
        incarnation=draw(ids),
        sequence=sequence,
        previous=previous,
        deps=tuple(sorted(deps)),
        epoch=draw(hashes),
        salt=draw(hashes),
        receipt=(seen, draw(hashes) if seen else b""),
        claimed=draw(st.integers(0, (1 << 63) - 1)),
    )


@given(cores(), st.binary(max_size=1000), hashes)
def test_what_is_sealed_is_read_checked_and_opened(core: Core, plain: bytes, epoch_key: bytes) -> None:
    record = seal_record(core, plain, epoch_key, KEY)
    envelope = read_record(record.signed)
    assert envelope.core == core
    assert envelope.id == record.id == sha256(envelope.signed.payload).digest()
    assert taken(record.signed, record.beside, KEY.public, epoch_key) == plain


@given(cores(), cores(), st.binary(max_size=300))
def test_a_ciphertext_opens_in_its_own_header_only(core: Core, other: Core, plain: bytes) -> None:
    """A server that puts one record's words under another's header is found out, even with the author's own key."""
    if core == other:
        return
    one, two = (read_record(seal_record(each, plain, EPOCH_KEY, KEY).signed) for each in (core, other))
    beside = seal_record(core, plain, EPOCH_KEY, KEY).beside
    with pytest.raises(NotAuthentic):
        open_record(two, beside, EPOCH_KEY)
    assert open_record(one, beside, EPOCH_KEY) == plain


@given(cores())
def test_the_id_does_not_hang_on_the_signature(core: Core) -> None:
    record = seal_record(core, b"", EPOCH_KEY, KEY)
    signed = read1(What.RECORD, record.signed)
    other = sign1(What.RECORD, signed.payload, SigningKey(secret("another signer")))
    assert other.raw != signed.raw
    assert read_record(other.raw).id == record.id


@pytest.mark.parametrize(
    "changes",
    [
        {"stream": bytes(15)},
        {"device": bytes(31)},
        {"sequence": 0},
        {"sequence": 2},
        {"previous": bytes(32)},
        {"deps": (bytes(32), bytes(32))},
        {"deps": tuple(bytes((0,) * 31 + (n,)) for n in range(33))},
        {"receipt": (0, bytes(32))},
        {"claimed": -1},
        {"kind": 0},
        {"salt": b""},
        {"kind": True},
        {"claimed": 1 << 63},
    ],
)
def test_nobody_signs_what_nobody_reads(cast: Cast, changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="core"):
        seal_record(cast.core(**changes), b"", EPOCH_KEY, KEY)


def test_a_record_has_a_limit(cast: Cast) -> None:
    largest = MOST - 1024
    record = seal_record(cast.core(), bytes(largest), EPOCH_KEY, KEY)
    assert len(record.signed) + len(record.beside) <= MOST
    assert taken(record.signed, record.beside, KEY.public, EPOCH_KEY) == bytes(largest)
    for size in (MOST - 512, MOST, MOST + 1):
        with pytest.raises(Refused) as refused:
            seal_record(cast.core(), bytes(size), EPOCH_KEY, KEY)
        assert refused.value.message == "records.too_large"
    with pytest.raises(NotAuthentic, match="size"):
        read_record(bytes(MOST + 1))


def test_the_length_of_words_shows_in_steps_only(cast: Cast) -> None:
    lengths = [len(seal_record(cast.core(), bytes(size), EPOCH_KEY, KEY).beside) for size in range(512)]
    assert lengths == [256 + 16] * 256 + [512 + 16] * 256


def test_kinds_and_statements_of_later_versions_are_told_apart() -> None:
    assert what_of(3) is What.EPOCH
    assert Kind.ENTRY == 1
    with pytest.raises(RecordError, match="not-understood: what"):
        what_of(99)


def test_the_id_of_a_statement_of_a_later_version_is_known() -> None:
    """So that a stream's head can be computed over what is not understood yet."""
    record = a_record()
    protected, unprotected, header, signature = cbor2.loads(record.signed)
    assert id_of(record.signed) == record.id
    later = cbor2.dumps([protected.replace(b"record", b"newest"), unprotected, header, signature])
    assert id_of(later) == record.id
    for wrong in (b"", b"\x80", cbor2.dumps([protected, [], header, signature]), cbor2.dumps({0: header})):
        with pytest.raises(NotAuthentic, match="form"):
            id_of(wrong)
