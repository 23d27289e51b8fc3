"""An unlocked profile: whose it is, its open vault, the clock. Every verb takes one; it lives until the next lock."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from visitapp.actions.checklists import Checklist, Checklists
from visitapp.actions.worked_out import WorkedOut
from visitapp.domain.case import Case, Kept
from visitapp.domain.family import Professional
from visitapp.domain.organisation import MemberRole, Thresholds
from visitapp.errors import Locked
from visitapp.questions.bank import Bank
from visitapp.store import items, keys, streams
from visitapp.store.local import LastSync
from visitapp.words import Words

T = TypeVar("T")


class Who(Struct, frozen=True):
    """The person who unlocked: member id, name and role in the organisation."""

    member: str
    name: str
    role: MemberRole
    job: str = ""


class Session:
    """What the verbs work on. All of it belongs to the vault worker's thread; screens only pass it along.

    `clock` gives an aware local time; `new_id` a fresh random id (32 hex digits).
    """

    def __init__(
        self,
        *,
        db: Any,
        profile: Path,
        who: Who,
        device: keys.Device,
        bank: Bank,
        say: Words,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._db: Any = db
        self.profile = profile
        self.who = who
        self._device: keys.Device | None = device
        self._lists = Checklists(bank)
        self.say = say
        self.clock = clock
        self.new_id = new_id
        self._kept: dict[str, tuple[int, list[Kept]]] = {}
        self._cases: dict[str, tuple[list[Kept], Case]] = {}
        self._worked_out = WorkedOut()
        self.last_sync: LastSync | None = None

    @property
    def is_open(self) -> bool:
        """Whether the vault is open; not between a lock and the next unlock."""
        return self._db is not None

    @property
    def db(self) -> Any:
        """The open vault. Raises Locked after a lock: work that comes too late is dropped, and done again on return."""
        if self._db is None:
            raise Locked
        return self._db

    def shut(self) -> None:
        """Close the vault; forget its keys and what was read of it. Screens keep this session for the next unlock."""
        if self._db is not None:
            self._db.close()
        self._db = None
        self._device = None
        self.forget()

    def forget(self) -> None:
        """Forget what was read of the vault; it is read again when somebody asks."""
        self._kept = {}
        self._cases = {}
        self._worked_out = WorkedOut()

    def take_over(self, opened: "Session") -> None:
        """Go on with the vault that another session of the same profile has just opened."""
        self._db, self._device, self.who = opened.db, opened.device, opened.who

    @property
    def device(self) -> keys.Device:
        """This laptop's keys. Raises Locked after a lock."""
        if self._device is None:
            raise Locked
        return self._device

    @device.setter
    def device(self, device: keys.Device) -> None:
        self._device = device

    def now(self) -> datetime:
        """The local time, with its UTC offset."""
        return self.clock()

    def at(self) -> str:
        """The local time as it is written into entries and drafts: ISO 8601 to the second, with offset."""
        return self.clock().isoformat(timespec="seconds")

    def today(self) -> date:
        """The civil day here."""
        return self.clock().date()

    def kept(self, stream: str) -> list[Kept]:
        """Everything kept of a stream; read again only when something was added."""
        size = items.count(self.db, stream)
        known = self._kept.get(stream)
        if known is None or known[0] != size:
            known = (size, items.kept(self.db, stream))
            self._kept = {stream: known} if len(self._kept) > 8 else {**self._kept, stream: known}
        return known[1]

    def case(self, stream: str) -> Case:
        """A case as it is known now; made again only when something was added."""
        kept = self.kept(stream)
        known = self._cases.get(stream)
        if known is None or known[0] is not kept:
            known = (kept, Case(kept))
            self._cases = {one: held for one, held in self._cases.items() if one in self._kept} | {stream: known}
        return known[1]

    def of_case(self, stream: str, work: Callable[["Session", str], T]) -> T:
        """What `work` finds in a case; found anew only when something was said in it or to the organisation, or on
        another day. So `work` looks at nothing else: no drafts, nothing that only this laptop knows.
        """
        organisation = streams.organisation(self.db)
        rests_on = (items.count(self.db, stream), items.count(self.db, organisation), self.today())
        return self._worked_out.of(stream, work, rests_on, lambda: work(self, stream))

    def organisation(self) -> Case:
        """The organisation's own stream, read like a case: members, numbers, settings."""
        return self.case(streams.organisation(self.db))

    def checklist(self, version: str = "") -> Checklist:
        """The list of questions that holds here now; or the `version` with which something was begun."""
        return self._lists.of(self.organisation(), version)

    @property
    def product(self) -> Bank:
        """The product's own list."""
        return self._lists.product

    @property
    def bank(self) -> Bank:
        """The questions that hold here now."""
        return self.checklist().bank

    def thresholds(self) -> Thresholds:
        """The newest thresholds that the organisation signed, else the product's own."""
        return self.checklist().thresholds

    def myself(self) -> Professional:
        """The person of this session as a professional of a case."""
        return Professional(
            id=self.who.member, sector="social_care", name=self.who.name, role=self.who.job, member=self.who.member
        )
