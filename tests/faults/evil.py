"""A server that is in the wrong hands: it holds the real receipt key and tells each laptop a story of its own.

It keeps all that was ever sent to it (`truth`) and, for each device, what that device is told (`views`). Every page
carries a receipt that is rightly signed over the story told, so that only what the laptops check themselves can find it
out. What it signed is written down, so that a test can tell what a receipt stood for.
"""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from visitapp.crypto.signing import SigningKey
from visitapp.records.certificates import Certificate
from visitapp.records.cose import id_of
from visitapp.records.receipts import first_head, fold_heads, make_receipt
from visitapp.sync import wire
from visitapp.sync.wire import Appended, Changes, Moved, NewEntry, Page, Result, StoredEntry, StreamReceipt


class Row(Struct, frozen=True):
    """An entry as it was sent, or as it is told."""

    what: int
    signed: bytes
    beside: bytes = b""

    @property
    def id(self) -> bytes:
        return id_of(self.signed)


Story = dict[bytes, list[Row]]


def _same(answer: Any) -> Any:
    return answer


class EvilServer:
    """All that it was sent, what it tells whom, and what it has signed."""

    def __init__(self, key: SigningKey, certificate: Certificate, truth: Story) -> None:
        self._key, self._certificate = key, certificate
        self.truth = truth
        self.views: dict[bytes, Story] = {}
        self.withheld: dict[bytes, set[bytes]] = {}
        self.signed: dict[tuple[bytes, int, bytes], list[bytes]] = {}
        self.changed = 1

    def line(self, device: bytes) -> "EvilLine":
        """What a laptop talks to."""
        return EvilLine(self, device)

    def view(self, device: bytes) -> Story:
        """What a device is told."""
        return self.views.setdefault(device, {})

    def news(self, device: bytes, stream: bytes) -> list[Row]:
        """What a device was not told yet and shall be."""
        told = {row.id for row in self.view(device).get(stream, [])} | self.withheld.get(device, set())
        return [row for row in self.truth.get(stream, []) if row.id not in told]

    def tell(self, device: bytes, stream: bytes, rows: Sequence[Row]) -> None:
        """Lengthen a device's story."""
        self.view(device).setdefault(stream, []).extend(rows)
        self.changed += 1

    def tell_all(self, device: bytes) -> None:
        """Everything that is true and not withheld, in its order."""
        for stream in self.truth:
            if rows := self.news(device, stream):
                self.tell(device, stream, rows)

    def receipt(self, stream: bytes, rows: Sequence[Row]) -> bytes:
        """A receipt over rows, rightly signed."""
        ids = [row.id for row in rows]
        head = fold_heads(first_head(stream), ids)
        self.signed[stream, len(ids), head] = ids
        return make_receipt(self._key, self._certificate, stream, len(ids), head, self.changed).signed


class EvilLine:
    """The evil server as one laptop's cycle sees it. `appended`, `changed`, `paged` change a single kind of answer."""

    in_session = True

    def __init__(self, server: EvilServer, device: bytes) -> None:
        self._server, self._device = server, device
        self.appended: Callable[[Appended], Appended] = _same
        self.changed: Callable[[Changes], Changes] = _same
        self.paged: Callable[[Page], Page] = _same
        self.swallow = self.hidden = False
        self.asked = 0

    def status(self) -> wire.Status:
        raise NotImplementedError

    def open_session(self, device: bytes, key: SigningKey) -> None:
        """There is always one."""

    def append(self, entries: Sequence[NewEntry]) -> Appended:
        """Take what is sent; what was sent before has its old number.

        `swallow`: say that it was sent before, and keep nothing. `hidden`: keep it, and leave it out of what is told.
        """
        results: list[Result] = []
        before = {stream: len(rows) for stream, rows in self._server.view(self._device).items()}
        for entry in entries:
            rows = self._server.view(self._device).setdefault(entry.stream, [])
            row = Row(entry.what, entry.signed, entry.beside)
            numbers = [number for number, told in enumerate(rows, 1) if told == row]
            if not numbers and self.swallow:
                results.append(Result(row.id, ok=True, sequence=1))
                continue
            if not numbers:
                self._keep(entry.stream, row)
                numbers = [len(rows)]
            results.append(Result(row.id, ok=True, sequence=numbers[0]))
        streams = [self._covered(stream, before.get(stream, 0)) for stream in dict.fromkeys(e.stream for e in entries)]
        return self.appended(Appended(results, streams))

    def _keep(self, stream: bytes, row: Row) -> None:
        true = self._server.truth.setdefault(stream, [])
        if row not in true:
            true.append(row)
        if not self.hidden:
            self._server.tell(self._device, stream, [row])

    def _covered(self, stream: bytes, before: int) -> StreamReceipt:
        rows = self._server.view(self._device)[stream]
        head = fold_heads(first_head(stream), [row.id for row in rows[:before]])
        return StreamReceipt(stream, before + 1, head, self._server.receipt(stream, rows))

    def changes(self, after: int) -> Changes:
        """All streams, whatever was asked: more than an honest server tells."""
        moved = [Moved(stream, len(rows)) for stream, rows in self._server.view(self._device).items()]
        return self.changed(Changes(moved, self._server.changed, done=True))

    def page(self, stream: bytes, after: int, limit: int = 5) -> Page:
        """A few rows of the story."""
        self.asked += 1
        rows = self._server.view(self._device).get(stream, [])
        end = min(len(rows), after + limit, after + 5)
        told = rows[: max(end, 0)]
        entries = [
            StoredEntry(number, row.what, row.signed, row.beside) for number, row in enumerate(told[after:], after + 1)
        ]
        head = fold_heads(first_head(stream), [row.id for row in rows[:after]])
        return self.paged(Page(entries, head, self._server.receipt(stream, told), done=end >= len(rows)))

    def offer_invite(self, invite: bytes, sealed: bytes, expires: int) -> None:
        """Nobody is invited here."""

    def invite(self, invite: bytes) -> wire.Invite:
        raise NotImplementedError

    def request_invite(self, invite: bytes, request: bytes) -> None:
        raise NotImplementedError

    def open_requests(self) -> wire.OpenRequests:
        return wire.OpenRequests([])

    def answer_invite(self, invite: bytes, answer: bytes) -> None:
        """Nobody is invited here."""


def altered(row: Row) -> Row:
    """With another ciphertext, or, where there is none, another signature."""
    if row.beside:
        return replace(row, beside=row.beside[:-1] + bytes([row.beside[-1] ^ 1]))
    return replace(row, signed=row.signed[:-1] + bytes([row.signed[-1] ^ 1]))
