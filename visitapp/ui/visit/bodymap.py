"""The body map within a visit: opened for one child, and what it says put into the draft."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from visitapp.domain.case import Case
from visitapp.domain.contact import Part
from visitapp.domain.days import age_on
from visitapp.domain.draft import Draft
from visitapp.domain.family import Child
from visitapp.domain.marks import Account, Mark
from visitapp.domain.standing import contact_of
from visitapp.ui.bodymap.compose import body_map
from visitapp.ui.bodymap.sheet import Earlier, SaidEarlier, Sheet, Speaker
from visitapp.ui.bodymap.wording import WAYS_ABOUT
from visitapp.ui.visit.changes import Change, home, learnt
from visitapp.ui.visit.family import Family
from visitapp.words import Say

INFANT_UNDER, CHILD_UNDER = 24, 144


class VisitBodyMap(QObject):
    """`changed` carries a Change; `finished` comes when the worker has done with the map."""

    changed = Signal(object)
    finished = Signal()

    def __init__(
        self,
        say: Say,
        family: Family,
        new_id: Callable[[], str],
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._say, self._family = say, family
        self.child = ""
        made = body_map(say, new_id, today)
        self.page, self._presenter = made.page, made.presenter
        for signal in (self.page.mark_added, self.page.mark_changed, self.page.account_changed):
            signal.connect(lambda item: self.changed.emit(put(item)))
        for signal in (self.page.mark_removed, self.page.account_removed):
            signal.connect(lambda item: self.changed.emit(gone(item)))
        self.page.parts_changed.connect(lambda parts: self.changed.emit(looked_at(parts)))
        self.page.mouth_changed.connect(lambda mouth: self.changed.emit(home.looked(mouth=mouth)))
        self.page.moves_chosen.connect(lambda how: self.changed.emit(learnt.gets_about(self.child, how)))
        self.page.finished.connect(self.finished)

    def begin(self, child: str, mark: str, draft: Draft) -> None:
        """Open it for a child, at one of its marks if one is given."""
        self.child = child
        self._presenter.begin(sheet(self._say, self._family, child, draft), mark)


def put(item: Mark | Account) -> Change:
    """A mark, or what was said of one, new or different."""
    return lambda draft, _new_id: draft.with_item(item)


def gone(item: str) -> Change:
    """Taken back; it was never signed."""
    return lambda draft, _new_id: draft.without_item(item)


def looked_at(parts: tuple[Part, ...]) -> Change:
    """Which parts were looked at, as the map's panel says; it shows all that were said."""
    return home.looked(parts=parts)


def sheet(say: Say, family: Family, child: str, draft: Draft) -> Sheet:
    """All that the map is opened with for one child."""
    case, here = family.case, next(one for one in family.children if one.id == child)
    marks = tuple(one for one in draft.items if isinstance(one, Mark) and one.child == child)
    ids = {mark.id for mark in marks}
    looked = home.looked_at(draft)
    new = tuple(Speaker(one.id, one.name) for one in home.new_people(draft))
    people = tuple(Speaker(one.id, one.name) for one in (*family.people, *family.professionals))
    me = Speaker(family.me, say("visit.promise.i"))
    return Sheet(
        contact=draft.contact.id,
        child=child,
        name=here.called,
        figure=figure(here.child, family.today),
        marks=marks,
        accounts=tuple(one for one in draft.items if isinstance(one, Account) and ids & set(one.about)),
        earlier=tuple(
            Earlier(mark, say("visit.day", day=contact.date))
            for mark in (_by_first_ids(case, one) for one in case.marks)
            if mark.child == child and mark.found == "yes" and (contact := contact_of(case, mark.contact)) is not None
        ),
        said_earlier=_said_earlier(say, family, child),
        people=(*(Speaker(f"child:{one.id}", one.called) for one in family.children), *new, *people),
        listeners=(me, *people),
        parts=looked.parts if looked else (),
        mouth=looked.mouth if looked else "unknown",
        asks_mobility=asks_mobility(family, here.child),
        moves=learnt.how_it_gets_about(draft, child),
        clothes_stay_on=_months(here.child, family.today) >= INFANT_UNDER,
    )


def _said_earlier(say: Say, family: Family, child: str) -> tuple[SaidEarlier, ...]:
    """What was said of the child's marks at earlier contacts, the newest first."""
    case = family.case
    first = case.first_id
    marks = {first(mark.id) for mark in case.marks if first(mark.child) == child}
    said = (replace(one, about=tuple(map(first, one.about))) for one in reversed(case.of(Account)))
    return tuple(
        SaidEarlier(one, case.name(one.by) or "–", say("visit.day", day=contact.date))
        for one in said
        if marks & set(one.about) and (contact := contact_of(case, one.contact)) is not None
    )


def _by_first_ids(case: Case, mark: Mark) -> Mark:
    """A mark as it stands now, under the ids by which what was said of it names it."""
    first = case.first_id
    same_as = first(mark.same_as) if mark.same_as is not None else None
    return replace(mark, id=first(mark.id), child=first(mark.child), same_as=same_as)


def _months(child: Child, today: date) -> float:
    """The age as far as is known; without one, old enough to keep clothes on."""
    age = age_on(today, child.born, child.age)
    return INFANT_UNDER if age is None else age.earliest


def asks_mobility(family: Family, child: Child) -> bool:
    """Whether nothing says how a child gets about who may well not: under two, of unknown age, or disabled."""
    if any(one.child == child.id and one.what in WAYS_ABOUT for one in family.case.milestones):
        return False
    age = age_on(family.today, child.born, child.age)
    return age is None or age.earliest < INFANT_UNDER or bool(child.disability.strip())


def figure(child: Child, today: date) -> str:
    """The drawing that fits the age: infant, child, adolescent."""
    age = age_on(today, child.born, child.age)
    if age is None:
        return "child"
    return "infant" if age.earliest < INFANT_UNDER else "child" if age.earliest < CHILD_UNDER else "adolescent"
