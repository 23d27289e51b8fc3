"""Who and when: the people and contacts known at a point of a case; each look-up is made once, when first asked for.

Ids that a correction replaced lead to what now stands (`root`), so that what was said of the earlier item still
counts. Nothing here depends on what an id looks like or in which order things arrived.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from copy import copy
from datetime import date
from functools import cached_property
from typing import Any, Self, TypeVar

from visitapp.domain.contact import ChildSeen, Contact, LookedAt
from visitapp.domain.family import Child, Milestone, Person, Plan, Professional, Stay
from visitapp.domain.item import Correction
from visitapp.domain.judgement import NextVisit
from visitapp.domain.organisation import Thresholds
from visitapp.questions import corrected
from visitapp.questions.meetings import Meeting
from visitapp.questions.shelf import Placed, Shelf

T = TypeVar("T")


class KnownFamily:
    """The part of a shelf before a position, on a day. `contact`: the one that is being written up or stepped to.

    `looked_at_marks`: for marks.py, what was worked out of each sighting, by its position; `eventful`: for events.py,
    the contacts that stand out, once they are found.
    """

    def __init__(self, shelf: Shelf, upto: int, today: date, thresholds: Thresholds, contact: str | None) -> None:
        self.shelf = shelf
        self.upto = upto
        self.today = today
        self.thresholds = thresholds
        self.contact = contact
        corrections = [one.item for one in shelf.of(Correction) if one.at < upto]
        self._gone = {one.of for one in corrections}
        self._replaced = {one.by: one.of for one in corrections if one.by}
        self._standing: dict[type, list[Placed[Any]]] = {}
        self._later: Self | None = None
        self._made_by: dict[tuple[str, ...], bool | None] = {}
        self.looked_at_marks: dict[tuple[int, str], Any] = {}
        self.eventful: list[Meeting] | None = None

    def of(self, kind: type[T]) -> list[Placed[T]]:
        """All items of a type that hold here, in the order in which they became known."""
        found = self.shelf.of(kind)
        if found and found[-1].at >= self.upto:
            found = [one for one in found if one.at < self.upto]
        if not self._gone:
            return found
        if kind not in self._standing:
            self._standing[kind] = corrected.standing(found, self._gone, self._replaced)
        return self._standing[kind]

    def said_of(self, kind: type[T]) -> list[Placed[T]]:
        """All items of a type, those that were corrected since included."""
        return [one for one in self.shelf.of(kind) if one.at < self.upto]

    def root(self, id: str) -> str:  # noqa: A002  # the field's word
        """The id under which a thing was first recorded, whatever corrected it since."""
        if not self._replaced:
            return id
        seen = set()
        while id in self._replaced and id not in seen:
            seen.add(id)
            id = self._replaced[id]  # noqa: A001
        return id

    def earlier(self, upto: int, today: date, contact: str | None) -> Self:
        """The same case as it was known before."""
        if upto == self.upto:
            return self._on(today, contact)
        before = type(self)(self.shelf, upto, today, self.thresholds, contact)
        if before._gone == self._gone and self._untouched_since(upto):
            before._later = self
        return before

    def _on(self, today: date, contact: str | None) -> Self:
        """The same on another day or at another contact: the look-ups are kept, but for those that hang on these."""
        other = copy(self)
        other.today, other.contact = today, contact
        other.looked_at_marks = dict(self.looked_at_marks)
        for name in ("current", "visit_before_current"):
            other.__dict__.pop(name, None)
        return other

    # People

    @cached_property
    def children(self) -> dict[str, Placed[Child]]:
        """The children by root id, as they are recorded now, in the order in which they were named."""
        return {self.root(one.item.id): one for one in self.of(Child)}

    @cached_property
    def child_versions(self) -> dict[str, list[Placed[Child]]]:
        """All that was ever recorded of each child."""
        found: defaultdict[str, list[Placed[Child]]] = defaultdict(list)
        for one in self.said_of(Child):
            found[self.root(one.item.id)].append(one)
        return found

    @cached_property
    def people(self) -> dict[str, Person]:
        """People of the family and home, by root id."""
        return {self.root(one.item.id): one.item for one in self.of(Person)}

    @cached_property
    def professionals(self) -> dict[str, Professional]:
        """Professionals by root id."""
        return {self.root(one.item.id): one.item for one in self.of(Professional)}

    def is_health(self, id: str) -> bool:  # noqa: A002
        """Whether this is a professional known to be of health."""
        by = self.professionals.get(self.root(id))
        return by is not None and by.sector == "health"

    def is_family(self, id: str) -> bool:  # noqa: A002
        """Whether this is a grown-up of the family or home."""
        person = self.people.get(self.root(id))
        return person is not None and not person.child

    def child_named(self, id: str) -> str:  # noqa: A002
        """The child that an id or `child:ID` names; "" for anybody else."""
        root = self.root(id.removeprefix("child:"))
        return root if root in self.children else ""

    def called(self, id: str) -> str:  # noqa: A002
        """How somebody is called: a child by its first name, others as recorded, free text as it stands."""
        child = self.child_named(id)
        if child:
            return self.first_names[child]
        root = self.root(id)
        person = self.people.get(root)
        if person is not None:
            return person.name
        by = self.professionals.get(root)
        return by.called if by is not None else id

    @cached_property
    def first_names(self) -> dict[str, str]:
        """The children's first names; the whole name where two share the first."""
        whole = {id_: one.item.name for id_, one in self.children.items()}
        first = {id_: (name.split() or [name])[0] for id_, name in whole.items()}
        counts = list(first.values())
        return {id_: name if counts.count(name) == 1 else whole[id_] for id_, name in first.items()}

    @cached_property
    def milestones(self) -> dict[str, list[Placed[Milestone]]]:
        """What each child could and could not do."""
        return self._by_child(self.of(Milestone))

    @cached_property
    def plans(self) -> dict[str, list[Placed[Plan]]]:
        """Plans and orders by child."""
        return self._by_child(self.of(Plan))

    @cached_property
    def stays(self) -> dict[str, list[Stay]]:
        """When each person lived in the household."""
        found: defaultdict[str, list[Stay]] = defaultdict(list)
        for one in self.of(Stay):
            found[self.root(one.item.person)].append(one.item)
        return found

    def in_household(self, person: str, day: date) -> bool:
        """Whether somebody is on the household list of a day."""
        return any(
            (stay.since is None or stay.since.first() <= day) and (stay.until is None or stay.until.last() >= day)
            for stay in self.stays.get(person, ())
            if not stay.until_unknown
        )

    def _by_child(self, placed: Sequence[Placed[T]]) -> dict[str, list[Placed[T]]]:
        found: defaultdict[str, list[Placed[T]]] = defaultdict(list)
        for one in placed:
            found[self.root(one.item.child)].append(one)  # type: ignore[attr-defined]  # called for what has a child
        return found

    # Contacts

    @cached_property
    def meetings(self) -> dict[str, Meeting]:
        """Every contact by root id, in the order in which it became known, with its children's rows."""
        if self._later is not None:
            return {id_: one for id_, one in self._later.meetings.items() if one.at < self.upto}
        found: dict[str, Meeting] = {}
        for one in self.of(Contact):
            root = self.root(one.item.id)
            if root in found and one.kept.entry == "draft":
                continue  # the first signature stands already; the draft waits for the second
            found[root] = Meeting(one, root, self._ours(one.item))
        for row in self.of(ChildSeen):
            meeting = found.get(self.root(row.item.contact))
            if meeting is not None:
                meeting.rows[self.root(row.item.child)] = row.item
        return found

    def _untouched_since(self, upto: int) -> bool:
        """Whether nothing from a position on tells more of an earlier contact: then they look as they did."""
        if self._since(Professional, upto):
            return False
        contacts = [one.item.id for one in self._since(Contact, upto)]
        contacts += [one.item.contact for one in self._since(ChildSeen, upto)]
        at = [self.shelf.contact_at(self.root(one)) for one in contacts]
        return all(one is None or one >= upto for one in at)

    def _since(self, kind: type[T], at: int) -> list[Placed[T]]:
        """The items of a type that hold here and were said from a position on."""
        said = self.said_of(kind)
        since = said[bisect_left(said, at, key=lambda one: one.at) :]
        return [one for one in since if one.item.id not in self._gone]  # type: ignore[attr-defined]  # items have ids

    def _ours(self, contact: Contact) -> bool | None:
        """Whether social care made it; None where nobody recorded who did."""
        who = (contact.by, *contact.also_by)
        if who not in self._made_by:
            known = [by for id_ in who if id_ and (by := self.professionals.get(self.root(id_))) is not None]
            ours = any(by.sector == "social_care" for by in known)
            self._made_by[who] = True if ours else (False if known else None)
        return self._made_by[who]

    def meeting(self, id: str) -> Meeting | None:  # noqa: A002
        """The contact with an id."""
        return self.meetings.get(self.root(id))

    @cached_property
    def current(self) -> Meeting | None:
        """The contact that is being written up or stepped to."""
        return self.meeting(self.contact) if self.contact else None

    @cached_property
    def by_day(self) -> list[Meeting]:
        """The contacts by the day and time at which they took place."""
        if self._later is not None:
            return [one for one in self._later.by_day if one.at < self.upto]
        return sorted(self.meetings.values(), key=lambda one: (one.day, one.time, one.at))

    @cached_property
    def visits(self) -> list[Meeting]:
        """Our visits, tried ones included, by day: home, office and school visits not known to be another's."""
        return [one for one in self.by_day if one.ours is not False and one.visit]

    @cached_property
    def visits_made(self) -> list[Meeting]:
        """Our visits that took place."""
        return [one for one in self.visits if one.made]

    @cached_property
    def place_of_visit(self) -> dict[str, int]:
        """Where each of our visits, tried ones included, stands among them."""
        return {one.id: place for place, one in enumerate(self.visits)}

    @cached_property
    def failed_late(self) -> list[Meeting]:
        """Our failed visits that came to light after one that stands behind them: mostly none."""
        found: list[Meeting] = []
        earliest = self.upto
        for one in reversed(self.visits):
            if one.failed and one.at > earliest:
                found.append(one)
            earliest = min(earliest, one.at)
        return found

    @property
    def last_visit_made(self) -> Meeting | None:
        """Our last visit that took place."""
        return self.visits_made[-1] if self.visits_made else None

    @cached_property
    def only_home_visit(self) -> Meeting | None:
        """Our first visit to the home, while it is the only one."""
        found = [one for one in self.visits_made if "home_visit" in one.kinds]
        return found[0] if len(found) == 1 else None

    @cached_property
    def visit_before_current(self) -> Meeting | None:
        """Our last visit that took place before the contact that is being written up or stepped to."""
        current = self.current
        made = [one for one in self.visits_made if one is not current]
        if current is None:
            return made[-1] if made else None
        earlier = [one for one in made if (one.day, one.time, one.at) < (current.day, current.time, current.at)]
        later = len(earlier) < len(made)
        return None if later or not earlier else earlier[-1]

    @cached_property
    def last_adult_signs(self) -> Meeting | None:
        """The newest contact at which signs of another adult were seen."""
        signs = [one for one in self.by_day if one.item.unknown_adult_signs == "yes"]
        return signs[-1] if signs else None

    @cached_property
    def household_days(self) -> set[date | None]:
        """The days on which somebody's living in the household became known."""
        return {one.kept.known_on for one in self.of(Stay)}

    @cached_property
    def home_visits(self) -> list[Meeting]:
        """Our visits to the home that took place inside it, as far as is known."""
        return [one for one in self.visits_made if "home_visit" in one.kinds and one.item.place != "doorstep"]

    @cached_property
    def seen(self) -> dict[str, list[Meeting]]:
        """The contacts at which each child is recorded as seen, by day."""
        found: defaultdict[str, list[Meeting]] = defaultdict(list)
        for meeting in self.by_day:
            for child, row in meeting.rows.items():
                if row.seen == "yes":
                    found[child].append(meeting)
        return found

    @cached_property
    def visits_with(self) -> dict[str, list[Meeting]]:
        """Our visits at which each person was present, by root id."""
        found: defaultdict[str, list[Meeting]] = defaultdict(list)
        for one in self.visits:
            for person in one.item.present:
                found[self.root(person)].append(one)
        return found

    @cached_property
    def looked_at(self) -> dict[str, LookedAt]:
        """What of the home was looked at, by contact."""
        return {self.root(one.item.contact): one.item for one in self.of(LookedAt)}

    @cached_property
    def room_declined(self) -> set[str]:
        """The contacts at which a room was declined or locked."""
        return {id_ for id_, one in self.looked_at.items() if one.bedroom == "refused" or one.rooms_refused}

    @cached_property
    def declined(self) -> list[Meeting]:
        """The contacts at which a visit or a room was declined, in the order in which they became known."""
        rooms = self.room_declined
        return [one for one in self.meetings.values() if one.item.outcome == "refused" or one.id in rooms]

    @cached_property
    def next_visits(self) -> set[str]:
        """The contacts at which it was said by when the next visit is to be."""
        return {self.root(one.item.contact) for one in self.of(NextVisit) if one.item.by is not None}

    def day_of(self, contact: str, otherwise: date) -> date:
        """The day of a contact; another where the contact is not known."""
        meeting = self.meeting(contact)
        return meeting.day if meeting is not None else otherwise
