"""Writes the vector files that are not there yet: python -m tests.vectors.make. Never touches one that is.

A vector file is kept for ever: a later version of the program must give the same outcome for each case. A new case goes
into a new file. `about` says what the fields of a file are; bytes are hex; `outcome` is "good" or the error's text.
"""

import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.records.cast import Cast, secret
from visitapp.crypto.passphrase import Argon, passphrase_key
from visitapp.crypto.sealing import seal
from visitapp.crypto.signing import SigningKey
from visitapp.crypto.wrapping import WrappingKey, wrap
from visitapp.domain.contact import ChildSeen, Contact, Measure
from visitapp.domain.days import Day
from visitapp.domain.items import Entry, Line
from visitapp.domain.marks import Mark
from visitapp.records.canonical import decode, encode
from visitapp.records.certificates import Role
from visitapp.records.content import encode_entry
from visitapp.records.cose import What, read1, sign1
from visitapp.records.envelope import Core, SealedRecord, read_record, seal_record
from visitapp.records.epochs import StreamRole, make_grant, recovery_id
from visitapp.records.invites import Answer, Invite, Request, seal_answer, seal_invite, seal_request, show_code
from visitapp.records.receipts import first_head, make_receipt, make_restart, next_head
from visitapp.records.sessions import sign_session

FOLDER = Path(__file__).parent
Cases = list[dict[str, Any]]


def flipped(raw: bytes, at: int) -> bytes:
    """The bytes with one bit turned over."""
    return raw[:at] + bytes((raw[at] ^ 1,)) + raw[at + 1 :]


def canonical() -> tuple[str, Cases]:
    good = {
        "zero": "00", "23 in one byte": "17", "24 in two": "1818", "largest": "1b7fffffffffffffff",
        "smallest": "3b7fffffffffffffff", "bytes": "43010203", "text": "63c3a461", "empty map": "a0",
        "map of numbers": "a300010102181803", "map of texts": "a2616100626161f5", "null": "f6",
        "lists": "8301820203820405",
    }  # fmt: skip
    wrong = {
        "24 told longer": "190018", "0 told longer": "1800", "trailing byte": "0000", "cut": "8201",
        "tag of a date": "c11a514b67b0", "big number": "c249010000000000000000", "self-described": "d9d9f700",
        "unknown tag": "d9270f00", "expression tag": "d823612b", "duplicate keys": "a200010002",
        "keys out of order": "a201000000", "keys of two kinds": "a200006161f5", "negative key": "a12000",
        "key of bytes": "a1410000", "key true": "a1f500", "open list": "9f01ff", "open map": "bf0001ff",
        "open bytes": "5f4101ff", "open text": "7f6161ff", "not a number": "f97e00", "infinite": "f97c00",
        "one and a half": "f93e00", "1.0 in eight bytes": "fb3ff0000000000000", "undefined": "f7",
        "simple value": "e0", "simple value told longer": "f8ff", "text that is no UTF-8": "62c328",
        "number over 63 bits": "1b8000000000000000", "reserved head": "1c", "break alone": "ff", "nothing": "",
        "too deep": "81" * 17 + "00",
    }  # fmt: skip
    cases = [{"name": name, "hex": raw, "outcome": "good"} for name, raw in good.items()]
    cases += [{"name": name, "hex": raw, "outcome": "not-authentic: form"} for name, raw in wrong.items()]
    return (
        "Bytes that records.canonical.decode takes in, and that encode gives again; and bytes that it refuses.",
        cases,
    )


def sealing() -> tuple[str, Cases]:
    key, salt, info, bound = secret("sealing"), secret("salt"), b"info", b"bound"
    cases: Cases = []

    def add(name: str, plain: bytes, outcome: str = "good", **changed: bytes) -> None:
        sealed, commitment = seal(plain, key, salt, info, bound)
        parts = {"key": key, "salt": salt, "info": info, "bound": bound, "sealed": sealed, "commitment": commitment}
        told = {part: value.hex() for part, value in {**parts, **changed}.items()}
        cases.append({"name": name, **told, "plain": plain.hex(), "outcome": outcome})

    for length in (0, 1, 254, 255, 256, 600):
        add(f"{length} bytes", bytes(range(256))[:length] if length <= 256 else b"a" * length)
    sealed, commitment = seal(b"words", key, salt, info, bound)
    add("damaged", b"words", "not-authentic: seal", sealed=flipped(sealed, 3))
    add("damaged tag", b"words", "not-authentic: seal", sealed=flipped(sealed, len(sealed) - 1))
    add("cut", b"words", "not-authentic: seal", sealed=sealed[:-1])
    add("nothing", b"words", "not-authentic: seal", sealed=b"")
    add("wrong key", b"words", "not-authentic: commitment", key=secret("another"))
    add("wrong salt", b"words", "not-authentic: commitment", salt=secret("another"))
    add("wrong info", b"words", "not-authentic: commitment", info=b"other")
    add("wrong commitment", b"words", "not-authentic: commitment", commitment=flipped(commitment, 0))
    add("wrong bound", b"words", "not-authentic: seal", bound=b"other")
    return "crypto.sealing.unseal(sealed, commitment, key, salt, info, bound) gives plain.", cases


def wraps() -> tuple[str, Cases]:
    cases: Cases = []
    keys = [WrappingKey(secret(f"frozen {n}", 96)) for n in range(3)]
    for n, key in enumerate(keys):
        plain, info = secret(f"wrapped {n}"), f"info {n}".encode()
        wrapped = wrap(key.public, plain, info)
        told = {"public": key.public.hex(), "info": info.hex(), "plain": plain.hex()}
        other = keys[(n + 1) % len(keys)]
        good = {"secret": key.raw.hex(), "wrap": wrapped.hex(), **told}
        cases.append({"name": f"opens {n}", **good, "outcome": "good"})
        wrong = {
            "wrong key": {"secret": other.raw.hex(), "public": other.public.hex()},
            "wrong info": {"info": b"info".hex()},
            "damaged ML-KEM part": {"wrap": flipped(wrapped, 5).hex()},
            "damaged X25519 part": {"wrap": flipped(wrapped, 1100).hex()},
            "damaged secret": {"wrap": flipped(wrapped, 1130).hex()},
            "cut": {"wrap": wrapped[:1000].hex()},
        }
        for name, changed in wrong.items() if n == 0 else ():
            cases.append({"name": name, **good, **changed, "outcome": "not-authentic: wrap"})
    return "Frozen HPKE wraps: crypto.wrapping.WrappingKey(secret).unwrap(wrap, info) gives plain, for ever.", cases


def records() -> tuple[str, Cases]:
    cast = Cast()
    # No wraps in here, so that this file comes out the same each time: the epoch's id is any hash.
    epoch = secret("epoch id")
    cases: Cases = []

    def core(sequence: int = 1, **changes: Any) -> Core:
        return cast.core(sequence, **{"epoch": epoch, **changes})

    def add(name: str, record: SealedRecord, outcome: str, *, key: bytes = cast.epoch_key, public: bytes = b"") -> None:
        told = {"device": (public or cast.worker.signing.public).hex(), "epoch_key": key.hex()}
        told |= {"signed": record.signed.hex(), "beside": record.beside.hex()}
        cases.append({"name": name, **told, "id": record.id.hex(), "plain": plain.hex(), "outcome": outcome})

    def made(one: Core, words: bytes = b"The words of a record.") -> SealedRecord:
        return seal_record(one, words, cast.epoch_key, cast.worker.signing)

    def resigned(record: SealedRecord, header: list[Any]) -> SealedRecord:
        signed = sign1(What.RECORD, encode(header), cast.worker.signing)
        return SealedRecord(signed.id, signed.raw, record.beside)

    plain = b"The words of a record."
    first = made(core())
    envelope = read_record(first.signed)
    header = [envelope.core_bytes, envelope.ciphertext_hash, envelope.ciphertext_length, envelope.commitment]
    seen = {"deps": tuple(sorted(secret(f"dep {n}") for n in range(32))), "receipt": (41, secret("head"))}
    add("first", first, "good")
    add("second, with deps and a receipt", made(core(2, previous=first.id, **seen)), "good")
    add(
        "damaged ciphertext",
        SealedRecord(first.id, first.signed, flipped(first.beside, 9)),
        "not-authentic: ciphertext",
    )
    add("cut ciphertext", SealedRecord(first.id, first.signed, first.beside[:-1]), "not-authentic: ciphertext")
    damaged = flipped(first.signed, len(first.signed) - 1)
    add("damaged signature", SealedRecord(first.id, damaged, first.beside), "not-authentic: signature")
    add("wrong device", first, "not-authentic: signature", public=cast.other.signing.public)
    add("wrong epoch key", first, "not-authentic: commitment", key=secret("another"))
    add("wrong commitment", resigned(first, [*header[:3], secret("another")]), "not-authentic: commitment")
    moved = encode_core(envelope.core_bytes, {4: secret("another stream", 16)})
    add("wrong stream", resigned(first, [moved, *header[1:]]), "not-authentic: commitment")
    later = encode_core(envelope.core_bytes, {13: 7})
    add("another claimed time", resigned(first, [later, *header[1:]]), "not-authentic: seal")
    add("unknown suite", made(core(suite=9)), "not-understood: suite")
    add("unknown kind", made(core(kind=9)), "not-understood: kind")
    add("later version", made(core(version=2)), "not-understood: version")
    newer = encode_core(envelope.core_bytes, {0: 2, 14: b"more"})
    add("later version with a further field", resigned(first, [newer, *header[1:]]), "not-understood: version")
    further = encode_core(envelope.core_bytes, {14: b"more"})
    add("further field in this version", resigned(first, [further, *header[1:]]), "not-authentic: form")
    for name, field, value in (
        ("sequence 0", 7, 0),
        ("sequence true", 7, True),
        ("previous missing", 7, 2),
        ("previous of a first", 8, secret("previous")),
        ("deps out of order", 9, sorted((secret("a"), secret("b")), reverse=True)),
        ("a dep twice", 9, [secret("a"), secret("a")]),
        ("33 deps", 9, sorted(secret(f"dep {n}") for n in range(33))),
        ("short stream", 4, bytes(15)),
        ("receipt without a head", 12, [3, b""]),
        ("claimed before 1970", 13, -1),
    ):
        wrong = encode_core(envelope.core_bytes, {field: value})
        add(name, resigned(first, [wrong, *header[1:]]), "not-authentic: form")
    add("length not of a step", resigned(first, [*header[:2], 273, header[3]]), "not-authentic: form")
    add("length over the limit", resigned(first, [*header[:2], 1 << 20 | 16, header[3]]), "not-authentic: form")
    add("header with a fifth part", resigned(first, [*header, 0]), "not-authentic: form")
    as_receipt = sign1(What.RECEIPT, encode(header), cast.worker.signing)
    add("signed as something else", SealedRecord(first.id, as_receipt.raw, first.beside), "not-authentic: what")
    add("trailing byte", SealedRecord(first.id, first.signed + b"\0", first.beside), "not-authentic: form")
    tagged = SealedRecord(first.id, b"\xd2" + first.signed, first.beside)
    add("tagged", tagged, "not-authentic: form")
    return (
        "read_record(signed), check_record(.., beside, device), open_record(.., beside, epoch_key) give plain.",
        cases,
    )


def encode_core(raw: bytes, changes: dict[int, Any]) -> bytes:
    """A core with some fields changed."""
    return encode({**decode(raw), **changes})


def statements() -> tuple[str, Cases]:
    cast, other = Cast(), Cast("Elsewhere")
    head = next_head(first_head(cast.stream), cast.epoch.statement)
    told: dict[str, bytes] = {
        "organisation": cast.organisation.signed,
        "lead": cast.lead.certificate.signed,
        "worker": cast.worker.certificate.signed,
        "server": cast.server.signed,
        "epoch": cast.epoch.signed.raw,
        "grant": make_grant(
            organisation=cast.organisation.id,
            stream=cast.stream,
            members=[(cast.other.certificate, StreamRole.WORKER)],
            epoch_keys={cast.epoch.id: cast.epoch_key},
            author=cast.lead.device,
            key=cast.lead.signing,
            at=1_700_000_000_001,
            previous=cast.epoch.statement,
        ).signed.raw,
        "receipt": make_receipt(cast.server_key, cast.server, cast.stream, 1, head, 5).signed,
        "restart": make_restart(cast.server_key, cast.server, cast.stream, 1, head, 6).signed,
    }
    cases: Cases = [{"name": name, "reads": name, "signed": raw.hex(), "outcome": "good"} for name, raw in told.items()]
    for name, raw in told.items():
        last = flipped(raw, len(raw) - 1).hex()
        cases.append({"name": f"{name}, damaged", "reads": name, "signed": last, "outcome": "not-authentic: signature"})
    foreign = {"lead": "organisation", "worker": "organisation"}
    for name, why in foreign.items():
        raw = getattr(other, name).certificate.signed
        told_wrong = {"reads": name, "signed": raw.hex(), "outcome": f"not-authentic: {why}"}
        cases.append({"name": f"{name} of another organisation", **told_wrong})
    by_worker = cast.certify(cast.other, Role.DEVICE)
    forged = sign1(
        What.CERTIFICATE, encode_core(_payload(by_worker.signed), {6: cast.worker.device}), cast.worker.signing
    )
    cases.append(
        {
            "name": "certified by a worker",
            "reads": "worker",
            "signed": forged.raw.hex(),
            "outcome": "not-authentic: issuer",
        }
    )
    swapped = told["receipt"].hex()
    cases.append(
        {"name": "receipt as restart", "reads": "restart", "signed": swapped, "outcome": "not-authentic: what"}
    )
    keys = {"worker": cast.worker.wrapping.raw.hex(), "lead": cast.lead.wrapping.raw.hex()}
    keys |= {"other": cast.other.wrapping.raw.hex(), "recovery": cast.recovery.raw.hex()}
    keys |= {"recovery id": recovery_id(cast.organisation.recovery).hex(), "epoch key": cast.epoch_key.hex()}
    cases.append({"name": "keys", "reads": "keys", "keys": keys, "outcome": "good"})
    return "Statements of the test organisation, read and checked; the epoch and the grant open with these keys.", cases


def _payload(raw: bytes) -> bytes:
    return read1(What.CERTIFICATE, raw).payload


def invites() -> tuple[str, Cases]:
    cast = Cast()
    code = secret("code", 16)
    invite = Invite(
        organisation=cast.organisation,
        receipt=cast.server,
        server="https://visits.example",
        member=cast.worker.member,
        role=Role.DEVICE,
        name="Sam Reed",
        expires=1_700_000_000_000,
    )
    request = Request(cast.worker.signing.public, cast.worker.wrapping.public)
    sealed = {
        "invite": seal_invite(code, invite),
        "request": seal_request(code, request),
        "answer": seal_answer(code, Answer(cast.worker.certificate, cast.lead.certificate)),
    }
    cases: Cases = []
    for reads, raw in sealed.items():
        told = {"code": code.hex(), "shown": show_code(code), "reads": reads}
        cases.append({"name": reads, **told, "sealed": raw.hex(), "outcome": "good"})
        cases.append({"name": f"{reads}, damaged", **told, "sealed": flipped(raw, 70).hex(), "outcome": "refused"})
        cases.append({"name": f"{reads}, cut", **told, "sealed": raw[:40].hex(), "outcome": "refused"})
        wrong = secret("another", 16)
        told = {"code": wrong.hex(), "shown": show_code(wrong), "reads": reads}
        cases.append({"name": f"{reads}, wrong code", **told, "sealed": raw.hex(), "outcome": "refused"})
    told = {"code": code.hex(), "shown": show_code(code), "reads": "request", "sealed": sealed["answer"].hex()}
    cases.append({"name": "answer as request", **told, "outcome": "refused"})
    return (
        "What is sealed under an invite code, for the test organisation; open_* takes it or raises InviteRefused.",
        cases,
    )


def content() -> tuple[str, Cases]:
    contact = Contact(id="c1", date=Day(2024, 3, 12), kind="home_visit", by="p1", outcome="seen")
    visit = Entry(
        kind="visit",
        at="2024-03-12T16:40:00+00:00",
        by=secret("member", 16).hex(),
        contact="c1",
        lines=(
            Line(contact),
            Line(ChildSeen(id="s1", contact="c1", child="k1", seen="yes", alone="yes", words="Grüße 🙂")),
            Line(Mark(id="m1", contact="c1", child="k1", region="ear", kind="bruise", side="left", size_mm=(10, 4.5))),
            Line(Measure(id="w1", contact="c1", child="k1", what="weight_kg", value=9), date(2024, 3, 20), True),
        ),
    )
    raw = encode_entry(visit)
    quiet = encode_entry(Entry(kind="review", at="2024-03-12", by="m", lines=()))
    four_and_a_half = bytes.fromhex("cb4012000000000000")
    told = {
        "good": {"visit": raw, "no lines": quiet},
        "not-understood: version": {"later version": b"\x02" + raw[1:]},
        "not-understood: content": {
            "unknown item": raw.replace(b"\xa4mark", b"\xa4mork"),
            "unknown field": raw.replace(b"\xa4side", b"\xa4sidx"),
            "unknown code": raw.replace(b"bruise", b"bruize"),
        },
        "not-authentic: content": {
            "cut": raw[:-3],
            "trailing byte": raw + b"\xc0",
            "nothing": b"",
            "text that is no UTF-8": raw.replace("ü".encode(), b"\xc3\x28"),
            "fraction not a number": raw.replace(four_and_a_half, bytes.fromhex("cb7ff8000000000000")),
            "fraction in four bytes": raw.replace(four_and_a_half, bytes.fromhex("ca40900000")),
        },
    }
    cases: Cases = [
        {"name": name, "hex": one.hex(), "outcome": outcome}
        for outcome, group in told.items()
        for name, one in group.items()
    ]
    return "records.content.decode_entry takes it, and encode_entry gives it again; or it is refused.", cases


def passphrase() -> tuple[str, Cases]:
    cases: Cases = []
    for name, words in (("plain", "six plain words in a row"), ("accents", "caf\u00e9 cr\u00e8me"), ("empty", "")):
        argon = Argon(salt=secret("argon", 16), memory_kib=1024, passes=2, lanes=2)
        key = passphrase_key(words, argon)
        cases.append(
            {
                "name": name,
                "passphrase": words,
                "salt": argon.salt.hex(),
                "memory_kib": argon.memory_kib,
                "passes": argon.passes,
                "lanes": argon.lanes,
                "key": key.hex(),
                "outcome": "good",
            }
        )
    return (
        "crypto.passphrase.passphrase_key: Argon2id, version 1.3, 32 bytes, of the passphrase in NFC and UTF-8.",
        cases,
    )


def sessions() -> tuple[str, Cases]:
    key, parts = (
        SigningKey(secret("session key")),
        [secret("organisation", 16), secret("server"), secret("nonce"), secret("device")],
    )
    told = dict(zip(("organisation", "server", "nonce", "device"), (part.hex() for part in parts), strict=True))
    signature = sign_session(key, *parts)
    good = {"public": key.public.hex(), **told, "signature": signature.hex()}
    cases: Cases = [{"name": "good", **good, "outcome": "good"}]
    for name in ("public", *told):
        wrong = sha256(name.encode()).digest()[: len(bytes.fromhex(good[name]))].hex()
        cases.append({"name": f"another {name}", **good, name: wrong, "outcome": "not-authentic: signature"})
    return "records.sessions.check_session takes the device's signature for this server, or refuses it.", cases


FILES: dict[str, Callable[[], tuple[str, Cases]]] = {
    "canonical.json": canonical,
    "sealing.json": sealing,
    "wraps.json": wraps,
    "records.json": records,
    "statements.json": statements,
    "invites.json": invites,
    "content.json": content,
    "passphrase.json": passphrase,
    "sessions.json": sessions,
}


def main() -> None:
    """Write what is missing."""
    for name, make in FILES.items():
        path = FOLDER / name
        if not path.exists():
            about, cases = make()
            path.write_text(json.dumps({"about": about, "cases": cases}, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
