"""One sync cycle: send what is unsent, take in what is new, do the chores of a lead. No SQL, no Qt, no clock.

Both ends are passed in. `Local` works on the vault's thread in short jobs; the network is never waited for there.
Sending twice is harmless, every step can be cut off anywhere, and one bad item never holds up the rest.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from msgspec import Struct

from visitapp.crypto.signing import SigningKey
from visitapp.errors import ServerRefused, SignedOut, SyncError
from visitapp.sync.outcome import Outcome
from visitapp.sync.wire import Appended, Moved, NewEntry, OpenRequest, Page, Server

TOO_OFTEN = 429
MOST_STREAMS = 100_000
"""More than any laptop has; a server that names more is not listened to any longer."""


class Cursor(Struct, frozen=True):
    """A stream that moved, and the number of the last entry that this laptop took in."""

    stream: bytes
    after: int


class Taken(Struct, frozen=True):
    """What became of a page: new entries, codes of those set aside, alarms; `after` is the new cursor."""

    received: int
    after: int
    set_aside: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()


class Offer(Struct, frozen=True):
    """An invite that the server has not been given yet."""

    id: bytes
    sealed: bytes
    expires: int


class Local(Protocol):
    """This laptop as a cycle sees it."""

    device: bytes

    @property
    def key(self) -> SigningKey:
        """What this device signs with."""

    @property
    def lets_in(self) -> bool:
        """Whether this person invited somebody who has not joined yet."""

    def unsent(self) -> Sequence[NewEntry]:
        """The next page of what was never confirmed and not refused in this cycle; empty when there is none."""

    def acknowledge(self, page: Sequence[NewEntry], answer: Appended) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
        """Keep the receipts. How many entries they confirm, the codes of those refused, alarms."""

    def changes_after(self) -> int:
        """The number of the last change that this laptop has worked through."""

    def behind(self, moved: Sequence[Moved]) -> Sequence[Cursor]:
        """Those of all the streams that moved that have more than this laptop has, the most recently active first.

        `moved` in the order of change. Those that were never here are remembered as on their way.
        """

    def take_in(self, cursor: Cursor, page: Page) -> Taken:
        """Verify and keep a page: records, statements, projections, cursor, each slice in one transaction."""

    def holes(self) -> Sequence[Cursor]:
        """Where something came altered and may come right another time: just before it, some of them."""

    def mend(self, hole: Cursor, page: Page) -> int:
        """Take in what now came for a hole, if it is right. How many entries."""

    def reconciled(self) -> tuple[int, tuple[str, ...]]:
        """Once all is taken in: how many of ours, which the server said it had before, came back; and alarms."""

    def caught_up(self, change: int) -> None:
        """All streams named up to this change are taken in."""

    def offers(self) -> Sequence[Offer]:
        """Invites to be handed to the server."""

    def offered(self, offer: Offer) -> None:
        """The server has it."""

    def answer(self, request: OpenRequest) -> bytes | None:
        """Certify a joining device: its sealed answer; None when the request is not one that this person invited."""

    def answered(self, request: bytes) -> None:
        """The server has the answer: that invite is done."""

    def waiting(self) -> int:
        """How many entries wait to be sent."""


def run_cycle(local: Local, server: Server) -> Outcome:
    """One cycle. Never raises a SyncError: it is the outcome's `problem`, and what was reached stands."""
    done = _Tally()
    try:
        try:
            _once(local, server, done)
        except SignedOut:
            # A session may run out in the middle; what was done stays done.
            done.problem = None
            _once(local, server, done)
    except SyncError as problem:
        done.problem = problem
    return done.outcome(local.waiting())


class _Tally:
    def __init__(self) -> None:
        self.sent = 0
        self.received = 0
        self.set_aside: list[str] = []
        self.alarms: list[str] = []
        self.problem: SyncError | None = None

    @contextmanager
    def one_of_many(self) -> Iterator[None]:
        """What the server refuses is told, and holds up nothing else; asked too often, it would refuse that too."""
        try:
            yield
        except ServerRefused as refused:
            if refused.status == TOO_OFTEN:
                raise
            self.problem = self.problem or refused

    def outcome(self, waiting: int) -> Outcome:
        return Outcome(
            sent=self.sent,
            received=self.received,
            waiting=waiting,
            set_aside=tuple(self.set_aside),
            alarms=tuple(dict.fromkeys(self.alarms)),
            problem=self.problem,
        )


def _once(local: Local, server: Server, done: _Tally) -> None:
    if not server.in_session:
        server.open_session(local.device, local.key)
    confirmed = True
    with done.one_of_many():
        confirmed = _push(local, server, done)
    _pull(local, server, done)
    if not confirmed:
        # What the server had before came back with the pull; now for what stands behind it.
        _push(local, server, done)
    _chores(local, server, done)


def _push(local: Local, server: Server, done: _Tally) -> bool:
    """Send what is unsent; False when the server confirmed nothing of a page."""
    while page := local.unsent():
        sent, refused, alarms = local.acknowledge(page, server.append(page))
        done.sent += sent
        done.set_aside += refused
        done.alarms += alarms
        if not sent and not refused:
            # A server that confirms nothing is asked again next time, not for ever.
            return False
    return True


def run_one(local: Local, server: Server, stream: bytes) -> SyncError | None:
    """Take in one stream alone, before the first cycle; what ended it early, or None. The others are remembered."""
    try:
        if not server.in_session:
            server.open_session(local.device, local.key)
        moved, _ = _moved(server, local.changes_after())
        for cursor in local.behind(moved) if moved else ():
            if cursor.stream == stream:
                for _taken in _pages(local, server, cursor):
                    pass
    except SyncError as problem:
        return problem
    return None


def _moved(server: Server, after: int) -> tuple[list[Moved], int]:
    """All streams that moved after a change, each once, in the order of change; and the number to go on from."""
    found: dict[bytes, Moved] = {}
    before: int | None = None
    named = 0
    while True:
        changes = server.changes(after)
        named += len(changes.streams)
        leads_back = before is not None and changes.next <= before
        if not changes.done and (not changes.streams or leads_back or named > MOST_STREAMS):
            # A list that leads nowhere would have us ask for ever. (Only the first answer may lead back.)
            raise ServerRefused("bad_answer")
        for one in changes.streams:
            # Moved again in the meantime: it stands later in the order.
            found.pop(one.stream, None)
            found[one.stream] = one
        after = before = changes.next
        if changes.done:
            return list(found.values()), after


def _pull(local: Local, server: Server, done: _Tally) -> None:
    before = local.changes_after()
    moved, reached = _moved(server, before)
    newest = {one.stream: one.sequence for one in moved}
    whole = True
    for cursor in local.behind(moved) if moved else ():
        at = cursor.after
        with done.one_of_many():
            for taken in _pages(local, server, cursor):
                at = taken.after
                done.received += taken.received
                done.set_aside += taken.set_aside
                done.alarms += taken.alarms
                whole &= not taken.alarms
        # A stream that stayed behind is named again next time; those after it are taken in all the same.
        whole &= at >= newest[cursor.stream]
    if whole and reached != before:
        local.caught_up(reached)
    for hole in local.holes():
        with done.one_of_many():
            done.received += local.mend(hole, server.page(hole.stream, hole.after, 1))
    sent, alarms = local.reconciled()
    done.sent += sent
    done.alarms += alarms


def _pages(local: Local, server: Server, cursor: Cursor) -> Iterator[Taken]:
    while True:
        page = server.page(cursor.stream, cursor.after)
        taken = local.take_in(cursor, page)
        yield taken
        if page.done or taken.after == cursor.after:
            return
        cursor = Cursor(cursor.stream, taken.after)


def _chores(local: Local, server: Server, done: _Tally) -> None:
    """What a lead's laptop does: hand over invites, let in those who were invited."""
    if not local.lets_in:
        return
    for offer in local.offers():
        server.offer_invite(offer.id, offer.sealed, offer.expires)
        local.offered(offer)
    answers = [(request.id, local.answer(request)) for request in server.open_requests().requests]
    # The certificate must be on the server before the joining laptop hears of it.
    _push(local, server, done)
    for request, answer in answers:
        if answer is not None:
            server.answer_invite(request, answer)
            local.answered(request)
