"""What goes between a laptop and the server, as structs, and the server as the sync cycle sees it.

The names on the wire are the names here; `resources/docs/protocol.md` says which route takes and gives what. Ids of
organisations, streams and members are 16 bytes, hashes 32. Times are UTC in milliseconds since 1970, by the server's
clock.
Nothing here is believed yet: signatures, heads and receipts are checked by the cycle.
"""

from collections.abc import Sequence
from typing import Annotated, Protocol

from msgspec import Meta, Struct

from visitapp.crypto.signing import SigningKey

PAGE_ENTRIES = 500
"""The most entries in a page, either way."""
PAGE_BYTES = 4 * 1024 * 1024 - 64 * 1024
"""The most bytes of entries (signed and beside) in a page that is sent, with room left for what is around them."""

Id = Annotated[bytes, Meta(min_length=16, max_length=16)]
Hash = Annotated[bytes, Meta(min_length=32, max_length=32)]
Count = Annotated[int, Meta(ge=0)]


class Status(Struct, frozen=True):
    """Whom the server serves and its public receipt key, both hexadecimal; organisation None: not set up yet."""

    organisation: str | None
    server_key: str
    version: str


class Nonce(Struct, frozen=True):
    """What a device is to sign, with whom the server says it would sign it."""

    nonce: Hash
    organisation: Id
    server_key: Hash


class Session(Struct, frozen=True):
    """A token, until when it holds by the server's clock, and for how many seconds from now."""

    token: Annotated[str, Meta(pattern=r"\A[!-~]{1,4096}\Z")]
    expires: int
    seconds: Count


class NewEntry(Struct, frozen=True):
    """A record or statement to be sent. `beside`: a record's ciphertext, otherwise empty."""

    stream: Id
    what: int
    signed: bytes
    beside: bytes = b""


class Result(Struct, frozen=True):
    """What became of one entry, in the order sent. `id` is empty when the server could not read the entry.

    `code` when not ok: bad_form, bad_signature, fork, gap, no_epoch, not_a_member, not_understood, quota,
    stale_membership, too_large, unknown_device, unknown_stream, wrong_organisation. `expected`: the chain's next
    number, with gap and fork. `head`: the membership head that holds, with stale_membership.
    """

    id: bytes
    ok: bool
    sequence: int | None = None
    code: str | None = None
    expected: int | None = None
    head: bytes | None = None


class StreamReceipt(Struct, frozen=True):
    """Of one stream of a page: the number of the first entry newly taken, the head before it, the receipt after all.

    When nothing was new, `first` is the number that the next will have and `before` the head as it stands.
    """

    stream: Id
    first: Count
    before: Hash
    receipt: bytes


class Appended(Struct, frozen=True):
    """The results in the order sent, and a receipt for every stream in which the device may write."""

    results: list[Result]
    streams: list[StreamReceipt]


class Moved(Struct, frozen=True):
    """A stream that moved or was granted, its newest number, and its kind as StreamKind; 0 where it was not said.

    The kind is for counting before anything of the stream is here; what it really is, its own epochs say.
    """

    stream: Id
    sequence: Count
    kind: Count = 0


class Changes(Struct, frozen=True):
    """The streams that moved; ask again from `next`. `done`: there are no more for now."""

    streams: list[Moved]
    next: Count
    done: bool


class StoredEntry(Struct, frozen=True):
    """An entry as the server holds it, with its number in the stream."""

    sequence: Count
    what: int
    signed: bytes
    beside: bytes


class Page(Struct, frozen=True):
    """Entries after a number, the head at that number, and a receipt over the last entry here.

    No entries and a receipt over a smaller number than was asked for: the server has gone back.
    """

    entries: list[StoredEntry]
    before: Hash
    receipt: bytes
    done: bool


class Invite(Struct, frozen=True):
    """An invite as it stands: open, asked for (`requested`), or answered."""

    sealed: bytes
    expires: int
    requested: bool
    answer: bytes | None = None


class OpenRequest(Struct, frozen=True):
    """A joining device's sealed request that waits for a lead."""

    id: Id
    expires: int
    request: bytes


class OpenRequests(Struct, frozen=True):
    """The requests that no lead has answered yet."""

    requests: list[OpenRequest]


class Done(Struct, frozen=True):
    """Yes, and nothing more."""


class Server(Protocol):
    """The server as a cycle sees it. All may raise Offline, ServerRefused, OtherOrganisation.

    Those that need a session also raise SignedOut when it is over: open a new one and go on.
    """

    def status(self) -> Status: ...

    @property
    def in_session(self) -> bool: ...

    def open_session(self, device: bytes, key: SigningKey) -> None: ...

    def append(self, entries: Sequence[NewEntry]) -> Appended: ...

    def changes(self, after: int) -> Changes: ...

    def page(self, stream: bytes, after: int, limit: int = PAGE_ENTRIES) -> Page: ...

    def offer_invite(self, invite: bytes, sealed: bytes, expires: int) -> None: ...

    def invite(self, invite: bytes) -> Invite: ...

    def request_invite(self, invite: bytes, request: bytes) -> None: ...

    def open_requests(self) -> OpenRequests: ...

    def answer_invite(self, invite: bytes, answer: bytes) -> None: ...
