"""How the evil server lies: with a story, with an answer, with what it slips in."""

import os
from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace

from tests.faults.evil import EvilLine, Row, altered
from visitapp.actions.session import Session
from visitapp.crypto.signing import SigningKey
from visitapp.crypto.wrapping import WrappingKey
from visitapp.errors import Offline
from visitapp.records.certificates import (
    Certificate,
    Role,
    make_certificate,
    make_organisation,
    read_certificate,
    read_organisation,
)
from visitapp.records.cose import What, sign1
from visitapp.records.epochs import StreamKind, StreamRole, make_epoch, make_grant
from visitapp.store import keys, streams
from visitapp.sync.wire import Appended, Page, Result

Story = Callable[[Sequence[Row], int], Sequence[Row]]
Answer = Callable[[EvilLine], None]
Injected = Callable[[Session, bytes, bytes], tuple[bytes, Row]]


def _with(rows: Sequence[Row], at: int, row: Row) -> Sequence[Row]:
    return [*rows[:at], row, *rows[at + 1 :]]


def _flipped(raw: bytes) -> bytes:
    return raw[:-1] + bytes([raw[-1] ^ 1])


STORIES: dict[str, Story] = {
    "in another order": lambda rows, _: rows[::-1],
    "one twice": lambda rows, at: [*rows[: at + 1], *rows[at:]],
    "a ciphertext altered": lambda rows, at: _with(rows, at, altered(rows[at])),
    "a ciphertext swapped": lambda rows, at: _with(rows, at, replace(rows[at], beside=rows[at - 1].beside)),
    "a ciphertext gone": lambda rows, at: _with(rows, at, replace(rows[at], beside=b"")),
    "a signature altered": lambda rows, at: _with(rows, at, replace(rows[at], signed=_flipped(rows[at].signed))),
    "called another kind": lambda rows, at: _with(rows, at, replace(rows[at], what=3)),
    "called an unknown kind": lambda rows, at: _with(rows, at, replace(rows[at], what=9)),
    "something behind it": lambda rows, at: _with(rows, at, replace(rows[at], signed=rows[at].signed + b"\0")),
}


def _page(change: Callable[[Page], Page]) -> Answer:
    def lie(line: EvilLine) -> None:
        line.paged = change

    return lie


def _append(change: Callable[[Appended], Appended]) -> Answer:
    def lie(line: EvilLine) -> None:
        line.appended = change

    return lie


def _changes(**said: Any) -> Answer:
    def lie(line: EvilLine) -> None:
        line.changed = lambda answer: replace(answer, **said)

    return lie


def _results(**said: Any) -> Answer:
    return _append(lambda answer: replace(answer, results=[replace(one, **said) for one in answer.results]))


def _receipts(change: Callable[[Any], Any]) -> Answer:
    return _append(lambda answer: replace(answer, streams=[change(one) for one in answer.streams]))


def _swallow(line: EvilLine) -> None:
    line.swallow = True


def _break_off(line: EvilLine) -> None:
    """What was sent is here, and the laptop does not know."""

    def gone(answer: Appended) -> Appended:
        raise Offline

    line.appended, line.hidden = gone, True


TAKING: dict[str, Answer] = {
    "drops the first of a page": _page(lambda page: replace(page, entries=page.entries[1:])),
    "drops the last of a page": _page(lambda page: replace(page, entries=page.entries[:-1])),
    "drops the page": _page(lambda page: replace(page, entries=[])),
    "ends early": _page(lambda page: replace(page, done=True)),
    "never ends": _page(lambda page: replace(page, done=False)),
    "another head before": _page(lambda page: replace(page, before=bytes(32))),
    "a forged receipt": _page(lambda page: replace(page, receipt=_flipped(page.receipt))),
    "no receipt": _page(lambda page: replace(page, receipt=b"")),
    "another page's numbers": _page(
        lambda page: replace(page, entries=[replace(one, sequence=one.sequence + 1) for one in page.entries])
    ),
    "a number as large as can be": _page(
        lambda page: replace(page, entries=[replace(one, sequence=(1 << 63) - 1) for one in page.entries])
    ),
    "nothing moved": _changes(streams=[]),
    "endless changes": _changes(streams=[], done=False),
    "the same changes again": _changes(done=False),
    "a change as large as can be": _changes(next=(1 << 63) - 1),
}
SENDING: dict[str, Answer] = {
    "swallows and says it had them": _swallow,
    "takes it and breaks off": _break_off,
    "takes nothing": _append(lambda answer: replace(answer, results=[Result(b"", ok=False)] * len(answer.results))),
    "says fork": _results(ok=False, code="fork", sequence=None),
    "says gap": _results(ok=False, code="gap", expected=1, sequence=None),
    "says gap far on": _results(ok=False, code="gap", expected=(1 << 63) - 1, sequence=None),
    "says a code of its own": _results(ok=False, code="\u202epay here\0", sequence=None),
    "numbers as large as can be": _results(sequence=(1 << 63) - 1),
    "all under one number": _results(sequence=1),
    "no receipts": _append(lambda answer: replace(answer, streams=[])),
    "receipts over other heads": _receipts(lambda told: replace(told, before=bytes(32))),
    "receipts from the first": _receipts(lambda told: replace(told, first=1)),
    "receipts from far on": _receipts(lambda told: replace(told, first=(1 << 63) - 1)),
}


def _known(session: Session) -> dict[bytes, Certificate]:
    found = [read_certificate(raw) for raw in keys.certificates(session.db)]
    return {one.id: one for one in found}


def _stranger(organisation: bytes, root: SigningKey, key: SigningKey, role: Role = Role.ISSUER) -> Certificate:
    return make_certificate(
        organisation=organisation,
        role=role,
        member=bytes(16),
        signing_public=key.public,
        wrapping_public=WrappingKey.new().public,
        issued_at=1,
        key=root,
    )


def _certificate(session: Session, organisation: bytes, case: bytes) -> tuple[bytes, Row]:
    root, key = SigningKey.new(), SigningKey.new()
    return organisation, Row(int(What.CERTIFICATE), _stranger(organisation, root, key).signed)


def _founding(session: Session, organisation: bytes, case: bytes) -> tuple[bytes, Row]:
    """The same root's statement cannot be made; another's, with a recovery key of its own, can."""
    return organisation, Row(
        int(What.ORGANISATION), make_organisation(SigningKey.new(), WrappingKey.new().public).signed
    )


def _epoch_of_a_stranger(session: Session, organisation: bytes, case: bytes) -> tuple[bytes, Row]:
    key = SigningKey.new()
    stranger = _stranger(organisation, SigningKey.new(), key)
    return case, _epoch(session, case, stranger, key, [*_known(session).values(), stranger])


def _epoch_of_a_worker(session: Session, organisation: bytes, case: bytes) -> tuple[bytes, Row]:
    """A member who is no lead changes the members and the key."""
    own = _known(session)[bytes.fromhex(session.device.id)]
    return case, _epoch(session, case, own, SigningKey(session.device.signing), [own])


def _epoch(session: Session, case: bytes, author: Certificate, key: SigningKey, members: Sequence[Certificate]) -> Row:
    stream = streams.stream(session.db, case.hex())
    pinned = keys.pinned(session.db)
    assert stream is not None
    assert pinned is not None
    made = make_epoch(
        organisation=read_organisation(pinned.statement),
        stream=case,
        kind=StreamKind.CASE,
        members=[(one, StreamRole.WORKER) for one in members if one.role != Role.RECEIPT],
        epoch_key=os.urandom(32),
        author=author.id,
        key=key,
        at=1,
        parent=bytes.fromhex(stream.epoch),
        previous=bytes.fromhex(stream.members),
    )
    return Row(int(What.EPOCH), made.signed.raw)


def _grant_of_a_worker(session: Session, organisation: bytes, case: bytes) -> tuple[bytes, Row]:
    """A member who is no lead lets in a device of their own making."""
    stream = streams.stream(session.db, case.hex())
    assert stream is not None
    held = {bytes.fromhex(epoch): key for epoch, key in keys.epoch_keys(session.db, case.hex()).items()}
    stranger = _stranger(organisation, SigningKey.new(), SigningKey.new())
    made = make_grant(
        organisation=organisation,
        stream=case,
        members=[(stranger, StreamRole.LEAD)],
        epoch_keys=held,
        author=bytes.fromhex(session.device.id),
        key=SigningKey(session.device.signing),
        at=1,
        previous=bytes.fromhex(stream.members),
    )
    return case, Row(int(What.GRANT), made.signed.raw)


def noise() -> Row:
    """In the form of a record, signed by nobody who is known, over nothing."""
    return Row(0, sign1(What.RECORD, os.urandom(60), SigningKey.new()).raw, os.urandom(272))


def _newer(session: Session, organisation: bytes, case: bytes) -> tuple[bytes, Row]:
    return case, Row(12, sign1(What.RECORD, os.urandom(60), SigningKey.new()).raw)


INJECTED: dict[str, Injected] = {
    "a certificate of another root": _certificate,
    "another founding": _founding,
    "a stranger's epoch": _epoch_of_a_stranger,
    "a worker's epoch": _epoch_of_a_worker,
    "a worker's grant": _grant_of_a_worker,
    "noise": lambda session, organisation, case: (case, noise()),
    "something newer": _newer,
}
