"""What can be judged of one entry without its stream: size, form, organisation, and a record's signature.

Nothing here waits for a lock or a row, so that a large page holds up nobody while its signatures are checked.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from msgspec import Struct

from visitapp.errors import ChainBroken, NotAMember, NotAuthentic, NotUnderstood, RecordError
from visitapp.records.certificates import Certificate, read_certificate
from visitapp.records.cose import Signed, What, read1
from visitapp.records.envelope import Envelope, check_record, read_record
from visitapp.records.epochs import Epoch, Grant, read_epoch, read_grant
from visitapp.server.bodies import NewEntry
from visitapp.server.refusals import Code

Said: TypeAlias = Envelope | Certificate | Epoch | Grant | Signed
"""What an entry says; Signed: a statement that only set-up or the server itself makes."""

_READERS = {
    What.RECORD: read_record,
    What.CERTIFICATE: read_certificate,
    What.EPOCH: read_epoch,
    What.GRANT: read_grant,
    What.ORGANISATION: lambda raw: read1(What.ORGANISATION, raw),
    What.RESTART: lambda raw: read1(What.RESTART, raw),
}
_AUTHENTIC = {"organisation": Code.WRONG_ORGANISATION, "signature": Code.BAD_SIGNATURE}
_AUTHENTIC |= {"ciphertext": Code.BAD_SIGNATURE, "issuer": Code.UNKNOWN_DEVICE, "epoch": Code.NO_EPOCH}
_AUTHENTIC |= {"size": Code.TOO_LARGE}
_MEMBER = {"uncertified": Code.UNKNOWN_DEVICE, "epoch": Code.NO_EPOCH}
_CHAIN = {"gap": Code.GAP, "stale": Code.STALE_MEMBERSHIP}


class Ready(Struct, gc=False):
    """An entry that was looked at. `code`: why it is refused in any stream. `checked`: its signature was right."""

    entry: NewEntry
    size: int
    id: bytes = b""
    said: Said | None = None
    code: Code | None = None
    checked: bool = False


def code_of(error: RecordError) -> Code:
    """The wire's code for what a check raised."""
    if isinstance(error, NotAMember):
        return _MEMBER.get(error.why, Code.NOT_A_MEMBER)
    if isinstance(error, ChainBroken):
        return _CHAIN.get(error.why, Code.FORK)
    if isinstance(error, NotUnderstood):
        return Code.NOT_UNDERSTOOD
    return _AUTHENTIC.get(error.why, Code.BAD_FORM)


def look_at(entry: NewEntry, most: int, organisation: bytes) -> Ready:
    """Size, form and organisation of an entry; `most`: bytes of an entry."""
    ready = Ready(entry, len(entry.signed) + len(entry.beside))
    if ready.size > most:
        ready.code = Code.TOO_LARGE
        return ready
    reader = _READERS.get(entry.what)  # type: ignore[call-overload]  # any number may come; only those of What are there
    if reader is None:
        ready.code = Code.BAD_FORM
        return ready
    try:
        _read(ready, reader(entry.signed), organisation)
    except RecordError as error:
        ready.code = code_of(error)
    return ready


def _read(ready: Ready, said: Said, organisation: bytes) -> None:
    ready.said = said
    match said:
        case Envelope():
            ready.id, ours, stream = said.id, said.core.organisation, said.core.stream
        case Certificate():
            # The organisation's stream has the organisation's id; certificates stand there and nowhere else.
            ready.id, ours, stream = said.id, said.organisation, said.organisation
        case Epoch() | Grant():
            ready.id, ours, stream = said.statement, said.organisation, said.stream
        case Signed():
            ready.id, ours, stream = said.id, organisation, ready.entry.stream
    if ours != organisation:
        raise NotAuthentic("organisation")
    if stream != ready.entry.stream or (ready.entry.beside and not isinstance(said, Envelope)):
        raise NotAuthentic("form")


def named_certificates(readies: Iterable[Ready]) -> set[bytes]:
    """The ids of all certificates that a page's entries speak of."""
    ids: set[bytes] = set()
    for ready in readies:
        match ready.said:
            case Envelope(core=core):
                ids.add(core.device)
            case Certificate(issuer=issuer) if issuer:
                ids.add(issuer)
            case Epoch(author=author, members=members) | Grant(author=author, members=members):
                ids.add(author)
                ids.update(member for member, _ in members)
    return ids


def check_signature(ready: Ready, certificates: Mapping[bytes, Certificate]) -> None:
    """Check a record's signature and ciphertext once. Leaves the code when it is wrong or its device is not known."""
    if ready.checked or ready.code is not None or not isinstance(ready.said, Envelope):
        return
    author = certificates.get(ready.said.core.device)
    if author is None:
        return
    try:
        check_record(ready.said, ready.entry.beside, author.signing)
        ready.checked = True
    except NotAuthentic as error:
        ready.code = code_of(error)
