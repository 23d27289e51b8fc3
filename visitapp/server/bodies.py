"""What the routes take and give, as structs: the names on the wire are the names here. CBOR, and JSON for the status.

Ids of organisations, streams and members are 16 bytes, hashes 32. Times are UTC in milliseconds since 1970, by the
server's clock.
`visitapp.sync.wire` holds the client's half; a test keeps the two alike.
"""

from typing import Annotated

from msgspec import Meta, Struct

Id = Annotated[bytes, Meta(min_length=16, max_length=16)]
Hash = Annotated[bytes, Meta(min_length=32, max_length=32)]
Signature = Annotated[bytes, Meta(min_length=64, max_length=64)]
Blob = Annotated[bytes, Meta(max_length=64 * 1024)]
SMALL = 128 * 1024
"""No body but a page of entries is larger, in bytes."""


class Body(Struct, frozen=True, forbid_unknown_fields=True):
    """A request's body."""


class SetUp(Body, frozen=True):
    """The organisation's beginning: signed statements as their exact bytes, and the code that the server printed."""

    code: str
    organisation: bytes
    issuer: bytes
    receipt: bytes
    epoch: bytes


class SessionRequest(Body, frozen=True):
    """A device signs ["visitapp-session", organisation, server key, nonce, device] in canonical CBOR."""

    device: Hash
    nonce: Hash
    signature: Signature


class NewEntry(Body, frozen=True):
    """A record or statement for a stream; `beside`: a record's ciphertext, otherwise empty."""

    stream: Id
    what: int
    signed: bytes
    beside: bytes


class NewPage(Body, frozen=True):
    """At most 500 entries or 4 MiB, in the order of their chains."""

    entries: list[NewEntry]


class NewInvite(Body, frozen=True):
    """A lead's invite: its id and its contents, sealed under a code that the server never sees."""

    id: Id
    sealed: Blob
    expires: int


class InviteBlob(Body, frozen=True):
    """The joining device's request, or the answer to it; sealed."""

    blob: Blob


class Answer(Struct, frozen=True, omit_defaults=True):
    """An answer's body."""


class Status(Struct, frozen=True):
    """Whom this server serves (hexadecimal; null before set-up), its public receipt key (hexadecimal), its version."""

    organisation: str | None
    server_key: str
    version: str


class Nonce(Answer, frozen=True):
    """What a device is to sign, with whom it would sign it."""

    nonce: bytes
    organisation: bytes
    server_key: bytes


class Session(Answer, frozen=True):
    """A token for `Authorization: Bearer`, until when it holds and for how many seconds from now."""

    token: str
    expires: int
    seconds: int


class Result(Answer, frozen=True):
    """What became of one entry, in the page's order. `id` is empty when the entry could not be read.

    `expected`: with `gap` and `fork`, the chain's next number. `head`: with `stale_membership`, the head that holds.
    """

    id: bytes
    ok: bool
    sequence: int | None = None
    code: str | None = None
    expected: int | None = None
    head: bytes | None = None


class StreamReceipt(Answer, frozen=True):
    """Of one stream of a page: the number of the first entry newly taken, the head before it, the receipt after all.

    When nothing was new, `first` is the number that the next will have and `before` the head as it stands.
    """

    stream: bytes
    first: int
    before: bytes
    receipt: bytes


class Appended(Answer, frozen=True):
    """The results in the page's order, and a receipt for every stream in which the device may write."""

    results: list[Result]
    streams: list[StreamReceipt]


class Moved(Answer, frozen=True):
    """A stream that moved, its newest number, and its kind as its epochs name it (1 organisation, 2 case ...)."""

    stream: bytes
    sequence: int
    kind: int = 0


class Changes(Answer, frozen=True):
    """The streams of this device that moved or were granted after the number given; ask again from `next`."""

    streams: list[Moved]
    next: int
    done: bool


class StoredEntry(Answer, frozen=True):
    """An entry as it was sent, with its number in the stream."""

    sequence: int
    what: int
    signed: bytes
    beside: bytes


class Page(Answer, frozen=True):
    """Entries after a number, the head at that number, and a receipt over the last one here.

    When the stream is shorter than the number asked for, there are no entries and the receipt is over the stream's end.
    """

    entries: list[StoredEntry]
    before: bytes
    receipt: bytes
    done: bool


class Invite(Answer, frozen=True):
    """An invite as it stands: open, asked for, or answered."""

    sealed: bytes
    expires: int
    requested: bool
    answer: bytes | None = None


class OpenRequest(Answer, frozen=True):
    """A joining device's sealed request that waits for a lead."""

    id: bytes
    expires: int
    request: bytes


class OpenRequests(Answer, frozen=True):
    """The requests that no lead has answered yet."""

    requests: list[OpenRequest]


class Done(Answer, frozen=True):
    """Nothing to say but yes."""


TAKEN = (SetUp, SessionRequest, NewPage, NewInvite, InviteBlob)
GIVEN = (Status, Nonce, Session, Appended, Changes, Page, Invite, OpenRequests, Done, StreamReceipt)
